//! One connection: where it leads, as whom, whether it answers, and what can be done with it.

use std::sync::Arc;

use image_console_core::config::{Authentication, Connection};
use image_console_core::route::{ConnectionEdit, Route};
use image_console_ui::{Button, Card, Definition, Fact, Glyph, Kind, LinkButton, Status, Tag, Tone};
use image_console_upstream::triton_cloudapi::DEFAULT_ACCEPT_VERSION;
use leptos::prelude::*;

use super::desk::{Desk, use_desk};
use super::test_result::TestResult;
use super::testing::Test;
use crate::state::connections::{Connected, Health};
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

fn facts(desk: Desk, connected: &Connected) -> AnyView {
    let connection = &connected.connection;
    let account = if connection.account.is_empty() {
        "my (the account that the proxy authenticates as)".to_owned()
    } else {
        connection.account.clone()
    };
    let version = match &connection.api_version {
        Some(version) => version.clone(),
        None => format!("{DEFAULT_ACCEPT_VERSION} (the default)"),
    };
    let method = match connection.authentication {
        Authentication::Proxy => "by the proxy",
        Authentication::HttpSignature => "HTTP signature in the browser",
    };
    let key = (connection.authentication == Authentication::HttpSignature).then(|| {
        let key = connected.key.clone();
        view! { <Fact name="Key">{move || shown_key(desk, key.as_deref())}</Fact> }.into_any()
    });
    let Connection { id, kind, endpoint, sub_user, .. } = connection.clone();
    let (asked, copy) = (id.clone(), Signal::stored(endpoint.clone()));
    let sub_user = sub_user.unwrap_or_else(|| "none".to_owned());
    view! {
        <div class="two">
            <Definition>
                <Fact name="Id" mono=true>{id}</Fact>
                <Fact name="Kind">{kind.label()}</Fact>
                <Fact name="Endpoint" mono=true copy>{endpoint}</Fact>
                <Fact name="API version" mono=true>{version}</Fact>
            </Definition>
            <Definition>
                <Fact name="Account">{account}</Fact>
                <Fact name="Sub-user">{sub_user}</Fact>
                <Fact name="Authentication">{method}</Fact>
                {key}
                <Fact name="Health">{move || health(desk, &asked)}</Fact>
            </Definition>
        </div>
    }
    .into_any()
}

fn shown_key(desk: Desk, key: Option<&str>) -> AnyView {
    let none = |word: &'static str| view! { <Status word tone=Tone::Warn /> }.into_any();
    let Some(key) = key else { return none("none chosen: nothing can be asked") };
    let found = desk.connections.keys.with(|keys| keys.iter().find(|k| k.id == key).cloned());
    match found {
        None => none("not in this browser any more: choose another one"),
        Some(key) => view! { {key.label} " " <span class="mono">{key.fingerprint_md5}</span> }.into_any(),
    }
}

fn health(desk: Desk, id: &str) -> AnyView {
    let (tone, word) = match desk.connections.health.with(|all| all.get(id).cloned()) {
        None => (Tone::Muted, "not asked yet".to_owned()),
        Some(Health::Fine(at)) => (Tone::Ok, format!("answered {}", at.day_and_time())),
        Some(Health::Trouble(error)) => (Tone::Bad, error.to_string()),
    };
    view! { <Status word tone=Signal::stored(tone) /> }.into_any()
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
    let change = if own {
        view! { <LinkButton label="Edit…" href=form /> }.into_any()
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
    view! {
        <Button label="Test connection" busy=testing on_press=test />
        <Show when=move || testing.get()>
            <Button label="Cancel test" kind=Kind::Quiet on_press=cancel />
        </Show>
        {change}
        <Button
            label="Remove…"
            kind=Kind::Danger
            reason=if own { "" } else { NOT_HERE }
            on_press=remove
        />
    }
    .into_any()
}
