//! The element: where its user is stands in the portal's address, and the portal can lead elsewhere.

use image_console_e2e::Browser;
use serde_json::json;

use super::world::*;
use crate::actions::world::{EAST, MY_IMAGE};

#[tokio::test(flavor = "multi_thread")]
async fn a_place_in_the_console_is_a_place_of_the_portal() {
    let app = portal("index.html").await;
    let browser = &app.browser;
    place(browser, "").await;
    enter(browser, "image-console").await;
    browser.see_in("h1", "Images").await;
    browser.fill("Search", "my-image").await;
    browser.see("my-image").await;
    leave(browser).await;
    place(browser, "images?q=my-image").await;

    let image = format!("images/{EAST}/{MY_IMAGE}");
    go(browser, &image).await;
    enter(browser, "image-console").await;
    browser.see_in("h1", "my-image").await;
    leave(browser).await;
    place(browser, &image).await;
    let address = browser.url().await;
    assert!(address.ends_with(&format!("index.html#{image}")), "{address}");

    // The very link leads there again, and so does a reload.
    browser.driver.refresh().await.expect("reloads");
    place(browser, &image).await;
    enter(browser, "image-console").await;
    browser.see_in("h1", "my-image").await;
    leave(browser).await;
    close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_walks_through_the_console_and_the_portals_address_follows() {
    let app = portal("index.html#images").await;
    let browser = &app.browser;
    place(browser, "images").await;
    enter(browser, "image-console").await;
    browser.see_in("h1", "Images").await;
    browser.click("Activity").await;
    browser.see_in("h1", "Activity").await;
    leave(browser).await;
    place(browser, "activity").await;
    browser.driver.back().await.expect("goes back");
    place(browser, "images").await;
    assert!(browser.url().await.ends_with("#images"));
    close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_route_from_outside_does_not_take_away_what_was_typed() {
    let image = format!("images/{EAST}/{MY_IMAGE}");
    let app = portal(&format!("index.html#{image}?action=clone")).await;
    let browser = &app.browser;
    enter(browser, "image-console").await;
    browser.see_in("dialog[open] h2", "Clone").await;
    leave(browser).await;
    place(browser, &format!("{image}?action=clone")).await;
    go(browser, "activity").await;
    enter(browser, "image-console").await;
    browser.see_in("h1", "Activity").await;
    leave(browser).await;

    go(browser, &format!("{image}?action=update")).await;
    enter(browser, "image-console").await;
    browser.see_in("dialog[open] h2", "Update").await;
    browser.fill("version", "9.9.9").await;
    leave(browser).await;
    go(browser, "activity").await;
    enter(browser, "image-console").await;
    browser.click("Keep").await;
    assert_eq!(browser.value("version").await, "9.9.9");
    leave(browser).await;
    place(browser, &format!("{image}?action=update")).await;
    close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_route_is_never_more_than_an_address_of_the_console() {
    let app = portal("index.html#images").await;
    let browser = &app.browser;
    place(browser, "images").await;
    for wish in
        ["https://portal.example/x", "javascript:alert(1)", "//portal.example/", "../../x", "https://"]
    {
        go(browser, wish).await;
    }
    go(browser, "connections").await;
    place(browser, "connections").await;
    enter(browser, "image-console").await;
    browser.see_in("h1", "Connections").await;
    let origin = browser.script("return location.origin", vec![]).await;
    assert_eq!(origin, json!(app.world.page_url()));
    leave(browser).await;
    close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_that_is_put_in_opens_nothing_but_the_console() {
    let app = portal("two.html").await;
    let browser = &app.browser;
    let put_in = "const element = document.createElement('image-console'); element.setAttribute('route', arguments[0]); document.querySelector('.pair').append(element); const src = element.shadowRoot.querySelector('iframe').src; element.remove(); return src";
    let start = format!("{}/", app.world.page_url());
    for (route, address) in [
        ("javascript:document.title='no'", ""),
        ("https://portal.example/x", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("//portal.example/x", "portal.example/x"),
        ("/activity", "activity"),
        ("images?q=a", "images?q=a"),
    ] {
        let opened = browser.script(put_in, vec![json!(route)]).await;
        assert_eq!(opened, json!(format!("{start}{address}")), "{route}");
    }
    close(app).await;
}

/// Leads the console elsewhere from the portal.
async fn go(browser: &Browser, route: &str) {
    let script = "document.querySelector('image-console').setAttribute('route', arguments[0])";
    browser.script(script, vec![json!(route)]).await;
}
