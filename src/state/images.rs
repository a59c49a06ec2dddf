//! The catalogue over all connections: which lists are asked for, what has arrived, what is shown.
//!
//! Rows are plain data behind a number that changes with them, not signals: a hundred thousand of
//! them arrive while the user scrolls.

mod load;

use image_console_catalogue::catalogue::Shown;
use image_console_catalogue::{Catalogue, Provenance, RowDraft, SourceId};
use image_console_core::Few;
use image_console_platform::AbortHandle;
use leptos::prelude::*;

use super::connections::Connections;

/// The filters that go to the servers: pairs of name and value.
pub type Filters = Vec<(String, String)>;

/// The list of one connection that is arriving.
struct Arriving {
    generation: u64,
    abort: AbortHandle,
}

/// How much of a list has arrived, in bytes: so many, of so many where that is known.
pub type Bytes = (u64, Option<u64>);

/// The catalogue of this console.
#[derive(Clone, Copy)]
pub struct Images {
    catalogue: StoredValue<Catalogue, LocalStorage>,
    arriving: StoredValue<Few<Arriving>, LocalStorage>,
    asked: StoredValue<Option<Filters>, LocalStorage>,
    generations: StoredValue<u64>,
    connections: Connections,
    /// Changes whenever rows or loading states change, at most ten times a second while a list
    /// arrives.
    pub revision: RwSignal<u64>,
    /// What has arrived of each list that is under way.
    pub progress: RwSignal<Few<Bytes>>,
}

impl Images {
    /// An empty catalogue over these connections.
    #[must_use]
    pub fn new(connections: Connections) -> Self {
        Self {
            catalogue: StoredValue::new_local(Catalogue::new()),
            arriving: StoredValue::new_local(Few::new()),
            asked: StoredValue::new_local(None),
            generations: StoredValue::new(0),
            connections,
            revision: RwSignal::new(0),
            progress: RwSignal::new(Few::new()),
        }
    }

    /// Makes sure that the lists under these filters are shown or on their way. Other filters than
    /// before mean other lists: the old rows go.
    pub fn ask(self, filters: &Filters) {
        let same = self.asked.with_value(|asked| asked.as_ref() == Some(filters));
        if !same {
            self.asked.set_value(Some(filters.clone()));
            self.each_source(|images, connection| images.forget_rows(connection));
        }
        let wanted: Vec<String> = self
            .connections
            .list
            .with_untracked(|list| list.iter().map(|c| c.connection.id.clone()).collect());
        let known: Vec<String> =
            self.with_untracked(|c| c.sources().map(|s| s.connection().to_owned()).collect());
        for gone in known.iter().filter(|id| !wanted.contains(id)) {
            self.stop(gone);
            self.update(|c| {
                if let Some(source) = c.find_source(gone) {
                    c.remove_source(source);
                }
            });
        }
        for id in wanted.iter().filter(|id| !same || !known.contains(id)) {
            self.load(id);
        }
        self.changed();
    }

    /// Asks all lists anew; the old rows stay until the new ones are there.
    pub fn refresh(self) {
        self.each_source(|images, connection| images.load(connection));
        self.changed();
    }

    /// Asks the list of one connection anew.
    pub fn reload(self, connection: &str) {
        self.load(connection);
        self.changed();
    }

    /// Gives up all lists that are on their way; what has arrived stays.
    pub fn stop_all(self) {
        let waiting: Vec<AbortHandle> =
            self.arriving.with_value(|all| all.values().map(|a| a.abort.clone()).collect());
        for abort in waiting {
            abort.abort();
        }
    }

    /// Reads the catalogue and subscribes to its changes.
    pub fn with<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        self.revision.track();
        self.with_untracked(read)
    }

    /// Reads the catalogue.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        self.catalogue.with_value(read)
    }

    /// Whether the rows of a connection are all that its account gets listed: a whole list from
    /// the upstream itself, asked for in all states and without another filter. With subscription.
    #[must_use]
    pub fn is_everything(self, connection: &str) -> bool {
        let whole = self.with(|c| {
            let source = c.find_source(connection).and_then(|source| c.source(source));
            source.is_some_and(|s| matches!(s.shown(), Shown::Whole { from: Provenance::Network, .. }))
        });
        whole && self.asked.with_value(|asked| asked.as_deref() == Some(everything().as_slice()))
    }

    /// Shows an image as an action or a look at it found it.
    pub fn put(self, connection: &str, draft: &RowDraft<'_>) {
        self.update(|c| {
            if let Some(source) = c.find_source(connection) {
                c.put(source, draft);
            }
        });
        self.changed();
    }

    /// Takes an image off the list: it was deleted.
    pub fn remove(self, connection: &str, image: &str) {
        self.update(|c| {
            if let Some(source) = c.find_source(connection) {
                c.remove(source, image);
            }
        });
        self.changed();
    }

    fn each_source(self, act: impl Fn(Self, &str)) {
        let ids: Vec<String> =
            self.with_untracked(|c| c.sources().map(|s| s.connection().to_owned()).collect());
        for id in ids {
            act(self, &id);
        }
    }

    fn forget_rows(self, connection: &str) {
        self.stop(connection);
        self.update(|c| {
            if let Some(source) = c.find_source(connection) {
                c.clear(source);
            }
        });
    }

    fn stop(self, connection: &str) {
        let old = self.arriving.try_update_value(|all| all.remove(connection)).flatten();
        if let Some(old) = old {
            old.abort.abort();
        }
    }

    fn update<T>(self, change: impl FnOnce(&mut Catalogue) -> T) -> Option<T> {
        self.catalogue.try_update_value(change)
    }

    fn source(self, connection: &str) -> Option<SourceId> {
        self.update(|c| c.add_source(connection)).flatten()
    }

    fn changed(self) {
        let revision = self.catalogue.try_with_value(Catalogue::revision).unwrap_or_default();
        if self.revision.try_get_untracked().is_some_and(|old| old != revision) {
            let _ = self.revision.try_set(revision);
        }
    }
}

/// The filters of a list that leaves nothing out: a server that is not asked for a state tells only
/// of active images.
#[must_use]
pub fn everything() -> Filters {
    vec![("state".to_owned(), "all".to_owned())]
}

/// The catalogue of this console.
#[must_use]
pub fn use_images() -> Images {
    expect_context()
}
