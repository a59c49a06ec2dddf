//! Where the console does not belong, nothing of it is shown, even if a server forgets to say so.

use image_console_e2e::app::options;
use image_console_emulator::{ConfigFile, Options};
use serde_json::json;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_is_not_allowed_gets_words_and_no_console() {
    for embedding in [json!({}), json!({ "embedding": { "origins": ["https://portal.example.com"] } })] {
        let mut config = json!({ "connections": [] });
        config.as_object_mut().unwrap().extend(embedding.as_object().unwrap().clone());
        let app = beside(Options { config: ConfigFile::Text(config.to_string()), ..options() }).await;
        let browser = &app.browser;
        visit(&app, "index.html").await;
        enter(browser, "image-console").await;
        browser.see_in("h1", "The console may not be shown inside this page").await;
        browser.see("embedding.origins").await;
        browser.see(&format!("{} is not among", app.world.portal_url())).await;
        assert_eq!(
            browser.script("return Boolean(document.getElementById('main'))", vec![]).await,
            json!(false)
        );
        leave(browser).await;
        // In a window of its own it is shown.
        app.goto("images").await;
        browser.see_in("h1", "Images").await;
        app.browser.close().await;
        app.world.stop().await;
    }
}
