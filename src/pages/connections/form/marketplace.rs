//! What a connection to the Marketplace has of its own.

use leptos::prelude::*;

use super::draft::Draft;
use super::{authentication, member};

/// The fields.
pub fn fields(draft: Draft) -> AnyView {
    view! {
        {member(
            draft,
            "endpoint",
            false,
            "The root of the CORS proxy to the API, without /appstore: https://… or a path on this site. The page's content security policy (connect-src) must admit it."
                .to_owned(),
        )}
        {authentication(draft)}
    }
    .into_any()
}
