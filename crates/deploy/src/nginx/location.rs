//! One location for each proxied root.

use super::Names;
use crate::paths::WITHHELD;
use crate::plan::{Credentials, Plan, Route};
use crate::text::Text;

/// The servers behind the roots, looked up when nginx starts; with a `resolver` none are needed.
pub fn upstreams(text: &mut Text, plan: &Plan, names: &Names) {
    if plan.resolver.is_some() {
        return;
    }
    for (_, route, name) in names.each(plan) {
        let socket = route.address().origin.socket();
        text.line(&format!("upstream console_{name} {{ server {socket}; }}"));
    }
    if !names.0.is_empty() {
        text.line("");
    }
}

/// Everything below the root of a route.
pub fn write(text: &mut Text, plan: &Plan, route: &Route, name: &str) {
    let address = route.address();
    let server = match plan.resolver {
        Some(_) => address.origin.socket(),
        None => format!("console_{name}"),
    };
    text.line(&format!("# {}", route.title));
    text.block(&format!("location ^~ {}/", route.path), |text| {
        text.line(&format!("set $console_kind {};", route.kind.word()));
        text.line(&format!("if ($console_to_{name} = \"\") {{ return 400; }}"));
        text.line("if ($console_foreign) { return 403; }");
        text.line("if ($console_options = preflight) { return 204; }");
        let methods = plan.methods(route.kind).join("|");
        text.line(&format!("if ($request_method !~ \"^({methods})$\") {{ return 405; }}"));
        text.line("");
        let scheme = address.origin.scheme();
        text.line(&format!("proxy_pass {scheme}://{server}{}$console_to_{name};", address.path));
        // The host of the certificate is that of where the connection goes.
        if address.origin.https {
            text.line(&format!("proxy_ssl_name {};", address.origin.host));
        }
        text.line(&format!("proxy_read_timeout {}s;", route.kind.read_seconds()));
        text.line(&format!("proxy_send_timeout {}s;", route.kind.read_seconds()));
        text.line(&format!("proxy_set_header Host {};", route.upstream.origin.authority()));
        for header in WITHHELD {
            text.line(&format!("proxy_set_header {header} \"\";"));
        }
        if !route.browser_authenticates {
            for header in route.kind.identity() {
                text.line(&format!("proxy_set_header {header} \"\";"));
            }
        }
        if let Some(Credentials::File(file)) = &route.credentials {
            text.line("# proxy_set_header Authorization …: known to this server alone.");
            text.line(&format!("include {file};"));
        }
    });
}
