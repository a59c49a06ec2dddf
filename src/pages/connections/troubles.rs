//! What is wrong with this browser or this page as far as connections and keys are concerned.

use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::desk::use_desk;
use crate::state::operations::use_operations;

/// Notices, as many as there are troubles.
#[component]
pub fn Troubles() -> AnyView {
    let desk = use_desk();
    let (kept, stored) = (desk.connections.trouble, use_operations().trouble);
    let insecure = move || {
        let why = desk.insecure.get();
        (!why.is_empty()).then(|| {
            view! { <Notice what="This page cannot sign requests or import keys" why tone=Tone::Warn /> }
                .into_any()
        })
    };
    view! {
        {insecure}
        {trouble(
            kept,
            "Connections and keys may not be kept",
            "What was added or changed on this page works until it is closed or reloaded, and is lost then: connections, the choice of keys, and keys. What is set in config.json stays.",
        )}
        {trouble(
            stored,
            "Operations may not be kept",
            "Running operations are followed until this page is closed or reloaded; after that the Activity page may not know of them. The upstreams go on with them.",
        )}
    }
    .into_any()
}

fn trouble(why: RwSignal<Option<String>>, what: &'static str, next: &'static str) -> AnyView {
    let on_dismiss = Callback::new(move |()| why.set(None));
    let shown =
        move || why.get().map(|why| view! { <Notice what why next tone=Tone::Warn on_dismiss /> }.into_any());
    shown.into_any()
}
