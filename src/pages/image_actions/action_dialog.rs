//! The frame of every dialog about one image: what the rules say, then the form.

use image_console_core::ApiError;
use image_console_ui::{Kind, Notice, Tone};
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use super::shared::{FormDialog, verdict};
use super::subject::Subject;
use crate::state::accounts::use_accounts;
use crate::state::images::use_images;

/// A dialog that does something to an image.
#[component]
pub fn ActionDialog(
    /// The image.
    subject: Subject,
    /// What is done to it; the rules are asked about this.
    action: Action,
    /// What it does, as a heading.
    title: String,
    /// What follows from it.
    #[prop(into)]
    lede: String,
    /// The label of the button that does it.
    verb: &'static str,
    /// The weight of that button.
    #[prop(optional, default = Kind::Primary)]
    kind: Kind,
    /// Whether closing loses something that was typed.
    #[prop(into, optional)]
    dirty: Signal<bool>,
    /// Wide, for forms of two columns.
    #[prop(optional)]
    wide: bool,
    /// The request is on its way.
    busy: Signal<bool>,
    /// Why it was refused.
    refusal: Signal<Option<ApiError>>,
    /// What to say above a refusal.
    #[prop(into)]
    failed: Signal<String>,
    /// What can be done about a refusal beside trying again.
    #[prop(into, optional)]
    after: ViewFn,
    /// Why it cannot be sent now although the rules allow it; empty when it can.
    #[prop(into, optional)]
    blocked: Signal<String>,
    /// It is over: nothing is left to send, only to read.
    #[prop(into, optional)]
    ended: Signal<bool>,
    /// The request in all its spellings.
    forms: Signal<Vec<(String, String)>>,
    /// Enter, or the button.
    on_submit: Callback<()>,
    /// The fields and what there is to know.
    children: Children,
) -> AnyView {
    let (accounts, images) = (use_accounts(), use_images());
    let Subject { connected, loaded, on_close, .. } = subject;
    let why_not = Memo::new(move |_| {
        let connection = &connected.connection.id;
        let verdict = loaded.with(|now| verdict(accounts, images, connection, &now.image, action));
        verdict.reason().unwrap_or_default().to_owned()
    });
    let reason =
        Signal::derive(move || why_not.with(|why| if why.is_empty() { blocked.get() } else { why.clone() }));
    // What is on its way or done is past asking.
    let shown = Memo::new(move |_| why_not.with(|why| !why.is_empty()) && !ended.get() && !busy.get());
    let not_allowed = move || {
        shown.get().then(|| {
            let why = why_not.get();
            view! { <Notice what="This is not possible with this image" why tone=Tone::Warn /> }.into_any()
        })
    };
    view! {
        <FormDialog
            title
            lede
            verb
            kind
            wide
            dirty
            busy
            refusal
            failed
            after
            reason
            ended
            forms
            on_close
            on_submit
        >
            {not_allowed}
            {children()}
        </FormDialog>
    }
    .into_any()
}
