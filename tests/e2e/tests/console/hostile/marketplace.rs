//! Uploads to the Marketplace.

use image_console_emulator::Fault;
use serde_json::json;

use super::{corpus::corpus, harmless, literal, poisoned, portions, table_shows_all};
use crate::uploads::world::{UPLOADS, id_of, open, page_of, put};

#[tokio::test(flavor = "multi_thread")]
async fn the_search() {
    let app = open("about:blank").await;
    app.world.with_world(|world| world.marketplace().clear_uploads());
    for text in corpus() {
        put(&app, json!({ "application": text, "version": text, "operatingSystem": text, "fileName": text }));
    }
    app.goto("uploads?limit=100").await;
    app.browser.see("100 of 100 or more").await;
    app.browser.click("All pages").await;
    app.browser.see("216 of 216").await;
    table_shows_all(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_an_upload() {
    let app = open("about:blank").await;
    let id = id_of(&app, "<script>alert(1)</script> & \"quotes\"");
    let example = app.world.with_world(|world| world.marketplace().upload(id)).expect("an upload");
    let keeps = ["uploadRequestId"];
    let mut size = 0;
    poisoned(&example, &keeps, &[String::new()], &mut size);
    for portion in portions(size) {
        let body = poisoned(&example, &keeps, &portion, &mut 0).to_string();
        app.world.clear_faults();
        app.world.add_fault(Fault::on("GET", &format!("{UPLOADS}/{id}")).status(200, body));
        app.goto(&page_of(id)).await;
        app.browser.see_in("dd", &id.to_string()).await;
        literal(&app.browser, &portion).await;
        harmless(&app.browser, &portion[0]).await;
    }
    app.close().await;
}
