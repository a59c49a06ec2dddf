//! The `Authorization: Signature …` header and the text that it covers (section 2.2).

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::wire::Request;

/// What a request claims.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// As sent.
    pub key_id: String,
    /// Names of what is signed, in lower case and in the order declared.
    pub signed: Vec<String>,
    /// Decoded.
    pub signature: Vec<u8>,
}

/// Reads the header; none when there is none, or anything in it is not of version 1.
pub fn read(request: &Request) -> Option<Credentials> {
    let (scheme, rest) = request.header("authorization")?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("signature") {
        return None;
    }
    let fields = fields(rest)?;
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    if field("version")? != "1" || field("algorithm")? != "rsa-sha256" {
        return None;
    }
    Some(Credentials {
        key_id: field("keyId")?.to_owned(),
        signed: field("headers")?.split(' ').map(str::to_ascii_lowercase).collect(),
        signature: STANDARD.decode(field("signature")?).ok()?,
    })
}

/// One line per signed item, joined without a final newline; none when one of them was not sent.
pub fn signing_string(request: &Request, signed: &[String]) -> Option<String> {
    let line = |name: &String| -> Option<String> {
        match name.as_str() {
            "(request-target)" => {
                Some(format!("(request-target): {} {}", request.method.to_ascii_lowercase(), request.target))
            }
            _ => Some(format!("{name}: {}", request.header(name)?.trim())),
        }
    };
    Some(signed.iter().map(line).collect::<Option<Vec<_>>>()?.join("\n"))
}

/// `name="value"` pairs in any order, separated by commas with or without spaces.
fn fields(text: &str) -> Option<Vec<(String, String)>> {
    let mut fields = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, tail) = rest.split_once("=\"")?;
        let (value, tail) = tail.split_once('"')?;
        fields.push((name.trim().to_owned(), value.to_owned()));
        rest = tail.trim_start();
        match rest.strip_prefix(',') {
            Some(next) => rest = next.trim_start(),
            None if rest.is_empty() => {}
            None => return None,
        }
    }
    Some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_order_and_spaces_but_nothing_left_out() {
        let read = |text: &str| read(&Request::new("GET", "h", "/n").with_header("authorization", text));
        let python = r#"Signature algorithm="rsa-sha256",headers="date (request-target) host",keyId="a/b/c",signature="eA==",version="1""#;
        let found = read(python).unwrap();
        assert_eq!((found.key_id.as_str(), found.signature.as_slice()), ("a/b/c", b"x".as_slice()));
        assert_eq!(found.signed, ["date", "(request-target)", "host"]);
        let documented = r#"Signature version="1", keyId="a/b/c", algorithm="rsa-sha256", headers="date", signature="eA==""#;
        assert!(read(documented).is_some());
        for broken in [
            r#"Signature version="2",keyId="a",algorithm="rsa-sha256",headers="date",signature="eA==""#,
            r#"Signature version="1",keyId="a",algorithm="rsa-sha512",headers="date",signature="eA==""#,
            r#"Signature version="1",keyId="a",algorithm="rsa-sha256",signature="eA==""#,
            r#"Signature version="1",keyId="a",algorithm="rsa-sha256",headers="date",signature="?""#,
            r#"Signature version="1" keyId="a",algorithm="rsa-sha256",headers="date",signature="eA==""#,
            "Basic eA==",
        ] {
            assert!(read(broken).is_none(), "{broken}");
        }
    }
}
