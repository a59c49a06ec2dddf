//! The proxied roots: those of the connections, and further ones for connections that people add in
//! the browser.

use image_console_core::Service;
use image_console_core::config::{Authentication, Connection};
use serde_json::Value;

use super::reader::{Reader, place};
use super::target::{self, Target};
use crate::kinds::Kind;
use crate::plan::{Route, Site};
use crate::url::{Origin, Url, plain_path};

/// A route, the number of the site that it belongs to, and the place it comes from.
pub struct Found {
    site: usize,
    route: Route,
    place: String,
}

/// The roots of all services of all connections.
pub fn of_connections(
    reader: &mut Reader,
    root: &Value,
    connections: &[Connection],
    sites: &[Site],
    elsewhere: &[Origin],
) -> Vec<Found> {
    let mut routes = Vec::new();
    let upstreams = reader.object(root, "", "upstreams");
    if let Some(upstreams) = upstreams {
        let ids: Vec<&str> = connections.iter().map(|connection| connection.id.as_str()).collect();
        for (name, entry) in upstreams.as_object().into_iter().flatten() {
            let at = place("upstreams", name);
            let Some(connection) = connections.iter().find(|connection| connection.id == *name) else {
                reader.fault(&at, format!("is no connection of config.json; those are {}", ids.join(", ")));
                continue;
            };
            let words: Vec<&str> = Service::ALL
                .into_iter()
                .filter(|service| connection.root(*service).is_some())
                .map(Service::word)
                .collect();
            if entry.is_object() {
                reader.known(entry, &at, &words);
            } else if !(entry.is_string() && words.contains(&"api")) {
                reader.fault(&at, format!("must be an object with members of {}", words.join(", ")));
            }
        }
    }
    for connection in connections {
        for service in Service::ALL {
            let Some(endpoint) = connection.root(service) else { continue };
            let place = format!("{} of the connection {}", service.word(), connection.id);
            let located = match located(reader, &place, endpoint, sites, elsewhere) {
                Place::Elsewhere => continue,
                Place::Here(site, path) => Some((site, path)),
                Place::Wrong => None,
            };
            let found = target::of_service(reader, root, connection, service);
            let kind = Kind::of(connection.kind().word(), service);
            if kind.is_none() {
                reader.fault(&place, "is of a kind that no rules for a proxy are known for");
            }
            let (Some((site, path)), Some(target), Some(kind)) = (located, found, kind) else { continue };
            let title = format!("{}, {}", connection.id, service.word());
            let signs = connection.authentication != Authentication::Proxy;
            routes.push(Found { site, route: route(path, title, kind, target, signs), place });
        }
    }
    routes
}

/// The roots in `routes`.
pub fn further(reader: &mut Reader, root: &Value, sites: &[Site]) -> Vec<Found> {
    let mut routes = Vec::new();
    for (index, entry) in reader.list(root, "routes").iter().enumerate() {
        let at = format!("routes[{index}]");
        if !entry.is_object() {
            reader.fault(&at, "must be an object with endpoint, kind and url");
            continue;
        }
        reader.known(entry, &at, &["endpoint", "kind", "url", "via", "credentials"]);
        let endpoint = reader.needed(entry, &at, "endpoint", "its address, as in config.json");
        let located =
            endpoint.and_then(|text| match located(reader, &place(&at, "endpoint"), text, sites, &[]) {
                Place::Here(site, path) => Some((site, path)),
                Place::Elsewhere | Place::Wrong => None,
            });
        let words = Kind::ALL.map(Kind::word).join(", ");
        let kind = reader.needed(entry, &at, "kind", &format!("one of {words}")).and_then(|word| {
            let kind = Kind::parse(word);
            if kind.is_none() {
                reader.fault(&place(&at, "kind"), format!("must be one of {words}"));
            }
            kind
        });
        let target = target::written(reader, entry, &at, None);
        let (Some((site, path)), Some(kind), Some(target)) = (located, kind, target) else { continue };
        let title = format!("routes[{index}]");
        let signs = target.credentials.is_none();
        routes.push(Found { site, route: route(path, title, kind, target, signs), place: at });
    }
    routes
}

fn route(path: String, title: String, kind: Kind, target: Target, browser_authenticates: bool) -> Route {
    let Target { url, via, credentials } = target;
    Route { path, title, kind, upstream: url, via, browser_authenticates, credentials }
}

/// Where an endpoint leads.
enum Place {
    /// To the site of this number, at this path.
    Here(usize, String),
    /// To somebody else's proxy, which was named.
    Elsewhere,
    /// Nowhere, which was said; or it cannot be told, because the sites have faults.
    Wrong,
}

fn located(reader: &mut Reader, place: &str, endpoint: &str, sites: &[Site], elsewhere: &[Origin]) -> Place {
    let (site, path) = if endpoint.starts_with('/') {
        let site = sites.iter().position(|site| site.page.is_some());
        if site.is_none() && !sites.is_empty() {
            reader.fault(place, "is a path on the page's origin, but there is no \"page\" here");
        }
        (site, endpoint.trim_end_matches('/').to_owned())
    } else {
        let Some(url) = reader.checked(place, Url::parse(endpoint)) else { return Place::Wrong };
        if elsewhere.contains(&url.origin) {
            return Place::Elsewhere;
        }
        let site = sites.iter().position(|site| site.origin == url.origin);
        if site.is_none() && !sites.is_empty() {
            let message = format!(
                "leads to {}, which is not served here: name it as api.origin, or in \"elsewhere\" if \
                 somebody else serves it",
                url.origin
            );
            reader.fault(place, message);
        }
        (site, url.path)
    };
    if !path.is_empty() && !plain_path(&path) {
        reader.fault(place, "may have only letters, digits and . _ ~ - in the parts of its path");
        return Place::Wrong;
    }
    let Some(number) = site else { return Place::Wrong };
    let base = sites.get(number).and_then(|site| site.page.as_ref()).map(|page| page.base.as_str());
    if base.is_some_and(|base| base.starts_with(&format!("{path}/"))) {
        reader.fault(place, "covers the page's own files: give it a path of its own");
        return Place::Wrong;
    }
    Place::Here(number, path)
}

/// Two connections may share a root when they mean the same by it.
pub fn settled(reader: &mut Reader, found: Vec<Found>, guarded: bool) -> Vec<(usize, Route)> {
    let mut settled: Vec<(usize, Route)> = Vec::new();
    for Found { site, route, place } in found {
        if route.credentials.is_some() && route.browser_authenticates {
            let message = "signs in the browser, but the proxy would add credentials: one of them";
            reader.fault(&place, message);
        }
        if route.credentials.is_some() && !guarded {
            let message = "gets credentials from the proxy for everybody who reaches it: say in a \"guard\" \
                           file who may";
            reader.fault(&place, message);
        }
        let same = settled.iter_mut().find(|(at, known)| *at == site && known.path == route.path);
        match same {
            None => settled.push((site, route)),
            Some((_, known)) if Route { title: known.title.clone(), ..route.clone() } == *known => {
                known.title = format!("{}; {}", known.title, route.title);
            }
            Some((_, known)) => {
                let message = format!(
                    "has the address of {}, but another upstream or another authentication",
                    known.title
                );
                reader.fault(&place, message);
            }
        }
    }
    settled
}
