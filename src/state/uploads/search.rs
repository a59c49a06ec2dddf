//! The search over all connections to the Marketplace. Each is asked by itself, so that one that
//! fails costs only its own rows.

use std::sync::Arc;

use image_console_core::ApiError;
use image_console_core::config::Kind;
use image_console_platform::AbortHandle;
use image_console_upstream::oracle_marketplace::{Listing, Search, requests};
use leptos::prelude::*;

use super::upload::address;
use crate::state::client;
use crate::state::connections::{Connected, Connections};
use crate::state::sources;

/// What one connection has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was asked; the user may be asking for something else by now.
    pub search: Search,
    /// The pages so far.
    pub listing: Listing,
}

/// One connection's part of the search.
pub type Source = sources::Source<Search, Found>;

/// The search over all connections. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct UploadSearch {
    connections: Connections,
    search: Memo<Search>,
    /// The connections that are asked, in the order of all connections.
    pub sources: RwSignal<Vec<Source>>,
}

impl UploadSearch {
    /// Begins to search, and anew whenever what is searched for, where, or with what credentials
    /// changes. `chosen` names the connections, none of them stands for all.
    #[must_use]
    pub fn open(connections: Connections, search: Memo<Search>, chosen: Memo<Vec<String>>) -> Self {
        let read = move |source| read(connections, source, Listing::default(), 1);
        let sources = sources::follow(connections, Kind::Marketplace, search, chosen, read);
        Self { connections, search, sources }
    }

    /// Reads all connections anew, as far as each was read before.
    pub fn refresh(self) {
        self.sources.get_untracked().into_iter().for_each(|source| self.refresh_one(source));
    }

    /// Reads one connection anew, as far as it was read before.
    pub fn refresh_one(self, source: Source) {
        let search = self.search.get_untracked();
        let found = source.query.value.get_untracked().filter(|found| found.search == search);
        read(
            self.connections,
            source,
            Listing::default(),
            found.map_or(1, |found| found.listing.uploads.len()),
        );
    }

    /// Reads on where there is more: one page, or `all` of them.
    pub fn more(self, all: bool) {
        let search = self.search.get_untracked();
        for source in self.sources.get_untracked() {
            let found = source.query.value.get_untracked().filter(|found| found.search == search);
            let Some(found) = found.filter(|found| found.listing.next_offset().is_some()) else { continue };
            let wanted = if all { usize::MAX } else { found.listing.uploads.len() + 1 };
            read(self.connections, source, found.listing.clone(), wanted);
        }
    }

    /// Gives up what is under way; what has arrived stays.
    pub fn stop(self) {
        self.sources.get_untracked().into_iter().for_each(|source| source.query.cancel());
    }
}

/// Reads pages until so many uploads are there, or there are no more.
fn read(connections: Connections, source: Source, listing: Listing, wanted: usize) {
    let Some((connected, search)) = source.question() else { return };
    source.query.ask(move |abort| async move {
        pages(connections, &connected, source, Found { search, listing }, wanted, &abort).await
    });
}

/// Reads on from what was found; what has arrived is shown while more is on its way.
async fn pages(
    connections: Connections,
    connected: &Arc<Connected>,
    source: Source,
    mut found: Found,
    wanted: usize,
    abort: &AbortHandle,
) -> Result<Found, ApiError> {
    let fresh = found.listing == Listing::default();
    while let Some(offset) = found.listing.next_offset() {
        let request = requests::search(&found.search, offset);
        let at = |error: ApiError| error.at(address(&request));
        let answer = client::send(connections, connected, &request, client::READ_TIMEOUT_MS, abort).await?;
        found.listing.add(&found.search, requests::parse_search(&answer).map_err(at)?);
        if found.listing.uploads.len() >= wanted {
            break;
        }
        // Rows that are read anew take the place of the old ones when all of them are there.
        let shorter = source.query.value.with_untracked(|old| {
            old.as_ref().is_some_and(|old| {
                old.search == found.search && old.listing.uploads.len() > found.listing.uploads.len()
            })
        });
        if !(fresh && shorter) {
            let _ = source.query.value.try_set(Some(Arc::new(found.clone())));
        }
    }
    Ok(found)
}
