//! "Test connection": a sign of life and an authenticated call, and what both tell.

use std::collections::BTreeMap;
use std::sync::Arc;

use image_console_core::time::Timestamp;
use image_console_platform::{AbortHandle, AbortOnDrop, clock};
use image_console_upstream::triton_cloudapi::connection_test::{Observed, Report, classify};
use image_console_upstream::triton_cloudapi::{Caller, requests};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::client;
use crate::state::connections::{Connected, Connections, Health};

/// How long each of the two calls may take, in milliseconds: somebody waits for the result.
const TIMEOUT_MS: u32 = 15_000;

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
    all: RwSignal<BTreeMap<String, Test>>,
    running: StoredValue<BTreeMap<String, AbortOnDrop>, LocalStorage>,
}

impl Tests {
    /// No test yet.
    pub fn new(connections: Connections) -> Self {
        Self {
            connections,
            all: RwSignal::new(BTreeMap::new()),
            running: StoredValue::new_local(BTreeMap::new()),
        }
    }

    /// The last test of a connection, with subscription.
    pub fn of(self, id: &str) -> Option<Test> {
        self.all.with(|all| all.get(id).cloned())
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
    let caller = Caller::from(&connected.connection);
    let ping = client::send_unsigned(connected, &requests::ping(&caller), TIMEOUT_MS, abort).await;
    let at = clock::now();
    let question = requests::list_datacenters(&caller);
    let call = client::send(connections, connected, &question, TIMEOUT_MS, abort).await;
    classify(&Observed { ping: &ping, call: &call, at })
}
