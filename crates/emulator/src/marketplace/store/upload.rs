//! One upload request. Its body is kept as it goes out, so that a test can make any field odd.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::centre::CENTRES;
use super::status::misspelt;
use crate::marketplace::switches::Switches;
use crate::time;

/// An upload request.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its id in paths.
    pub id: i64,
    /// `MachineImageUploadRequest` (section 2).
    pub fields: Map<String, Value>,
    /// The creator's id, as HEAD shows it.
    pub creator: String,
    /// Bytes received.
    pub size: u64,
    /// How its chunks come in; none when it came in one request.
    pub chunks: Option<Chunks>,
    /// How often it was read.
    pub reads: u64,
}

/// The chunks of an upload that a client sends.
#[derive(Clone, Debug, Default)]
pub struct Chunks {
    /// How many were announced.
    pub declared: i64,
    /// Numbers of those that followed the first request.
    pub numbers: BTreeSet<i64>,
    /// Whether the final PATCH has come.
    pub closed: bool,
}

impl Chunks {
    /// How many have come, the first request's included.
    pub fn received(&self) -> i64 {
        1 + i64::try_from(self.numbers.len()).unwrap_or(i64::MAX - 1)
    }

    /// Whether the numbers are those of a base, be it 0 or 1 (section 3.5).
    pub fn fit(&self) -> bool {
        let from_zero = 1..self.declared;
        let from_one = 2..self.declared + 1;
        self.numbers.iter().copied().eq(from_zero) || self.numbers.iter().copied().eq(from_one)
    }
}

impl Upload {
    /// A text member; empty when it is missing or no text.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The texts that words which bring something about are looked for in.
    pub fn label(&self) -> String {
        ["application", "version", "operatingSystem", "fileName"].map(|name| self.text(name)).join(" ")
    }

    /// Sets members, and who touched them when.
    pub fn touch(&mut self, fields: Value, by: &str, at: i64) {
        if let Value::Object(fields) = fields {
            self.fields.extend(fields);
        }
        self.fields.insert("lastModifiedBy".into(), by.into());
        self.fields.insert("lastModifiedDate".into(), time::iso(at).into());
    }

    /// The rows of its data centres.
    pub fn centres(&mut self) -> Option<&mut Vec<Value>> {
        self.fields.get_mut("dataCenterImageUploadRequests")?.as_array_mut()
    }

    /// The row of one data centre.
    pub fn centre(&mut self, at: usize) -> Option<&mut Map<String, Value>> {
        let (name, _) = CENTRES.get(at)?;
        let row = self.centres()?.iter_mut().find(|row| row.get("dataCenterName") == Some(&json!(name)));
        row?.as_object_mut()
    }

    /// The body of the detailed status.
    pub fn shown(&self, switches: &Switches) -> Value {
        let mut shown = self.fields.clone();
        if switches.misspelt_replies {
            spell(&mut shown);
            let rows = shown.get_mut("dataCenterImageUploadRequests").and_then(Value::as_array_mut);
            rows.into_iter().flatten().filter_map(Value::as_object_mut).for_each(spell);
        }
        Value::Object(shown)
    }

    /// A row of a search.
    pub fn row(&self, switches: &Switches) -> Value {
        let mut shown = self.shown(switches);
        if let (true, Some(row)) = (switches.short_rows, shown.as_object_mut()) {
            for name in ["imageFilePath", "checkSum", "createdBy", "createdDate", "lastModifiedBy"] {
                row.remove(name);
            }
            row.insert("dataCenterImageUploadRequests".into(), json!([]));
        }
        shown
    }
}

fn spell(fields: &mut Map<String, Value>) {
    if let Some(Value::String(status)) = fields.get_mut("statusName") {
        *status = misspelt(status).to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::Chunks;

    #[test]
    fn numbers_fit_either_base() {
        let fit = |numbers: &[i64]| {
            Chunks { declared: 4, numbers: numbers.iter().copied().collect(), closed: false }.fit()
        };
        assert!(fit(&[3, 1, 2]) && fit(&[2, 3, 4]));
        assert!(!fit(&[1, 2, 4]) && !fit(&[1, 2]) && !fit(&[0, 1, 2]));
    }
}
