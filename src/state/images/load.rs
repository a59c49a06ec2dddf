//! Bringing in the list of one connection: the copy of the last visit at once, the fresh list
//! row by row while it arrives.

use std::sync::Arc;

use image_console_catalogue::{Provenance, SourceId, Splitter};
use image_console_core::{ApiError, Headers, Request, Response};
use image_console_platform::body::Body;
use image_console_platform::{AbortHandle, clock, response_cache};
use image_console_upstream::triton_cloudapi::{Caller, ImageFilter, error, requests, row};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Arriving, Images};
use crate::state::client;
use crate::state::connections::{Connected, Health};

/// The least time between two redraws while rows arrive, in milliseconds.
const REDRAW_MS: f64 = 100.0;

impl Images {
    /// Begins to load the list of a connection; an earlier load of it is given up.
    pub(super) fn load(self, connection: &str) {
        self.stop(connection);
        let Some(connected) = self.connections.peek(connection) else { return };
        let Some(source) = self.source(connection) else { return };
        let filters = self.asked.get_value().unwrap_or_default();
        let (filter, _) = ImageFilter::parse(filters.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let request = requests::list_images(&Caller::from(&connected.connection), &filter);
        let abort = AbortHandle::new();
        let generation = self.next_generation();
        let arriving = Arriving { generation, abort: abort.clone() };
        self.arriving.update_value(|all| {
            all.insert(connection.to_owned(), arriving);
        });
        let empty = self.with_untracked(|c| c.source(source).is_none_or(|s| s.is_empty()));
        let _ = self.update(|c| c.begin(source, generation, Provenance::Network, clock::now()));
        if empty {
            let key = cache_key(connection, &request);
            let copy = self.next_generation();
            spawn_local(self.load_copy(source, copy, key));
        }
        spawn_local(self.load_fresh(connected, source, generation, request, abort));
    }

    fn next_generation(self) -> u64 {
        self.generations
            .try_update_value(|n| {
                *n += 1;
                *n
            })
            .unwrap_or_default()
    }

    /// The list as the last visit saw it, until the fresh one is there.
    async fn load_copy(self, source: SourceId, generation: u64, key: String) {
        // A cache that cannot be read is as good as none: the fresh list is on its way.
        let Ok(Some(mut stored)) = response_cache::load(&key).await else { return };
        let from = Provenance::Cache { saved: stored.stored_at };
        if self.update(|c| c.begin(source, generation, from, clock::now())) != Some(true) {
            return;
        }
        let end = self.read_rows(source, generation, &mut stored.body, |_, _| {}).await;
        let _ = match end {
            Ok(true) => self.update(|c| c.complete(source, generation, clock::now())),
            Ok(false) => None,
            Err(error) => self.update(|c| c.fail(source, generation, error)),
        };
        self.changed();
    }

    async fn load_fresh(
        self,
        connected: Arc<Connected>,
        source: SourceId,
        generation: u64,
        request: Request,
        abort: AbortHandle,
    ) {
        let id = connected.connection.id.clone();
        let end = self.fetch_rows(&connected, source, generation, &request, &abort).await;
        let mine = self.arriving.try_update_value(|all| {
            let mine = all.get(&id).is_some_and(|a| a.generation == generation);
            if mine {
                all.remove(&id);
            }
            mine
        });
        if mine != Some(true) {
            return;
        }
        let _ = self.progress.try_update(|all| all.remove(&id));
        match end {
            Ok(()) => {
                let _ = self.update(|c| c.complete(source, generation, clock::now()));
                self.connections.observed(&id, Health::Fine(clock::now()));
            }
            Err(error) => {
                self.connections.observed(&id, Health::Trouble(error.clone()));
                let _ = self.update(|c| c.fail(source, generation, error));
            }
        }
        self.changed();
    }

    async fn fetch_rows(
        self,
        connected: &Arc<Connected>,
        source: SourceId,
        generation: u64,
        request: &Request,
        abort: &AbortHandle,
    ) -> Result<(), ApiError> {
        let id = &connected.connection.id;
        let address = format!("{} {}", request.method, request.target);
        let mut answer = client::open(self.connections, connected, request, abort).await?;
        if !answer.is_success() {
            let (status, headers) = (answer.status, answer.headers);
            let body = answer.body.collect().await?;
            return Err(error::parse_error(&Response { status, headers, body }).at(address));
        }
        if is_web_page(&answer.headers) {
            let (status, headers) = (answer.status, answer.headers);
            let body = answer.body.collect().await?;
            let answer = Response { status, headers, body };
            return match requests::parse_images(&answer) {
                Err(error) => Err(error.at(address)),
                Ok(_) => Ok(()),
            };
        }
        let saving = response_cache::save(&cache_key(id, request), &mut answer).await;
        let request_id = answer.headers.get("Request-Id").map(str::to_owned);
        let end = self
            .read_rows(source, generation, &mut answer.body, |received, total| {
                let _ = self.progress.try_update(|all| all.insert(id.clone(), (received, total)));
            })
            .await;
        let good = matches!(end, Ok(true));
        if let Some(saving) = saving {
            if good {
                // A copy that cannot be kept costs the next visit a moment, not this one its list.
                let _ = saving.finish().await;
            } else {
                saving.discard().await;
            }
        }
        end.map(|_| ()).map_err(|mut error| {
            error.request_id = error.request_id.or(request_id);
            if error.address.is_empty() { error.at(address) } else { error }
        })
    }

    /// Reads a body into rows. `false` when nobody waits for them any more.
    async fn read_rows(
        self,
        source: SourceId,
        generation: u64,
        body: &mut Body,
        progress: impl Fn(u64, Option<u64>),
    ) -> Result<bool, ApiError> {
        let mut splitter = Splitter::array();
        let mut drawn: Option<f64> = None;
        loop {
            let Some(piece) = body.next().await? else { break };
            let bytes = piece.len() as u64;
            let wanted = self.update(|catalogue| {
                let good = splitter.push(piece, &mut |element| {
                    let draft = row::row(element.bytes);
                    let _ = catalogue.append(source, generation, &[draft], 0);
                });
                (good, catalogue.append(source, generation, &[], bytes))
            });
            match wanted {
                Some((true, true)) => {}
                Some((false, _)) => break,
                _ => return Ok(false),
            }
            let now = clock::monotonic();
            if drawn.is_none_or(|at| now - at > REDRAW_MS) {
                drawn = Some(now);
                progress(body.received(), body.total());
                self.changed();
            }
        }
        match splitter.finish() {
            Ok(_) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }
}

impl Images {
    /// Forgets all that is known of a connection's images, copies of earlier visits included,
    /// because it was removed or leads elsewhere now. The next look at the table asks anew.
    pub async fn forget(self, connection: &str) {
        self.stop(connection);
        let _ = self.progress.try_update(|all| all.remove(connection));
        self.update(|c| {
            if let Some(source) = c.find_source(connection) {
                c.remove_source(source);
            }
        });
        self.changed();
        // Copies that cannot be removed are those of a storage that is not there.
        let _ = response_cache::remove_all(&cache_prefix(connection)).await;
    }
}

/// A page in place of a list: something between here and the API replied in its stead.
fn is_web_page(headers: &Headers) -> bool {
    headers.get("content-type").is_some_and(|kind| kind.to_ascii_lowercase().contains("html"))
}

fn cache_key(connection: &str, request: &Request) -> String {
    format!("{connection} {}", request.target)
}

/// What a connection's copies are stored under, to remove them with it.
fn cache_prefix(connection: &str) -> String {
    format!("{connection} ")
}
