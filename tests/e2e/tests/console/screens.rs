//! Every screen in light, dark and narrow: drawn, and without a finding of axe.

use image_console_e2e::{App, axe};

#[tokio::test(flavor = "multi_thread")]
async fn the_table_shows_every_connections_images() {
    let app = App::open("images").await;
    app.browser.see("454 of 454").await;
    app.browser.see("us-east-1: 226 of 226 · eu-central-1: 228 of 228").await;
    for (scheme, width) in [("light", 1280), ("dark", 1280), ("light", 400)] {
        app.browser.look(scheme, width).await;
        axe::check(&app.browser, &format!("images, {scheme}, {width} px")).await;
        app.browser.picture(&format!("images-{scheme}-{width}")).await;
    }
    app.close().await;
}
