//! The form in which operations are kept: one JSON text each, with a version, so that a record of
//! another build costs itself and not the others.

use serde::{Deserialize, Serialize};

use crate::record::Operation;

/// The version written. Fields may be added without a new one (they have defaults); what an older
/// build would misread needs one.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Writing<'a> {
    version: u32,
    operation: &'a Operation,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Deserialize)]
struct Reading {
    operation: Operation,
}

/// Why a stored text was left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRead {
    /// Written by a build that knows more; it is kept for that one.
    Version(u32),
    /// Not a stored operation, or damaged.
    Garbage(String),
}

/// Writes an operation. `None` cannot happen with this record, but is no reason to stop.
#[must_use]
pub fn write(operation: &Operation) -> Option<String> {
    serde_json::to_string(&Writing { version: VERSION, operation }).ok()
}

/// Reads one stored text.
///
/// # Errors
/// [`NotRead`] says what was found instead.
pub fn read(text: &str) -> Result<Operation, NotRead> {
    let garbage = |e: serde_json::Error| NotRead::Garbage(e.to_string());
    let Version { version } = serde_json::from_str(text).map_err(garbage)?;
    if version != VERSION {
        return Err(NotRead::Version(version));
    }
    serde_json::from_str::<Reading>(text).map(|r| r.operation).map_err(garbage)
}

/// Reads all that can be read. The rest is named and should be left where it is.
pub fn read_all<'a>(texts: impl IntoIterator<Item = &'a str>) -> (Vec<Operation>, Vec<NotRead>) {
    let mut operations = Vec::new();
    let mut not_read = Vec::new();
    for text in texts {
        match read(text) {
            Ok(operation) => operations.push(operation),
            Err(why) => not_read.push(why),
        }
    }
    (operations, not_read)
}
