//! All images of all sources, and how far each source has been read.
//!
//! May depend on `core`, `row` and `store`. Does no I/O: whoever reads a list tells it what came.

mod load;
mod source;

use crate::row::{Key, RowDraft, RowId, RowRef};
use crate::store::{Added, Shelf, Symbols};
use image_console_core::{ApiError, ErrorKind, time::Timestamp};
use load::Load;
use source::Source;
pub use source::{Activity, Provenance, Shown, SourceRef};

/// A source by number: one list of a connection, as long as the catalogue lives. Most connections
/// have a single list; where an API has several (one per compartment and service), each is a source
/// of its own, so that one that fails costs only its own rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(crate) u16);

/// How many sources there can be.
const SOURCES: usize = 1 << (32 - RowId::INDEX_BITS);

/// What a change to a single row did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The row is new.
    Inserted,
    /// The row was there and is different now.
    Replaced,
    /// The row said the same already, or there was none to remove.
    Nothing,
    /// The row is gone.
    Removed,
}

/// The read model.
#[derive(Default)]
pub struct Catalogue {
    sources: Vec<Source>,
    symbols: Symbols,
    revision: u64,
}

impl Catalogue {
    /// A catalogue without sources.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Changes with every change of rows or of loading state, so that a page can tell whether what
    /// it computed still holds.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The only list of a connection, added when it is new. `None` as for [`Self::add_part`].
    pub fn add_source(&mut self, connection: &str) -> Option<SourceId> {
        self.add_part(connection, "")
    }

    /// One of several lists of a connection, by a name that tells them apart; added when it is new.
    /// `None` when there are 1,024 sources already.
    pub fn add_part(&mut self, connection: &str, part: &str) -> Option<SourceId> {
        let known = |source: &Source| &*source.connection == connection && &*source.part == part;
        let number = match self.sources.iter().position(known) {
            Some(known) => known,
            None if self.sources.len() >= SOURCES => return None,
            None => {
                self.sources.push(Source::new(connection, part));
                self.sources.len() - 1
            }
        };
        let source = self.sources.get_mut(number)?;
        if !source.present {
            source.present = true;
            self.revision += 1;
        }
        u16::try_from(number).ok().map(SourceId)
    }

    /// Forgets a source with its rows and loads. The same list gets the same number again.
    pub fn remove_source(&mut self, id: SourceId) {
        let stamp = self.stamp();
        if let Some(source) = self.sources.get_mut(usize::from(id.0)) {
            *source = Source::new(&source.connection, &source.part);
            source.epoch = stamp;
        }
    }

