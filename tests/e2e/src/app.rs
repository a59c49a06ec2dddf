//! One console under test: an emulator of its own, and a browser of its own that has it open.

use std::path::PathBuf;

use image_console_emulator::{Emulator, Entry, Options, Running};

use crate::Browser;

/// The console and the world it looks at.
pub struct App {
    /// The emulated upstreams and the page's server.
    pub world: Running,
    /// The browser.
    pub browser: Browser,
}

impl App {
    /// A console over the seeded world, at this address below its base.
    pub async fn open(address: &str) -> Self {
        Self::with(options(), address).await
    }

    /// A console over another world.
    pub async fn with(options: Options, address: &str) -> Self {
        let app = Self::not_yet(options).await;
        app.goto(address).await;
        app
    }

    /// A world and a browser that has not been at the console yet, for what must be there before the page is.
    pub async fn not_yet(options: Options) -> Self {
        let world = Emulator::start(options).await.expect("the emulator starts");
        Self { world, browser: Browser::open(&[]).await }
    }

    /// Loads an address of the console anew.
    pub async fn goto(&self, address: &str) {
        self.browser.goto(&format!("{}/{address}", self.world.page_url())).await;
    }

    /// The requests of the upstream's journal whose method and path fit, path without query.
    pub fn requests(&self, method: &str, path_end: &str) -> Vec<Entry> {
        let fits = |e: &Entry| {
            e.method == method && e.target.split('?').next().is_some_and(|p| p.ends_with(path_end))
        };
        self.world.journal().into_iter().filter(fits).collect()
    }

    /// Everything that must hold at the end of any test: no violation of the policy, nothing
    /// severe in the browser's log except failed requests that a test provoked.
    pub async fn close(self) {
        let violations = self.world.csp_reports();
        let severe: Vec<String> = self
            .browser
            .severe_log()
            .await
            .into_iter()
            .filter(|l| !l.contains("Failed to load resource"))
            .collect();
        self.browser.close().await;
        self.world.stop().await;
        assert!(violations.is_empty(), "content security policy: {violations:#?}");
        assert!(severe.is_empty(), "the browser's log: {severe:#?}");
    }
}

/// A small world, served with the built page.
pub fn options() -> Options {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
    let dist = std::env::var("IMAGE_CONSOLE_DIST").unwrap_or_else(|_| default.to_owned());
    Options { dist: Some(PathBuf::from(dist)), page_port: 0, api_port: 0, ..Options::default() }
}
