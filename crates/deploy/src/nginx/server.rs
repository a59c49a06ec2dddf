//! The servers: one for each origin, and one for each listening address that refuses other names.

use super::{Names, location, page};
use crate::paths::HIDDEN;
use crate::plan::{Listen, Plan, Site, Tls};
use crate::policy;
use crate::text::Text;

/// Debian's own bundle.
const CERTIFICATES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// A token of a session or of Cloud Foundry takes kilobytes.
const HEADER_BUFFERS: &str = "large_client_header_buffers 4 32k;";

/// Writes upstreams and servers.
pub fn write(text: &mut Text, plan: &Plan, names: &Names) {
    location::upstreams(text, plan, names);
    let mut seen: Vec<&Listen> = Vec::new();
    for site in &plan.sites {
        if !seen.contains(&&site.listen) {
            seen.push(&site.listen);
            refusal(text, &listen(site), site.tls != Tls::Elsewhere);
        }
    }
    for site in &plan.sites {
        let Some(from) = &site.redirect_from else { continue };
        refusal(text, &socket(from), false);
        text.line("");
        text.block("server", |text| {
            text.line(&format!("listen {};", socket(from)));
            text.line(&format!("server_name {};", site.origin.host));
            text.line(&format!("return 301 https://{}$request_uri;", site.origin.authority()));
        });
    }
    for (number, site) in plan.sites.iter().enumerate() {
        text.line("");
        text.block("server", |text| server(text, plan, names, number, site));
    }
}

/// What asks for another name than ours is not ours to answer.
fn refusal(text: &mut Text, listen: &str, tls: bool) {
    text.block("server", |text| {
        text.line(&format!("listen {listen} default_server;"));
        text.line("server_name _;");
        // Counts for every server of this address: the name is not known yet while headers are read.
        text.line(HEADER_BUFFERS);
        text.line(if tls { "ssl_reject_handshake on;" } else { "return 400;" });
    });
}

fn listen(site: &Site) -> String {
    let tls = if site.tls == Tls::Elsewhere { "" } else { " ssl http2" };
    format!("{}{tls}", socket(&site.listen))
}

fn socket(Listen { address, port }: &Listen) -> String {
    address.as_ref().map_or_else(|| port.to_string(), |address| format!("{address}:{port}"))
}

fn server(text: &mut Text, plan: &Plan, names: &Names, number: usize, site: &Site) {
    text.line(&format!("listen {};", listen(site)));
    text.line(&format!("server_name {};", site.origin.host));
    text.line("server_tokens off;");
    text.line("absolute_redirect off;");
    tls(text, &site.tls);
    text.line("");
    headers(text, plan, site);
    text.line("");
    text.line(&format!("set $console_kind {};", if site.page.is_some() { "page" } else { "none" }));
    // What is refused before it is read to its end has no kind yet; that is worth no line in the log.
    text.line("uninitialized_variable_warn off;");
    text.line("if ($console_malformed) { return 400; }");
    if let Some(guard) = &plan.guard {
        text.line(&format!("include {guard};"));
    }
    if !site.routes.is_empty() {
        text.line("");
        proxying(text, plan);
    }
    for (_, route, name) in names.each(plan).filter(|(at, ..)| *at == number) {
        text.line("");
        location::write(text, plan, route, name);
    }
    text.line("");
    match &site.page {
        Some(files) => page::write(text, plan, files),
        None if site.routes.iter().any(|route| route.path.is_empty()) => {}
        None => text.line("location / { return 404; }"),
    }
}

fn tls(text: &mut Text, tls: &Tls) {
    let Tls::Files { certificate, key } = tls else { return };
    text.line(&format!("ssl_certificate {certificate};"));
    text.line(&format!("ssl_certificate_key {key};"));
    text.line("ssl_protocols TLSv1.2 TLSv1.3;");
    text.line("ssl_session_cache shared:console:1m;");
    text.line("ssl_session_tickets off;");
}

/// All headers stand here and none in a location, where they would take the place of these.
fn headers(text: &mut Text, plan: &Plan, site: &Site) {
    text.line("add_header Content-Security-Policy $console_policy always;");
    for (name, value) in policy::fixed(plan, site) {
        text.line(&format!("add_header {name} \"{value}\" always;"));
    }
    text.line("add_header Cache-Control $console_cache;");
    let told = !plan.cors_origins().is_empty();
    if plan.embedded_page().is_some() {
        text.line("add_header Cross-Origin-Resource-Policy $console_resources always;");
        text.line("add_header Vary $console_vary always;");
        text.line("add_header Access-Control-Allow-Origin $console_reader always;");
        text.line("add_header Access-Control-Allow-Credentials $console_credentials always;");
    } else {
        let resources = policy::resources(plan);
        text.line(&format!("add_header Cross-Origin-Resource-Policy \"{resources}\" always;"));
        if told {
            text.line("add_header Vary Origin always;");
            text.line("add_header Access-Control-Allow-Origin $console_origin always;");
        }
    }
    if told && plan.sites.iter().any(|site| !site.routes.is_empty()) {
        text.line("add_header Access-Control-Allow-Methods $console_methods always;");
        text.line("add_header Access-Control-Allow-Headers $console_headers always;");
        text.line("add_header Access-Control-Max-Age $console_max_age always;");
        text.line("add_header Access-Control-Expose-Headers $console_exposed always;");
    }
}

fn proxying(text: &mut Text, plan: &Plan) {
    let certificates = plan.trusted_certificates.as_deref().unwrap_or(CERTIFICATES);
    text.line("# A request is sent once: what fails is for the console to say, not to be sent again.");
    text.line("proxy_next_upstream off;");
    text.line("proxy_http_version 1.1;");
    text.line("proxy_redirect off;");
    text.line("proxy_buffering off;");
    text.line("proxy_connect_timeout 10s;");
    text.line("proxy_ssl_server_name on;");
    text.line("proxy_ssl_verify on;");
    text.line("proxy_ssl_verify_depth 5;");
    text.line(&format!("proxy_ssl_trusted_certificate {certificates};"));
    text.line("client_max_body_size 256k;");
    text.line("client_body_buffer_size 256k;");
    if let Some(resolver) = &plan.resolver {
        text.line(&format!("resolver {resolver} valid=30s;"));
    }
    text.line("# The console reads these two; nginx would put its own in their place.");
    text.line("proxy_pass_header Date;");
    text.line("proxy_pass_header Server;");
    text.line("# An upstream must not steer this server, nor speak for the console's origin.");
    text.line(
        "proxy_ignore_headers X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering \
         X-Accel-Charset;",
    );
    for name in HIDDEN {
        text.line(&format!("proxy_hide_header {name};"));
    }
}
