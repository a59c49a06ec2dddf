//! One block for each proxied root.

use super::cel;
use crate::paths::{HIDDEN, WITHHELD};
use crate::plan::{Credentials, Plan, Route};
use crate::text::Text;

/// Bytes of a request's body, as in nginx: 256 KiB.
const MOST: u32 = 256 << 10;

/// Everything below the root of a route.
pub fn write(text: &mut Text, plan: &Plan, route: &Route, number: usize) {
    let path = cel(&format!("{}/", route.path));
    text.line(&format!("# {}", route.title));
    text.line(&format!("@root{number} expression `{{http.request.orig_uri}}.startsWith({path})`"));
    text.block(&format!("route @root{number}"), |text| {
        text.line("header Cache-Control no-store");
        refusals(text, plan, route);
        // What is announced as too long gets its own status; what turns out to be is cut off.
        let length = "{http.request.header.Content-Length}";
        text.line(&format!("@long expression `{length} != \"\" && int({length}) > {MOST}`"));
        text.line("respond @long 413");
        text.block("request_body", |text| text.line(&format!("max_size {MOST}")));
        if !route.path.is_empty() {
            text.line(&format!("uri strip_prefix {}", route.path));
        }
        if !route.browser_authenticates {
            // Here rather than at the upstream, where Caddy would take off what it has just added.
            for header in route.kind.identity() {
                text.line(&format!("request_header -{header}"));
            }
        }
        let address = route.address();
        let server = format!("{}://{}", address.origin.scheme(), address.origin.authority());
        text.block(&format!("reverse_proxy {server}"), |text| upstream(text, plan, route));
    });
}

fn refusals(text: &mut Text, plan: &Plan, route: &Route) {
    let origin = "{http.request.header.Origin}";
    let known: Vec<String> = plan.known_origins().map(|origin| cel(&origin.to_string())).collect();
    text.line(&format!(
        "@foreign expression `!({origin} in [\"\", {}]) || ({origin} == \"\" && \
         {{http.request.header.Sec-Fetch-Site}} in [\"cross-site\", \"same-site\"])`",
        known.join(", ")
    ));
    text.line("respond @foreign 403");
    let told: Vec<String> = plan.cors_origins().into_iter().map(|origin| cel(&origin.to_string())).collect();
    let methods = plan.methods(route.kind);
    if !told.is_empty() {
        text.line(&format!(
            "@preflight expression `{{http.request.method}} == \"OPTIONS\" && {origin} in [{}]`",
            told.join(", ")
        ));
        text.block("route @preflight", |text| {
            text.line(&format!("header Access-Control-Allow-Methods \"{}\"", methods.join(", ")));
            let headers = route.kind.request_headers().join(", ");
            text.line(&format!("header Access-Control-Allow-Headers \"{headers}\""));
            text.line("header Access-Control-Max-Age 600");
            text.line("respond 204");
        });
        let exposed = route.kind.exposed_headers().join(", ");
        text.line(&format!("header @told Access-Control-Expose-Headers \"{exposed}\""));
    }
    text.line(&format!("@method not method {}", methods.join(" ")));
    text.line("respond @method 405");
}

fn upstream(text: &mut Text, plan: &Plan, route: &Route) {
    text.line("flush_interval -1");
    text.line(&format!("header_up Host {}", route.upstream.origin.authority()));
    for header in WITHHELD {
        text.line(&format!("header_up -{header}"));
    }
    match &route.credentials {
        Some(Credentials::File(file)) => {
            text.line("# header_up Authorization …: known to this server alone.");
            text.line(&format!("import {file}"));
        }
        Some(Credentials::Environment { header, variable }) => {
            text.line(&format!("header_up {header} {{env.{variable}}}"));
        }
        None => {}
    }
    for header in HIDDEN {
        text.line(&format!("header_down -{header}"));
    }
    text.block("transport http", |text| {
        text.line("dial_timeout 10s");
        text.line(&format!("response_header_timeout {}s", route.kind.read_seconds()));
        // Otherwise a request without Accept-Encoding would get one.
        text.line("compression off");
        let address = route.address();
        if address.origin.https {
            text.line(&format!("tls_server_name {}", address.origin.host));
            if let Some(certificates) = &plan.trusted_certificates {
                text.line(&format!("tls_trusted_ca_certs {certificates}"));
            }
        }
    });
}
