//! Another configuration for one place in the portal.

use std::path::{Path, PathBuf};

use image_console_e2e::app::options;
use image_console_emulator::Options;
use serde_json::json;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_beside_the_consoles_own_is_read_in_its_place() {
    let dist = std::env::temp_dir().join(format!("image-console-embed-{}", std::process::id()));
    copy(options().dist.as_deref().expect("a built page"), &dist);
    std::fs::create_dir_all(dist.join("teams")).expect("a folder");
    std::fs::write(dist.join("teams/a.json"), r#"{ "connections": [], "readOnly": "Team A only looks." }"#)
        .expect("a file");
    let app = beside(Options { dist: Some(dist.clone()), ..options() }).await;
    let browser = &app.browser;
    visit(&app, "index.html").await;
    set(browser, "teams/a.json").await;
    enter(browser, "image-console").await;
    browser.see("Read-only").await;
    browser.see("No connection is set up").await;
    leave(browser).await;

    set(browser, "teams/b.json").await;
    enter(browser, "image-console").await;
    browser.see("/teams/b.json").await;
    leave(browser).await;
    for bad in ["../other.json", "https://portal.example/x.json", "/etc/x.json", "teams/a.txt"] {
        set(browser, bad).await;
        enter(browser, "image-console").await;
        browser.see_in("h1", "The configuration that this page asks for is none").await;
        browser.see(bad).await;
        leave(browser).await;
    }
    // Each refusal stands in the browser's log, too.
    app.browser.close().await;
    app.world.stop().await;
    let _ = std::fs::remove_dir_all(dist);
}

async fn set(browser: &image_console_e2e::Browser, file: &str) {
    let script = "document.querySelector('image-console').setAttribute('config', arguments[0])";
    browser.script(script, vec![json!(file)]).await;
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the built page") {
        let path: PathBuf = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a copy");
        }
    }
}
