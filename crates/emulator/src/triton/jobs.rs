//! Work that ends later, in the world's time (section 3.1).

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Triton;
use super::store::Record;
use crate::Uuid;
use crate::time::{self, DAY, SECOND};

/// The workflow of a creation gives up after this long.
pub const WORKFLOW_LIMIT: i64 = 3630 * SECOND;
/// A placeholder that never became active goes away after this long.
const PLACEHOLDER_LIFE: i64 = 7 * DAY;

/// One piece of work.
#[derive(Clone, Debug)]
pub enum Job {
    /// A creation ends: the fields of the finished image, or its error.
    Finish {
        /// Index of the datacenter.
        datacenter: usize,
        /// The placeholder.
        id: Uuid,
        /// What is added to it.
        outcome: Outcome,
    },
    /// Images copied by an import or a clone appear.
    Appear {
        /// Index of the datacenter.
        datacenter: usize,
        /// The images, origins first.
        records: Vec<Record>,
    },
    /// An export has written its files.
    Exported {
        /// Their paths.
        paths: [String; 2],
    },
    /// A placeholder goes away if it is still one.
    Purge {
        /// Index of the datacenter.
        datacenter: usize,
        /// The placeholder.
        id: Uuid,
    },
}

/// All work that has not ended, by when it ends.
#[derive(Debug, Default)]
pub struct Jobs {
    due: BTreeMap<(i64, u64), Job>,
    count: u64,
}

impl Jobs {
    /// Ends at that time.
    pub fn at(&mut self, time: i64, job: Job) {
        self.due.insert((time, self.count), job);
        self.count += 1;
    }

    /// A placeholder made at this time: it ends as told, and is purged if that is not `active`.
    pub fn create(&mut self, datacenter: usize, id: Uuid, made: i64, ends: i64, outcome: Outcome) {
        self.at(ends, Job::Finish { datacenter, id, outcome });
        self.at(made + PLACEHOLDER_LIFE, Job::Purge { datacenter, id });
    }

    fn next_due(&mut self, now: i64) -> Option<(i64, Job)> {
        let entry = self.due.first_entry().filter(|entry| entry.key().0 <= now)?;
        let time = entry.key().0;
        Some((time, entry.remove()))
    }
}

/// How a creation ends.
pub type Outcome = Result<Map<String, Value>, (&'static str, String)>;

impl Triton {
    /// Ends all work that is due.
    pub fn settle(&mut self, now: i64) {
        while let Some((time, job)) = self.jobs.next_due(now) {
            self.end(time, job);
        }
    }

    fn end(&mut self, at: i64, job: Job) {
        match job {
            Job::Finish { datacenter, id, outcome } => {
                let Some(datacenter) = self.datacenters.get_mut(datacenter) else { return };
                datacenter.images.update(id, |image| match outcome {
                    Ok(fields) => {
                        image.extend(fields);
                        image.insert("published_at".into(), time::iso(at).into());
                        image.insert("state".into(), "active".into());
                    }
                    Err((code, message)) => {
                        image.insert("error".into(), json!({"code": code, "message": message}));
                        image.insert("state".into(), "failed".into());
                    }
                });
            }
            Job::Appear { datacenter, records } => {
                let Some(datacenter) = self.datacenters.get_mut(datacenter) else { return };
                records.into_iter().for_each(|record| datacenter.images.put(record));
            }
            Job::Exported { paths } => self.exported.extend(paths),
            Job::Purge { datacenter, id } => {
                let Some(datacenter) = self.datacenters.get_mut(datacenter) else { return };
                let is_placeholder =
                    |record: &Record| matches!(record.parts.state.as_ref(), "creating" | "failed");
                if datacenter.images.get(id).is_some_and(is_placeholder) {
                    datacenter.images.remove(id);
                }
            }
        }
    }
}
