//! One region.

use std::collections::BTreeSet;

use super::Shelf;
use crate::oci::work::WorkRequest;

/// A region with all that its services hold.
#[derive(Debug)]
pub struct Region {
    /// Identifier, such as `eu-frankfurt-1`.
    pub name: &'static str,
    /// The form that stands in OCIDs.
    pub key: &'static str,
    /// Compute images, platform images among them.
    pub images: Shelf,
    /// Work requests, oldest first.
    pub work: Vec<WorkRequest>,
    /// Container repositories.
    pub repositories: Shelf,
    /// Container images.
    pub containers: Shelf,
    /// Buckets.
    pub buckets: Vec<serde_json::Value>,
    /// Objects that exports have written, as `bucket/object`.
    pub exported: BTreeSet<String>,
}

impl Region {
    /// A region with nothing in it.
    pub fn new(name: &'static str, key: &'static str) -> Self {
        Self {
            name,
            key,
            images: Shelf::default(),
            work: Vec::new(),
            repositories: Shelf::default(),
            containers: Shelf::default(),
            buckets: Vec::new(),
            exported: BTreeSet::new(),
        }
    }

    /// Whether there is a bucket of this name.
    pub fn has_bucket(&self, name: &str) -> bool {
        self.buckets.iter().any(|bucket| bucket.get("name").and_then(serde_json::Value::as_str) == Some(name))
    }
}
