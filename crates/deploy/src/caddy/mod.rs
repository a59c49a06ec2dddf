//! The configuration of Caddy: a whole Caddyfile.
//!
//! Every rule looks at `{http.request.orig_uri}`, the bytes that the client sent. `uri strip_prefix`
//! keeps the encoding of what it leaves.

mod page;
mod proxy;
mod site;

use crate::Fault;
use crate::plan::{Listen, Plan, Site, Tls};
use crate::text::Text;

/// Writes the file.
///
/// # Errors
/// What only nginx can do.
pub fn write(plan: &Plan) -> Result<String, Vec<Fault>> {
    let faults = impossible(plan);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut text = Text::new("\t");
    text.line("# Written by `cargo xtask deploy-config caddy` from config.json and deployment.json:");
    text.line("# change those and write it anew. It is a whole Caddyfile.");
    text.block("", |text| {
        text.line("admin off");
        if plan.sites.iter().all(|site| site.tls != Tls::Automatic) {
            text.line("auto_https off");
        }
        text.block("servers", |text| text.line("protocols h1 h2"));
    });
    let mut seen: Vec<&Listen> = Vec::new();
    for site in &plan.sites {
        text.line("");
        site::write(&mut text, plan, site);
        if !seen.contains(&&site.listen) && site.tls != Tls::Automatic {
            seen.push(&site.listen);
            text.line("");
            site::refusal(&mut text, site);
        }
        if let Some(from) = site.redirect_from.as_ref().filter(|_| site.tls != Tls::Automatic) {
            text.line("");
            site::redirect(&mut text, site, from);
        }
    }
    Ok(text.finish().replace("\n {\n", "\n{\n"))
}

fn impossible(plan: &Plan) -> Vec<Fault> {
    let routes = |site: &'_ Site| site.routes.clone();
    let mut faults = Vec::new();
    for route in plan.sites.iter().flat_map(routes).filter(|route| !route.address().path.is_empty()) {
        faults.push(Fault {
            place: format!("deployment.json: address of {}", route.title),
            message:
                "has a path, which Caddy would put in front only by encoding all of it anew: signatures \
                      would not survive"
                    .to_owned(),
        });
    }
    faults
}

/// A text within the back ticks of an expression.
fn cel(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
