//! Work that ends later, in the world's time.

use std::collections::BTreeMap;

use super::Oci;
use super::artifacts::RESTORABLE;
use super::ocid;
use crate::time::DAY;

/// How long a deleted compute image is still shown.
const DELETED_SHOWN: i64 = DAY;

/// One piece of work.
#[derive(Clone, Debug)]
pub enum Job {
    /// A compute image reaches a state.
    Image {
        /// Index of the region.
        region: usize,
        /// OCID.
        id: String,
        /// The state it is in until then; nothing happens in any other.
        from: &'static str,
        /// The state.
        to: &'static str,
    },
    /// An export has written its object, as `bucket/object`.
    Exported {
        /// Index of the region.
        region: usize,
        /// The object.
        object: String,
    },
    /// A container image that was `DELETING` is deleted.
    ContainerDeleted {
        /// Index of the region.
        region: usize,
        /// OCID.
        id: String,
    },
    /// A deleted compute image is no longer shown.
    Forget {
        /// Index of the region.
        region: usize,
        /// OCID.
        id: String,
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

    fn next_due(&mut self, now: i64) -> Option<(i64, Job)> {
        let entry = self.due.first_entry().filter(|entry| entry.key().0 <= now)?;
        let time = entry.key().0;
        Some((time, entry.remove()))
    }
}

impl Oci {
    /// Ends all work that is due, and lets go of what is past its time.
    pub fn settle(&mut self, now: i64) {
        while let Some((time, job)) = self.jobs.next_due(now) {
            self.end(time, job);
        }
        let retention = self.switches.work_request_retention_ms;
        for region in &mut self.regions {
            region.containers.retain(|image| image.deleted.is_none_or(|at| now < at + RESTORABLE));
            if let Some(retention) = retention {
                region.work.retain(|work| now < work.ends + retention);
            }
        }
    }

    fn end(&mut self, at: i64, job: Job) {
        let etag = ocid::etag(&mut self.rng);
        match job {
            Job::Image { region, id, from, to } => {
                let image = self.regions.get_mut(region).and_then(|region| region.images.get_mut(&id));
                let Some(image) = image.filter(|image| image.is(from)) else { return };
                image.set("lifecycleState", to);
                image.etag = etag;
                if to == "DELETED" {
                    self.jobs.at(at + DELETED_SHOWN, Job::Forget { region, id });
                }
            }
            Job::Exported { region, object } => {
                if let Some(region) = self.regions.get_mut(region) {
                    region.exported.insert(object);
                }
            }
            Job::ContainerDeleted { region, id } => {
                let image = self.regions.get_mut(region).and_then(|region| region.containers.get_mut(&id));
                let Some(image) = image.filter(|image| image.is("DELETING")) else { return };
                super::artifacts::mark_deleted(image, at);
                image.etag = etag;
            }
            Job::Forget { region, id } => {
                if let Some(region) = self.regions.get_mut(region) {
                    region.images.remove(&id);
                }
            }
        }
    }
}
