//! The `oci` command line: what all its commands begin and end with, and its raw request, which can
//! send what the other commands have no option for (a retry token, a filter).

use image_console_core::Request;
use serde_json::{Map, Value};

use super::shown;
use crate::oci::filter::Filter;
use crate::preview::shell::{self, comment, quote};

/// Commands for one connection. Which profile of the command line belongs to it is not known here,
/// so a comment names the connection.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cli<'a> {
    /// The connection's name.
    pub connection: &'a str,
    /// The region's identifier; may be empty.
    pub region: &'a str,
    /// Whether the connection signs with a session token.
    pub session_token: bool,
}

impl Cli<'_> {
    /// A command from its words, options as pairs (without `--`), and comments before it.
    #[must_use]
    pub fn command(&self, words: &str, options: &[(&str, &str)], comments: &[&str]) -> String {
        let mut groups = vec![format!("oci {words}")];
        for (name, value) in options {
            // A flag has no value; a value that begins with a hyphen would be taken for an option.
            groups.push(match *value {
                "" => format!("--{name}"),
                value if value.starts_with('-') => quote(&format!("--{name}={value}")),
                value => format!("--{name} {}", quote(value)),
            });
        }
        if !self.region.is_empty() {
            groups.push(format!("--region {}", quote(self.region)));
        }
        if self.session_token {
            groups.push("--auth security_token".to_owned());
        }
        let mut lines = vec![comment(&format!("with an oci profile for {}", self.connection))];
        lines.extend(comments.iter().map(|text| comment(text)));
        lines.push(shell::lines(&groups));
        lines.join("\n")
    }

    /// A list with its filter, all pages. `renamed` are parameters that the command calls otherwise.
    #[must_use]
    pub fn list(&self, words: &str, compartment: &str, filter: &Filter, renamed: &[(&str, &str)]) -> String {
        let name = |param: &str| {
            let own = renamed.iter().find(|(api, _)| *api == param);
            own.map_or_else(|| kebab(param), |(_, own)| (*own).to_owned())
        };
        let mut options = vec![("compartment-id".to_owned(), compartment)];
        options.extend(filter.pairs().map(|(param, value)| (name(param), value)));
        options.push(("all".to_owned(), ""));
        let options: Vec<_> = options.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        self.command(words, &options, &[])
    }
}

/// The very same request by the command line's raw request, which signs by itself. `endpoint` is the
/// service's own root.
#[must_use]
pub fn raw_request(cli: &Cli<'_>, endpoint: &str, request: &Request) -> String {
    let request = shown(request);
    // It sets the content type itself.
    let headers: Map<String, Value> = request
        .headers
        .iter()
        .filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"))
        .map(|(name, value)| (name.to_owned(), Value::from(value)))
        .collect();
    let headers = Value::Object(headers).to_string();
    let uri = format!("{}{}", endpoint.trim_end_matches('/'), request.target);
    let mut options =
        vec![("http-method", request.method.as_str()), ("target-uri", &uri), ("request-headers", &headers)];
    if let Some(body) = &request.body {
        options.push(("request-body", body));
    }
    cli.command("raw-request", &options, &[])
}

/// `compartmentIdInSubtree` as the command line writes it.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
