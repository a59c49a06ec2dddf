//! The catalogue over all connections: which lists are asked for, what has arrived, what is shown.
//!
//! Rows are plain data behind a number that changes with them, not signals: a hundred thousand of
//! them arrive while the user scrolls.

pub mod deletions;
pub mod list;
mod load;
mod oci;
mod triton;

use image_console_catalogue::catalogue::Shown;
use image_console_catalogue::{Catalogue, Provenance, RowDraft, SourceId};
use image_console_core::{Few, Service};
use image_console_platform::AbortHandle;
use leptos::prelude::*;

use super::connections::Connections;

/// The filters that go to the servers: pairs of name, as it stands in addresses, and value.
pub type Filters = Vec<(String, String)>;

/// A list that is arriving.
struct Arriving {
    generation: u64,
    abort: AbortHandle,
}

/// How much of a list has arrived, in a unit of its own: bytes of one body, or images where it comes
/// in pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived {
    /// So much.
    pub done: u64,
    /// Of so much, where that is known.
    pub total: Option<u64>,
    /// Images that the server says are still to come, at least.
    pub to_come: u64,
}

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
    /// What has arrived of each list that is under way, by [`list::key`].
    pub progress: RwSignal<Few<Arrived>>,
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
    /// before mean other lists at the service they are for: its old rows go.
    pub fn ask(self, filters: &Filters) {
        let before = self.asked.get_value();
        self.asked.set_value(Some(filters.clone()));
        let same = |service: Service| {
            let before = before.as_ref();
            before.is_some_and(|old| list::sent_to(old, service).eq(list::sent_to(filters, service)))
        };
        let wanted: Vec<(String, String)> = self.connections.list.with_untracked(|list| {
            let of = |c: &image_console_core::config::Connection| {
                list::parts(c).into_iter().map(|part| (c.id.clone(), part)).collect::<Vec<_>>()
            };
            list.iter().flat_map(|c| of(&c.connection)).collect()
        });
        let known = self.lists(None);
        for (connection, part) in known.iter().filter(|list| !wanted.contains(list)) {
            self.remove_list(connection, part);
        }
        for list in &wanted {
            let (connection, part) = list;
            let (new, other) = (!known.contains(list), !same(list::service(part)));
            if other && !new {
                self.forget_rows(connection, part);
            }
            if other || new {
                self.load(connection, part);
            }
        }
        self.changed();
    }

    /// Asks all lists anew; the old rows stay until the new ones are there.
    pub fn refresh(self) {
        self.load_all(None);
    }

    /// Asks the lists of one connection anew.
    pub fn reload(self, connection: &str) {
        self.load_all(Some(connection));
    }

    /// Asks one list of a connection anew.
    pub fn reload_part(self, connection: &str, part: &str) {
        self.load(connection, part);
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
        let all = everything();
        whole
            && self.asked.with_value(|asked| {
                let asked = asked.as_deref().unwrap_or_default();
                list::sent_to(asked, Service::Api).eq(list::sent_to(&all, Service::Api))
            })
    }

    /// The service in whose list an image stands.
    #[must_use]
    pub fn service_of(self, connection: &str, image: &str) -> Option<Service> {
        self.with_untracked(|c| c.find_image(connection, image).map(|row| list::service(row.part())))
    }

    /// Shows an image as an action or a look at it found it.
    pub fn put(self, connection: &str, draft: &RowDraft<'_>) {
        self.put_in(connection, Service::Api, draft);
    }

    /// The same for an image of a service: in every list that has it, otherwise in that of its
    /// compartment, if the connection lists that.
    pub fn put_in(self, connection: &str, service: Service, draft: &RowDraft<'_>) {
        let id = draft.id.as_ref().value().cloned().unwrap_or_default();
        let home = match draft.owner.as_ref().value() {
            Some(compartment) if service != Service::Api => list::part(service, compartment),
            _ => String::new(),
        };
        self.update(|c| {
            let sources: Vec<SourceId> = c.parts(connection).map(|source| source.id()).collect();
            let mut having: Vec<SourceId> =
                sources.into_iter().filter(|source| c.find(*source, &id).is_some()).collect();
            if having.is_empty() {
                having.extend(c.find_part(connection, &home));
            }
            for source in having {
                c.put(source, draft);
            }
        });
        self.changed();
    }

    /// Takes an image off the list: it was deleted.
    pub fn remove(self, connection: &str, image: &str) {
        self.update(|c| {
            let sources: Vec<SourceId> = c.parts(connection).map(|source| source.id()).collect();
            for source in sources {
                c.remove(source, image);
            }
        });
        self.changed();
    }

    /// All lists, or those of one connection: (connection, part).
    fn lists(self, of: Option<&str>) -> Vec<(String, String)> {
        self.with_untracked(|c| {
            let wanted = c.sources().filter(|s| of.is_none_or(|of| s.connection() == of));
            wanted.map(|s| (s.connection().to_owned(), s.part().to_owned())).collect()
        })
    }

    fn load_all(self, of: Option<&str>) {
        for (connection, part) in self.lists(of) {
            self.load(&connection, &part);
        }
        self.changed();
    }

    fn remove_list(self, connection: &str, part: &str) {
        self.stop(&list::key(connection, part));
        self.update(|c| {
            if let Some(source) = c.find_part(connection, part) {
                c.remove_source(source);
            }
        });
    }

    fn forget_rows(self, connection: &str, part: &str) {
        self.stop(&list::key(connection, part));
        self.update(|c| {
            if let Some(source) = c.find_part(connection, part) {
                c.clear(source);
            }
        });
    }

    /// Gives up the list of that key.
    fn stop(self, key: &str) {
        let old = self.arriving.try_update_value(|all| all.remove(key)).flatten();
        if let Some(old) = old {
            old.abort.abort();
        }
        if self.progress.try_with_untracked(|all| all.get(key).is_some()) == Some(true) {
            let _ = self.progress.try_update(|all| all.remove(key));
        }
    }

    fn update<T>(self, change: impl FnOnce(&mut Catalogue) -> T) -> Option<T> {
        self.catalogue.try_update_value(change)
    }

    fn changed(self) {
        let revision = self.catalogue.try_with_value(Catalogue::revision).unwrap_or_default();
        if self.revision.try_get_untracked().is_some_and(|old| old != revision) {
            let _ = self.revision.try_set(revision);
        }
    }
}

/// The filters of a list that leaves nothing out: a Triton that is not asked for a state tells only
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
