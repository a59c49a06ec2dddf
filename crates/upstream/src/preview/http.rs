//! The request as it stands on the wire.

use std::fmt::Write;

use image_console_core::Request;

use super::{Auth, Part};

/// The request as HTTP/1.1 text. `endpoint` is the whole URL of the upstream's root; a page whose
/// endpoint is a path puts its own origin before it.
#[must_use]
pub fn http(endpoint: &str, request: &Request, auth: &Auth) -> String {
    let (host, prefix) = split(endpoint);
    let mut out = format!("{} {prefix}{} HTTP/1.1\n", request.method, request.target);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "Host: {host}");
    for (name, value) in request.headers.iter() {
        let _ = writeln!(out, "{name}: {value}");
    }
    for (name, parts) in &auth.headers {
        let _ = write!(out, "{name}: ");
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Later { placeholder, .. } => {
                    let _ = write!(out, "<{placeholder}>");
                }
            }
        }
        out.push('\n');
    }
    if let Some(body) = &request.body {
        let _ = write!(out, "\n{body}\n");
    }
    out
}

/// Host and path of an endpoint, the path without a final slash.
fn split(endpoint: &str) -> (&str, &str) {
    let rest = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let at = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at(at);
    (host, path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image_console_core::Method;
    use serde_json::json;

    #[test]
    fn a_request_reads_as_it_is_sent_with_placeholders_for_secrets() {
        let request = Request::new(Method::Post, "/my/images?action=clone")
            .header("Accept", "application/json")
            .json(&json!({"a": "ü"}));
        assert_eq!(
            http("https://proxy.example.com/us-east-1/", &request, &Auth::bearer()),
            "POST /us-east-1/my/images?action=clone HTTP/1.1\n\
             Host: proxy.example.com\n\
             Accept: application/json\n\
             Content-Type: application/json\n\
             Authorization: Bearer <token>\n\
             \n\
             {\"a\":\"ü\"}\n"
        );
    }
}
