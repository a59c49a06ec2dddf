//! Bringing in one list: the copy of the last visit at once, the fresh list row by row while it
//! arrives. How a list is asked for is its API's: `triton`, `oci`.

use std::rc::Rc;
use std::sync::Arc;

use image_console_catalogue::catalogue::Activity;
use image_console_catalogue::stream::{Element, Summary};
use image_console_catalogue::{Catalogue, Provenance, RowDraft, SourceId, Splitter};
use image_console_core::{ApiError, ErrorKind, Headers};
use image_console_platform::body::Body;
use image_console_platform::{AbortHandle, clock, response_cache};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Arrived, Arriving, Images, deletions, list, oci, triton};
use crate::state::connections::{Connected, Health};

/// The least time between two redraws while rows arrive, in milliseconds.
const REDRAW_MS: f64 = 100.0;

/// Reads one element of a list.
pub(super) type Row = for<'a> fn(&'a [u8]) -> RowDraft<'a>;

/// One list on its way.
pub(super) struct Job {
    pub connected: Arc<Connected>,
    pub part: String,
    pub source: SourceId,
    pub generation: u64,
    /// Under which number the copy of the last visit is read; nothing when rows are shown already.
    pub copy: Option<u64>,
    pub abort: AbortHandle,
}

impl Job {
    pub fn key(&self) -> String {
        list::key(&self.connected.connection.id, &self.part)
    }
}

impl Images {
    /// Begins to load a list; an earlier load of it is given up.
    pub(super) fn load(self, connection: &str, part: &str) {
        let key = list::key(connection, part);
        self.stop(&key);
        let Some(connected) = self.connections.peek(connection) else { return };
        let Some(source) = self.update(|c| c.add_part(connection, part)).flatten() else {
            let message = format!("There are more lists than this page can hold; {key} is left out.");
            let error = ApiError::without_answer(ErrorKind::Unreadable, message);
            return self.connections.observed(connection, Health::Trouble(error));
        };
        let (abort, generation) = (AbortHandle::new(), self.next_generation());
        let arriving = Arriving { generation, abort: abort.clone() };
        self.arriving.update_value(|all| {
            all.insert(key, arriving);
        });
        let empty = self.with_untracked(|c| c.source(source).is_none_or(|s| s.is_empty()));
        let copy = empty.then(|| self.next_generation());
        let _ = self.update(|c| c.begin(source, generation, Provenance::Network, clock::now()));
        let job = Rc::new(Job { connected, part: part.to_owned(), source, generation, copy, abort });
        spawn_local(async move {
            let end = if job.part.is_empty() {
                triton::list(self, &job).await
            } else {
                oci::list_with(self, Rc::clone(&job)).await
            };
            self.ended(&job, end);
        });
    }

    fn next_generation(self) -> u64 {
        self.generations
            .try_update_value(|n| {
                *n += 1;
                *n
            })
            .unwrap_or_default()
    }

    fn ended(self, job: &Job, end: Result<(), ApiError>) {
        let (id, key) = (&job.connected.connection.id, job.key());
        let mine =
            self.arriving.try_with_value(|all| all.get(&key).is_some_and(|a| a.generation == job.generation));
        if mine != Some(true) {
            return;
        }
        self.arriving.update_value(|all| {
            all.remove(&key);
        });
        let _ = self.progress.try_update(|all| all.remove(&key));
        let _ = self.update(|c| match end {
            Ok(()) => c.complete(job.source, job.generation, clock::now()),
            Err(error) => c.fail(job.source, job.generation, error),
        });
        // A connection answers as it should when none of its lists has failed.
        let trouble = self.with_untracked(|c| {
            c.parts(id).find_map(|source| match source.activity() {
                Activity::Failed { error, .. } => Some(error.clone()),
                _ => None,
            })
        });
        self.connections.observed(id, trouble.map_or_else(|| Health::Fine(clock::now()), Health::Trouble));
        self.changed();
    }

    /// The list as the last visit saw it, until the fresh one is there.
    pub(super) async fn load_copy(self, source: SourceId, generation: u64, key: String, row: Row) {
        // A cache that cannot be read is as good as none: the fresh list is on its way.
        let Ok(Some(mut stored)) = response_cache::load(&key).await else { return };
        let from = Provenance::Cache { saved: stored.stored_at };
        if self.update(|c| c.begin(source, generation, from, clock::now())) != Some(true) {
            return;
        }
        let each = &mut |c: &mut Catalogue, element: Element<'_>| {
            let _ = c.append(source, generation, &[row(element.bytes)], 0);
        };
        let load = (source, generation);
        let end = self.read_rows(load, &mut stored.body, Splitter::array(), each, &|_| {}).await;
        let _ = match end {
            Ok(Some(_)) => self.update(|c| c.complete(source, generation, clock::now())),
            Ok(None) => None,
            Err(error) => self.update(|c| c.fail(source, generation, error)),
        };
        self.changed();
    }

    /// Reads a body, handing each element of its list to `each`, and says what stood beside the list.
    /// Nothing when nobody waits for the rows any more.
    pub(super) async fn read_rows(
        self,
        (source, generation): (SourceId, u64),
        body: &mut Body,
        mut splitter: Splitter,
        each: &mut dyn FnMut(&mut Catalogue, Element<'_>),
        progress: &dyn Fn(&Body),
    ) -> Result<Option<Summary>, ApiError> {
        let mut drawn: Option<f64> = None;
        loop {
            let Some(piece) = body.next().await? else { break };
            let bytes = piece.len() as u64;
            let wanted = self.update(|catalogue| {
                let good = splitter.push(piece, &mut |element| each(catalogue, element));
                (good, catalogue.append(source, generation, &[], bytes))
            });
            match wanted {
                Some((true, true)) => {}
                Some((false, _)) => break,
                _ => return Ok(None),
            }
            let now = clock::monotonic();
            if drawn.is_none_or(|at| now - at > REDRAW_MS) {
                drawn = Some(now);
                progress(body);
                self.changed();
            }
        }
        splitter.finish().map(Some).map_err(ApiError::from)
    }

    pub(super) fn arrived(self, key: &str, arrived: Arrived) {
        let _ = self.progress.try_update(|all| all.insert(key.to_owned(), arrived));
    }

    /// Forgets all that is known of a connection's images, copies of earlier visits included,
    /// because it was removed or leads elsewhere now. The next look at the table asks anew.
    pub async fn forget(self, connection: &str) {
        for (connection, part) in self.lists(Some(connection)) {
            self.remove_list(&connection, &part);
        }
        self.changed();
        // Copies that cannot be removed are those of a storage that is not there.
        let _ = response_cache::remove_all(&format!("{connection} ")).await;
        deletions::forget(connection).await;
    }
}

/// A page in place of a list: something between here and the API replied in its stead.
pub(super) fn is_web_page(headers: &Headers) -> bool {
    headers.get("content-type").is_some_and(|kind| kind.to_ascii_lowercase().contains("html"))
}
