//! Query and body in one bag, where the body wins (section 1).

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use md5::{Digest, Md5};
use serde_json::Value;

use super::problem::Problem;
use crate::wire::{Request, query};

/// Larger bodies are refused.
const MAX_BODY: usize = 100_000;

/// The parameters of one request.
#[derive(Clone, Debug, Default)]
pub struct Params(BTreeMap<String, Value>);

impl Params {
    /// Reads both sources; early 400, 413 and 415 when the body is no good.
    pub fn read(request: &Request) -> Result<Self, Problem> {
        let mut params: BTreeMap<String, Value> =
            query::pairs(request.query()).into_iter().map(|(name, value)| (name, value.into())).collect();
        if !matches!(request.method.as_str(), "GET" | "HEAD" | "DELETE") {
            params.extend(body(request)?);
        }
        Ok(Self(params))
    }

    /// The raw value, explicit nulls included.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A non-empty string.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// A value as the text a query would have: numbers and booleans count too.
    pub fn word(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    /// All pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

fn body(request: &Request) -> Result<Vec<(String, Value)>, Problem> {
    if request.body.len() > MAX_BODY {
        let message = format!("Request body size exceeds {MAX_BODY}");
        return Err(Problem::new(413, "PayloadTooLargeError", message).early());
    }
    if let Some(digest) = request.header("content-md5")
        && digest != STANDARD.encode(Md5::digest(&request.body))
    {
        return Err(Problem::new(400, "BadDigest", "Content-MD5 did not match").early());
    }
    if request.body.is_empty() {
        return Ok(Vec::new());
    }
    let content_type = request.header("content-type").unwrap_or("application/octet-stream");
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let text = String::from_utf8_lossy(&request.body);
    match kind.as_str() {
        "application/json" => match serde_json::from_str(&text) {
            Ok(Value::Object(fields)) => Ok(fields.into_iter().collect()),
            Ok(_) => Ok(Vec::new()),
            Err(error) => Err(Problem::new(400, "InvalidContent", format!("Invalid JSON: {error}")).early()),
        },
        "application/x-www-form-urlencoded" => {
            Ok(query::pairs(&text).into_iter().map(|(name, value)| (name, value.into())).collect())
        }
        "multipart/form-data" => Ok(multipart(content_type, &text)),
        _ => Err(Problem::new(415, "UnsupportedMediaTypeError", kind).early()),
    }
}

/// The text fields of a multipart form.
fn multipart(content_type: &str, body: &str) -> Vec<(String, Value)> {
    let Some((_, boundary)) = content_type.split_once("boundary=") else {
        return Vec::new();
    };
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    let field = |part: &str| {
        let (head, value) = part.split_once("\r\n\r\n")?;
        let (_, name) = head.split_once("name=\"")?;
        let (name, _) = name.split_once('"')?;
        Some((name.to_owned(), value.strip_suffix("\r\n")?.into()))
    };
    body.split(&delimiter).filter_map(field).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn posted(content_type: &str, body: &str) -> Result<Params, Problem> {
        let mut request = Request::new("POST", "h", "/my/images?name=query&action=export");
        request.headers.push("content-type", content_type);
        request.body = body.into();
        Params::read(&request)
    }

    #[test]
    fn the_body_wins_over_the_query() {
        for (kind, body) in [
            ("application/json; charset=utf-8", r#"{"name":"body"}"#),
            ("application/x-www-form-urlencoded", "name=body"),
            (
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nbody\r\n--x--\r\n",
            ),
        ] {
            let params = posted(kind, body).unwrap();
            assert_eq!(params.get("name"), Some(&json!("body")), "{kind}");
            assert_eq!(params.text("action"), Some("export"), "{kind}");
        }
    }

    #[test]
    fn bodies_that_are_no_good() {
        assert_eq!(posted("application/json", r#"{"name":"x",}"#).unwrap_err().status, 400);
        assert_eq!(posted("text/plain", "name").unwrap_err().status, 415);
        let large = format!("{{\"name\":\"{}\"}}", "x".repeat(100_000));
        assert_eq!(posted("application/json", &large).unwrap_err().status, 413);
    }
}
