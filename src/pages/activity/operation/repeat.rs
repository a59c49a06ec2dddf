//! Starting a failed operation once more, or sending the very same request again. Both show what
//! will be sent, and neither happens on a single press.

use image_console_core::Request;
use image_console_core::route::Route;
use image_console_operation::{Event, Operation, RetryToken, StoredRequest};
use image_console_platform::{clock, random};
use image_console_ui::shell::Preview;
use image_console_ui::{Notice, Tone};
use image_console_upstream::cloud_foundry;
use image_console_upstream::oci::retry;
use leptos::prelude::*;
use serde_json::Value;

use super::Record;
use crate::pages::activity::confirm::Confirm;
use crate::pages::image_actions::shared::preview_forms;
use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;
use crate::state::operations::use_operations;

/// In which way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// As a new operation with the same values.
    SameValues,
    /// The same operation, under its retry token.
    SameRequest,
}

/// Asks, then sends.
#[component]
pub fn AgainDialog(record: Record, again: Again, on_close: Callback<()>) -> AnyView {
    let operations = use_operations();
    let connections = use_connections();
    let navigation = use_navigation();
    // Made before the press, so that a double press is one operation.
    let new_id = StoredValue::new(random::uuid_v4().unwrap_or_default());
    let new_token = StoredValue::new(random::uuid_v4().unwrap_or_default());
    let again_from =
        move |old: &Operation| new_id.with_value(|id| new_token.with_value(|t| repeated(old, id, t)));
    let impossible = RwSignal::new(false);
    let on_yes = Callback::new(move |()| {
        let Some(old) = record.get_untracked() else { return };
        match again {
            Again::SameRequest => {
                operations.tell(Event::SendAgain(old.id.clone()));
                on_close.run(());
            }
            Again::SameValues => match again_from(&old) {
                Some((operation, request)) if operations.may_repeat(&old.id) => {
                    let id = operation.id.clone();
                    operations.submit(operation, request);
                    navigation.go(Route::Operation { id });
                }
                _ => impossible.set(true),
            },
        }
    });
    let forms = Signal::derive(move || {
        record.with(|record| {
            let Some(operation) = record else { return Vec::new() };
            let connected = connections.get(&operation.connection);
            let request = match again {
                Again::SameRequest => operation.request.as_ref().and_then(StoredRequest::to_request),
                Again::SameValues => again_from(operation).map(|(_, request)| request),
            };
            let (Some(connected), Some(request)) = (connected, request) else { return Vec::new() };
            let mut forms = preview_forms(connections, &connected, &request, String::new());
            forms.retain(|(_, text)| !text.is_empty());
            forms
        })
    });
    let (title, lede, label) = match again {
        Again::SameValues => (
            "Try again with the same values?",
            "A new operation sends the request below once more. This one and its record stay as they are.",
            "Try again",
        ),
        Again::SameRequest => (
            "Send the same request again?",
            "The upstream recognises it by its retry token, so nothing is done twice.",
            "Send again",
        ),
    };
    view! {
        <Confirm title lede label on_yes on_close>
            <Show when=move || impossible.get()>
                <Notice
                    what="It cannot be started again from here"
                    why="Its request is not complete, or its state has changed meanwhile."
                    next="Begin it anew in its dialog."
                    tone=Tone::Warn
                />
            </Show>
            <Preview forms />
        </Confirm>
    }
    .into_any()
}

/// The same once more, under a retry token of its own where the API has such a thing: the old one
/// would bring the old answer.
fn repeated(old: &Operation, id: &str, token: &str) -> Option<(Operation, Request)> {
    let now = clock::now();
    let token = old
        .retry_token
        .as_ref()
        .map(|_| RetryToken { value: token.to_owned(), expires: retry::expires(now) });
    if id.is_empty() {
        return None;
    }
    let (mut operation, request) = old.repeated(id, token, now)?;
    if old.upstream == cloud_foundry::operation::UPSTREAM {
        // Its follower has to know beforehand where the API is; the instance was not looked at.
        let api = old.address.get("api").and_then(Value::as_array).cloned().unwrap_or_default();
        let api: Vec<String> = api.iter().filter_map(|a| a.as_str().map(str::to_owned)).collect();
        cloud_foundry::operation::prepare(&mut operation, &api, None);
    }
    Some((operation, request))
}
