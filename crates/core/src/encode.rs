//! Percent-encoding that a browser's URL parser leaves alone, so that what is signed is what is
//! sent: everything but RFC 3986 "unreserved" is escaped, upper-case hex.

use std::fmt::Write;

/// Encodes one path segment or one side of a query pair.
#[must_use]
pub fn component(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Decodes `%XX` and `+`; what is not valid UTF-8 afterwards is `None`.
#[must_use]
pub fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'%' => {
                let hex = text.get(at + 1..at + 3)?;
                if !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
                    return None;
                }
                out.push(u8::from_str_radix(hex, 16).ok()?);
                at += 3;
            }
            b'+' => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

/// A query string without the `?`, in the order given; empty when there are no pairs.
#[must_use]
pub fn query<K: AsRef<str>, V: AsRef<str>>(pairs: &[(K, V)]) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(&component(key.as_ref()));
        out.push('=');
        out.push_str(&component(value.as_ref()));
    }
    out
}

/// The pairs of a query string; pairs that do not decode are left out.
#[must_use]
pub fn query_pairs(query: &str) -> Vec<(String, String)> {
    query
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty())
        .filter_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(key)?, decode(value)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_characters_that_encoders_disagree_on_are_escaped() {
        assert_eq!(component("a b+c!'()*~"), "a%20b%2Bc%21%27%28%29%2A~");
        assert_eq!(component("ü/…"), "%C3%BC%2F%E2%80%A6");
    }

    #[test]
    fn a_broken_escape_is_not_guessed() {
        assert_eq!(decode("%"), None);
        assert_eq!(decode("%zz"), None);
        assert_eq!(decode("%+1"), None);
        assert_eq!(decode("%ff"), None);
        assert_eq!(query_pairs("?a=1&%ff=2&b"), [("a".into(), "1".into()), ("b".into(), String::new())]);
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(text in ".*") {
            prop_assert_eq!(decode(&component(&text)), Some(text));
        }
    }
}
