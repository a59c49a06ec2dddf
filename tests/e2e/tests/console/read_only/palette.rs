//! The palette leads to every place, and to no action.

use serde_json::json;
use thirtyfour::Key;

use super::world::*;
use crate::actions::world::{EAST, MY_IMAGE};

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_shows_the_actions_with_the_reason_and_opens_none() {
    let app = open(&format!("images/{EAST}/{MY_IMAGE}")).await;
    let browser = &app.browser;
    browser.see_in("h1", "my-image").await;
    browser.ctrl('k').await;
    browser.see_in("[role=option]", "This image: delete").await;
    let script = "return [...document.querySelectorAll('dialog[open] [role=option]')] \
        .map(o => [o.firstElementChild.innerText.trim(), o.getAttribute('aria-disabled') === 'true', o.innerText.includes(arguments[0])])";
    let options = browser.script(script, vec![json!(REASON)]).await;
    let options = options.as_array().cloned().unwrap_or_default();
    let mut refused = 0;
    for option in &options {
        let name = option[0].as_str().unwrap_or_default();
        let changes = name.starts_with("This image: ") || name.contains(" an image from a ");
        assert_eq!((&option[1], &option[2]), (&json!(changes), &json!(changes)), "{name}");
        refused += usize::from(changes);
    }
    assert!(refused >= 7 && options.len() > refused, "{options:?}");

    browser.keys("delete").await;
    browser.see_in("[role=option]", "This image: delete").await;
    browser.keys(&Key::Enter.value().to_string()).await;
    browser.see_in("dialog[open]", REASON).await;
    assert!(!browser.url().await.contains("action="), "{}", browser.url().await);
    assert_only_read(&app);
    app.close().await;
}
