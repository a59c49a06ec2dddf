//! The frame of both dialogs: what the rules say, the form, what changed meanwhile, that it is tried
//! again.

use image_console_ui::{Kind, Notice, Tone};
use image_console_upstream::verdict::Verdict;
use leptos::prelude::*;

use super::intent::Intent;
use super::stale::{Changes, NotReadAgain};
use super::subject::{Subject, text};
use super::waiting::Waiting;
use crate::pages::explanations::Whose;
use crate::pages::image_actions::shared::FormDialog;

/// A dialog that does something to an image.
#[component]
pub fn ImageDialog(
    /// The image.
    subject: Subject,
    /// What is about to be done.
    intent: Intent,
    /// What the rules say about an image in this state.
    rule: fn(Option<&str>) -> Verdict,
    /// What it does, as a heading.
    title: String,
    /// What follows from it.
    #[prop(into)]
    lede: String,
    /// The label of the button that does it.
    verb: &'static str,
    /// What to say above a refusal.
    failed: &'static str,
    /// Whose refusal it is.
    whose: Whose,
    /// Something was typed.
    dirty: Signal<bool>,
    /// The answer takes its time.
    slow: RwSignal<bool>,
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
    let submission = intent.submission;
    let (busy, blocked) = (submission.busy(), intent.blocked());
    let why_not = Memo::new(move |_| {
        let state = intent.seen.with(|seen| text(seen, "lifecycleState"));
        rule(state.as_deref()).reason().unwrap_or_default().to_owned()
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
    let on_close = subject.on_close;
    let after = move || {
        let subject = subject.clone();
        view! {
            <NotReadAgain intent subject />
            <Changes intent verb />
            <Waiting intent slow />
        }
        .into_any()
    };
    view! {
        <FormDialog
            title
            lede
            verb
            kind=Kind::Primary
            wide=false
            dirty
            busy
            refusal=submission.refusal()
            failed=failed.to_owned()
            whose
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
