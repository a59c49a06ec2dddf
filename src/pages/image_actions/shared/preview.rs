//! The exact request before it is sent, and the same for the command line. Secrets are
//! placeholders.

use image_console_core::Request;
use image_console_core::config::Upstream;
use image_console_upstream::oci;
use image_console_upstream::oci::preview::{Cli, raw_request};
use image_console_upstream::preview::{curl, http};

use crate::state::client::preview::{preview_identity, preview_root};
use crate::state::connections::{Connected, Connections};

/// The request as HTTP, for `curl` and as a `command` of the API's own command line; with
/// subscription to the keys.
#[must_use]
pub fn preview_forms(
    connections: Connections,
    connected: &Connected,
    request: &Request,
    command: String,
) -> Vec<(String, String)> {
    let root = preview_root(connected, request);
    let forms = |request: &Request, commands: Vec<(&str, String)>| {
        let auth = preview_identity(connections, connected, request);
        let requests = [("HTTP", http(&root, request, &auth)), ("curl", curl(&root, request, &auth))];
        requests.into_iter().chain(commands).map(|(name, text)| (name.to_owned(), text)).collect()
    };
    match &connected.connection.upstream {
        Upstream::CloudFoundry(_) => forms(request, vec![("cf curl", command)]),
        // There is no command line of that API.
        Upstream::Marketplace(_) => forms(request, Vec::new()),
        Upstream::Triton(_) => forms(request, vec![("triton", command)]),
        Upstream::Oci(oci) => {
            // Also sends what the command has no option for, such as the retry token.
            let raw = oci::endpoint(request.service, &oci.region, &oci.realm_domain)
                .map(|endpoint| raw_request(&cli(connected), &endpoint, request));
            forms(
                &oci::preview::shown(request),
                vec![("oci", command), ("oci raw-request", raw.unwrap_or_default())],
            )
        }
    }
}

/// The `oci` command line for a connection.
#[must_use]
pub fn cli(connected: &Connected) -> Cli<'_> {
    let connection = &connected.connection;
    let region = connection.oci().map_or("", |oci| oci.region.as_str());
    Cli { connection: &connection.name, region, session_token: connected.session.is_some() }
}
