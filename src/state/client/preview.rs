//! As whom a request would be sent, for showing it before it is: no secret, no signature.

use image_console_core::Request;
use image_console_core::config::{Authentication, Upstream};
use image_console_platform::history;
use image_console_upstream::oci::preview::Signer;
use image_console_upstream::preview::Auth;
use image_console_upstream::triton_cloudapi::preview::signature_auth;
use image_console_upstream::{cloud_foundry, oci, oracle_marketplace};
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections};

/// The headers that would authenticate a request, with placeholders for what is secret or not known
/// yet. For Oracle Cloud give it the request as [`oci::preview::shown`] masks it. With subscription
/// to the keys.
#[must_use]
pub fn preview_identity(connections: Connections, connected: &Connected, request: &Request) -> Auth {
    if connected.connection.authentication == Authentication::Proxy {
        return Auth::by_proxy();
    }
    connections.want_keys();
    let key = connections.keys.with(|keys| {
        let key = keys.iter().find(|key| Some(key.id.as_str()) == connected.signs_with());
        key.cloned()
    });
    let or = |text: &str, placeholder: &str| if text.is_empty() { placeholder } else { text }.to_owned();
    match &connected.connection.upstream {
        Upstream::Triton(triton) => {
            let algorithm = key.as_ref().map_or("rsa-sha256", |key| key.kind.algorithm().name());
            let fingerprint = key.map_or_else(|| "FINGERPRINT".to_owned(), |key| key.fingerprint_md5);
            let user = triton.sub_user.as_ref().map(|user| format!("/users/{user}")).unwrap_or_default();
            signature_auth(&format!("/{}{user}/keys/{fingerprint}", triton.account), algorithm)
        }
        Upstream::Oci(oci) => {
            let host = oci::host(request.service, &oci.region, &oci.realm_domain).unwrap_or_default();
            if connected.session.is_some() {
                return oci::preview::signature_auth(Signer::SessionToken, &host, request);
            }
            let fingerprint = key.map_or_else(|| "FINGERPRINT".to_owned(), |key| key.oci_fingerprint);
            let (tenancy, user) = (or(&oci.tenancy, "TENANCY_OCID"), or(&oci.user, "USER_OCID"));
            let key_id = format!("{tenancy}/{user}/{fingerprint}");
            oci::preview::signature_auth(Signer::ApiKey(&key_id), &host, request)
        }
        Upstream::Marketplace(_) => oracle_marketplace::preview::auth(),
        Upstream::CloudFoundry(_) => cloud_foundry::preview::auth(),
    }
}

/// The whole URL of the root that a request would go to.
#[must_use]
pub fn preview_root(connected: &Connected, request: &Request) -> String {
    let root = connected.connection.root(request.service).unwrap_or_default();
    if root.starts_with('/') { format!("{}{root}", history::origin()) } else { root.to_owned() }
}
