//! What there is to know while the answer takes its time: that it is tried again, and when.

use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_ui::{Notice, Progress, Tone};
use leptos::prelude::*;

use super::intent::Intent;
use crate::pages::activity::{last_miss, now_while, sent_again};
use crate::state::navigation::href;

/// The notice; nothing while the answer is quick.
#[component]
pub fn Waiting(
    /// What is being done.
    intent: Intent,
    /// The answer takes its time.
    slow: RwSignal<bool>,
) -> AnyView {
    let submission = intent.submission;
    let busy = submission.busy();
    let operation = Memo::new(move |_| submission.operation().filter(|o| o.status == Status::Submitting));
    let waits = Memo::new(move |_| busy.get() && operation.with(|o| o.as_ref().is_some_and(|o| is_due(o))));
    let now = now_while(waits);
    let page = move || {
        let id = operation.with(|o| o.as_ref().map(|o| o.id.clone())).unwrap_or_default();
        let page = href(&Route::Operation { id });
        view! {
            <p>"You may close this: " <a href=page>"the operation's page"</a> " keeps what comes of it."</p>
        }
    };
    let why = Memo::new(move |_| operation.with(|o| o.as_ref().map(|o| last_miss(o)).unwrap_or_default()));
    let when =
        move || operation.with(|o| o.as_ref().and_then(|o| sent_again(o, now.get())).unwrap_or_default());
    let shown = move || {
        if waits.get() {
            return view! {
                <Notice what="The service cannot take it up at the moment" why=why.get() tone=Tone::Warn>
                    <p>{when}</p>
                    {page()}
                </Notice>
            }
            .into_any();
        }
        if busy.get() && slow.get() {
            return view! {
                <div class="field">
                    <Progress label="Sending" value=None text="The answer has not come yet." />
                    {page()}
                </div>
            }
            .into_any();
        }
        ().into_any()
    };
    shown.into_any()
}

fn is_due(operation: &Operation) -> bool {
    operation.polls.due.is_some()
}
