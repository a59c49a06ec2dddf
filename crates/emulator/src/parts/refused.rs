//! Why something was not put into the world.

use std::fmt;

use serde_json::{Map, Value};

/// Why a switch or something to seed was refused, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl Refused {
    /// The object a JSON value has to be.
    pub(crate) fn unless_object(value: Value) -> Result<Map<String, Value>, Self> {
        match value {
            Value::Object(object) => Ok(object),
            _ => Err(Self("not a JSON object".into())),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}
