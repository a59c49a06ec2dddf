//! The service instances of all connections to a Cloud Foundry. Each connection is read page by page by
//! itself, so that one that fails costs only its own rows.

use std::sync::Arc;

use image_console_core::config::Kind;
use image_console_core::{ApiError, ErrorKind};
use image_console_platform::AbortHandle;
use image_console_upstream::cloud_foundry::model::{Next, ServiceInstance};
use image_console_upstream::cloud_foundry::requests::{self, InstanceFilter};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use super::{ask, at, discovery};
use crate::state::connections::{Connected, Connections};
use crate::state::sources;

/// How many rows a page has: enough for few questions, few enough to be there soon.
const PAGE: u32 = 200;

/// What one connection has listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Whether user-provided ones were asked for too.
    pub all_types: bool,
    /// The rows so far; what is not an object stands as it came.
    pub rows: Vec<Lenient<ServiceInstance>>,
    /// How many there are, where the API says so.
    pub total: Option<u64>,
    /// What follows; nothing once all are there.
    pub next: Next,
}

/// One connection's list; whether user-provided ones are asked for is the question.
pub type Source = sources::Source<bool, Listed>;

/// The lists of all connections. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct InstanceLists {
    connections: Connections,
    all_types: Memo<bool>,
    /// The connections that are asked, in the order of all connections.
    pub sources: RwSignal<Vec<Source>>,
}

impl InstanceLists {
    /// Begins to read, and anew whenever what is asked for, where, or with what credentials changes.
    /// `chosen` names the connections, none of them stands for all.
    #[must_use]
    pub fn open(connections: Connections, all_types: Memo<bool>, chosen: Memo<Vec<String>>) -> Self {
        let read = move |source| read(connections, source, Listed::default());
        let sources = sources::follow(connections, Kind::CloudFoundry, all_types, chosen, read);
        Self { connections, all_types, sources }
    }

    /// Reads all connections anew.
    pub fn refresh(self) {
        self.sources.get_untracked().into_iter().for_each(|source| self.refresh_one(source));
    }

    /// Reads one connection anew.
    pub fn refresh_one(self, source: Source) {
        read(self.connections, source, Listed::default());
    }

    /// Gives up what is under way; what has arrived stays.
    pub fn stop(self) {
        self.sources.get_untracked().into_iter().for_each(|source| source.query.cancel());
    }

    /// Reads on where the user has stopped, or a page has failed.
    pub fn go_on(self, source: Source) {
        let listed = source.query.value.get_untracked();
        let listed = listed.filter(|l| l.all_types == self.all_types.get_untracked());
        let listed = listed.filter(|listed| matches!(listed.next, Next::Target(_)));
        read(self.connections, source, listed.as_deref().cloned().unwrap_or_default());
    }
}

fn read(connections: Connections, source: Source, from: Listed) {
    let Some((connected, all_types)) = source.question() else { return };
    source.query.ask(move |abort| async move {
        let from = Listed { all_types, ..from };
        pages(connections, &connected, Some(source), from, &abort).await
    });
}

/// The managed service instances of one connection, all pages.
///
/// # Errors
/// When no answer came, the upstream refused, or an answer is not a page.
pub async fn all(
    connections: Connections,
    connected: &Arc<Connected>,
    abort: &AbortHandle,
) -> Result<Vec<ServiceInstance>, ApiError> {
    let listed = pages(connections, connected, None, Listed::default(), abort).await?;
    Ok(listed.rows.iter().filter_map(|row| row.value().cloned()).collect())
}

/// Reads page after page; what has arrived is shown while more is on its way.
async fn pages(
    connections: Connections,
    connected: &Arc<Connected>,
    source: Option<Source>,
    mut listed: Listed,
    abort: &AbortHandle,
) -> Result<Listed, ApiError> {
    let api = discovery::addresses(connected, abort).await?;
    let fresh = listed.rows.is_empty();
    loop {
        let request = match &listed.next {
            Next::Target(target) => requests::next_page(target),
            Next::Refused(why) => return Err(ApiError::without_answer(ErrorKind::Unreadable, why.clone())),
            Next::Nothing if listed.rows.is_empty() => requests::list_service_instances(&InstanceFilter {
                all_types: listed.all_types,
                per_page: PAGE,
                ..InstanceFilter::default()
            }),
            Next::Nothing => return Ok(listed),
        };
        let answer = ask(connections, connected, &request, abort).await?;
        let page = requests::parse_service_instances(&answer, &api).map_err(at(&request))?;
        let more = page.next != Next::Nothing;
        if page.resources.is_empty() {
            // Nothing more comes of following a page without rows.
            listed.next = Next::Nothing;
            return Ok(listed);
        }
        listed.total = page.total;
        listed.next = page.next;
        listed.rows.extend(page.resources);
        if !more {
            return Ok(listed);
        }
        let Some(source) = source else { continue };
        // Rows that are read anew take the place of the old ones when all of them are there.
        let longer = source.query.value.with_untracked(|old| {
            old.as_ref()
                .is_some_and(|old| old.all_types == listed.all_types && old.rows.len() > listed.rows.len())
        });
        if abort.is_aborted() || (fresh && longer) {
            continue;
        }
        let _ = source.query.value.try_set(Some(Arc::new(listed.clone())));
    }
}
