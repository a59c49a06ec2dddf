//! Two consoles on one page.

use serde_json::json;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn each_has_a_place_and_a_look_of_its_own() {
    let app = portal("two.html").await;
    let browser = &app.browser;
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    for (id, heading, look) in [("#first", "Images", "light"), ("#second", "Activity", "dark")] {
        enter(browser, id).await;
        browser.see_in("h1", heading).await;
        assert_eq!(browser.script(scheme, vec![]).await, json!(look));
        leave(browser).await;
    }
    enter(browser, "#first").await;
    browser.click("Connections").await;
    browser.see_in("h1", "Connections").await;
    leave(browser).await;
    enter(browser, "#second").await;
    browser.see_in("h1", "Activity").await;
    browser.click("Images").await;
    browser.see_in("h1", "Images").await;
    leave(browser).await;
    let routes = "return ['first', 'second'].map(id => document.getElementById(id).route)";
    let both = "return ['first', 'second'].map(id => document.getElementById(id).route).join() === 'connections,images'";
    browser.wait_for("both places", both, vec![]).await;
    assert_eq!(browser.script(routes, vec![]).await, json!(["connections", "images"]));
    // One that comes back stands where it was left.
    browser.click("Close the second").await;
    browser.click("Open the second").await;
    enter(browser, "#second").await;
    browser.see_in("h1", "Images").await;
    leave(browser).await;
    close(app).await;
}
