//! The data centres, and an upload's row for one of them (section 2).

use serde_json::{Map, Value, json};

use crate::time;

/// Name and region of every data centre; the first is the default one.
pub const CENTRES: [(&str, &str); 4] = [
    ("US2 COMMERCIAL CHERRY", "US2 Commercial Cherry"),
    ("EM2 COMMERCIAL TEAK", "EM2 Commercial Teak"),
    ("AP3 COMMERCIAL SYDNEY", "AP3 Commercial Sydney"),
    ("US6 COMMERCIAL MAPLE", "US6 Commercial Maple"),
];

/// The data centre of that name; its last word is enough, as in a deletion's `["teak"]`.
pub fn centre_named(name: &str) -> Option<usize> {
    let name = name.trim();
    CENTRES.iter().position(|(known, _)| {
        known.eq_ignore_ascii_case(name)
            || known.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(name))
    })
}

/// What is special about an upload's row for a data centre.
#[derive(Clone, Copy, Debug, Default)]
pub struct Centre {
    /// Index in [`CENTRES`].
    pub at: usize,
    /// It comes from another data centre.
    pub copy: bool,
    /// It takes the place of an image that is there.
    pub overwrite: bool,
    /// It is a replica.
    pub replica: bool,
}

impl Centre {
    /// The row in a body.
    pub fn row(self, status: &str, progress: i64, at: i64) -> Value {
        let (name, region) = CENTRES.get(self.at).copied().unwrap_or_default();
        let mut row = Map::new();
        row.insert("dataCenterName".into(), json!(name));
        row.insert("statusName".into(), json!(status));
        row.insert("uploadProgress".into(), json!(format!("{progress}%")));
        row.insert("region".into(), json!(region));
        row.insert("lastUpdatedDate".into(), json!(time::iso(at)));
        row.insert("copyUpload".into(), json!(self.copy));
        row.insert("overwriteUpload".into(), json!(self.overwrite));
        row.insert("replicaDataCenter".into(), json!(self.replica));
        Value::Object(row)
    }
}
