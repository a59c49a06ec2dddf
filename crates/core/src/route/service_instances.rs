//! What the table of service instances shows (cloud-foundry-v3.md §3).

use super::parameters::{Parameters, is_typed, put};

/// All that decides which service instances are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstancesView {
    /// What is searched for among those that were read.
    pub q: String,
    /// The connections that are asked, by id; empty for all.
    pub sources: Vec<String>,
    /// Whether user-provided instances are listed too, which have no backups.
    pub all_types: bool,
}

/// A dialog over one service instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InstanceAction {
    /// Create a backup.
    Backup,
    /// Restore.
    Restore,
}

/// Their words in an address.
pub(super) const INSTANCE_ACTIONS: super::Words<InstanceAction> =
    &[("backup", InstanceAction::Backup), ("restore", InstanceAction::Restore)];

impl InstancesView {
    pub(super) fn pairs(&self) -> Vec<(&str, String)> {
        let mut pairs = Vec::new();
        put(&mut pairs, "q", &self.q);
        for id in &self.sources {
            put(&mut pairs, "source", id);
        }
        put(&mut pairs, "type", if self.all_types { "all" } else { "" });
        pairs
    }

    pub(super) fn read(parameters: &mut Parameters) -> Self {
        Self {
            q: parameters.typed("q", 512).unwrap_or_default(),
            sources: parameters.texts("source", &|id| is_typed(id, 512)),
            all_types: parameters.text("type", &|word| word == "all").is_some(),
        }
    }
}
