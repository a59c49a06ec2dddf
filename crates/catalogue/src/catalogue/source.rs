//! One source: what is shown of it, and what is arriving. May depend on `store`.

use super::{Load, SourceId};
use crate::row::{Cell, RowDraft};
use crate::store::{Added, Shelf, Symbols};
use image_console_core::{ApiError, time::Timestamp};

/// Where a list comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    /// The upstream itself.
    Network,
    /// A local copy of an earlier answer, as it was then.
    Cache {
        /// When the answer had been received.
        saved: Timestamp,
    },
}

/// What the rows of a source are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// No list was ever read.
    Nothing,
    /// The beginning of a list: the rest is arriving, or never came.
    Part(Provenance),
    /// A whole list.
    Whole {
        /// Where it came from.
        from: Provenance,
        /// When it was true: its arrival, or that of the answer which was kept.
        as_of: Timestamp,
    },
}

/// What a source is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Activity<'a> {
    /// Nothing was asked yet.
    Idle,
    /// A list is arriving.
    Loading {
        /// Elements so far.
        received: u64,
        /// Bytes of the body so far.
        bytes: u64,
        /// When it was begun.
        since: Timestamp,
        /// Where it comes from; the network's is told when both are arriving.
        from: Provenance,
    },
    /// The last list was read to its end.
    Complete {
        /// When.
        at: Timestamp,
    },
    /// The last list could not be read to its end.
    Failed {
        /// Why.
        error: &'a ApiError,
        /// Elements that had come before.
        received: u64,
    },
}

enum Outcome {
    Idle,
    Complete(Timestamp),
    Failed(Box<ApiError>, u64),
}

pub(crate) struct Source {
    pub(super) connection: Box<str>,
    pub(super) part: Box<str>,
    pub(super) present: bool,
    pub(super) shelf: Shelf,
    pub(super) epoch: u64,
    shown: Shown,
    loads: Vec<Load>,
    outcome: Outcome,
}

impl Source {
    pub(super) fn new(connection: &str, part: &str) -> Self {
        Self {
            connection: connection.into(),
            part: part.into(),
            present: false,
            shelf: Shelf::default(),
            epoch: 0,
            shown: Shown::Nothing,
            loads: Vec::new(),
            outcome: Outcome::Idle,
        }
    }

    pub(super) fn begin(&mut self, load: Load, stamp: u64) -> bool {
        let network = load.from == Provenance::Network;
        let fresh = match self.shown {
            Shown::Nothing => false,
            Shown::Part(from) | Shown::Whole { from, .. } => {
                from == Provenance::Network && self.shelf.len() > 0
            }
        };
        if fresh && !network {
            return false;
        }
        self.loads.retain(|old| (old.from == Provenance::Network) != network);
        self.loads.push(load);
        if network {
            self.step_forward(self.loads.len() - 1, stamp);
        }
        true
    }

