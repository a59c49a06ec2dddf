//! Which connections can be asked at all: the operations on the others wait instead of failing.

use std::sync::Arc;

use image_console_operation::Event;
use leptos::prelude::*;

use super::connections::{Connected, Connections};
use super::operations::Operations;

/// Tells the operations of each connection that was set up, changed, lost its key or was removed,
/// as long as the owner lives.
pub fn follow(operations: Operations, connections: Connections) {
    Effect::new(move |before: Option<Arc<Vec<Arc<Connected>>>>| {
        let now = connections.list.get();
        let before = before.unwrap_or_default();
        for event in changes(&before, &now) {
            operations.tell(event);
        }
        now
    });
}

/// Tells the operations of the connections that they name and that are not set up here (any more).
/// Call it once they have been read.
pub fn tell_missing(operations: Operations, connections: Connections) {
    let mut named: Vec<String> = operations.list.with_untracked(|list| {
        let waiting = list.iter().filter(|operation| !operation.status.is_ended());
        waiting.map(|operation| operation.connection.clone()).collect()
    });
    named.sort();
    named.dedup();
    for connection in named {
        if connections.peek(&connection).is_none() {
            operations.tell(Event::ConnectionUnavailable(connection));
        }
    }
}

fn changes(before: &[Arc<Connected>], now: &[Arc<Connected>]) -> Vec<Event> {
    let find = |list: &[Arc<Connected>], id: &str| list.iter().find(|c| c.connection.id == id).cloned();
    let mut events = Vec::new();
    for connected in now {
        let id = &connected.connection.id;
        if find(before, id).as_ref() == Some(connected) {
            continue;
        }
        events.push(if connected.lacks_credentials() {
            Event::ConnectionUnavailable(id.clone())
        } else {
            Event::ConnectionAvailable(id.clone())
        });
    }
    for connected in before {
        let id = &connected.connection.id;
        if find(now, id).is_none() {
            events.push(Event::ConnectionUnavailable(id.clone()));
        }
    }
    events
}
