//! What the parts of the page share: the upload as it was read last, the operation that follows it,
//! and when to read it anew.

use std::sync::Arc;

use image_console_core::Response;
use image_console_core::route::Route;
use image_console_core::time::Timestamp;
use image_console_operation::{Event, Operation, Status};
use image_console_platform::{clock, title};
use image_console_upstream::oracle_marketplace::model::MachineImageUploadRequest;
use image_console_upstream::oracle_marketplace::operation::upload_name;
use image_console_upstream::oracle_marketplace::pace;
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections, use_connections};
use crate::state::navigation::use_navigation;
use crate::state::operations::{Operations, use_operations};
use crate::state::query::Query;
use crate::state::react::effect;
use crate::state::uploads::follow;
use crate::state::uploads::upload::{self, LoadedUpload};

/// One upload's page. Copy: hand it to any part.
#[derive(Clone, Copy)]
pub struct Page {
    connection: StoredValue<String>,
    id: StoredValue<String>,
    connections: Connections,
    operations: Operations,
    /// The connection, unless this browser does not know it.
    pub connected: Memo<Option<Arc<Connected>>>,
    /// The reading of the upload.
    pub query: Query<LoadedUpload>,
    /// The upload as it was read last; changes only when the upload does.
    pub upload: Memo<Option<Arc<LoadedUpload>>>,
    /// The operation that follows it, the latest one.
    pub operation: Memo<Option<Arc<Operation>>>,
}

impl Page {
    /// Begins to read the upload, and to follow it if it goes on: an address is all it takes.
    pub fn open(connection: String, id: String) -> Self {
        let (connections, operations) = (use_connections(), use_operations());
        let connection = StoredValue::new(connection);
        let id = StoredValue::new(id);
        let query = Query::<LoadedUpload>::new();
        let page = Self {
            connection,
            id,
            connections,
            operations,
            connected: Memo::new(move |_| connection.with_value(|c| connections.get(c))),
            query,
            upload: Memo::new_with_compare(move |_| query.value.get(), |old, new| text(old) != text(new)),
            operation: Memo::new(move |_| {
                connection.with_value(|c| id.with_value(|id| follow::of(operations, c, id)))
            }),
        };
        effect(move || {
            page.connected.track();
            untrack(|| page.reload());
        });
        page.take_what_the_engine_reads();
        page.follow_by_itself();
        page.mark_seen();
        page.name_the_document();
        page
    }

    /// The connection's id.
    #[must_use]
    pub fn connection(self) -> String {
        self.connection.get_value()
    }

    /// `uploadRequestId`, as the address has it.
    #[must_use]
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// What people call the connection, with subscription.
    #[must_use]
    pub fn source(self) -> String {
        self.connection.with_value(|id| self.connections.name(id))
    }

