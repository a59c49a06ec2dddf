//! One connection: where it leads, as whom, whether it answers, and what can be done with it.

use std::sync::Arc;

use image_console_core::config::Authentication;
use image_console_core::route::{ConnectionEdit, Route};
use image_console_ui::{Button, Card, Glyph, Kind, LinkButton, Tag};
use leptos::prelude::*;

use super::desk::{Desk, use_desk};
use super::facts::facts;
use super::test_result::TestResult;
use super::testing::Test;
use crate::state::connections::Connected;
use crate::state::navigation::href;

/// The operator's connections are theirs to change.
const NOT_HERE: &str = "It is set in config.json: whoever runs this console changes it there.";

/// One connection.
#[component]
pub fn ConnectionCard(
    /// Its id.
    id: String,
) -> AnyView {
    let desk = use_desk();
    let now = {
        let id = id.clone();
        Memo::new(move |_| desk.connections.get(&id))
    };
    let name = Signal::derive(move || {
        now.with(|c| c.as_ref().map(|c| c.connection.name.clone())).unwrap_or_default()
    });
    let own = now.with_untracked(|connected| connected.as_ref().is_some_and(|c| c.own));
    let mark = move || {
        let text = if own { "this browser" } else { "config.json" };
        view! { <Tag text /> }.into_any()
    };
    let known = move || now.get().map(|connected| facts(desk, &connected));
    view! {
        <Card title=name actions=mark>
            {known}
            <div class="cluster">{buttons(desk, &id, own, now)}</div>
            <TestResult tests=desk.tests id />
        </Card>
    }
    .into_any()
}

fn buttons(desk: Desk, id: &str, own: bool, now: Memo<Option<Arc<Connected>>>) -> AnyView {
    let stored = StoredValue::new(id.to_owned());
    let testing = Signal::derive(move || stored.with_value(|id| desk.tests.of(id)) == Some(Test::Running));
    let test = Callback::new(move |()| stored.with_value(|id| desk.tests.start(id)));
    let cancel = Callback::new(move |()| stored.with_value(|id| desk.tests.forget(id)));
    let remove = Callback::new(move |()| desk.removing.set(Some(stored.get_value())));
    let form = href(&Route::Connections { edit: Some(ConnectionEdit::Existing(id.to_owned())) });
    let by_proxy = Signal::derive(move || {
        let proxy =
            now.with(|c| c.as_ref().is_some_and(|c| c.connection.authentication == Authentication::Proxy));
        if proxy { "The proxy authenticates it: no key is needed.".to_owned() } else { String::new() }
    });
    let is = |wanted: fn(&Connected) -> bool| now.with_untracked(|c| c.as_ref().is_some_and(|c| wanted(c)));
    let by_token = is(|c| c.connection.authentication == Authentication::Token);
    let takes_keys = is(|c| c.connection.kind().methods().contains(&Authentication::HttpSignature));
    let change = if own {
        view! { <LinkButton label="Edit…" href=form /> }.into_any()
    } else if !takes_keys {
        view! { <Button label="Edit…" reason=NOT_HERE /> }.into_any()
    } else if by_proxy.with_untracked(String::is_empty) {
        view! {
            <LinkButton label="Choose key…" icon=Glyph::Key href=form />
            <Button label="Edit…" reason=NOT_HERE />
        }
        .into_any()
    } else {
        view! {
            <Button label="Choose key…" icon=Glyph::Key reason=by_proxy />
            <Button label="Edit…" reason=NOT_HERE />
        }
        .into_any()
    };
    let has_session = now.with_untracked(|c| {
        c.as_ref().is_some_and(|c| {
            c.connection.oci().is_some() && c.connection.authentication == Authentication::HttpSignature
        })
    });
    let session = has_session.then(|| {
        let open = Callback::new(move |()| desk.session.set(Some(stored.get_value())));
        view! { <Button label="Session token…" on_press=open /> }.into_any()
    });
    let sign_in = by_token.then(|| sign_in_buttons(desk, stored, now));
    view! {
        {sign_in}
        <Button label="Test connection" busy=testing on_press=test />
        <Show when=move || testing.get()>
            <Button label="Cancel test" kind=Kind::Quiet on_press=cancel />
        </Show>
        {change}
        {session}
        <Button
            label="Remove…"
            kind=Kind::Danger
            reason=if own { "" } else { NOT_HERE }
            on_press=remove
        />
    }
    .into_any()
}

/// Signing in, anew as well, and out. Who has just signed in wants to know whether it works.
fn sign_in_buttons(desk: Desk, id: StoredValue<String>, now: Memo<Option<Arc<Connected>>>) -> AnyView {
    let number = Memo::new(move |_| now.with(|c| c.as_ref()?.signed_in.as_ref().map(|s| s.number)));
    Effect::new(move |before: Option<Option<u32>>| {
        let now = number.get();
        if before.is_some_and(|before| before != now) && now.is_some() {
            id.with_value(|id| desk.tests.start(id));
        }
        now
    });
    let open = Callback::new(move |()| desk.connections.signing_in.set(Some(id.get_value())));
    let end = Callback::new(move |()| id.with_value(|id| desk.sign_out(id)));
    let buttons = move || {
        if number.get().is_none() {
            return view! { <Button label="Sign in…" kind=Kind::Primary on_press=open /> }.into_any();
        }
        view! {
            <Button label="Sign in again…" on_press=open />
            <Button label="Sign out" on_press=end />
        }
        .into_any()
    };
    buttons.into_any()
}
