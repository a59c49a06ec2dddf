//! The configuration file of Oracle's SDKs and of the `oci` command line, `~/.oci/config`: sections of
//! `name = value`, of which those of `[DEFAULT]` hold for all others unless they say otherwise.
//!
//! What such a file says fills a form; nothing in it is kept. A passphrase in it is passed over.

/// What one section says that a connection can use, and where the secrets are that it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Its name, `DEFAULT` for the first of most files.
    pub name: String,
    /// The region's identifier.
    pub region: String,
    /// The tenancy's OCID.
    pub tenancy: String,
    /// The user's OCID; a section with a session token has none.
    pub user: String,
    /// The fingerprint of the API key.
    pub fingerprint: String,
    /// Where the private key is, on the computer the file is from.
    pub key_file: String,
    /// Where the session token is, when the section signs with one.
    pub security_token_file: String,
}

impl Section {
    fn slot(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "region" => &mut self.region,
            "tenancy" => &mut self.tenancy,
            "user" => &mut self.user,
            "fingerprint" => &mut self.fingerprint,
            "key_file" => &mut self.key_file,
            "security_token_file" => &mut self.security_token_file,
            _ => return None,
        })
    }
}

/// The section that the others fall back to.
const DEFAULT: &str = "DEFAULT";

/// Reads the sections, in the order of the file.
///
/// # Errors
/// In words, with the number of the line where there is one.
pub fn oci_sections(text: &str) -> Result<Vec<Section>, String> {
    if text.contains("-----BEGIN ") {
        return Err("This is a key, not a configuration file. Import it under Keys.".to_owned());
    }
    let mut sections: Vec<Section> = Vec::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        let number = index + 1;
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            let Some(name) = name.strip_suffix(']').map(str::trim).filter(|name| !name.is_empty()) else {
                return Err(format!("Line {number} is not a section's name such as [DEFAULT]."));
            };
            if sections.iter().any(|section| section.name == name) {
                return Err(format!("Line {number}: there are two sections [{name}]."));
            }
            sections.push(Section { name: name.to_owned(), ..Section::default() });
            continue;
        }
        let Some((name, value)) = line.split_once(['=', ':']) else {
            return Err(format!("Line {number} is neither a section's name nor name = value."));
        };
        let Some(section) = sections.last_mut() else {
            return Err(format!("Line {number} stands before the first section's name, such as [DEFAULT]."));
        };
        if let Some(slot) = section.slot(name.trim()) {
            *slot = value.trim().to_owned();
        }
    }
    if sections.is_empty() {
        return Err("There is no section in this, such as [DEFAULT].".to_owned());
    }
    if let Some(default) = sections.iter().find(|section| section.name == DEFAULT).cloned() {
        for section in &mut sections {
            inherit(section, &default);
        }
    }
    Ok(sections)
}

fn inherit(section: &mut Section, default: &Section) {
    // A session's section has a user only when it says so itself: the token tells whose it is.
    let session = !section.security_token_file.is_empty();
    let mut default = default.clone();
    for name in ["region", "tenancy", "user", "fingerprint", "key_file", "security_token_file"] {
        if session && matches!(name, "user" | "fingerprint" | "key_file") {
            continue;
        }
        if let (Some(slot), Some(value)) = (section.slot(name), default.slot(name))
            && slot.is_empty()
        {
            *slot = std::mem::take(value);
        }
    }
}

/// The domain of the realm that an OCID names, of those that are documented (oci-compute.md §1).
#[must_use]
pub fn realm_domain_of(ocid: &str) -> Option<&'static str> {
    match ocid.split('.').nth(2)? {
        "oc1" => Some("oraclecloud.com"),
        "oc8" => Some("oraclecloud8.com"),
        "oc9" => Some("oraclecloud9.com"),
        "oc10" => Some("oraclecloud10.com"),
        "oc14" => Some("oraclecloud14.com"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
        # written by oci setup config\n\
        [DEFAULT]\n\
        user=ocid1.user.oc1..aaaa\n\
        fingerprint = 20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:34\n\
        key_file=~/.oci/oci_api_key.pem\n\
        pass_phrase=hush\n\
        tenancy=ocid1.tenancy.oc1..bbbb\n\
        region=eu-frankfurt-1\n\
        \n\
        [ASHBURN]\r\n\
        region = us-ashburn-1\r\n\
        ; another user\n\
        user: ocid1.user.oc1..cccc\n\
        [session]\n\
        tenancy=ocid1.tenancy.oc8..dddd\n\
        key_file=C:\\Users\\o la\\key.pem\n\
        security_token_file=/home/o/.oci/sessions/session/token\n";

    #[test]
    fn sections_fall_back_to_the_default_one() {
        let all = oci_sections(FILE).expect("readable");
        let [default, ashburn, session] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((default.name.as_str(), default.region.as_str()), ("DEFAULT", "eu-frankfurt-1"));
        assert_eq!(
            (ashburn.region.as_str(), ashburn.user.as_str()),
            ("us-ashburn-1", "ocid1.user.oc1..cccc")
        );
        assert_eq!(ashburn.fingerprint, default.fingerprint);
        assert_eq!(ashburn.key_file, "~/.oci/oci_api_key.pem");
        assert_eq!(
            (session.user.as_str(), session.fingerprint.as_str()),
            ("", ""),
            "a session has a key of its own"
        );
        assert_eq!(session.key_file, "C:\\Users\\o la\\key.pem");
        assert_eq!(session.region, "eu-frankfurt-1");
        assert!(!format!("{all:?}").contains("hush"), "a passphrase is not taken");
        assert_eq!(realm_domain_of(&session.tenancy), Some("oraclecloud8.com"));
    }

    #[test]
    fn what_is_no_such_file_is_told_with_its_line() {
        for (text, word) in [
            ("", "no section"),
            ("region=x", "Line 1 stands before"),
            ("[A]\nregion", "Line 2"),
            ("[A\n", "Line 1"),
            ("[A]\n[A]", "two sections [A]"),
            ("-----BEGIN PRIVATE KEY-----", "is a key"),
        ] {
            let error = oci_sections(text).expect_err(text);
            assert!(error.contains(word), "{text}: {error}");
        }
    }
}
