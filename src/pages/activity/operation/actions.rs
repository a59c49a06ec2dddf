//! What can be done about an operation. None of it undoes work that the upstream has taken up.

use std::slice;

use image_console_core::route::{ActivityView, Route};
use image_console_operation::{Event, Operation, Status};
use image_console_platform::history;
use image_console_ui::{Button, CopyButton, Glyph, Kind, Notice, Tone};
use leptos::prelude::*;

use super::Record;
use super::repeat::{Again, AgainDialog};
use crate::pages::activity::confirm::Confirm;
use crate::pages::activity::job::read;
use crate::pages::activity::link::link_of;
use crate::pages::activity::save::{not_saved, save_as_json};
use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// The question that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Again(Again),
    Stop,
    Remove,
}

/// The buttons for the page's head; and what stands below it: the questions they open, and what
/// came of a press.
pub fn actions(record: Record) -> (AnyView, AnyView) {
    let (operations, connections) = (use_operations(), use_connections());
    let announcer = use_announcer();
    let asking = RwSignal::new(None::<Asking>);
    let not_made = RwSignal::new(None);
    let no_answer = RwSignal::new(false);
    let id = Signal::derive(move || read(record, |o| o.id.clone()));
    let because = move |why: fn(&Operation) -> &'static str| {
        Signal::derive(move || read(record, |o| why(o).to_owned()))
    };

    let check = Callback::new(move |()| {
        let id = id.get_untracked();
        operations.tell(Event::CheckNow(id.clone()));
        let still = operations.peek(&id).is_some_and(|o| matches!(o.status, Status::Unknown { .. }));
        no_answer.set(still);
        announcer.say(if still { "There is nothing to ask about it" } else { "Asking how it stands" });
    });
    let export = Callback::new(move |()| {
        if let Some(operation) = record.get_untracked() {
            let name = format!("operation-{}.json", operation.id);
            save_as_json(slice::from_ref(&operation), &name, not_made);
        }
    });
    // Where the job has an address of its own, the link carries just that, so that another device can go
    // on following; here it leads to this record as well. Otherwise the record is only here.
    let link = Signal::derive(move || {
        let place = read(record, |o| link_of(o).map(Route::Follow));
        let place = place.unwrap_or_else(|| Route::Operation { id: id.get() });
        format!("{}{}", history::origin(), href(&place))
    });
    let repeatable = Signal::derive(move || {
        record.track();
        let may = operations.may_repeat(&id.get());
        connections.why_not(|| if may { "" } else { read(record, no_repeat) }.to_owned())
    });
    let again = Memo::new(move |_| read(record, |o| o.retry_token.is_some()));
    let resendable = Signal::derive(move || {
        record.track();
        let may = operations.may_send_again(&id.get());
        let own = if may { "" } else { "Only while its outcome is unknown and its retry token is valid." };
        connections.why_not(|| own.to_owned())
    });
    let ask = move |what: Asking| Callback::new(move |()| asking.set(Some(what)));
    let send_again = move || {
        let on_press = ask(Asking::Again(Again::SameRequest));
        again.get().then(|| view! { <Button label="Send again…" reason=resendable on_press /> })
    };
    let close = Callback::new(move |()| asking.set(None));
    let question = move || match asking.get()? {
        Asking::Again(again) => Some(view! { <AgainDialog record again on_close=close /> }.into_any()),
        Asking::Stop => Some(stop(record, close)),
        Asking::Remove => Some(remove(record, close)),
    };
    let buttons = view! {
        <Button label="Check now" icon=Glyph::Refresh reason=because(no_check) on_press=check />
        <Button label="Stop following…" reason=because(no_stop) on_press=ask(Asking::Stop) />
        <Button label="Try again…" reason=repeatable on_press=ask(Asking::Again(Again::SameValues)) />
        {send_again}
        <Button label="Export as JSON" icon=Glyph::Download on_press=export />
        <CopyButton text=link label="Copy link" />
        <Button
            label="Remove…"
            kind=Kind::Danger
            reason=because(no_remove)
            on_press=ask(Asking::Remove)
        />
    }
    .into_any();
    let below = view! {
        {not_saved(not_made)}
        <Show when=move || no_answer.get()>
            <Notice
                what="There is nothing to ask about it"
                why="No call of this API tells how it ended."
                next="Look where the note below says."
                tone=Tone::Warn
                on_dismiss=Callback::new(move |()| no_answer.set(false))
            />
        </Show>
        {question}
    }
    .into_any();
    (buttons, below)
}

fn no_check(operation: &Operation) -> &'static str {
    match operation.status {
        Status::Running { .. } | Status::Unknown { .. } => "",
        Status::Submitting => "Its request is still on its way.",
        Status::Succeeded | Status::Failed => "It has ended, and how is known for certain.",
    }
}

fn no_stop(operation: &Operation) -> &'static str {
    match operation.status {
        Status::Running { .. } => "",
        // Between two attempts nothing is on its way.
        Status::Submitting if operation.polls.due.is_some() => "",
        Status::Submitting => "Its request is on its way, and only the answer tells what becomes of it.",
        _ => "It is not followed any more.",
    }
}

fn no_repeat(operation: &Operation) -> &'static str {
    match operation.status {
        Status::Failed => {
            "It failed because of what was asked, or something of it may be left: begin it anew in its dialog."
        }
        Status::Unknown { .. } => "It may have been carried out: look first, so that nothing is done twice.",
        Status::Succeeded => "It succeeded.",
        Status::Submitting | Status::Running { .. } => "It is still running.",
    }
}

fn no_remove(operation: &Operation) -> &'static str {
    if operation.status.is_ended() { "" } else { "It is still followed: stop following it first." }
}

fn stop(record: Record, on_close: Callback<()>) -> AnyView {
    let operations = use_operations();
    let on_yes = Callback::new(move |()| {
        if let Some(operation) = record.get_untracked() {
            operations.tell(Event::StopFollowing(operation.id.clone()));
        }
        on_close.run(());
    });
    view! {
        <Confirm
            title="Stop following it?"
            lede="This is no cancel: the work itself goes on. Its outcome will stand as unknown here."
            label="Stop following"
            on_yes
            on_close
        >
            <p>"Check now goes on following it later, where the API can be asked."</p>
        </Confirm>
    }
    .into_any()
}

fn remove(record: Record, on_close: Callback<()>) -> AnyView {
    let operations = use_operations();
    let navigation = use_navigation();
    let on_yes = Callback::new(move |()| {
        let id = record.with_untracked(|o| o.as_ref().map(|o| o.id.clone()));
        navigation.replace(Route::Activity(ActivityView::default()));
        if let Some(id) = id {
            operations.tell(Event::Dismiss(id));
        }
    });
    view! {
        <Confirm
            title="Remove this operation from the list?"
            lede="Its record, timeline and errors go from this browser. What it did stays done."
            label="Remove"
            loses=true
            on_yes
            on_close
        >
            <p>"To keep a copy, close this and export it as JSON first."</p>
        </Confirm>
    }
    .into_any()
}
