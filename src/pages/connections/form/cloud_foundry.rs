//! What a connection to a Cloud Foundry has of its own.

use leptos::prelude::*;

use super::draft::Draft;
use super::{authentication, member};

/// The fields.
pub fn fields(draft: Draft) -> AnyView {
    let uaa_hint = Signal::derive(move || {
        let hint = if draft.by_token() {
            "The root of the CORS proxy to the token server (UAA). Empty: nobody can sign in with a one-time passcode, only with a pasted token."
        } else {
            "The root of the CORS proxy to the token server (UAA). The proxy authenticates, so it is not needed."
        };
        hint.to_owned()
    });
    view! {
        {member(
            draft,
            "endpoint",
            false,
            "The root of the CORS proxy to the Cloud Controller, without /v3: https://… or a path on this site. The page's content security policy (connect-src) must admit it."
                .to_owned(),
        )}
        {authentication(draft)}
        {member(draft, "uaaEndpoint", true, uaa_hint)}
        {member(
            draft,
            "apiUrl",
            true,
            "The Cloud Controller's own address, such as https://api.sys.example.com: a job is followed only there. Empty: the one it names itself."
                .to_owned(),
        )}
    }
    .into_any()
}
