//! GetImage: `GET /:login/images/:id`, and every field of the answer on the page.

use image_console_e2e::App;
use image_console_emulator::Fault;
use serde_json::json;
use thirtyfour::prelude::*;

use super::gestures::{assert_facts, fact, see_fact};
use super::keyboard::Keyboard;
use super::world::{ACME, EAST, EU, JDOE, assert_request, id_of, wait_for_read};

const ID: &str = "0f0e0d0c-1111-4222-8333-444455556666";
const ORIGIN: &str = "2b683a82-a066-11e3-97ab-2faa44701c5a";

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_the_contract_and_every_other_one_is_on_the_page() {
    let app = App::open("activity").await;
    let browser = &app.browser;
    let image = json!({
        "id": ID, "name": "everything", "version": "3.2.1", "os": "linux", "type": "zvol",
        "requirements": {
            "min_ram": "512", "min_memory": 512, "max_ram": 65536, "max_memory": "65536",
            "brand": "bhyve", "bootrom": "uefi", "min_platform": {"7.0": "20240101T000000Z"},
        },
        "image_size": 10240, "description": "All there is.",
        "homepage": "https://docs.example.com/everything", "eula": "https://legal.example.com/everything",
        "files": [{"compression": "xz", "sha1": "5ac2c1a0f7f1be4e0b6d1e4c2f0cf6e2a1a0ad42", "size": 1048576, "dataset_guid": "9"}],
        "published_at": "2024-03-05T10:19:44.120Z", "owner": JDOE, "public": false, "state": "active",
        "tags": {"team": "web", "release": 281, "canary": false, "nested": {"a": [1, null]}, "empty": ""},
        "acl": [ACME], "origin": ORIGIN, "traits": {"ssd": true}, "disk_driver": "virtio", "nic_count": 7,
        "inherited": null,
    });
    app.world.with_world(|world| world.triton().put_image(EAST, image)).expect("an image");
    app.goto(&format!("images/{EAST}/{ID}")).await;
    browser.see_in("h1", "everything").await;
    assert_facts(
        browser,
        &[
            ("id", ID),
            ("name", "everything"),
            ("version", "3.2.1"),
            ("os", "linux"),
            ("type", "zvol"),
            ("state", "active"),
            ("description", "All there is."),
            ("homepage", "https://docs.example.com/everything"),
            ("eula", "https://legal.example.com/everything"),
            ("image_size", "10 GiB"),
            ("image_size", "10240 MiB"),
            ("published_at", "5 Mar 2024, 10:19:44 UTC"),
            ("owner", JDOE),
            ("public", "Private, shared with 1 account"),
            ("origin", ORIGIN),
            ("min_ram", "512 MiB"),
            ("min_memory", "512 MiB"),
            ("max_ram", "64 GiB"),
            ("max_memory", "64 GiB"),
            ("brand", "bhyve"),
            ("bootrom", "uefi"),
            ("min_platform", "20240101T000000Z"),
            ("compression", "xz"),
            ("sha1", "5ac2c1a0f7f1be4e0b6d1e4c2f0cf6e2a1a0ad42"),
            ("size", "1048576 bytes"),
            ("dataset_guid", "9"),
            ("team", "web"),
            ("release", "281"),
            ("canary", "false"),
            ("nested", "null"),
            ("empty", "empty text"),
            ("traits", "true"),
            ("disk_driver", "virtio"),
            ("nic_count", "7"),
            ("inherited", "null"),
        ],
    )
    .await;
    browser.see_in("section", ACME).await;
    browser.see("Fields the contract does not name").await;
    let target = format!("/jdoe/images/{ID}");
    assert_request(&wait_for_read(&app, EAST, &target).await, EAST, "GET", &target, None);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_image_says_why_and_what_to_do_with_each_documented_code() {
    let app = App::open("activity").await;
    let browser = &app.browser;
    for (name, code, next) in [
        ("base-app", "VmHasNoOrigin", "Make a new machine from an image that is in the list"),
        ("reporting", "PrepareImageDidNotRun", "Update the guest tools in the machine, stop it"),
        ("search-index", "NotSupported", "Make a machine from a base image"),
        ("mail-relay", "InternalError", "give the operator the image's id"),
    ] {
        let id = id_of(&app, EAST, name);
        app.goto(&format!("images/{EAST}/{id}")).await;
        browser.see(&format!("The image failed: {code}")).await;
        browser.see(next).await;
        see_fact(browser, "state", "failed").await;
        let target = format!("/jdoe/images/{id}");
        assert_request(&wait_for_read(&app, EAST, &target).await, EAST, "GET", &target, None);
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_request_id_of_the_answer_and_of_an_error_is_told() {
    let app = App::open("activity").await;
    let browser = &app.browser;
    let body = json!({"id": ID, "name": "answered", "version": "1", "requirements": {}, "state": "active"});
    let answer = Fault::on("GET", &format!("*/images/{ID}")).status(200, body.to_string());
    app.world.add_fault(
        answer.header("Request-Id", "af34a510-c014-11e5-9c73-6767e338bf5d").header("Api-Version", "9.0.0"),
    );
    app.goto(&format!("images/{EAST}/{ID}")).await;
    see_fact(browser, "Request-Id", "af34a510-c014-11e5-9c73-6767e338bf5d").await;
    see_fact(browser, "Api-Version", "9.0.0").await;
    assert_eq!(fact(browser, "owner").await, "not sent");

    app.world.clear_faults();
    let error = r#"{"code":"InternalError","message":"it broke"}"#;
    let answer = Fault::on("GET", &format!("*/images/{ID}")).status(500, error);
    app.world.add_fault(answer.header("Request-Id", "11111111-c014-11e5-9c73-6767e338bf5d"));
    browser.click("Refresh").await;
    browser.see("it broke").await;
    browser.see("11111111-c014-11e5-9c73-6767e338bf5d").await;
    // What was read before stays.
    see_fact(browser, "name", "answered").await;

    // And now the world's own answer: there is no such image.
    app.world.clear_faults();
    browser.click("Refresh").await;
    browser.see("ResourceNotFound").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_opened_from_the_table_by_keyboard_alone() {
    let app = App::open("images?sort=name").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    browser.see("454 of 454").await;
    let id = id_of(&app, EU, "myimage");
    keyboard.text("/").await;
    keyboard.focused("Search name").await;
    keyboard.text("myimage").await;
    browser.see("1 of 454").await;
    keyboard.replace("my").await;
    browser.see_in("table", "my-image").await;
    keyboard.tab_to("my-image").await;
    keyboard.press(Key::End).await;
    keyboard.focused("myimage").await;
    keyboard.press(Key::Enter).await;
    see_fact(browser, "id", &id).await;
    let target = format!("/jdoe/images/{id}");
    assert_request(&wait_for_read(&app, EU, &target).await, EU, "GET", &target, None);
    app.close().await;
}
