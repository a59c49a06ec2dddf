//! What a Triton connection has of its own.

use image_console_core::config::Kind;
use image_console_upstream::triton_cloudapi::DEFAULT_ACCEPT_VERSION;
use leptos::prelude::*;

use super::draft::Draft;
use super::{authentication, member};
use crate::pages::connections::key_choice::KeyChoice;

/// The fields.
pub fn fields(draft: Draft) -> AnyView {
    let account_hint = Signal::derive(move || {
        let hint = if draft.signs() {
            "The account's login: a signature names it."
        } else {
            "The account's login. Empty: my, the account that the proxy authenticates as."
        };
        hint.to_owned()
    });
    let signs = Memo::new(move |_| draft.signs());
    view! {
        {member(
            draft,
            "endpoint",
            false,
            "The root of the CORS proxy to the API, without the account: https://… or a path on this site. The page's content security policy (connect-src) must admit it."
                .to_owned(),
        )}
        {member(
            draft,
            "apiVersion",
            true,
            format!("A range for Accept-Version. Empty: {DEFAULT_ACCEPT_VERSION}."),
        )}
        {authentication(draft)}
        <div class="two">
            {member(draft, "account", false, account_hint)}
            {member(draft, "subUser", true, "A user of the account, when the key is theirs.".to_owned())}
        </div>
        <Show when=move || signs.get()>
            <KeyChoice field=draft.key kind=Kind::Triton />
        </Show>
    }
    .into_any()
}
