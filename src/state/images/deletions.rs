//! What this console remembers of deleted container images. The API tells no time of deletion, but an
//! image can be restored for 48 hours after it (oci-container-registry.md §3): when it was first seen
//! `DELETED`, and when it was last known not to be, say between which times that was.

use image_console_core::time::Timestamp;
use image_console_core::{Few, json};
use image_console_platform::store::{self, Store};
use image_console_upstream::oci_artifacts::window::WINDOW;
use serde_json::{Map, Value, json};

/// What is remembered of one image.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// When it was first seen `DELETED`.
    pub first_deleted: Option<Timestamp>,
    /// When it was last known not to be.
    pub last_available: Option<Timestamp>,
}

/// What is remembered of one compartment.
#[derive(Debug, Default, PartialEq)]
struct Memory {
    /// When the list of all its deleted images was last read to its end.
    listed: Option<Timestamp>,
    deleted: Few<Seen>,
    /// Images that were looked at and were there.
    available: Few<Timestamp>,
}

/// All images of a compartment that are `DELETED` were listed.
pub async fn list_was_read(connection: &str, compartment: &str, deleted: Vec<String>, at: Timestamp) {
    change(connection, compartment, |memory| memory.list_was_read(deleted, at)).await;
}

/// An image was read on its own; says what is remembered of it.
pub async fn image_was_read(
    connection: &str,
    compartment: &str,
    (id, state): (&str, &str),
    at: Timestamp,
) -> Seen {
    change(connection, compartment, |memory| memory.image_was_read(id, state, at)).await
}

/// Forgets a connection.
pub async fn forget(connection: &str) {
    let prefix = key(connection, "");
    // What cannot be read or removed is in a storage that is not there.
    for (key, _) in store::all(Store::Settings).await.unwrap_or_default() {
        if key.starts_with(&prefix) {
            let _ = store::remove(Store::Settings, &key).await;
        }
    }
}

fn key(connection: &str, compartment: &str) -> String {
    format!("deletions {connection} {compartment}")
}

/// A memory that cannot be kept leaves the range of time wider, and nothing else.
async fn change<T>(connection: &str, compartment: &str, change: impl FnOnce(&mut Memory) -> T) -> T {
    let key = key(connection, compartment);
    let stored = store::get(Store::Settings, &key).await.ok().flatten();
    let mut memory = stored.as_deref().map(Memory::read).unwrap_or_default();
    let result = change(&mut memory);
    let new = memory.write();
    if stored.as_deref() != Some(new.as_str()) {
        let _ = store::put(Store::Settings, &key, &new).await;
    }
    result
}

impl Memory {
    fn list_was_read(&mut self, deleted: Vec<String>, at: Timestamp) {
        let now = deleted.into_iter().map(|id| {
            let seen = self.seen_deleted(&id, at);
            (id, seen)
        });
        // One that is not among them was restored, or is gone for good.
        self.deleted = now.collect();
        self.listed = Some(at);
    }

    fn image_was_read(&mut self, id: &str, state: &str, at: Timestamp) -> Seen {
        let old = self.available.iter().filter(|(_, seen)| seen.0 > at.0.saturating_sub(WINDOW));
        self.available = old.map(|(id, seen)| (id.to_owned(), *seen)).collect();
        match state {
            "DELETED" => {
                let seen = self.seen_deleted(id, at);
                self.deleted.insert(id.to_owned(), seen);
                seen
            }
            "AVAILABLE" => {
                self.deleted.remove(id);
                self.available.insert(id.to_owned(), at);
                Seen { first_deleted: None, last_available: Some(at) }
            }
            _ => Seen::default(),
        }
    }

    /// An image that is `DELETED` and was not among the deleted ones when these were last listed was
    /// deleted since.
    fn seen_deleted(&self, id: &str, at: Timestamp) -> Seen {
        self.deleted.get(id).copied().unwrap_or_else(|| Seen {
            first_deleted: Some(at),
            last_available: self.available.get(id).copied().max(self.listed),
        })
    }

    fn read(text: &str) -> Self {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let time = |value: Option<&Value>| value.and_then(Value::as_i64).map(Timestamp);
        let all = |name: &str| value.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
        let seen = |v: &Value| Seen { first_deleted: time(v.get(0)), last_available: time(v.get(1)) };
        Self {
            listed: time(value.get("listed")),
            deleted: all("deleted").iter().map(|(id, v)| (id.clone(), seen(v))).collect(),
            available: all("available")
                .iter()
                .filter_map(|(id, v)| Some((id.clone(), time(Some(v))?)))
                .collect(),
        }
    }

    fn write(&self) -> String {
        let time = |at: Option<Timestamp>| at.map(|at| at.0);
        let deleted: Map<String, Value> = self
            .deleted
            .iter()
            .map(|(id, s)| (id.to_owned(), json!([time(s.first_deleted), time(s.last_available)])))
            .collect();
        let available: Map<String, Value> =
            self.available.iter().map(|(id, at)| (id.to_owned(), at.0.into())).collect();
        json::text(&json!({ "listed": time(self.listed), "deleted": deleted, "available": available }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn seen(deleted: i64, available: Option<i64>) -> Seen {
        let at = |hours: i64| Timestamp(hours * HOUR);
        Seen { first_deleted: Some(at(deleted)), last_available: available.map(at) }
    }

    #[test]
    fn lists_narrow_down_when_an_image_was_deleted_and_it_survives_being_stored() {
        let at = |hours: i64| Timestamp(hours * HOUR);
        let mut memory = Memory::default();
        memory.list_was_read(vec!["old".into()], at(1));
        memory = Memory::read(&memory.write());
        memory.list_was_read(vec!["old".into(), "new".into()], at(3));
        memory = Memory::read(&memory.write());
        assert_eq!(memory.image_was_read("old", "DELETED", at(4)), seen(1, None));
        assert_eq!(memory.image_was_read("new", "DELETED", at(4)), seen(3, Some(1)));
        assert_eq!(memory.image_was_read("newest", "DELETED", at(5)), seen(5, Some(3)));
        memory.list_was_read(vec!["new".into()], at(6));
        assert_eq!(
            memory.image_was_read("old", "DELETED", at(7)),
            seen(7, Some(6)),
            "it was restored between"
        );
    }

    #[test]
    fn an_image_that_was_looked_at_is_remembered_for_as_long_as_it_matters() {
        let at = |hours: i64| Timestamp(hours * HOUR);
        let mut memory = Memory::default();
        memory.image_was_read("a", "AVAILABLE", at(1));
        memory.image_was_read("b", "AVAILABLE", at(60));
        memory.image_was_read("c", "DELETING", at(60));
        assert_eq!(memory, Memory::read(&memory.write()));
        assert_eq!(memory.image_was_read("a", "DELETED", at(61)), seen(61, None));
        assert_eq!(memory.image_was_read("b", "DELETED", at(62)), seen(62, Some(60)));
        assert_eq!(Memory::read("nonsense"), Memory::default());
    }
}
