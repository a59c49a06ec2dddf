//! Pre-authenticated requests: URLs of Object Storage with a secret in their path,
//! `https://…/p/{token}/n/{namespace}/b/{bucket}/o/{object}` (contract §4.3). Who has the URL can
//! read or write without any other credential, so the token is shown nowhere and stored nowhere.

/// What stands where a token was left out.
pub const MASK: &str = "•••";

/// The text with the token of every pre-authenticated URL in it masked. Also finds the bare path
/// that messages quote, and a URL whose end is missing.
#[must_use]
pub fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("/p/") {
        let (before, after) = rest.split_at(at);
        let after = after.get(3..).unwrap_or_default();
        let end = after.find(ends_token).unwrap_or(after.len());
        let (token, tail) = after.split_at(end);
        out.push_str(before);
        out.push_str("/p/");
        if !token.is_empty() && (tail.starts_with("/n/") || follows_host(before)) {
            out.push_str(MASK);
        } else {
            out.push_str(token);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The token of a pre-authenticated URL.
#[must_use]
pub fn token(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let path = rest.get(rest.find('/')?..)?;
    let after = path.strip_prefix("/p/")?;
    let end = after.find(ends_token).unwrap_or(after.len());
    after.get(..end).filter(|token| !token.is_empty())
}

fn ends_token(c: char) -> bool {
    c == '/' || c == '"' || c == '\'' || c == '\\' || c.is_whitespace()
}

/// Whether the text ends in `://host`, so that what follows is the beginning of a path.
fn follows_host(before: &str) -> bool {
    before
        .rsplit_once("://")
        .is_some_and(|(_, host)| !host.contains('/') && !host.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_masked_wherever_it_stands() {
        let uri = "https://objectstorage.us-ashburn-1.oraclecloud.com/p/se-cret_1/n/ns/b/bucket/o/a/p/b.oci";
        assert_eq!(token(uri), Some("se-cret_1"));
        for text in [
            uri.to_owned(),
            format!(r#"{{"destinationUri":"{uri}"}}"#),
            format!("Cannot write to {uri}, nor to {uri}"),
            "no write access: /p/se-cret_1/n/ns/b/bucket/o/x".to_owned(),
            "https://objectstorage.us-ashburn-1.oraclecloud.com/p/se-cret_1".to_owned(),
        ] {
            let masked = mask(&text);
            assert!(!masked.contains("cret") && masked.contains("/p/•••"), "{masked}");
        }
        assert!(mask(uri).ends_with("/n/ns/b/bucket/o/a/p/b.oci"), "a folder of that name stays");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["", "/p/", "https://h/n/ns/b/b/o/x/p/y.oci", "a /p/ b", "https://h/p/"] {
            assert_eq!(mask(text), text);
            assert_eq!(token(text), None, "{text}");
        }
    }
}
