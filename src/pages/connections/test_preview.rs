//! The authenticated call of a test, as it would be sent with what is typed now.

use image_console_core::Request;
use image_console_core::config::Kind;
use image_console_ui::shell::Preview;
use image_console_upstream::oci::preview::Cli;
use image_console_upstream::preview::{curl, http};
use image_console_upstream::triton_cloudapi::{Caller, requests};
use image_console_upstream::{cloud_foundry, oci, oracle_marketplace};
use leptos::prelude::*;

use super::desk::Desk;
use super::testing::questions;
use crate::state::client::preview::{preview_identity, preview_root};
use crate::state::connections::Connected;

/// The preview.
pub fn test_preview(desk: Desk, connected: Signal<Connected>) -> AnyView {
    let forms = Signal::derive(move || connected.with(|connected| forms(desk, connected)));
    view! { <Preview forms /> }.into_any()
}

fn forms(desk: Desk, connected: &Connected) -> Vec<(String, String)> {
    let connection = &connected.connection;
    let (request, name, command) = match connection.kind() {
        Kind::Triton => {
            let request = requests::list_datacenters(&Caller::from(connection));
            (request, "triton", "triton datacenters".to_owned())
        }
        // With no endpoint yet there is no question yet.
        Kind::Oci => match questions(connection).into_iter().next() {
            None => return Vec::new(),
            Some((_, request)) => {
                let command = oci_command(connected, &request);
                (request, "oci", command)
            }
        },
        // There is no command line of that API.
        Kind::Marketplace => (oracle_marketplace::connection_test::request(), "", String::new()),
        Kind::CloudFoundry => {
            let [_, request] = cloud_foundry::connection_test::requests();
            let command = cloud_foundry::preview::cf_curl(&connection.name, &request);
            (request, "cf curl", command)
        }
    };
    let (root, auth) =
        (preview_root(connected, &request), preview_identity(desk.connections, connected, &request));
    let forms =
        [("HTTP", http(&root, &request, &auth)), ("curl", curl(&root, &request, &auth)), (name, command)];
    let known = forms.into_iter().filter(|(name, _)| !name.is_empty());
    known.map(|(name, text)| (name.to_owned(), text)).collect()
}

fn oci_command(connected: &Connected, request: &Request) -> String {
    let Some(oci) = connected.connection.oci() else { return String::new() };
    let cli = Cli {
        connection: &connected.connection.name,
        region: &oci.region,
        session_token: connected.session.is_some(),
    };
    let endpoint = oci::endpoint(request.service, &oci.region, &oci.realm_domain).unwrap_or_default();
    oci::preview::raw_request(&cli, &endpoint, request)
}
