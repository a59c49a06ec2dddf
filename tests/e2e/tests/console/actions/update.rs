//! UpdateImage: `POST /:login/images/:id?action=update` with what changed and nothing else, after a
//! fresh look at the image.

use image_console_e2e::App;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::gestures::{add_tag, choose, double_click, see_fact};
use super::keyboard::Keyboard;
use super::preview;
use super::world::{ACME, EAST, MY_IMAGE, assert_request, image, meanwhile, only_write, writes};

/// An account that nobody shares anything with in the seed.
const SOMEBODY: &str = "5c8a7e61-93d2-4b0f-8e1d-2a6b7c9d0e3f";

fn target() -> String {
    format!("/jdoe/images/{MY_IMAGE}?action=update")
}

/// Opens the dialog over `my-image` on its page.
async fn open() -> App {
    let app = App::open(&format!("images/{EAST}/{MY_IMAGE}")).await;
    app.browser.see_in("h1", "my-image").await;
    app.browser.click("Update…").await;
    app.browser.see_in("dialog h2", "Update my-image 1.0.0").await;
    app
}

/// The index in the journal of the last request of that method about the image.
fn last(app: &App, method: &str) -> Option<usize> {
    app.world.journal().iter().rposition(|e| e.method == method && e.target.contains(MY_IMAGE))
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_changed_field_is_sent() {
    let app = open().await;
    let browser = &app.browser;
    browser.click("Update image").await;
    browser.see_in("dialog", "Nothing has been changed yet.").await;
    assert_eq!(writes(&app).len(), 0);
    browser.fill("description", "Two lines & “quotes”").await;
    let preview = preview::read(browser).await;
    let read_before = app.requests("GET", MY_IMAGE).len();
    double_click(browser, "Update image").await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "description", "Two lines & “quotes”").await;

    let sent = only_write(&app);
    assert_request(&sent, EAST, "POST", &target(), Some(&json!({"description": "Two lines & “quotes”"})));
    preview.assert_is(&app, &sent);
    assert_eq!(preview.triton, ["image", "update", MY_IMAGE, "description=Two lines & “quotes”"]);
    assert!(app.requests("GET", MY_IMAGE).len() > read_before, "it is read again before it is written");
    assert_eq!(image(&app, EAST, MY_IMAGE)["name"], "my-image");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sharing_adds_to_the_acl_and_emptying_a_text_removes_it() {
    let app = open().await;
    let browser = &app.browser;
    browser.fill("Account UUID", ACME).await;
    browser.click("Add").await;
    browser.see_in("dialog .list-editor li", ACME).await;
    browser.fill("description", "").await;
    let preview = preview::read(browser).await;
    // Somebody else shares it too, between the look at the form and the press.
    meanwhile(&app, EAST, MY_IMAGE, json!({"acl": [SOMEBODY]}));
    browser.click("Update image").await;
    browser.gone("dialog[open]").await;
    browser.see("What somebody else changed meanwhile was kept").await;
    let sent = only_write(&app);
    let body = sent.json_body();
    assert_request(&sent, EAST, "POST", &target(), Some(&json!({"description": null, "acl": body["acl"]})));
    let mut acl: Vec<&str> =
        body["acl"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    acl.sort_unstable();
    assert_eq!(acl, [SOMEBODY, ACME], "both are in the list, which replaces the old one");
    assert_eq!(preview.triton[..2], ["image", "share"]);
    browser.see("Private, shared with 2 accounts").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_that_somebody_else_added_meanwhile_are_kept() {
    let app = open().await;
    let browser = &app.browser;
    add_tag(browser, "team", "web").await;
    add_tag(browser, "release", "281").await;
    meanwhile(
        &app,
        EAST,
        MY_IMAGE,
        json!({"tags": {"audited": true}, "homepage": "https://theirs.example.com"}),
    );
    browser.click("Update image").await;
    browser.gone("dialog[open]").await;
    let body = json!({"tags": {"audited": true, "team": "web", "release": 281}});
    assert_request(&only_write(&app), EAST, "POST", &target(), Some(&body));
    let now = image(&app, EAST, MY_IMAGE);
    assert_eq!(now["homepage"], "https://theirs.example.com");
    see_fact(browser, "audited", "true").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_is_shown_and_nothing_is_sent_until_it_is_decided() {
    let app = open().await;
    let browser = &app.browser;
    browser.fill("description", "mine").await;
    browser.fill("version", "1.0.1").await;
    meanwhile(&app, EAST, MY_IMAGE, json!({"description": "theirs", "version": "1.1.0"}));
    browser.click("Update image").await;
    browser.see_in("dialog", "Somebody else changed the same while you were editing").await;
    for says in ["The web front end as it was released.", "theirs", "1.1.0"] {
        browser.see_in("dialog dd", says).await;
    }
    assert_eq!(browser.value("description").await, "mine");
    assert_eq!(writes(&app).len(), 0);
    browser.see_in("dialog", "Decide first which values are to stand.").await;
    browser.click("Update image").await;
    assert_eq!(writes(&app).len(), 0);

    let of = |name: &str| {
        format!(
            "return [...document.querySelectorAll('dialog[open] fieldset.segments')].find(f => f.querySelector('legend').textContent === '{name}')"
        )
    };
    for (field, side) in [("description", "Keep mine"), ("version", "Take theirs")] {
        let script =
            format!("{}?.querySelectorAll('label')[{}]", of(field), usize::from(side == "Take theirs"));
        browser.wait_for(field, &script, vec![]).await;
        let label = browser
            .driver
            .execute(script, vec![])
            .await
            .expect("the script runs")
            .element()
            .expect("a label");
        assert_eq!(label.text().await.expect("text"), side);
        label.scroll_into_view().await.expect("scrolls");
        label.click().await.expect("clicks");
    }
    browser.click("Update image").await;
    browser.gone("dialog[open]").await;
    assert_request(&only_write(&app), EAST, "POST", &target(), Some(&json!({"description": "mine"})));
    see_fact(browser, "version", "1.1.0").await;
    see_fact(browser, "description", "mine").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_way_in_every_conflict_sends_nothing() {
    let app = open().await;
    let browser = &app.browser;
    browser.fill("description", "mine").await;
    meanwhile(&app, EAST, MY_IMAGE, json!({"description": "theirs"}));
    browser.click("Update image").await;
    choose(browser, "Take theirs").await;
    browser.click("Update image").await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "description", "theirs").await;
    browser.see("the image has these values already, nothing was sent").await;
    assert_eq!(writes(&app).len(), 0);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_updated_by_keyboard_alone() {
    let app = App::open(&format!("images/{EAST}/{MY_IMAGE}")).await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    browser.see_in("h1", "my-image").await;
    keyboard.enter("Update…").await;
    keyboard.focused("name").await;
    keyboard.replace("my-renamed image").await;
    keyboard.press(Key::Enter).await;
    browser.gone("dialog[open]").await;
    browser.see_in("h1", "my-renamed image").await;
    assert_request(&only_write(&app), EAST, "POST", &target(), Some(&json!({"name": "my-renamed image"})));
    assert!(last(&app, "GET") > last(&app, "POST"), "the page shows what the server has now");

    // The way back, and a tag: from the last field of the form with Enter as well.
    app.world.clear_journal();
    keyboard.enter("Update…").await;
    keyboard.focused("name").await;
    keyboard.tab_to("Add").await;
    keyboard.enter("Add").await;
    keyboard.focused("Key").await;
    keyboard.text("stage").await;
    keyboard.press(Key::Tab).await;
    keyboard.text("beta").await;
    keyboard.press(Key::Enter).await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "stage", "beta").await;
    assert_request(&only_write(&app), EAST, "POST", &target(), Some(&json!({"tags": {"stage": "beta"}})));
    app.close().await;
}
