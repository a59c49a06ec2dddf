//! ImportImageFromDatacenter: sent to the target, `POST /:login/images` with everything in the
//! query and `{}` as its body.

use image_console_e2e::App;
use image_console_emulator::ConfigFile;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::gestures::{choose, double_click, pick, see_fact};
use super::keyboard::Keyboard;
use super::preview;
use super::world::{EAST, EU, assert_request, id_of, image, only_write, writes};

fn target(id: &str) -> String {
    format!("/jdoe/images?action=import-from-datacenter&datacenter={EU}&id={id}")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_chosen_from_the_other_datacenters_own_catalogue() {
    let app = App::open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, EU, "myimage");
    browser.see("454 of 454").await;
    browser.click("Import…").await;
    choose(browser, EAST).await;
    // The target lists two datacenters; its own cannot be chosen, so only one is left.
    browser.see_in("dialog", &format!("The images listed below are those of the connection {EU}.")).await;
    browser.see_in("dialog", "can be imported.").await;
    let picker = browser.control("id").await;
    picker.click().await.expect("clicks");
    picker.send_keys("my-image 1.0.0").await.expect("keys");
    browser
        .see_in(
            "[role=option][aria-disabled=true]",
            "An image with this id is in the target datacenter already.",
        )
        .await;
    browser.keys(&String::from(Key::Escape.value())).await;
    pick(browser, "id", "myimage", "myimage 1.4.0").await;
    let preview = preview::read(browser).await;
    double_click(browser, "Import image").await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "id", &id).await;
    browser.see_in("h1", "myimage").await;
    assert!(browser.url().await.ends_with(&format!("images/{EAST}/{id}")));

    let sent = only_write(&app);
    assert_request(&sent, EAST, "POST", &target(&id), Some(&json!({})));
    preview.assert_is(&app, &sent);
    assert_eq!(preview.triton, ["image", "copy", &id, EAST]);
    assert_eq!(image(&app, EAST, &id)["published_at"], image(&app, EU, &id)["published_at"]);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_connection_to_the_source_the_id_is_typed_by_keyboard_alone() {
    let app = App::open("images").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    let config = json!({"connections": [{
        "id": EAST, "name": EAST, "kind": "triton", "account": "jdoe", "authentication": {"method": "proxy"},
        "endpoint": format!("{}/triton-as/jdoe/{EAST}", app.world.api_url()),
    }]});
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app.goto("images").await;
    browser.see("226 of 226").await;
    let id = id_of(&app, EU, "eu-app");
    let origin = id_of(&app, EU, "eu-app-base");
    assert_eq!(image(&app, EAST, &origin), Value::Null);

    keyboard.enter("Import…").await;
    browser
        .see_in(
            "dialog",
            &format!("No connection of this console is known to be in {EU}: enter the image's UUID."),
        )
        .await;
    keyboard.tab_to("id").await;
    keyboard.text("eu-app").await;
    keyboard.press(Key::Enter).await;
    browser
        .wait_for("the mark", "return document.activeElement.getAttribute('aria-invalid') === 'true'", vec![])
        .await;
    assert_eq!(writes(&app).len(), 0);
    keyboard.replace(&id).await;
    keyboard.press(Key::Enter).await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "id", &id).await;
    assert_request(&only_write(&app), EAST, "POST", &target(&id), Some(&json!({})));
    // What it is based on came along.
    assert_eq!(image(&app, EAST, &origin)["name"], "eu-app-base");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_the_front_proxy_cuts_off_is_followed_to_its_end() {
    let app = App::open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, EU, "import-takes-180s");
    browser.see("454 of 454").await;
    app.goto(&format!("images?action=import-from-datacenter&from={EU}/{id}")).await;
    browser.see_in("dialog", "can be imported.").await;
    browser.click("Import image").await;
    browser.see_in("h1", "Import image from datacenter").await;
    browser.see("The last answer was an error; the work itself may go on").await;
    browser.see("CloudAPI service is currently unavailable").await;
    see_fact(browser, "status", "running").await;
    browser.see_in("a.tray", "1 running").await;
    browser.click("Check now").await;
    browser.see_in(".timeline", "Not in the datacenter yet").await;

    app.world.advance(60_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says active").await;
    browser.gone("a.tray").await;
    see_fact(browser, "requests sent", "1").await;
    let sent = only_write(&app);
    assert_eq!(sent.status, 503);
    assert_request(&sent, EAST, "POST", &target(&id), Some(&json!({})));
    browser.click("import-takes-180s 1.0.0").await;
    see_fact(browser, "id", &id).await;
    see_fact(browser, "state", "active").await;
    app.close().await;
}
