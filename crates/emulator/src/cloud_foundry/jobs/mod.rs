//! Jobs (section 5): how they begin, go on, and look.

mod course;
mod get;
mod go;

use serde_json::Value;

pub use course::Step;
pub use go::backup_id;

/// What a job does.
#[derive(Clone, Debug)]
pub enum Work {
    /// Makes a backup.
    Backup,
    /// Restores, as this body asks for.
    Restore(Value),
}

/// A job.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its guid.
    pub guid: String,
    /// The instance that it works on.
    pub instance: String,
    /// What it does.
    pub work: Work,
    /// Its state, in the document's words or others.
    pub state: &'static str,
    /// Its errors.
    pub errors: Vec<Value>,
    /// Its warnings.
    pub warnings: Vec<Value>,
    /// When it began.
    pub created: i64,
    /// When it last changed.
    pub updated: i64,
    /// How often it was read.
    pub reads: u64,
    /// Forgotten by the API.
    pub purged: bool,
}

impl Job {
    /// The word in `operation`; no document names it (section 8).
    pub fn operation(&self) -> &'static str {
        match self.work {
            Work::Backup => "service_instance.create_backup",
            Work::Restore(_) => "service_instance.restore",
        }
    }
}
