//! The configuration of nginx: one file for the inside of `http { }`, as in Debian's `conf.d`.
//!
//! Paths are never written anew: what is handed on is cut from `$request_uri`, the bytes that the
//! client sent, because a signature covers them. nginx chooses the location by its own reading of the
//! path; where that differs from the bytes, nothing is cut out and the request is refused.

mod location;
mod maps;
mod page;
mod server;

use crate::Fault;
use crate::plan::{Credentials, Plan, Route, Tls};
use crate::quote;
use crate::text::Text;

/// Writes the file.
///
/// # Errors
/// What only Caddy can do.
pub fn write(plan: &Plan) -> Result<String, Vec<Fault>> {
    let faults = impossible(plan);
    if !faults.is_empty() {
        return Err(faults);
    }
    let names = Names::of(plan);
    let mut text = Text::new("    ");
    text.line("# Written by `cargo xtask deploy-config nginx` from config.json and deployment.json:");
    text.line("# change those and write it anew. It belongs into http { }, as conf.d/image-console.conf.");
    text.line("");
    maps::write(&mut text, plan, &names);
    server::write(&mut text, plan, &names);
    Ok(text.finish())
}

/// What the routes are called in variables, in the order of the plan.
pub struct Names(Vec<String>);

impl Names {
    fn of(plan: &Plan) -> Self {
        let mut names = Vec::new();
        for route in plan.sites.iter().flat_map(|site| &site.routes) {
            let name = quote::name(&route.path, &names);
            names.push(name);
        }
        Self(names)
    }

    /// Every route of the plan with the number of its site and its name.
    fn each<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = (usize, &'a Route, &'a str)> {
        let routes = plan.sites.iter().enumerate();
        let routes = routes.flat_map(|(number, site)| site.routes.iter().map(move |route| (number, route)));
        routes.zip(&self.0).map(|((number, route), name)| (number, route, name.as_str()))
    }
}

fn impossible(plan: &Plan) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |place: String, message: &str| faults.push(Fault { place, message: message.to_owned() });
    for site in &plan.sites {
        if site.tls == Tls::Automatic {
            fault(
                format!("deployment.json: tls of {}", site.origin),
                "is automatic, which only Caddy does: name certificate and key",
            );
        }
        for route in &site.routes {
            if matches!(route.credentials, Some(Credentials::Environment { .. })) {
                fault(
                    format!("deployment.json: credentials of {}", route.title),
                    "come from the environment, which nginx does not read: name a file",
                );
            }
        }
    }
    faults
}
