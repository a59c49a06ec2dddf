//! The body of a restore (section 4.3), read and checked by itself.

use serde_json::{Map, Value};

use crate::cloud_foundry::problem::Problem;
use crate::time;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// A backup.
    pub backup_id: Option<String>,
    /// A moment, in milliseconds.
    pub target: Option<i64>,
    /// Whether `restore_point` says `pitr`.
    pub pitr: bool,
    /// Another instance whose backup is taken.
    pub source: Option<String>,
}

const FIELDS: [&str; 4] = ["backup_id", "target_timestamp", "restore_point", "source_service_instance_guid"];

impl Ask {
    /// Reads a body; none at all is as good as `{}`. Says everything that is wrong at once.
    pub fn read(body: &[u8]) -> Result<Self, Problem> {
        let value = match body {
            [] => Value::Object(Map::new()),
            body => serde_json::from_slice(body).map_err(|_| unreadable())?,
        };
        let object = value.as_object().ok_or_else(unreadable)?;
        let mut slips = Vec::new();
        let unknown: Vec<_> = object
            .keys()
            .filter(|key| !FIELDS.contains(&key.as_str()))
            .map(|key| format!("'{key}'"))
            .collect();
        if !unknown.is_empty() {
            slips.push(format!("Unknown field(s): {}", unknown.join(", ")));
        }
        let mut text = |name: &str, label: &str| match object.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
            Some(_) => {
                slips.push(format!("{label} must be a non-empty string"));
                None
            }
        };
        let backup_id = text("backup_id", "Backup");
        let target = text("target_timestamp", "Target timestamp");
        let point = text("restore_point", "Restore point");
        let source = text("source_service_instance_guid", "Source service instance guid");
        let moment = target.as_deref().and_then(time::parse_iso);
        if target.is_some() && moment.is_none() {
            slips.push("Target timestamp must be a date-time such as 2024-03-05T09:00:00Z".into());
        }
        if point.as_deref().is_some_and(|point| point != "pitr") {
            slips.push("Restore point must be one of: pitr".into());
        }
        if point.is_some() && target.is_none() {
            slips.push("Target timestamp must be given with restore point pitr".into());
        }
        if backup_id.is_some() && target.is_some() {
            slips.push("Backup and target timestamp cannot be given together".into());
        }
        let mut slips = slips.into_iter();
        match slips.next() {
            None => Ok(Self { backup_id, target: moment, pitr: point.is_some(), source }),
            Some(first) => {
                let more =
                    |problem: Problem, slip: String| problem.and(10008, "CF-UnprocessableEntity", slip);
                Err(slips.fold(Problem::unprocessable(first), more))
            }
        }
    }
}

fn unreadable() -> Problem {
    Problem::new(
        400,
        1001,
        "CF-MessageParseError",
        "Request invalid due to parse error: invalid request body",
    )
}
