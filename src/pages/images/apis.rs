//! The APIs that lists are asked of: what they are called here, and who speaks them.

use image_console_catalogue::Column;
use image_console_core::Service;
use image_console_core::config::Kind;
use image_console_upstream::{oci_artifacts, oci_compute};
use leptos::prelude::*;

use crate::state::connections::Connections;
use crate::state::images::list;

/// What an API is called beside others.
pub const fn name(service: Service) -> &'static str {
    match service {
        Service::Compute => "OCI compute",
        Service::Artifacts => "OCI artifacts",
        _ => "Triton",
    }
}

/// The call that lists its images.
pub const fn call(service: Service) -> &'static str {
    match service {
        Service::Artifacts => "ListContainerImages",
        _ => "ListImages",
    }
}

/// The upstream a service belongs to.
pub const fn kind(service: Service) -> Kind {
    match service {
        Service::Compute | Service::Artifacts => Kind::Oci,
        _ => Kind::Triton,
    }
}

/// Each API that is asked for a list, with the names of the connections that ask it. With
/// subscription.
pub fn asked(connections: Connections) -> Vec<(Service, Vec<String>)> {
    let mut asked: Vec<(Service, Vec<String>)> = Vec::new();
    connections.list.with(|list| {
        for connected in list.iter() {
            for part in list::parts(&connected.connection) {
                let service = list::service(&part);
                let name = &connected.connection.name;
                match asked.iter_mut().find(|(s, _)| *s == service) {
                    Some((_, names)) if names.last() == Some(name) => {}
                    Some((_, names)) => names.push(name.clone()),
                    None => asked.push((service, vec![name.clone()])),
                }
            }
        }
    });
    asked
}

/// What a column holds of an API's image, by the field's own name; nothing where the API has no such
/// thing.
pub const fn field(service: Service, column: Column) -> Option<&'static str> {
    match service {
        Service::Compute => oci_compute::row::field(column),
        Service::Artifacts => oci_artifacts::row::field(column),
        _ => Some(match column {
            Column::Source => return None,
            Column::Name => "name",
            Column::Version => "version",
            Column::Os => "os",
            Column::Type => "type",
            Column::State => "state",
            Column::Visibility => "public",
            Column::Owner => "owner",
            Column::Origin => "origin",
            Column::Size => "files.size",
            Column::Published => "published_at",
            Column::Id => "id",
        }),
    }
}

/// The same of all APIs that are asked, for the title of a heading.
pub fn meaning(asked: &[Service], column: Column) -> String {
    if asked.len() < 2 || column == Column::Source {
        return String::new();
    }
    let one =
        |service: &Service| format!("{}: {}", name(*service), field(*service, column).unwrap_or("none"));
    asked.iter().map(one).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_what_each_api_has_in_its_column() {
        let all = [Service::Api, Service::Compute, Service::Artifacts];
        assert_eq!(
            meaning(&all, Column::Version),
            "Triton: version · OCI compute: operatingSystemVersion · OCI artifacts: version"
        );
        assert_eq!(meaning(&all, Column::Type), "Triton: type · OCI compute: none · OCI artifacts: none");
        assert_eq!(meaning(&all[..1], Column::Version), "", "there is nothing to tell apart");
    }
}
