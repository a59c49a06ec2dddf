//! The request as a `curl` command.

use image_console_core::{Method, Request};

use super::shell::{self, quote};
use super::{Auth, Part};

/// The request for a POSIX shell. `endpoint` as in [`super::http`].
#[must_use]
pub fn curl(endpoint: &str, request: &Request, auth: &Auth) -> String {
    let mut groups = vec![format!("curl -sS{}", method(request))];
    for (name, value) in request.headers.iter() {
        groups.push(format!("-H {}", quote(&format!("{name}: {value}"))));
    }
    for (name, parts) in &auth.headers {
        groups.push(format!("-H {}", with_variables(name, parts)));
    }
    if let Some(body) = &request.body {
        groups.push(format!("--data-raw {}", quote(body)));
    }
    groups.push(quote(&format!("{}{}", endpoint.trim_end_matches('/'), request.target)));
    let mut lines = auth.setup.clone();
    lines.push(shell::lines(&groups));
    lines.join("\n")
}

fn method(request: &Request) -> String {
    match request.method {
        Method::Get => String::new(),
        Method::Head => " -I".to_owned(),
        other => format!(" -X {other}"),
    }
}

/// A header in double quotes, so that the shell fills in the variables and nothing else.
fn with_variables(name: &str, parts: &[Part]) -> String {
    let mut out = format!("\"{name}: ");
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(&shell::inside_double_quotes(text)),
            Part::Later { variable, .. } => {
                out.push_str("${");
                out.push_str(variable);
                out.push('}');
            }
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_command_quotes_what_the_shell_would_touch() {
        let request =
            Request::new(Method::Post, "/my/images?action=update").json(&json!({"name": "it's $HOME"}));
        assert_eq!(
            curl("https://dc.example.com/", &request, &Auth::bearer()),
            "curl -sS -X POST \\\n  \
             -H 'Content-Type: application/json' \\\n  \
             -H \"Authorization: Bearer ${TOKEN}\" \\\n  \
             --data-raw '{\"name\":\"it'\\''s $HOME\"}' \\\n  \
             'https://dc.example.com/my/images?action=update'"
        );
    }

    #[test]
    fn a_read_needs_no_method() {
        let request = Request::new(Method::Get, "/--ping");
        assert_eq!(curl("https://dc", &request, &Auth::by_proxy()), "curl -sS https://dc/--ping");
    }
}
