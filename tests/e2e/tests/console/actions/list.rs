//! ListImages: `GET /:login/images` with the seven documented filters, to every connection.

use image_console_e2e::App;
use thirtyfour::prelude::*;

use super::keyboard::Keyboard;
use super::world::{EAST, EU, assert_request, wait_for_read};

const ADMIN: &str = "930896af-bf8c-48d4-885c-6573a94b1853";

fn all_seven() -> String {
    format!("name=~base&os=smartos&version=~13.&public=true&state=active&owner={ADMIN}&type=zone-dataset")
}

async fn assert_asked(app: &App, query: &str) {
    let target = format!("/jdoe/images?{query}");
    for datacenter in [EAST, EU] {
        let sent = wait_for_read(app, datacenter, &target).await;
        assert_request(&sent, datacenter, "GET", &target, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_seven_filters_are_sent_as_documented_from_the_dialog() {
    let app = App::open("images").await;
    let browser = &app.browser;
    browser.see("454 of 454").await;
    assert_asked(&app, "state=all").await;

    browser.click("Server filters…").await;
    for (name, value) in [
        ("name", "~base"),
        ("os", "smartos"),
        ("version", "~13."),
        ("type", "zone-dataset"),
        ("owner", ADMIN),
    ] {
        browser.fill(name, value).await;
    }
    for (name, value) in [("state", "active"), ("public", "true")] {
        let select = browser.control(name).await;
        let option = select.find(By::Css(format!("option[value={value}]"))).await.expect("an option");
        option.click().await.expect("clicks");
    }
    browser.click("Apply").await;
    browser.gone("dialog[open]").await;
    assert_asked(&app, &all_seven()).await;
    assert!(browser.url().await.contains("name=~base"), "the filters are in the address");
    for chip in ["name: ~base", "version: ~13.", "public: true", "type: zone-dataset"] {
        browser.see_in(".chip.on", chip).await;
    }
    browser.see_in("table", "base").await;
    browser.see_gone("my-image").await;

    // One goes by its chip.
    browser.click("Remove the filter version: ~13.").await;
    assert_asked(&app, &all_seven().replace("version=~13.&", "")).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_alone_sends_the_same_filters_and_nothing_before_them() {
    let app = App::open(&format!("images?{}", all_seven())).await;
    assert_asked(&app, &all_seven()).await;
    app.browser.see_in(".chip.on", "name: ~base").await;
    let lists: Vec<String> = app.requests("GET", "/jdoe/images").into_iter().map(|e| e.target).collect();
    assert_eq!(lists.len(), 2, "{lists:?}");

    // A negated type, which a URL has to escape.
    app.world.clear_journal();
    app.goto("images?state=failed&type=!docker").await;
    assert_asked(&app, "state=failed&type=%21docker").await;
    app.browser.see_in("table", "base-app").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_server_would_refuse_is_not_sent_and_nothing_typed_is_lost() {
    let app = App::open("images").await;
    let browser = &app.browser;
    browser.see("454 of 454").await;
    app.world.clear_journal();
    browser.click("Server filters…").await;
    browser.fill("name", "~").await;
    browser.fill("owner", "me").await;
    browser.click("Apply").await;
    browser.see_in("dialog", "Write what to look for after the ~.").await;
    assert_eq!(browser.value("owner").await, "me");
    assert_eq!(app.world.journal().len(), 0);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_are_set_and_taken_back_by_keyboard_alone() {
    let app = App::open("images").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    browser.see("454 of 454").await;
    keyboard.enter("Server filters…").await;
    keyboard.focused("name").await;
    keyboard.text("~some-").await;
    keyboard.tab_to("state").await;
    keyboard.text("all").await;
    keyboard.tab_to("public").await;
    keyboard.text("fal").await;
    keyboard.tab_to("owner").await;
    keyboard.text(super::world::JDOE).await;
    keyboard.press(Key::Enter).await;
    browser.gone("dialog[open]").await;
    let owner = super::world::JDOE;
    assert_asked(&app, &format!("name=~some-&public=false&state=all&owner={owner}")).await;
    browser.see_in("table", "some-image").await;
    browser.see("1 of 1").await;
    keyboard.enter("Remove the filter public: false").await;
    assert_asked(&app, &format!("name=~some-&state=all&owner={owner}")).await;
    browser.see("2 of 2").await;
    app.close().await;
}
