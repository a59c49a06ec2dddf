//! Percent-encoded text: query strings, form bodies, path segments.

/// The decoded pairs of a query string or of a form body, in order.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name, true), decode(value, true))
        })
        .collect()
}

/// A decoded path segment; a plus sign stays one.
pub fn segment(text: &str) -> String {
    decode(text, false)
}

/// RFC 3986 encoding that leaves only unreserved characters, as pre-signed addresses need it
/// (CloudAPI contract, section 2.2).
pub fn encode(text: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn decode(text: &str, form: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        match (first, hex_pair(tail)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
                continue;
            }
            (b'+', _) if form => bytes.push(b' '),
            _ => bytes.push(first),
        }
        rest = tail;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_pair(bytes: &[u8]) -> Option<u8> {
    let pair = std::str::from_utf8(bytes.get(..2)?).ok()?;
    u8::from_str_radix(pair, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_pairs_and_leaves_broken_escapes_alone() {
        let expected = [("name", "~a b"), ("x", "100%"), ("y", "")].map(|(k, v)| (k.into(), v.into()));
        assert_eq!(pairs("name=~a%20b&x=100%&&y"), expected);
        assert_eq!(pairs("a=1+2")[0].1, "1 2");
        assert_eq!(segment("a+b%2Fc"), "a+b/c");
    }

    #[test]
    fn encodes_what_encode_uri_component_leaves() {
        assert_eq!(encode("a!'()*~/é"), "a%21%27%28%29%2A~%2F%C3%A9");
    }
}
