//! By keyboard alone: search, open a row, read, follow, and back.

use thirtyfour::Key;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_is_found_opened_and_followed_without_a_mouse() {
    let app = open("images").await;
    let browser = &app.browser;
    browser.see_in("h1", "Images").await;
    browser.ctrl('k').await;
    browser.see_in("dialog[open]", "Uploads to the Marketplace").await;
    browser.keys("uploads to").await;
    browser.see_gone("Running operations").await;
    press(&app, Key::Enter).await;
    browser.see_in("h1", "Uploads").await;
    browser.see_in("td", "huge-takes-604800s").await;
    browser.keys("/").await;
    browser.keys("ended-archived").await;
    browser.see("1 of 1").await;
    press(&app, Key::Enter).await;
    tab_to(&app, "ended-archived").await;
    press(&app, Key::Enter).await;
    browser.see_in("h1", "ended-archived").await;
    tab_to(&app, "Follow").await;
    press(&app, Key::Enter).await;
    browser.see_in(".tray", "1 running").await;
    app.close().await;
}

async fn press(app: &image_console_e2e::App, key: Key) {
    app.browser.keys(&String::from(key.value())).await;
}

/// Presses Tab until what has the keyboard is called `name`.
async fn tab_to(app: &image_console_e2e::App, name: &str) {
    let called =
        "const e = document.activeElement; return (e.getAttribute('aria-label') || e.innerText || '').trim()";
    for _ in 0..80 {
        if app.browser.script(called, vec![]).await.as_str() == Some(name) {
            return;
        }
        press(app, Key::Tab).await;
    }
    panic!("Tab never comes to {name}");
}
