//! A plain frame: the protocol without the element.

use serde_json::json;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn messages_lead_and_tell() {
    let app = portal("frame.html").await;
    let browser = &app.browser;
    place(browser, "images").await;
    browser.click("Connections").await;
    place(browser, "connections").await;
    enter(browser, "#console").await;
    browser.see_in("h1", "Connections").await;
    browser.click("Images").await;
    browser.see_in("h1", "Images").await;
    leave(browser).await;
    place(browser, "images").await;
    close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_from_elsewhere_is_not_heard() {
    let app = portal("frame.html").await;
    let browser = &app.browser;
    place(browser, "images").await;
    enter(browser, "#console").await;
    browser.see_in("h1", "Images").await;
    // The console's own window is no page around it, whatever it says.
    let own = "postMessage({ imageConsole: 1, type: 'route', route: 'activity' }, '*'); postMessage({ imageConsole: 1, type: 'theme', theme: 'dark' }, '*')";
    browser.script(own, vec![]).await;
    leave(browser).await;
    // Nor are messages without the mark, or of another version.
    let other = "const frame = document.getElementById('console').contentWindow; for (const m of ['route', null, { type: 'route', route: 'activity' }, { imageConsole: 2, type: 'route', route: 'activity' }, { imageConsole: 1, type: 'route', route: 7 }, { imageConsole: 1, type: 'theme', theme: 'pink', properties: { color: 'red', '--accent': 7 } }]) frame.postMessage(m, '*')";
    browser.script(other, vec![]).await;
    browser.click("Connections").await;
    place(browser, "connections").await;
    enter(browser, "#console").await;
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(browser.script(scheme, vec![]).await, json!("light"));
    leave(browser).await;
    close(app).await;
}
