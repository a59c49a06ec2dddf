//! Which lists a connection has. Triton has one. Oracle Cloud has one for each compartment and
//! service, so each is a part of the connection, named by the two: one that fails costs its own rows.

use image_console_core::Service;
use image_console_core::config::{Connection, Upstream};
use image_console_core::route::filter_name;

/// The parts of a connection; the only list of a connection has an empty name.
pub fn parts(connection: &Connection) -> Vec<String> {
    match &connection.upstream {
        Upstream::Triton(_) => vec![String::new()],
        Upstream::Oci(oci) => {
            let services = [Service::Compute, Service::Artifacts].map(|s| connection.root(s).map(|_| s));
            let of = |service: Service| oci.compartments.iter().map(move |c| part(service, c));
            services.into_iter().flatten().flat_map(of).collect()
        }
        // These APIs have no images.
        Upstream::Marketplace(_) | Upstream::CloudFoundry(_) => Vec::new(),
    }
}

/// The part that lists a compartment at a service.
pub fn part(service: Service, compartment: &str) -> String {
    format!("{} {compartment}", service.word())
}

/// The service that a part asks.
#[must_use]
pub fn service(part: &str) -> Service {
    part.split_once(' ').and_then(|(word, _)| Service::parse(word)).unwrap_or_default()
}

/// The compartment that a part lists, by its OCID; empty where there is none.
#[must_use]
pub fn compartment(part: &str) -> &str {
    part.split_once(' ').map_or("", |(_, compartment)| compartment)
}

/// What tells a list from all others. Ids of connections have no space in them.
#[must_use]
pub fn key(connection: &str, part: &str) -> String {
    if part.is_empty() { connection.to_owned() } else { format!("{connection} {part}") }
}

/// The filters that are sent to a service, by the API's own names.
pub fn sent_to(filters: &[(String, String)], service: Service) -> impl Iterator<Item = (&str, &str)> {
    let own = filters.iter().map(|(name, value)| (filter_name(name), value.as_str()));
    own.filter(move |((of, _), _)| *of == service).map(|((_, name), value)| (name, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image_console_core::config::{Authentication, Endpoints, Oci};

    #[test]
    fn a_connection_lists_each_compartment_at_each_service_it_leads_to() {
        let endpoints = Endpoints { compute: "/c".into(), ..Endpoints::default() };
        let oci = Oci { compartments: vec!["a".into(), "b".into()], endpoints, ..Oci::default() };
        let (id, name) = ("x".to_owned(), String::new());
        let authentication = Authentication::Proxy;
        let connection = Connection { id, name, authentication, upstream: Upstream::Oci(oci) };
        assert_eq!(parts(&connection), ["compute a", "compute b"]);
        assert_eq!((service("compute a"), compartment("compute a")), (Service::Compute, "a"));
        assert_eq!((service(""), compartment("")), (Service::Api, ""));
        assert_eq!((key("x", ""), key("x", "compute a")), ("x".to_owned(), "x compute a".to_owned()));
    }

    #[test]
    fn a_filter_goes_to_its_own_service_only() {
        let filters = [("os", "linux"), ("compute.displayName", "a"), ("artifacts.displayName", "b")];
        let filters = filters.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let of = |service| sent_to(&filters, service).collect::<Vec<_>>();
        assert_eq!(of(Service::Api), [("os", "linux")]);
        assert_eq!(of(Service::Compute), [("displayName", "a")]);
        assert_eq!(of(Service::Artifacts), [("displayName", "b")]);
    }
}
