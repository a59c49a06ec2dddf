//! The frame of a dialog that is filled in and sent: the form, what was refused, the request as it
//! will be sent, the buttons. In a read-only console it says so and sends nothing, however it was
//! opened; the request can still be looked at and copied.

use image_console_core::ApiError;
use image_console_ui::shell::Preview;
use image_console_ui::{Button, Dialog, Kind, Notice, Tone, dom};
use leptos::prelude::*;

use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::connections::use_connections;

/// Goes to the first field that is marked wrong once the marks are in the document; where there is
/// none, to the element with this id.
pub fn show_what_is_wrong(otherwise: String) {
    request_animation_frame(move || {
        let _ = dom::focus_first_invalid() || dom::focus(&otherwise);
    });
}

/// A dialog with a form.
#[component]
pub fn FormDialog(
    /// What it does, as a heading.
    #[prop(into)]
    title: Signal<String>,
    /// What to know about it.
    #[prop(into)]
    lede: Signal<String>,
    /// The label of the button that does it.
    verb: &'static str,
    /// The weight of that button.
    #[prop(optional, default = Kind::Primary)]
    kind: Kind,
    /// Wide, for forms of two columns.
    #[prop(optional, default = true)]
    wide: bool,
    /// Whether something was typed or chosen.
    #[prop(into)]
    dirty: Signal<bool>,
    /// The request is on its way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Why it was refused.
    #[prop(into)]
    refusal: Signal<Option<ApiError>>,
    /// What to say above a refusal.
    #[prop(into)]
    failed: Signal<String>,
    /// Whose refusal it is.
    #[prop(optional)]
    whose: Whose,
    /// What can be done about a refusal beside trying again.
    #[prop(into, optional)]
    after: ViewFn,
    /// Why it cannot be sent at all; empty when it can.
    #[prop(into, optional)]
    reason: Signal<String>,
    /// It is over: nothing is left to send, only to read.
    #[prop(into, optional)]
    ended: Signal<bool>,
    /// The request in all its spellings; none while it is not known who is to be asked.
    #[prop(into)]
    forms: Signal<Vec<(String, String)>>,
    /// The user wants it gone.
    on_close: Callback<()>,
    /// Enter, or the button.
    on_submit: Callback<()>,
    /// The fields.
    children: Children,
) -> AnyView {
    let connections = use_connections();
    let read_only = connections
        .read_only()
        .map(|why| view! { <Notice what="Nothing can be sent from here" why tone=Tone::Warn /> }.into_any());
    let reason = Signal::derive(move || connections.why_not(|| reason.get()));
    let on_submit = Callback::new(move |()| {
        if connections.read_only().is_none() {
            on_submit.run(());
        }
    });
    let place = dom::unique_id("refusal");
    let id = place.clone();
    Effect::new(move |_| {
        if refusal.with(Option::is_some) {
            show_what_is_wrong(id.clone());
        }
    });
    let refused = move || {
        let failure = |error| view! { <Failure what=failed.get_untracked() error whose /> }.into_any();
        refusal.get().map(failure)
    };
    // What is on its way goes on without the dialog, so closing it loses nothing.
    let dirty = Signal::derive(move || dirty.get() && !busy.get());
    let leave = Signal::derive(move || if busy.get() { "Close" } else { "Cancel" }.to_owned());
    let known = Memo::new(move |_| !ended.get() && forms.with(|forms| !forms.is_empty()));
    let footer = move || {
        if ended.get() {
            return view! { <Button label="Close" kind=Kind::Primary on_press=on_close /> }.into_any();
        }
        view! {
            <Button label=leave on_press=on_close />
            <Button label=verb kind submit=true busy reason />
        }
        .into_any()
    };
    view! {
        <Dialog title lede dirty wide on_close on_submit footer>
            {read_only}
            {children()}
            <div id=place class="refusal" tabindex="-1">
                {refused}
                {after.run()}
            </div>
            <Show when=move || known.get()>
                <Preview forms />
            </Show>
        </Dialog>
    }
    .into_any()
}
