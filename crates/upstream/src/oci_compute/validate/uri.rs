//! `destinationUri`: the URL of an object, plain or pre-authenticated (contract §4.3).

use crate::finding::Finding;

const FORM: &str = "https://objectstorage.{region}.oraclecloud.com/n/{namespace}/b/{bucket}/o/{object}, with /p/{token} before /n when pre-authenticated";

/// The parts of a destination URL, as they stand in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ObjectUri<'a> {
    /// The host.
    pub host: &'a str,
    /// The token of a pre-authenticated request: a secret, so `Debug` leaves it out.
    pub token: Option<&'a str>,
    /// The namespace.
    pub namespace: &'a str,
    /// The bucket.
    pub bucket: &'a str,
    /// The object.
    pub object: &'a str,
}

impl std::fmt::Debug for ObjectUri<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let secret = self.token.map(|_| "•••");
        write!(f, "{} {secret:?} {}/{}/{}", self.host, self.namespace, self.bucket, self.object)
    }
}

/// Takes a URL of the documented form apart.
#[must_use]
pub fn parse_uri(uri: &str) -> Option<ObjectUri<'_>> {
    let (host, path) = uri.strip_prefix("https://")?.split_once('/')?;
    let (token, path) = match path.strip_prefix("p/") {
        Some(rest) => rest.split_once('/').map(|(token, rest)| (Some(token), rest))?,
        None => (None, path),
    };
    let (namespace, rest) = path.strip_prefix("n/")?.split_once("/b/")?;
    let (bucket, object) = rest.split_once("/o/")?;
    let whole = [host, namespace, bucket].iter().all(|part| !part.is_empty() && !part.contains('/'));
    (whole && token != Some("")).then_some(ObjectUri { host, token, namespace, bucket, object })
}

/// A destination URL; required. Whether a pre-authenticated one allows writing cannot be told from
/// the URL, so that is left to the service.
#[must_use]
pub fn destination_uri(value: &str) -> Finding {
    let error = |text: String| Finding::Error(text);
    if value.is_empty() {
        return error(format!("Enter the URL of the object to make: {FORM}."));
    }
    if value.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return error("The URL has white space in it; write %20 for a space.".to_owned());
    }
    if !value.starts_with("https://") {
        return error("The URL must begin with https://.".to_owned());
    }
    if value.contains(['?', '#']) {
        return error("The URL must end before any ? or #; write %3F or %23 in an object's name.".to_owned());
    }
    let Some(uri) = parse_uri(value) else {
        return error(format!("The URL must have the form {FORM}."));
    };
    if uri.host.contains(['@', ':']) {
        return error("The URL must have neither credentials nor a port in front of its path.".to_owned());
    }
    if uri.object.is_empty() {
        return error("The URL ends before the object: add the name of the object to make.".to_owned());
    }
    if uri.host.starts_with("objectstorage.") {
        Finding::Fine
    } else if uri.host.contains(".objectstorage.") {
        Finding::Warning(
            "This form of host is not documented for exports; the documented one begins with objectstorage."
                .to_owned(),
        )
    } else {
        error("The host must be Object Storage's: objectstorage.{region}.oraclecloud.com.".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "https://objectstorage.us-ashburn-1.oraclecloud.com";

    #[test]
    fn both_documented_forms_pass() {
        for (path, token, object) in [
            ("/n/axaxnpcrorw5/b/image-exports/o/ol8.oci", None, "ol8.oci"),
            ("/p/hush_-1/n/ns/b/b/o/2024/ol8%20a.vdi", Some("hush_-1"), "2024/ol8%20a.vdi"),
        ] {
            let uri = format!("{HOST}{path}");
            assert_eq!(destination_uri(&uri), Finding::Fine, "{uri}");
            let parts = parse_uri(&uri).expect("the documented form");
            assert_eq!((parts.token, parts.object), (token, object));
            assert!(!format!("{parts:?}").contains("hush"));
        }
        let own = "https://ns.objectstorage.us-ashburn-1.oci.customer-oci.com/p/t/n/ns/b/b/o/x";
        assert!(matches!(destination_uri(own), Finding::Warning(_)));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (uri, word) in [
            (String::new(), "Enter the URL"),
            (HOST.replace("https", "http") + "/n/a/b/b/o/x", "https://"),
            (format!("{HOST}/n/a/b/b"), "must have the form"),
            (format!("{HOST}/p//n/a/b/b/o/x"), "must have the form"),
            (format!("{HOST}/p/t/n/a/b/b/o/"), "add the name"),
            (format!("{HOST}/n/a/b/b/o/x?y"), "? or #"),
            (format!("{HOST}/n/a/b/b/o/x y"), "white space"),
            ("https://me:pw@objectstorage.x/n/a/b/b/o/x".to_owned(), "credentials"),
            ("https://example.com/n/a/b/b/o/x".to_owned(), "Object Storage's"),
        ] {
            let Finding::Error(text) = destination_uri(&uri) else { panic!("{uri} is refused") };
            assert!(text.contains(word), "{uri}: {text}");
        }
    }
}
