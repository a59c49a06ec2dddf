//! What both origins and the handle share.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use super::options::{ConfigFile, Options};
use crate::world::World;

/// The state behind both origins.
#[derive(Debug)]
pub struct Shared {
    /// The world; held for the length of one call.
    world: Mutex<World>,
    /// Changes whenever what is held back may go on.
    pub release: watch::Sender<u64>,
    /// The page's configuration.
    config: Mutex<ConfigFile>,
    /// Reports of the page's security policy.
    violations: Mutex<Vec<String>>,
    /// What the page's origin was asked for.
    page_requests: Mutex<Vec<String>>,
    latency_ms: AtomicU64,
    /// The built page.
    pub dist: Option<PathBuf>,
    /// Address of the API's origin, without a slash at its end.
    pub api_origin: String,
    /// Address of the page's origin.
    pub page_origin: String,
    /// The page that embeds the console: its folder, and the address of its origin.
    pub portal: Option<(PathBuf, String)>,
    /// Whether the default configuration has the OCI connections.
    pub oci_in_config: bool,
}

impl Shared {
    /// Everything as it is at the start.
    pub fn new(
        world: World,
        options: Options,
        [page_origin, api_origin, portal_origin]: [String; 3],
    ) -> Self {
        let Options { config, latency_ms, dist, portal, oci_in_config, .. } = options;
        Self {
            world: Mutex::new(world),
            release: watch::Sender::new(0),
            config: Mutex::new(config),
            violations: Mutex::default(),
            page_requests: Mutex::default(),
            latency_ms: AtomicU64::new(latency_ms),
            dist,
            api_origin,
            page_origin,
            portal: portal.map(|folder| (folder, portal_origin)),
            oci_in_config,
        }
    }

    /// The world, locked.
    pub fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// The page's configuration, locked.
    pub fn config(&self) -> MutexGuard<'_, ConfigFile> {
        lock(&self.config)
    }

    /// The policy's reports, locked.
    pub fn violations(&self) -> MutexGuard<'_, Vec<String>> {
        lock(&self.violations)
    }

    /// The requests to the page's origin, locked.
    pub fn page_requests(&self) -> MutexGuard<'_, Vec<String>> {
        lock(&self.page_requests)
    }

    /// Lets hanging and held answers go on.
    pub fn let_go(&self) {
        self.release.send_modify(|count| *count += 1);
    }

    /// The delay of every API answer.
    pub fn latency(&self) -> Duration {
        Duration::from_millis(self.latency_ms.load(Ordering::Relaxed))
    }

    /// Changes that delay.
    pub fn set_latency(&self, ms: u64) {
        self.latency_ms.store(ms, Ordering::Relaxed);
    }
}

/// A panic elsewhere must not take the rest of the tests with it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Real time in milliseconds since 1970.
pub fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64)
}
