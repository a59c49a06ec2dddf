//! The control interface's calls.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response as HttpResponse;
use serde_json::{Value, json};

use super::super::send;
use super::super::shared::{Shared, now};
use crate::control::Fault;
use crate::time;
use crate::wire::Response;
use crate::world::World;

type Control = State<Arc<Shared>>;

/// `GET journal`
pub async fn journal(State(shared): Control) -> HttpResponse {
    let entries = shared.world().journal().to_json();
    send::plain(Response::json(200, &entries))
}

/// `DELETE journal`
pub async fn clear_journal(State(shared): Control) -> StatusCode {
    shared.world().journal().clear();
    StatusCode::NO_CONTENT
}

/// `POST faults`
pub async fn add_fault(State(shared): Control, body: String) -> HttpResponse {
    let fault = parse(&body).and_then(|value| Fault::from_json(&value).map_err(|error| error.0));
    match fault {
        Ok(fault) => {
            shared.world().add_fault(fault);
            send::plain(Response::empty(204))
        }
        Err(message) => refused(&message),
    }
}

/// `DELETE faults`
pub async fn clear_faults(State(shared): Control) -> StatusCode {
    shared.world().clear_faults();
    shared.let_go();
    StatusCode::NO_CONTENT
}

/// `GET clock`
pub async fn clock(State(shared): Control) -> HttpResponse {
    shown_clock(&shared)
}

/// `POST clock`
pub async fn set_clock(State(shared): Control, body: String) -> HttpResponse {
    let value = match parse(&body) {
        Ok(value) => value,
        Err(message) => return refused(&message),
    };
    let (advance, skew) =
        (value.get("advance_ms").and_then(Value::as_i64), value.get("skew_ms").and_then(Value::as_i64));
    if advance.is_none() && skew.is_none() {
        return refused("\"advance_ms\" or \"skew_ms\" has to be a whole number");
    }
    {
        let mut world = shared.world();
        world.advance(advance.unwrap_or(0));
        if let Some(skew) = skew {
            world.set_skew(skew);
        }
        world.settle(now());
    }
    shown_clock(&shared)
}

/// `GET switches`: Triton's, and OCI's below `oci`.
pub async fn switches(State(shared): Control) -> HttpResponse {
    let mut world = shared.world();
    let mut shown = world.triton().switches().to_json();
    shown["oci"] = world.oci().switches().to_json();
    send::plain(Response::json(200, &shown))
}

/// `POST switches`; nothing is changed when one of them is no good.
pub async fn set_switches(State(shared): Control, body: String) -> HttpResponse {
    match parse(&body).and_then(|value| set(&mut shared.world(), value)) {
        Ok(()) => switches(State(shared)).await,
        Err(message) => refused(&message),
    }
}

fn set(world: &mut World, mut value: Value) -> Result<(), String> {
    let oci = value.as_object_mut().and_then(|switches| switches.remove("oci"));
    let mut next = world.oci().switches().clone();
    if let Some(oci) = oci {
        next.set(&oci).map_err(|error| error.0)?;
    }
    world.triton().switches().set(&value).map_err(|error| error.0)?;
    *world.oci().switches() = next;
    Ok(())
}

/// `POST reset`
pub async fn reset(State(shared): Control) -> StatusCode {
    shared.world().reset(now());
    shared.violations().clear();
    shared.let_go();
    StatusCode::NO_CONTENT
}

fn shown_clock(shared: &Shared) -> HttpResponse {
    let moment = shared.world().moment(now());
    let value = json!({"world": time::iso(moment.world), "signatures": time::iso(moment.clock)});
    send::plain(Response::json(200, &value))
}

pub(super) fn parse(body: &str) -> Result<Value, String> {
    serde_json::from_str(body).map_err(|error| format!("the body is not JSON: {error}"))
}

pub(super) fn refused(message: &str) -> HttpResponse {
    send::plain(Response::json(400, &json!({"message": message})))
}
