//! CreateImageFromMachine: `POST /:login/images` with the machine and the manifest, then GetImage
//! until it is there.

use image_console_e2e::App;
use image_console_emulator::Fault;
use serde_json::json;
use thirtyfour::prelude::*;

use super::gestures::{add_tag, choose, double_click, pick, see_fact};
use super::keyboard::Keyboard;
use super::preview;
use super::world::{ACME, EAST, EU, assert_request, id_of, machine_of, only_write, writes};

/// A creation takes 15 s of the world's time.
const CREATION_MS: i64 = 15_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_machine_becomes_an_image_and_is_followed_until_it_is_active() {
    let app = App::open("images").await;
    let browser = &app.browser;
    let machine = machine_of(&app, EAST, "web-1");
    browser.see("454 of 454").await;
    browser.click("Create image…").await;
    choose(browser, EAST).await;
    browser.see_in("dialog", "can be captured: only a stopped one can.").await;

    // A running one is there to be seen, and says why it cannot be taken.
    let picker = browser.control("machine").await;
    picker.click().await.expect("clicks");
    picker.send_keys("db-1").await.expect("keys");
    browser.see_in("[role=option][aria-disabled=true]", "Stop the machine first: its state is running").await;
    browser.click("db-1").await;
    assert_eq!(browser.value("machine").await, "db-1");
    browser.keys(&String::from(Key::Escape.value())).await;
    pick(browser, "machine", "web-1", "web-1").await;
    browser.see_in("dialog dd", &machine).await;

    for (field, text) in [
        ("name", "my-custom-image"),
        ("version", "1.0.0"),
        ("description", "What web-1 had become"),
        ("homepage", "https://wiki.example.com/web"),
        ("eula", "https://legal.example.com/web"),
        ("Account UUID", ACME),
    ] {
        browser.fill(field, text).await;
    }
    browser.click("Add").await;
    browser.see_in("dialog .list-editor li", ACME).await;
    for (key, value) in [
        ("team", "web"),
        ("release", "42"),
        ("canary", "true"),
        ("ports", "[80,443]"),
        ("meta", r#"{"by":null}"#),
        ("zip", "\"01234\""),
    ] {
        add_tag(browser, key, value).await;
    }
    let preview = preview::read(browser).await;
    double_click(browser, "Create image").await;
    browser.gone("dialog[open]").await;

    see_fact(browser, "state", "creating").await;
    browser.see_in("a.tray", "1 running").await;
    browser.see_in(".job", "creating").await;
    let sent = only_write(&app);
    let body = json!({
        "machine": machine, "name": "my-custom-image", "version": "1.0.0",
        "description": "What web-1 had become", "homepage": "https://wiki.example.com/web",
        "eula": "https://legal.example.com/web", "acl": [ACME],
        "tags": {"team": "web", "release": 42, "canary": true, "ports": [80, 443], "meta": {"by": null}, "zip": "01234"},
    });
    assert_request(&sent, EAST, "POST", "/jdoe/images", Some(&body));
    preview.assert_is(&app, &sent);
    // The command line has no option for such tags, so it is shown as a raw request.
    assert_eq!(preview.triton, ["cloudapi", "-X", "POST", "-d", &sent.body, "/my/images"]);

    app.world.advance(CREATION_MS);
    see_fact(browser, "state", "active").await;
    see_fact(browser, "compression", "gzip").await;
    browser.gone("a.tray").await;
    browser.see_in(".job", "succeeded").await;
    let id = id_of(&app, EAST, "my-custom-image");
    assert!(browser.url().await.ends_with(&format!("images/{EAST}/{id}")));

    browser.click("Create image from machine").await;
    browser.see_in("h1", "Create image from machine").await;
    see_fact(browser, "status", "succeeded; the API says active").await;
    see_fact(browser, "requests sent", "1").await;
    see_fact(browser, "machine name", "web-1").await;
    browser.see_in(".timeline", "creating").await;
    browser.see_in(".timeline", "active").await;
    browser.click("Images").await;
    browser.fill("Search name", "my-custom-image").await;
    browser.see_in("table", "my-custom-image").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_creation_that_fails_says_why_and_what_to_do() {
    let app = App::open("images?action=create").await;
    let browser = &app.browser;
    let machine = machine_of(&app, EAST, "fails-PrepareImageDidNotRun");
    choose(browser, EAST).await;
    pick(browser, "machine", "DidNotRun", "fails-PrepareImageDidNotRun").await;
    browser.fill("name", "unlucky").await;
    browser.fill("version", "0.1").await;
    browser.click("Create image").await;
    see_fact(browser, "state", "creating").await;
    let body = json!({"machine": machine, "name": "unlucky", "version": "0.1"});
    assert_request(&only_write(&app), EAST, "POST", "/jdoe/images", Some(&body));

    app.world.advance(CREATION_MS);
    browser.see("The image failed: PrepareImageDidNotRun").await;
    see_fact(browser, "state", "failed").await;
    browser.see("CreateImageFromMachine unlucky 0.1: failed").await;
    browser.click("Activity").await;
    browser.see_in(".job", "unlucky 0.1").await;
    browser.click("Create image from machine").await;
    browser.see("Create image from machine failed").await;
    browser.see("guest tools").await;
    see_fact(browser, "status", "failed").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_while_the_machines_are_on_their_way_stays_when_they_arrive() {
    let app = App::open("images").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    browser.see("454 of 454").await;
    app.world.add_fault(Fault::on("GET", "*/machines*").hold_after_bytes(1));
    browser.click("Create image…").await;
    choose(browser, EAST).await;
    browser.control("machine").await.click().await.expect("clicks");
    keyboard.text("web-").await;
    browser.see_in("dialog .list-count", "Loading…").await;
    app.world.clear_faults();
    browser.see_in("[role=option]", "web-1").await;
    keyboard.focused("machine").await;
    keyboard.text("1").await;
    keyboard.press(Key::Enter).await;
    browser.see_in("dialog dd", &machine_of(&app, EAST, "web-1")).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_created_by_keyboard_alone() {
    let app = App::open("images").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    let machine = machine_of(&app, EU, "edge-1");
    browser.see("454 of 454").await;
    keyboard.palette("create", "Create an image from a machine").await;
    browser.see_in("dialog h2", "Create image from machine").await;
    keyboard.focused(EAST).await;
    keyboard.press(Key::Down).await;
    keyboard.focused(EU).await;
    browser.see_in("dialog", "can be captured: only a stopped one can.").await;
    keyboard.tab_to("machine").await;
    keyboard.text("edge").await;
    browser.see_in("[role=option]", "edge-1").await;
    keyboard.press(Key::Enter).await;
    browser.see_in("dialog dd", &machine).await;
    keyboard.fill("name", "by keys").await;
    keyboard.fill("version", "2").await;
    keyboard.tab_to("Account UUID").await;
    keyboard.text(ACME).await;
    keyboard.press(Key::Enter).await;
    browser.see_in("dialog .list-editor li", ACME).await;
    keyboard.tab_to("Add").await;
    keyboard.enter("Add").await;
    keyboard.focused("Key").await;
    keyboard.text("level").await;
    keyboard.press(Key::Tab).await;
    keyboard.focused("Value").await;
    keyboard.text("7").await;
    browser.see_in("dialog .pair-kind", "number").await;
    keyboard.press(Key::Enter).await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "state", "creating").await;
    let body =
        json!({"machine": machine, "name": "by keys", "version": "2", "acl": [ACME], "tags": {"level": 7}});
    assert_request(&only_write(&app), EU, "POST", "/jdoe/images", Some(&body));
    app.world.advance(CREATION_MS);
    see_fact(browser, "state", "active").await;
    app.close().await;
}
