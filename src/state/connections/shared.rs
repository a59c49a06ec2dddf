//! Sign-ins that live in memory, shared between the tabs of one browser while work is followed: the tab
//! that asks is not always the one in which the user signed in. They go from memory to memory, to pages
//! of the same origin only, and are stored nowhere. Loaded with the engine.

use image_console_core::time::Timestamp;
use image_console_core::{Headers, Response};
use image_console_platform::channel::Channel;
use image_console_upstream::cloud_foundry;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{Connected, Connections, Session, Token};
use crate::state::react::effect;

const CHANNEL: &str = "image-console credentials";

type Line = StoredValue<Option<Channel>, LocalStorage>;

/// Tells other tabs of sign-ins and takes over theirs, as long as the owner lives.
pub fn share(connections: Connections) {
    let line: Line = StoredValue::new_local(None);
    let channel = Channel::open(CHANNEL, move |text| hear(connections, line, &text));
    line.set_value(channel.ok());
    on_cleanup(move || line.dispose());
    say(line, &json!(["asks"]));
    let mut before: Vec<(String, Value)> = Vec::new();
    effect(move || {
        let now: Vec<_> = connections
            .list
            .with(|list| list.iter().map(|c| (c.connection.id.clone(), secret(connections, c))).collect());
        for (id, value) in &now {
            let old = before.iter().find(|(known, _)| known == id).map(|(_, value)| value);
            match (old, value) {
                (Some(Value::Null) | None, Value::Null) => {}
                (Some(_), Value::Null) => say(line, &json!(["ended", id])),
                (Some(old), value) if old == value => {}
                (_, value) => say(line, &json!(["has", id, value])),
            }
        }
        before = now;
    });
}

fn say(line: Line, message: &Value) {
    let _ = line.try_with_value(|channel| channel.as_ref().map(|c| c.post(&message.to_string())));
}

fn hear(connections: Connections, line: Line, text: &str) {
    let Ok(message) = serde_json::from_str::<Value>(text) else { return };
    let id = message.get(1).and_then(Value::as_str).unwrap_or_default();
    match message.get(0).and_then(Value::as_str) {
        Some("asks") => {
            for connected in connections.list.get_untracked().iter() {
                let value = secret(connections, connected);
                if !value.is_null() {
                    say(line, &json!(["has", connected.connection.id, value]));
                }
            }
        }
        Some("has") => {
            let (Some(connected), Some(value)) = (connections.peek(id), message.get(2)) else { return };
            if secret(connections, &connected) != *value {
                take_over(connections, id, value);
            }
        }
        Some("ended") => {
            if connections.peek(id).is_some_and(|connected| connected.session.is_some()) {
                connections.use_session(id, None);
            }
            connections.end_token(id, None);
        }
        _ => {}
    }
}

/// What is held in memory for a connection; null when nothing is.
fn secret(connections: Connections, connected: &Connected) -> Value {
    if let Some(Session { token, key, expires }) = &connected.session {
        return json!({ "session": token, "key": key, "expires": expires });
    }
    let signed_in = connected.signed_in.as_ref();
    let token = connections.token(&connected.connection.id);
    let (Some(signed_in), Some(token)) = (signed_in, token) else { return Value::Null };
    let renewable = token.renewable.map(|token| {
        json!({
            "access_token": token.access.reveal(),
            "refresh_token": token.refresh.as_ref().map(cloud_foundry::token::Secret::reveal),
            "expires_in": token.expires_in,
            "scope": token.scope,
        })
    });
    json!({
        "headers": token.headers, "renewable": renewable, "about": signed_in.about, "expires": signed_in.expires,
    })
}

fn take_over(connections: Connections, id: &str, value: &Value) {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let expires = value.get("expires").and_then(Value::as_i64).map(Timestamp);
    if value.get("session").is_some() {
        let session = Session { token: text("session"), key: text("key"), expires };
        return connections.use_session(id, Some(session));
    }
    let headers = value.get("headers").cloned().and_then(|headers| serde_json::from_value(headers).ok());
    let Some(headers) = headers else { return };
    // In the form in which the token server gave it.
    let renewable = value.get("renewable").filter(|token| !token.is_null()).and_then(|token| {
        let body = token.to_string().into_bytes();
        cloud_foundry::token::parse(&Response { status: 200, headers: Headers::default(), body }).ok()
    });
    connections.enter_token(id, Token { number: 0, headers, renewable }, text("about"), expires);
}
