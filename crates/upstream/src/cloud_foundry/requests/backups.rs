//! Backups and restore (contract §4); Tanzu only.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, Method, Request, Response};
use serde_json::{Map, Value, json};

use super::{answer, instance_path, request};
use crate::cloud_foundry::model::Backup;
use crate::decode::Lenient;

/// What to restore from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreFrom {
    /// The backup of that id.
    Backup(String),
    /// The state at that instant (`restore_point` = `pitr`).
    PointInTime(Timestamp),
}

/// A restore as it is sent. One without any of it, which the API admits, is not offered: what it
/// means is not documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restore {
    /// What to restore from.
    pub from: RestoreFrom,
    /// The instance whose backup it is, when it is another one, which may be deleted by now.
    pub source_service_instance_guid: Option<String>,
}

impl Restore {
    /// The body as it is sent.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = Map::new();
        match &self.from {
            RestoreFrom::Backup(id) => {
                body.insert("backup_id".to_owned(), json!(id));
            }
            RestoreFrom::PointInTime(at) => {
                body.insert("restore_point".to_owned(), json!("pitr"));
                body.insert("target_timestamp".to_owned(), json!(wire_time(*at)));
            }
        }
        if let Some(source) = &self.source_service_instance_guid {
            body.insert("source_service_instance_guid".to_owned(), json!(source));
        }
        Value::Object(body)
    }
}

/// The API's form of an instant: whole seconds, unless there is a fraction.
pub(super) fn wire_time(at: Timestamp) -> String {
    at.rfc3339().replace(".000Z", "Z")
}

/// `POST /v3/service_instances/{guid}/backups`, without a body (§4.1). Never sent twice.
#[must_use]
pub fn create_backup(guid: &str) -> Request {
    request(Method::Post, format!("{}/backups", instance_path(guid)))
}

/// `GET /v3/service_instances/{guid}/backups` (§4.2), at most so many; `None` leaves it to the API.
#[must_use]
pub fn list_backups(guid: &str, limit: Option<u32>) -> Request {
    let query = limit.map(|limit| format!("?limit={limit}")).unwrap_or_default();
    request(Method::Get, format!("{}/backups{query}", instance_path(guid)))
}

/// Reads the list, the latest first; the API's own order is not documented. Those without a
/// readable time stand last.
///
/// # Errors
/// An error status, or a body without a list of `backups`. See
/// [`crate::cloud_foundry::feature::of_error`] for errors that mean "not supported".
pub fn parse_backups(response: &Response) -> Result<Vec<Lenient<Backup>>, ApiError> {
    let map = answer::object(response)?;
    let Some(items) = map.get("backups").and_then(Value::as_array) else {
        return Err(answer::other(response, "a list of backups"));
    };
    let read = |v: &Value| v.as_object().cloned().map(Backup::from_map);
    let mut backups: Vec<_> = items.iter().map(|item| Lenient::read(item, read)).collect();
    let at = |b: &Lenient<Backup>| b.value().and_then(|b| b.created_at.value().copied());
    backups.sort_by_key(|b| std::cmp::Reverse(at(b)));
    Ok(backups)
}

/// `POST /v3/service_instances/{guid}/actions/restore` (§4.3): overwrites the data of that
/// instance. Never sent twice.
#[must_use]
pub fn restore(guid: &str, restore: &Restore) -> Request {
    request(Method::Post, format!("{}/actions/restore", instance_path(guid))).json(&restore.body())
}
