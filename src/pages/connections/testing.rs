//! "Test connection": calls with the connection's credentials, and what they tell.

mod cloud_foundry;
mod marketplace;
mod oci;
mod triton;

use std::sync::Arc;

use image_console_core::config::Kind;
use image_console_core::time::Timestamp;
use image_console_core::{ApiError, Few};
use image_console_platform::{AbortHandle, AbortOnDrop, clock};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::connections::{Connected, Connections, Health};

pub use oci::questions;

/// How long each call may take, in milliseconds: somebody waits for the result.
const TIMEOUT_MS: u32 = 15_000;

/// What a test found, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// One line.
    pub headline: String,
    /// Why, and what next; empty when it works.
    pub why: String,
    /// What to do.
    pub next: String,
    /// The error that says so.
    pub error: Option<ApiError>,
    /// What else was found, by name.
    pub details: Vec<(String, String)>,
}

/// How far the test of a connection is.
#[derive(Clone, PartialEq)]
pub enum Test {
    /// Under way.
    Running,
    /// What it found, and when.
    Done(Arc<Report>, Timestamp),
}

/// The tests of this visit to the page; those under way end with it.
#[derive(Clone, Copy)]
pub struct Tests {
    connections: Connections,
    all: RwSignal<Few<Test>>,
    running: StoredValue<Few<AbortOnDrop>, LocalStorage>,
}

impl Tests {
    /// No test yet.
    pub fn new(connections: Connections) -> Self {
        Self { connections, all: RwSignal::new(Few::new()), running: StoredValue::new_local(Few::new()) }
    }

    /// The last test of a connection, with subscription.
    pub fn of(self, id: &str) -> Option<Test> {
        self.all.with(|all| all.get(id).cloned())
    }

    /// Which API a connection speaks.
    pub fn kind_of(self, id: &str) -> Option<Kind> {
        self.connections.peek(id).map(|connected| connected.connection.kind())
    }

    /// Tests a connection; does nothing while a test of it is under way.
    pub fn start(self, id: &str) {
        let Some(connected) = self.connections.peek(id) else { return };
        if self.all.try_with_untracked(|all| all.get(id) == Some(&Test::Running)) != Some(false) {
            return;
        }
        let abort = AbortHandle::new();
        let id = id.to_owned();
        let _ = self.running.try_update_value(|running| running.insert(id.clone(), abort.on_drop()));
        self.set(id.clone(), Test::Running);
        spawn_local(async move {
            let report = run(self.connections, &connected, &abort).await;
            if abort.is_aborted() {
                return;
            }
            let now = clock::now();
            self.connections.observed(&id, report.error.clone().map_or(Health::Fine(now), Health::Trouble));
            self.set(id.clone(), Test::Done(Arc::new(report), now));
            let _ = self.running.try_update_value(|running| running.remove(&id));
        });
    }

    /// Gives up a test and forgets what the last one found.
    pub fn forget(self, id: &str) {
        // Dropping the guard aborts.
        let _ = self.running.try_update_value(|running| running.remove(id));
        let _ = self.all.try_update(|all| all.remove(id));
    }

    fn set(self, id: String, test: Test) {
        let _ = self.all.try_update(|all| all.insert(id, test));
    }
}

async fn run(connections: Connections, connected: &Arc<Connected>, abort: &AbortHandle) -> Report {
    match connected.connection.kind() {
        Kind::Triton => triton::run(connections, connected, abort).await,
        Kind::Oci => oci::run(connections, connected, abort).await,
        Kind::Marketplace => marketplace::run(connections, connected, abort).await,
        Kind::CloudFoundry => cloud_foundry::run(connections, connected, abort).await,
    }
}