    /// The sources in the order they were added.
    pub fn sources(&self) -> impl Iterator<Item = SourceRef<'_>> {
        self.slots().map(|(id, source)| SourceRef { id, source })
    }

    /// One source.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<SourceRef<'_>> {
        self.get(id).map(|source| SourceRef { id, source })
    }

    /// The sources of one connection, in the order they were added.
    pub fn parts<'a>(&'a self, connection: &'a str) -> impl Iterator<Item = SourceRef<'a>> {
        self.sources().filter(move |source| source.connection() == connection)
    }

    /// The source of a connection, the first where it has several.
    #[must_use]
    pub fn find_source(&self, connection: &str) -> Option<SourceId> {
        self.parts(connection).next().map(|source| source.id())
    }

    /// One of the lists of a connection.
    #[must_use]
    pub fn find_part(&self, connection: &str, part: &str) -> Option<SourceId> {
        self.sources().find(|s| s.connection() == connection && s.part() == part).map(|source| source.id())
    }

    /// The row with that id in any of a connection's lists, the first where several have it.
    #[must_use]
    pub fn find_image(&self, connection: &str, image: &str) -> Option<RowRef<'_>> {
        let mut sources = self.slots().filter(|(_, source)| &*source.connection == connection);
        sources.find_map(|(id, _)| self.row(self.find(id, image)?))
    }

    /// A list begins to arrive. Old rows stay until the new list is complete; rows of a list that
    /// never became complete give way as soon as the new one has as many.
    ///
    /// `generation` is a number of the caller's that no other load of this source has; what comes
    /// later under an older one is refused. One list from the network and one from a cache may
    /// arrive side by side. `false` when there is no such source, or when a cached list is no
    /// longer wanted because rows from the network are shown.
    pub fn begin(&mut self, id: SourceId, generation: u64, from: Provenance, now: Timestamp) -> bool {
        let (stamp, source) = self.change(id);
        source.is_some_and(|source| source.begin(Load::new(generation, from, now), stamp))
    }

    /// Rows arrived, and so many bytes of the body with them. `false` when nobody waits for this
    /// load any more: end the download.
    pub fn append(&mut self, id: SourceId, generation: u64, drafts: &[RowDraft<'_>], bytes: u64) -> bool {
        let stamp = self.stamp();
        let Some(source) = self.sources.get_mut(usize::from(id.0)) else { return false };
        match source.append(generation, drafts, bytes, &mut self.symbols, stamp) {
            None => false,
            Some(true) => true,
            Some(false) => {
                let message = "the list is longer than this page can hold".to_owned();
                self.fail(id, generation, ApiError::without_answer(ErrorKind::Unreadable, message));
                false
            }
        }
    }

    /// The list was read to its end: rows that were not in it go away. `false` as for `append`.
    pub fn complete(&mut self, id: SourceId, generation: u64, now: Timestamp) -> bool {
        let (stamp, source) = self.change(id);
        source.is_some_and(|source| source.complete(generation, now, stamp))
    }

    /// The list could not be read to its end. Rows that were shown stay. `false` as for `append`.
    pub fn fail(&mut self, id: SourceId, generation: u64, error: ApiError) -> bool {
        let (_, source) = self.change(id);
        source.is_some_and(|source| source.fail(generation, error))
    }

    /// Forgets the rows of a source and whatever is arriving, because another list is asked for
    /// (e.g. with other filters sent to the server).
    pub fn clear(&mut self, id: SourceId) {
        let (stamp, source) = self.change(id);
        if let Some(source) = source {
            source.clear(stamp);
        }
    }

    /// Puts one row in, as an action or a look at the image itself found it; it replaces the row
    /// with the same id. A list that is arriving meanwhile does not undo it.
    pub fn put(&mut self, id: SourceId, draft: &RowDraft<'_>) -> Change {
        let stamp = self.revision + 1;
        let Some(source) = self.sources.get_mut(usize::from(id.0)).filter(|s| s.present) else {
            return Change::Nothing;
        };
        let change = match source.put(draft, &mut self.symbols, stamp) {
            Added::New => Change::Inserted,
            Added::Replaced => Change::Replaced,
            Added::Same | Added::Full => return Change::Nothing,
        };
        self.revision = stamp;
        change
    }

    /// Takes one row out. A list that is arriving meanwhile does not bring it back.
    pub fn remove(&mut self, id: SourceId, image: &str) -> Change {
        let stamp = self.revision + 1;
        let Some(source) = self.sources.get_mut(usize::from(id.0)) else { return Change::Nothing };
        if source.remove(image, stamp) {
            self.revision = stamp;
            Change::Removed
        } else {
            Change::Nothing
        }
    }

    /// One row.
    #[must_use]
    pub fn row(&self, id: RowId) -> Option<RowRef<'_>> {
        let source = self.get(id.source())?;
        let stored = source.shelf.rows().get(id.index())?;
        Some(RowRef {
            id,
            connection: &source.connection,
            part: &source.part,
            stored,
            shelf: &source.shelf,
            symbols: &self.symbols,
        })
    }

    /// The row with that id in that source.
    #[must_use]
    pub fn find(&self, source: SourceId, image: &str) -> Option<RowId> {
        self.get(source)?.shelf.find(image).map(|index| RowId::new(source, index))
    }

    /// The row of a key.
    #[must_use]
    pub fn find_key(&self, key: &Key) -> Option<RowId> {
        self.find(key.source, &key.id)
    }

    /// All rows of a source in its own order.
    pub fn rows(&self, id: SourceId) -> impl Iterator<Item = RowRef<'_>> {
        let len = self.get(id).map_or(0, |source| source.shelf.len());
        (0..len).filter_map(move |index| self.row(RowId::new(id, index)))
    }

    /// The rows that name an image as their origin: what would lose its base if it were deleted.
    pub fn dependents<'a>(&'a self, source: SourceId, image: &'a str) -> impl Iterator<Item = RowRef<'a>> {
        self.rows(source).filter(move |row| row.origin().value() == Some(image))
    }

    /// Rows of all sources; an image that several lists of a connection have counts in each.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots().map(|(_, source)| source.shelf.len()).sum()
    }

    /// Whether no source has a row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes held for rows, shown and arriving, spare room included.
    #[must_use]
    pub fn footprint(&self) -> usize {
        self.symbols.footprint() + self.slots().map(|(_, source)| source.footprint()).sum::<usize>()
    }

    pub(crate) fn symbols(&self) -> &Symbols {
        &self.symbols
    }

    /// The shown rows of each source, with a number that changes when they are not merely added to.
    pub(crate) fn shelves(&self) -> impl Iterator<Item = (SourceId, u64, &Shelf)> {
        self.slots().map(|(id, source)| (id, source.epoch, &source.shelf))
    }

    /// How many numbers of sources are taken.
    pub(crate) fn source_numbers(&self) -> usize {
        self.sources.len()
    }

    /// The shown rows of the sources before this one that belong to the same connection: an image
    /// that they have as well is shown once, as theirs.
    pub(crate) fn shelves_before(&self, id: SourceId) -> Vec<&Shelf> {
        let Some(own) = self.get(id) else { return Vec::new() };
        let before = self.slots().take_while(|(other, _)| *other < id);
        before.filter(|(_, source)| source.connection == own.connection).map(|(_, s)| &s.shelf).collect()
    }

    fn slots(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0u16..=u16::MAX).map(SourceId).zip(&self.sources).filter(|(_, source)| source.present)
    }

    fn get(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(usize::from(id.0)).filter(|source| source.present)
    }

    fn stamp(&mut self) -> u64 {
        self.revision += 1;
        self.revision
    }

    fn change(&mut self, id: SourceId) -> (u64, Option<&mut Source>) {
        let stamp = self.stamp();
        (stamp, self.sources.get_mut(usize::from(id.0)).filter(|source| source.present))
    }
}