    /// `None`: nobody waits for it. `Some(false)`: no room.
    pub(super) fn append(
        &mut self,
        generation: u64,
        drafts: &[RowDraft<'_>],
        bytes: u64,
        symbols: &mut Symbols,
        stamp: u64,
    ) -> Option<bool> {
        let at = self.loads.iter().position(|load| load.generation == generation)?;
        let load = self.loads.get_mut(at)?;
        load.bytes += bytes;
        let filled = if let Some(mut shelf) = load.shelf.take() {
            let filled = load.fill(&mut shelf, drafts, symbols);
            load.shelf = Some(shelf);
            filled.map(|_| false)
        } else {
            load.fill(&mut self.shelf, drafts, symbols)
        };
        let Some(replaced) = filled else { return Some(false) };
        if replaced {
            self.epoch = stamp;
        }
        self.step_forward(at, stamp);
        Some(true)
    }

    pub(super) fn complete(&mut self, generation: u64, now: Timestamp, stamp: u64) -> bool {
        let Some(at) = self.loads.iter().position(|load| load.generation == generation) else { return false };
        let rows = |load: &Load| load.shelf.as_ref().map_or(self.shelf.len(), Shelf::len);
        let behind = self
            .loads
            .get(at)
            .is_some_and(|load| load.from != Provenance::Network && rows(load) < self.shelf.len());
        if behind && self.shown == Shown::Part(Provenance::Network) {
            // The network has brought more meanwhile than the old copy holds.
            self.loads.swap_remove(at);
            return true;
        }
        self.show(at, stamp);
        let load = self.loads.swap_remove(at);
        let as_of = match load.from {
            Provenance::Cache { saved } => saved,
            Provenance::Network => {
                self.loads.clear();
                self.outcome = Outcome::Complete(now);
                now
            }
        };
        self.shown = Shown::Whole { from: load.from, as_of };
        true
    }

    pub(super) fn fail(&mut self, generation: u64, error: ApiError) -> bool {
        let Some(at) = self.loads.iter().position(|load| load.generation == generation) else { return false };
        let load = self.loads.swap_remove(at);
        // A cache that cannot be read is no news while the list itself is on its way or was read.
        if load.from == Provenance::Network {
            self.outcome = Outcome::Failed(Box::new(error), load.received);
        }
        true
    }

    pub(super) fn clear(&mut self, stamp: u64) {
        self.shelf = Shelf::default();
        self.epoch = stamp;
        self.shown = Shown::Nothing;
        self.loads.clear();
        self.outcome = Outcome::Idle;
    }

    pub(super) fn put(&mut self, draft: &RowDraft<'_>, symbols: &mut Symbols, stamp: u64) -> Added {
        if let Cell::Value(id) = &draft.id {
            for load in &mut self.loads {
                load.overruled.insert((&**id).into());
                if let Some(shelf) = &mut load.shelf {
                    shelf.put(draft, symbols);
                }
            }
        }
        let added = self.shelf.put(draft, symbols);
        if added == Added::Replaced {
            self.epoch = stamp;
        }
        added
    }

    pub(super) fn remove(&mut self, id: &str, stamp: u64) -> bool {
        for load in &mut self.loads {
            load.overruled.insert(id.into());
            if let Some(shelf) = &mut load.shelf {
                shelf.remove(id);
            }
        }
        let removed = self.shelf.remove(id);
        if removed {
            self.epoch = stamp;
        }
        removed
    }

    /// Shows a load that is still arriving where that takes nothing away from the user.
    fn step_forward(&mut self, at: usize, stamp: u64) {
        let Some(load) = self.loads.get(at) else { return };
        let Some(shelf) = &load.shelf else { return };
        let overtakes = match (self.shown, load.from) {
            (Shown::Whole { .. }, _) => false,
            (_, Provenance::Network) => shelf.len() >= self.shelf.len(),
            // Does not race with the network: either it is first, or it waits for its end.
            (_, Provenance::Cache { .. }) => self.shelf.len() == 0,
        };
        if overtakes {
            self.show(at, stamp);
        }
    }

    /// Puts a load's rows in the place of what is shown. A load that was shown until now and still
    /// runs gets its rows back and goes on behind.
    fn show(&mut self, at: usize, stamp: u64) {
        let Some(load) = self.loads.get_mut(at) else { return };
        self.shown = Shown::Part(load.from);
        let Some(shelf) = load.shelf.take() else { return };
        let old = std::mem::replace(&mut self.shelf, shelf);
        self.epoch = stamp;
        let behind = self.loads.iter_mut().enumerate().find(|(i, load)| *i != at && load.shelf.is_none());
        if let Some((_, load)) = behind {
            load.shelf = Some(old);
        }
    }

    pub(super) fn footprint(&self) -> usize {
        let arriving: usize =
            self.loads.iter().filter_map(|load| load.shelf.as_ref()).map(Shelf::footprint).sum();
        self.shelf.footprint() + arriving
    }
}

/// One source, to be read.
#[derive(Clone, Copy)]
pub struct SourceRef<'a> {
    pub(super) id: SourceId,
    pub(super) source: &'a Source,
}

impl<'a> SourceRef<'a> {
    /// Its number.
    #[must_use]
    pub const fn id(&self) -> SourceId {
        self.id
    }

    /// The id of its connection.
    #[must_use]
    pub fn connection(&self) -> &'a str {
        &self.source.connection
    }

    /// Which of the connection's lists it is; empty where it has only one.
    #[must_use]
    pub fn part(&self) -> &'a str {
        &self.source.part
    }

    /// Rows shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.source.shelf.len()
    }

    /// Whether no row is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What those rows are.
    #[must_use]
    pub const fn shown(&self) -> Shown {
        self.source.shown
    }

    /// What it is doing.
    #[must_use]
    pub fn activity(&self) -> Activity<'a> {
        let by_network = |load: &&Load| load.from == Provenance::Network;
        let load = self.source.loads.iter().find(by_network).or_else(|| self.source.loads.first());
        match (load, &self.source.outcome) {
            (Some(&Load { received, bytes, since, from, .. }), _) => {
                Activity::Loading { received, bytes, since, from }
            }
            (None, Outcome::Idle) => Activity::Idle,
            (None, Outcome::Complete(at)) => Activity::Complete { at: *at },
            (None, Outcome::Failed(error, received)) => Activity::Failed { error, received: *received },
        }
    }
}
