//! A page that did not come over https nor from this machine: browsers do not sign there.

use image_console_e2e::{App, Browser, app::options};
use image_console_emulator::{ConfigFile, Emulator, Options};

use crate::fault_support::notice;

#[tokio::test(flavor = "multi_thread")]
async fn without_a_secure_context_the_page_says_that_it_cannot_sign() {
    let config = r#"{"connections":[{"id":"signed","kind":"triton","endpoint":"/triton/us-east-1","account":"jdoe","authentication":{"method":"http-signature"}}]}"#;
    let options = Options { config: ConfigFile::Text(config.to_owned()), ..options() };
    let world = Emulator::start(options).await.expect("the emulator starts");
    let browser = Browser::open(&["--host-resolver-rules=MAP images.test 127.0.0.1"]).await;
    let app = App { world, browser };
    let origin = app.world.page_url().replace("127.0.0.1", "images.test");
    app.browser.goto(&format!("{origin}/connections")).await;
    let text = notice(&app.browser, "This page cannot sign requests or import keys").await;
    assert!(
        text.contains(&origin) && text.contains("Open the console over https, or let the proxy authenticate"),
        "{text}"
    );
    let import = app.browser.named("Import a key…").await;
    assert_eq!(import.attr("aria-disabled").await.expect("an attribute").as_deref(), Some("true"));
    import.click().await.expect("a click");
    app.browser.gone("dialog[open]").await;
    // Nor is a request sent that could not be signed.
    app.browser.click("Images").await;
    app.browser.see("signed: the images could not be listed").await;
    app.browser.see("no key is chosen for it here").await;
    assert!(app.world.journal().is_empty());
    // The page's server asks for isolation, which browsers give to secure origins only, and say so.
    let severe = app.browser.severe_log().await;
    let severe: Vec<_> = severe.iter().filter(|line| !line.contains("Cross-Origin-Opener-Policy")).collect();
    assert!(severe.is_empty() && app.world.csp_reports().is_empty(), "{severe:?}");
    app.browser.close().await;
    app.world.stop().await;
}
