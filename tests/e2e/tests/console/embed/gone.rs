//! One that is taken away asks nothing more; what ran is followed by who is left.

use image_console_e2e::{App, Browser};
use serde_json::json;

use super::world::*;
use crate::engine::support::{WATCH, export, watch};
use crate::oci::world::{WEB, id_of};
use image_console_e2e::app::options;
use image_console_emulator::Options;
use image_console_emulator::oci::Kind;

#[tokio::test(flavor = "multi_thread")]
async fn what_ran_is_followed_by_who_is_left() {
    let app = beside(Options { oci_in_config: true, ..options() }).await;
    let browser = &app.browser;
    let switches = json!({ "work_ms": 3_600_000 });
    app.world.with_world(|w| w.oci().switches().set(&switches)).expect("the switch is set");
    let id = id_of(&app, Kind::Image, WEB);
    assert!(WATCH.contains("asked"));
    watch(browser).await;
    export(&app, &id, "embedded.oci").await;

    visit(&app, "two.html").await;
    for id in ["#first", "#second"] {
        enter(browser, id).await;
        browser.see_in("a.tray", "1 running").await;
        leave(browser).await;
    }
    let (leads, other) = match asks(&app, "#first").await {
        true => ("#first", "#second"),
        false => ("#second", "#first"),
    };
    enter(browser, other).await;
    let before = asked(browser).await;
    leave(browser).await;
    browser.script("document.querySelector(arguments[0]).remove()", vec![json!(leads)]).await;
    enter(browser, other).await;
    browser
        .wait_for(
            "a question of the one that is left",
            "return window.asked > arguments[0]",
            vec![json!(before)],
        )
        .await;
    leave(browser).await;
    close(app).await;
}

/// Whether this one of the two asks, once one of them does.
async fn asks(app: &App, id: &str) -> bool {
    let browser = &app.browser;
    let end = std::time::Instant::now() + std::time::Duration::from_secs(60);
    loop {
        for one in ["#first", "#second"] {
            enter(browser, one).await;
            let asked = asked(browser).await;
            leave(browser).await;
            if asked > 0 {
                return one == id;
            }
        }
        assert!(std::time::Instant::now() < end, "nobody asks");
    }
}

async fn asked(browser: &Browser) -> u64 {
    browser.script("return window.asked", vec![]).await.as_u64().unwrap_or_default()
}