    /// What the upload is called: application, version and file, or its number while none of them is
    /// known. With subscription.
    #[must_use]
    pub fn name(self) -> String {
        let read = self.upload.with(|u| u.as_ref().and_then(|u| upload_name(&u.upload)));
        let name = read.or_else(|| self.operation.with(|o| o.as_ref().map(|o| o.resource.name.clone())));
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| self.id())
    }

    /// Something of the upload as it was read last, with subscription.
    pub fn read<T>(self, part: impl FnOnce(&MachineImageUploadRequest) -> T) -> Option<T> {
        self.upload.with(|read| read.as_ref().map(|read| part(&read.upload)))
    }

    /// The API's word for how it stands; empty while nothing was read or none was sent. With
    /// subscription.
    #[must_use]
    pub fn status(self) -> String {
        self.read(|upload| upload.status_name.shown(Clone::clone)).flatten().unwrap_or_default()
    }

    /// Whether nothing can be asked before somebody signs in, with subscription.
    #[must_use]
    pub fn unsigned(self) -> bool {
        self.connected.with(|c| c.as_ref().is_some_and(|c| c.lacks_credentials()))
    }

    /// Reads the upload anew; what was read before stays until the answer is there.
    pub fn reload(self) {
        let connected = self.connected.try_get_untracked().flatten();
        // Whoever has no credentials is asked for them, and then the question is asked.
        let Some(connected) = connected.filter(|c| !c.lacks_credentials()) else {
            return self.query.cancel();
        };
        let (connections, id) = (self.connections, self.id());
        self.query.ask(move |abort| upload::get(connections, connected, id, abort));
    }

    /// Follows the upload from now on.
    pub fn follow(self) -> Result<(), String> {
        let read = self.upload.get_untracked();
        let upload = read.as_ref().map(|read| &read.upload);
        self.connection
            .with_value(|c| self.id.with_value(|id| follow::follow(self.operations, c, id, upload)))
    }

    /// Asks now, as far as the engine's pace allows.
    pub fn check(self) {
        if let Some(operation) = self.operation.get_untracked() {
            self.operations.tell(Event::CheckNow(operation.id.clone()));
        }
    }

    /// Shows each answer that the engine gets. Where another tab asks, only the record comes here:
    /// then the upload is read again whenever the record has changed since.
    fn take_what_the_engine_reads(self) {
        let changed = Memo::new(move |_| self.operation.with(|o| o.as_ref().and_then(|o| changed_at(o))));
        // What was answered before this page was opened may be old.
        let mut taken = self.operations.polled.get_untracked().map(|(_, answer)| answer);
        effect(move || {
            let polled = self.operations.polled.get();
            let changed = changed.get();
            let new = |(_, answer): &(String, Arc<Response>)| {
                taken.as_ref().is_none_or(|taken| !Arc::ptr_eq(taken, answer))
            };
            let polled = polled.filter(new);
            taken = polled.as_ref().map(|(_, answer)| Arc::clone(answer)).or(taken.take());
            untrack(|| {
                let own = self.operation.with(|o| o.as_ref().map(|o| o.id.clone()));
                let answer = polled.filter(|(id, _)| Some(id) == own.as_ref());
                if let Some(read) = answer.and_then(|(_, answer)| upload::of(&answer).ok()) {
                    let same = self.query.value.with(|old| old.as_ref().is_some_and(|old| **old == read));
                    if !same {
                        self.query.value.set(Some(Arc::new(read)));
                    }
                    self.query.error.set(None);
                    self.query.at.set(Some(clock::now()));
                } else if self.query.at.get().zip(changed).is_some_and(|(at, changed)| changed > at)
                    && !self.query.loading.get()
                {
                    self.reload();
                }
            });
        });
    }

    /// An upload that goes on is followed as soon as it is looked at, unless somebody has stopped that.
    fn follow_by_itself(self) {
        effect(move || {
            let goes_on = self.upload.with(|u| u.as_ref().is_some_and(|u| follow::goes_on(&u.upload)));
            let known = self.operation.with(Option::is_some);
            if goes_on && !known && self.operations.loaded.get() {
                // What keeps it from being followed is said beside the button that follows.
                let _ = untrack(|| self.follow());
            }
        });
    }

    /// An outcome that is on screen has been seen.
    fn mark_seen(self) {
        effect(move || {
            let unseen = self.operation.with(|o| {
                let o = o.as_ref().filter(|o| o.status.is_ended() && o.seen.is_none())?;
                Some(o.id.clone())
            });
            if let Some(id) = unseen {
                self.operations.tell(Event::Seen(id));
            }
        });
    }

    fn name_the_document(self) {
        let navigation = use_navigation();
        effect(move || {
            let name = self.name();
            // The frame names each new address too; the fuller name comes after it, unless the user
            // has left already.
            let here = navigation.route.with(|route| {
                matches!(route, Route::Upload { connection, id } if *connection == self.connection() && *id == self.id())
            });
            if here {
                title::set(&format!("{name} · Image Console"));
            }
        });
    }
}

fn text(loaded: Option<&Option<Arc<LoadedUpload>>>) -> Option<&str> {
    loaded?.as_ref().map(|loaded| loaded.text.as_str())
}

/// When the engine last saw something new; nothing before its first answer.
fn changed_at(operation: &Operation) -> Option<Timestamp> {
    let seen = operation.timeline.last_seen()?.since;
    let ended = operation.ended.filter(|_| !matches!(operation.status, Status::Unknown { .. }));
    let parts = pace::changed(operation);
    [Some(seen), ended, parts].into_iter().flatten().max()
}
