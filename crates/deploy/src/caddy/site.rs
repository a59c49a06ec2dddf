//! One block for each origin, and one for each listening address that refuses other names.

use super::{cel, page, proxy};
use crate::paths::MALFORMED;
use crate::plan::{Listen, Plan, Site, Tls};
use crate::policy;
use crate::text::Text;

/// Writes the block of an origin.
pub fn write(text: &mut Text, plan: &Plan, site: &Site) {
    let Site { origin, listen, .. } = site;
    let head = match site.tls {
        Tls::Automatic => origin.host.clone(),
        Tls::Elsewhere => format!("http://{}:{}", origin.host, listen.port),
        Tls::Files { .. } => format!("https://{}:{}", origin.host, listen.port),
    };
    text.block(&head, |text| {
        within(text, site);
        text.block("route", |text| {
            text.block("header", |text| {
                for (name, value) in policy::fixed(plan, site) {
                    text.line(&format!("{name} \"{value}\""));
                }
                text.line(&format!("Cross-Origin-Resource-Policy \"{}\"", policy::resources(plan)));
                text.line(&format!("Content-Security-Policy \"{}\"", policy::ANSWER));
            });
            cors(text, plan);
            if let Some(guard) = &plan.guard {
                text.line(&format!("import {guard}"));
            }
            text.line("# Dot segments however they are spelt, empty parts, NUL: no client of the console sends them.");
            let pattern = cel(&format!("(?i){MALFORMED}"));
            text.line(&format!("@malformed expression `{{http.request.orig_uri}}.matches({pattern})`"));
            text.line("respond @malformed 400");
            for (number, route) in site.routes.iter().enumerate() {
                text.line("");
                proxy::write(text, plan, route, number);
            }
            text.line("");
            if let Some(files) = &site.page {
                page::write(text, plan, files);
            }
            text.line("respond 404");
        });
    });
}

/// Sends visitors without TLS here, and refuses other names there, too.
pub fn redirect(text: &mut Text, site: &Site, from: &Listen) {
    let Site { origin, .. } = site;
    let bind = |text: &mut Text| {
        if let Some(address) = &from.address {
            text.line(&format!("bind {}", address.trim_matches(['[', ']'])));
        }
    };
    text.block(&format!("http://{}:{}", origin.host, from.port), |text| {
        bind(text);
        text.line(&format!("redir https://{}{{http.request.orig_uri}} permanent", origin.authority()));
    });
    text.line("");
    text.block(&format!("http://:{}", from.port), |text| {
        bind(text);
        text.line("respond 400");
    });
}

/// What asks for another name than ours is not ours to answer.
pub fn refusal(text: &mut Text, site: &Site) {
    let scheme = if site.tls == Tls::Elsewhere { "http" } else { "https" };
    text.block(&format!("{scheme}://:{}", site.listen.port), |text| {
        within(text, site);
        text.line("respond 400");
    });
}

fn within(text: &mut Text, site: &Site) {
    if let Some(address) = &site.listen.address {
        text.line(&format!("bind {}", address.trim_matches(['[', ']'])));
    }
    if let Tls::Files { certificate, key } = &site.tls {
        text.line(&format!("tls {certificate} {key}"));
    }
}

/// Pages of other origins are told by CORS that they may read; a preflight gets the rest with its root.
fn cors(text: &mut Text, plan: &Plan) {
    let told: Vec<String> = plan.cors_origins().into_iter().map(|origin| cel(&origin.to_string())).collect();
    if told.is_empty() {
        return;
    }
    text.line("header Vary Origin");
    text.line(&format!("@told expression `{{http.request.header.Origin}} in [{}]`", told.join(", ")));
    text.line("header @told Access-Control-Allow-Origin {http.request.header.Origin}");
}
