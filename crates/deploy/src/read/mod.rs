//! From the texts of `config.json` and `deployment.json` to a [`Plan`], naming every fault.

mod access;
mod reader;
mod routes;
mod site;
mod target;

#[cfg(test)]
mod tests;

use image_console_core::config;
use serde_json::Value;

use crate::Fault;
use crate::plan::{Plan, Site};
use crate::url::Origin;
use reader::Reader;

const MEMBERS: [&str; 10] = [
    "page",
    "api",
    "allowedOrigins",
    "elsewhere",
    "guard",
    "resolver",
    "trustedCertificates",
    "brotli",
    "upstreams",
    "routes",
];

/// Reads both files to their end.
pub fn plan(config: &str, deployment: &str) -> Result<Plan, Vec<Fault>> {
    let config = config::parse(config);
    let mut faults: Vec<Fault> = config.faults.iter().map(|fault| at("config.json", fault)).collect();
    let mut reader = Reader::default();
    let (embedding, wrong) = embedding(&config);
    faults.extend(wrong.iter().map(|fault| at("config.json", fault)));
    let plan = match object(deployment) {
        Ok(root) => whole(&mut reader, &root, &config, embedding),
        Err(message) => {
            reader.fault("", message);
            None
        }
    };
    faults.extend(reader.faults.iter().map(|fault| at("deployment.json", fault)));
    match plan {
        Some(plan) if faults.is_empty() => Ok(plan),
        _ => Err(faults),
    }
}

fn object(text: &str) -> Result<Value, String> {
    let root: Value =
        serde_json::from_str(text).map_err(|error| format!("The file is not JSON: {error}."))?;
    if root.is_object() { Ok(root) } else { Err("The file must be a JSON object.".to_owned()) }
}

fn at(file: &str, fault: &Fault) -> Fault {
    let dot = if fault.place.is_empty() { "" } else { ": " };
    Fault { place: format!("{file}{dot}{}", fault.place), message: fault.message.clone() }
}

/// The sites that may show the page in a frame. `config.json` says it, because the page itself looks
/// there, too, before it believes the site around it.
fn embedding(config: &config::Config) -> (Vec<Origin>, Vec<Fault>) {
    let mut reader = Reader::default();
    let mut origins = Vec::new();
    for (index, text) in config.embedding.iter().enumerate() {
        let place = format!("embedding.origins[{index}]");
        if config.faults.iter().all(|fault| fault.place != place) {
            origins.extend(reader.checked(&place, Origin::parse(text)));
        }
    }
    (origins, reader.faults)
}

/// Names the members that nobody knows, and the one that has moved.
fn known(reader: &mut Reader, root: &Value) {
    let mut root = root.clone();
    if let Some(sites) = root.as_object_mut().and_then(|members| members.remove("frameAncestors")) {
        let message = format!(
            "is now in config.json, where the page reads it, too: \"embedding\": {{\"origins\": {sites}}}"
        );
        reader.fault("frameAncestors", message);
    }
    reader.known(&root, "", &MEMBERS);
}

fn whole(reader: &mut Reader, root: &Value, config: &config::Config, embedding: Vec<Origin>) -> Option<Plan> {
    known(reader, root);
    let page = site::page(reader, root);
    let api = site::api(reader, root);
    if root.get("page").is_none() && root.get("api").is_none() {
        reader.fault("page", "is missing: where the console is served, or \"api\" for the proxy alone");
    }
    let mut sites: Vec<Site> = page.into_iter().chain(api).collect();
    if let [page, api] = sites.as_slice()
        && page.origin == api.origin
    {
        reader.fault("api.origin", "is the page's own: leave \"api\" out when all is on one origin");
    }
    let allowed_origins = access::origins(reader, root, "allowedOrigins");
    let elsewhere = access::origins(reader, root, "elsewhere");
    let guard = access::file(reader, root, "", "guard");
    let resolver = access::resolver(reader, root);
    let trusted_certificates = access::file(reader, root, "", "trustedCertificates");
    let brotli = reader.flag(root, "brotli");
    let mut routes = routes::of_connections(reader, root, &config.connections, &sites, &elsewhere);
    routes.extend(routes::further(reader, root, &sites));
    for (site, route) in routes::settled(reader, routes, guard.is_some()) {
        if let Some(site) = sites.get_mut(site) {
            site.routes.push(route);
        }
    }
    for site in &mut sites {
        // The longest first, so that the first that fits is the right one.
        site.routes.sort_by(|a, b| b.path.len().cmp(&a.path.len()).then_with(|| a.path.cmp(&b.path)));
    }
    let connect = connect(&sites, elsewhere);
    let read_only = config.read_only.is_some();
    let has_page = sites.iter().any(|site| site.page.is_some());
    let embedding = if has_page { embedding } else { Vec::new() };
    Some(Plan {
        sites,
        allowed_origins,
        connect,
        embedding,
        read_only,
        guard,
        resolver,
        trusted_certificates,
        brotli,
    })
}

/// The API's own origin where it has one, and those that somebody else serves.
fn connect(sites: &[Site], elsewhere: Vec<Origin>) -> Vec<Origin> {
    let api = sites.iter().filter(|site| site.page.is_none()).map(|site| site.origin.clone());
    let mut connect: Vec<Origin> = api.collect();
    for origin in elsewhere {
        if !connect.contains(&origin) {
            connect.push(origin);
        }
    }
    connect
}
