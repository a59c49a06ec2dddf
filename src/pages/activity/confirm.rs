//! A question before something is lost or sent once more.

use image_console_ui::{Button, Dialog, Kind};
use leptos::prelude::*;

/// Asks, and acts only on the button.
#[component]
pub fn Confirm(
    /// The question.
    #[prop(into)]
    title: String,
    /// What follows from it.
    #[prop(into)]
    lede: String,
    /// The verb on the button.
    #[prop(into)]
    label: String,
    /// Whether something is lost by it.
    #[prop(optional)]
    loses: bool,
    /// Do it.
    on_yes: Callback<()>,
    /// Leave it.
    on_close: Callback<()>,
    /// What more there is to know.
    children: Children,
) -> AnyView {
    let kind = if loses { Kind::DangerSolid } else { Kind::Primary };
    let footer = move || {
        view! {
            <Button label="Cancel" on_press=on_close />
            <Button label=label.clone() kind submit=true />
        }
        .into_any()
    };
    view! {
        <Dialog title lede on_close on_submit=on_yes footer>
            {children()}
        </Dialog>
    }
    .into_any()
}
