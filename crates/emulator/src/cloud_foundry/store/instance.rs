//! One service instance. Its body is kept as it goes out, so that a test can make any field odd.

use serde_json::{Map, Value, json};

use crate::cloud_foundry::stamp;

/// A service instance.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Counts in the order of creation.
    pub number: u64,
    /// Its guid in paths.
    pub guid: String,
    /// The object without its relations and links (section 3.3).
    pub fields: Map<String, Value>,
    /// Index of its space.
    pub space: usize,
    /// Index of its plan; none for a user-provided one.
    pub plan: Option<usize>,
    /// Its backups as they are listed: `{id, created_at}` (section 4.2).
    pub backups: Vec<Value>,
    /// Gone, but its backups are kept.
    pub deleted: bool,
    /// All restores into it that were taken on.
    pub restores: Vec<Restored>,
}

/// A restore that was taken on.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The job.
    pub job: String,
    /// The body as it was sent.
    pub body: Value,
    /// Who asked for it.
    pub user: &'static str,
    /// When.
    pub at: i64,
    /// Whether the data was replaced.
    pub done: bool,
}

impl Instance {
    /// A text member; empty when it is missing or no text.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.text("name")
    }

    /// Whether an operation is under way.
    pub fn is_busy(&self) -> bool {
        let state = self.fields.get("last_operation").and_then(|operation| operation.get("state"));
        matches!(state.and_then(Value::as_str), Some("in progress" | "initial"))
    }

    /// An operation begins.
    pub fn begin(&mut self, kind: &str, description: &str, at: i64) {
        let operation = json!({
            "type": kind, "state": "in progress", "description": description,
            "created_at": stamp(at), "updated_at": stamp(at),
        });
        self.fields.insert("last_operation".into(), operation);
    }

    /// The operation goes on, or ends.
    pub fn operation(&mut self, state: Option<&str>, description: &str, at: i64) {
        let operation = self.fields.get_mut("last_operation").and_then(Value::as_object_mut);
        if let Some(operation) = operation {
            operation.insert("description".into(), description.into());
            operation.insert("updated_at".into(), stamp(at).into());
            if let Some(state) = state {
                operation.insert("state".into(), state.into());
            }
        }
        if state == Some("succeeded") {
            self.fields.insert("updated_at".into(), stamp(at).into());
        }
    }

    /// Unix seconds of a backup, whatever unit it is listed in; none when it is no number.
    pub fn taken(backup: &Value) -> Option<i64> {
        let number = backup.get("created_at")?.as_i64()?;
        Some(if number > 100_000_000_000 { number / 1000 } else { number })
    }

    /// Unix seconds of its first backup.
    pub fn first_backup(&self) -> Option<i64> {
        self.backups.iter().filter_map(Self::taken).min()
    }

    /// Whether it has a backup of that id.
    pub fn has_backup(&self, id: &str) -> bool {
        self.backups.iter().any(|backup| backup.get("id") == Some(&json!(id)))
    }
}
