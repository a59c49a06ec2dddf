//! The first page loads what `cargo xtask test` weighs against the budget, and nothing else.

use image_console_e2e::App;

use crate::fault_support::whole;

#[tokio::test(flavor = "multi_thread")]
async fn the_table_stands_without_a_further_part_of_the_console() {
    let app = App::open("images").await;
    whole(&app).await;
    let script = "const linked = new Set([...document.querySelectorAll('link[href], script[src]')].map(e => e.href || e.src)); \
        linked.add(new URL('config.json', document.baseURI).href); \
        return JSON.stringify(performance.getEntriesByType('resource').map(e => e.name) \
            .filter(name => new URL(name).origin === location.origin && !linked.has(name)))";
    let further = app.browser.script(script, vec![]).await;
    assert_eq!(further.as_str(), Some("[]"), "only what the page links was loaded");
    app.close().await;
}
