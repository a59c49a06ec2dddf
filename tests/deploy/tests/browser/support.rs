//! What these tests share: the built page, a browser that remembers what the policy stopped.

use std::path::PathBuf;

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use image_console_e2e::Browser;
use image_console_e2e::page_clock::before_each_page;

/// Collects what the policy stops, across loads of the page.
const WATCH: &str = "document.addEventListener('securitypolicyviolation', event => { \
     const known = JSON.parse(sessionStorage.getItem('violations') ?? '[]'); \
     known.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample); \
     sessionStorage.setItem('violations', JSON.stringify(known)); });";

/// The built page: `IMAGE_CONSOLE_DIST`, or `dist/`.
pub fn dist() -> PathBuf {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
    let dist = std::env::var("IMAGE_CONSOLE_DIST").unwrap_or_else(|_| default.to_owned());
    PathBuf::from(dist)
}

/// The console as installed with the built page below a path.
pub fn plan(server: Server, layout: Layout, base: &'static str) -> Plan {
    Plan { dist: Some(dist()), ..Plan::new(server, layout).at(base) }
}

/// A browser that watches the policy.
pub async fn browser() -> Browser {
    let browser = Browser::open(&[]).await;
    before_each_page(&browser, WATCH).await;
    browser
}

/// Ends a test: nothing was stopped by the policy, and nothing severe is in the browser's log.
pub async fn close(browser: Browser) {
    let stopped = browser.script("return sessionStorage.getItem('violations')", vec![]).await;
    let severe: Vec<String> = browser
        .severe_log()
        .await
        .into_iter()
        .filter(|line| !line.contains("Failed to load resource"))
        .collect();
    browser.close().await;
    assert!(stopped.is_null(), "the policy stopped {stopped}");
    assert!(severe.is_empty(), "the browser's log: {severe:#?}");
}

/// The id of an image of `jdoe`.
pub fn triton_image(install: &Install, name: &str) -> String {
    let images = install.upstreams.world().triton().images("us-east-1");
    let image = images.iter().find(|image| image["name"] == name).expect("the seed's image");
    image["id"].as_str().expect("an id").to_owned()
}

/// A file with the private key of an account.
pub fn key(name: &str) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../crates/emulator/keys").join(name);
    let file = file.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    file.to_str().expect("a path of text").to_owned()
}
