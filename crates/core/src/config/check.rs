//! What a form or a file gave, checked.

use super::{Authentication, Connection, Fault, Need};

/// Checks what a form or a file gave. `at` is the place a fault is reported under; each fault's
/// `place` ends in the member's name, so that a form finds its field.
#[must_use]
pub fn check_connection(connection: &Connection, at: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |member: &str, message: &str| {
        faults.push(Fault { place: format!("{at}{member}"), message: message.to_owned() })
    };

    if connection.id.is_empty() {
        fault("id", "is missing: give each connection a short id, for example us-east-1");
    } else if [".", ".."].contains(&connection.id.as_str()) {
        fault("id", "must not be . or .., which browsers take out of addresses");
    } else if !(only(&connection.id, "._-") && connection.id.len() <= 64) {
        fault("id", "may have up to 64 letters, digits, dots, hyphens and underscores");
    }
    if connection.name.trim().is_empty() {
        fault("name", "is empty: say what people should see");
    }
    let signs = connection.authentication == Authentication::HttpSignature;
    for member in connection.kind().members() {
        let wrong = match (connection.upstream.text(member.name), member.need) {
            (Some(text), _) => (member.rule)(text),
            (None, Need::Always(why)) => Some(why),
            (None, Need::ToSign(why)) => Some(why).filter(|_| signs),
            (None, Need::Never) => None,
        };
        if let Some(wrong) = wrong {
            fault(member.name, wrong);
        }
    }
    if let Some(oci) = connection.oci() {
        if oci.endpoints.compute.is_empty() && oci.endpoints.artifacts.is_empty() {
            fault(
                "endpoints.compute",
                "is missing: the address of the proxy to Compute, to Artifacts, or to each",
            );
        }
        if oci.compartments.is_empty() {
            fault("compartments", "is missing: the OCIDs of the compartments whose images to list");
        }
        check_each(&mut faults, &format!("{at}compartments"), &oci.compartments, ocid);
    }
    faults
}

/// Checks the texts of a list, each of which must stand in it once.
pub(super) fn check_each(
    faults: &mut Vec<Fault>,
    at: &str,
    list: &[String],
    rule: fn(&str) -> Option<&'static str>,
) {
    for (index, text) in list.iter().enumerate() {
        let again = list.iter().take(index).any(|other| other == text);
        if let Some(wrong) = rule(text).or(again.then_some("is named twice")) {
            faults.push(Fault { place: format!("{at}[{index}]"), message: wrong.to_owned() });
        }
    }
}

/// Letters and digits, and what is `also` allowed; not nothing.
fn only(text: &str, also: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(c))
}

pub(super) fn login(text: &str) -> Option<&'static str> {
    let fine = text.len() <= 64 && only(text, "._@+-");
    (!fine).then_some("is not a login: letters, digits and . _ @ + - only")
}

pub(super) fn version(text: &str) -> Option<&'static str> {
    let fine = text.len() <= 64 && only(text, "~^<>=.|* -");
    (!fine).then_some("is not a version range, for example ~9||~8")
}

pub(super) fn region(text: &str) -> Option<&'static str> {
    let fine = text.len() <= 63 && only(text, "-") && !text.starts_with('-') && !text.ends_with('-');
    (!fine).then_some("is not a region's identifier, for example eu-frankfurt-1")
}

pub(super) fn realm_domain(text: &str) -> Option<&'static str> {
    let fine = text.contains('.') && text.split('.').all(|part| only(part, "-"));
    (!fine).then_some("is not a domain, for example oraclecloud.com")
}

/// The parts of an OCID are opaque (oci-compute.md §1), so only its shape is looked at.
pub(super) fn ocid(text: &str) -> Option<&'static str> {
    let fine =
        text.starts_with("ocid1.") && text.split('.').count() >= 4 && text.len() <= 255 && only(text, "._-");
    (!fine).then_some("is not an OCID; one looks like ocid1.compartment.oc1..aaaa")
}

/// An endpoint is joined with request targets as text, so it must have neither query nor fragment,
/// and it is shown and stored, so it must have no credentials.
pub(super) fn endpoint(text: &str) -> Option<&'static str> {
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some("has white space in it");
    }
    if text.contains(['?', '#']) {
        return Some("must end before any ? or #");
    }
    if text.contains('\\') || text.split('/').any(|part| part == "." || part == "..") {
        return Some("must not have . or .. or \\ in its path");
    }
    if let Some(path) = text.strip_prefix('/') {
        let rooted = path.starts_with('/');
        return rooted.then_some("must be a path with one leading slash, or a whole http(s) URL");
    }
    let lower = text.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        return Some("must begin with https:// or http://, or with / for a path on the console's own origin");
    };
    let authority = rest.split('/').next().unwrap_or("");
    if authority.contains('@') {
        return Some("must not contain credentials: let the proxy add them, or sign in the browser");
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let fine = !host.is_empty() && port.is_none_or(|p| p.parse::<u16>().is_ok());
    (!fine).then_some("has no valid host and port")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_that_would_be_joined_or_stored_wrongly_are_named() {
        for fine in [
            "https://proxy.example.com/us-east-1/",
            "http://127.0.0.1:8081/x",
            "/api/us-east-1",
            "http://[::1]:80",
        ] {
            assert_eq!(endpoint(fine), None, "{fine}");
        }
        for (bad, word) in [
            ("us-east-1", "begin with"),
            ("//evil.example", "one leading slash"),
            ("https://me:secret@host/", "credentials"),
            ("https://host/?x", "?"),
            ("https:///x", "host"),
            ("https://host:99999", "host and port"),
            ("https://host/../x", ".."),
            ("https://ho st", "white space"),
        ] {
            let message = endpoint(bad).expect(bad);
            assert!(message.contains(word), "{bad}: {message}");
        }
    }

    #[test]
    fn what_would_break_a_host_or_a_signature_is_named() {
        for fine in ["eu-frankfurt-1", "us-gov-ashburn-1", "r2"] {
            assert_eq!(region(fine), None, "{fine}");
        }
        for bad in ["eu_frankfurt", "eu-frankfurt-1.evil.example", "-x", "a b", "a/b"] {
            assert!(region(bad).is_some(), "{bad}");
        }
        assert_eq!((realm_domain("oraclegovcloud.uk"), realm_domain("oraclecloud8.com")), (None, None));
        for bad in ["oraclecloud", "oracle..com", "a.b/c", "a.b:1", ".com"] {
            assert!(realm_domain(bad).is_some(), "{bad}");
        }
        for fine in ["ocid1.tenancy.oc1..aaaa", "ocid1.compartment.oc1..bbbb"] {
            assert_eq!(ocid(fine), None, "{fine}");
        }
        for bad in ["tenancy", "ocid1.user", "ocid1.user.oc1..a\"b", "ocid1.user.oc1..a/b"] {
            assert!(ocid(bad).is_some(), "{bad}");
        }
    }
}
