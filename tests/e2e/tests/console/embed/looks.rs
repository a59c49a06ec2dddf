//! Light and dark, the portal's colours, and styles that do not reach over.

use image_console_e2e::{Browser, axe};
use serde_json::{Value, json};

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn the_portal_dresses_the_console_and_nothing_else_reaches_in() {
    let app = portal("index.html#images").await;
    let browser = &app.browser;
    place(browser, "images").await;
    for (look, accent) in [("light", "rgb(106, 27, 154)"), ("dark", "rgb(215, 166, 242)")] {
        choose(browser, look).await;
        enter(browser, "image-console").await;
        wait_for_look(browser, look, accent).await;
        let own = "const s = getComputedStyle(document.body); return [s.fontFamily.includes('Georgia'), s.letterSpacing]";
        assert_eq!(
            browser.script(own, vec![]).await,
            json!([false, "normal"]),
            "the portal's styles stay outside"
        );
        let switch = "return document.querySelector('.theme-switch').checkVisibility()";
        assert_eq!(browser.script(switch, vec![]).await, json!(false), "a switch that would change nothing");
        assert_eq!(browser.script("return localStorage.length", vec![]).await, json!(0), "nothing is kept");
        axe::check(browser, &format!("the element, {look}")).await;
        leave(browser).await;
        axe::check(browser, &format!("the portal, {look}")).await;
        browser.picture(&format!("portal-element-{look}")).await;
    }
    visit(&app, "frame.html").await;
    place(browser, "images").await;
    for (look, accent) in [("dark", "rgb(215, 166, 242)"), ("light", "rgb(106, 27, 154)")] {
        choose(browser, look).await;
        enter(browser, "#console").await;
        wait_for_look(browser, look, accent).await;
        leave(browser).await;
        axe::check(browser, &format!("the plain frame, {look}")).await;
        browser.picture(&format!("portal-frame-{look}")).await;
    }
    close(app).await;
}

async fn choose(browser: &Browser, look: &str) {
    let script = "const choice = document.getElementById('look'); choice.value = arguments[0]; choice.dispatchEvent(new Event('change'))";
    browser.script(script, vec![json!(look)]).await;
}

async fn wait_for_look(browser: &Browser, scheme: &str, accent: &str) {
    let script = "const root = document.documentElement, probe = document.createElement('i'); probe.style.color = 'var(--accent)'; root.append(probe); const color = getComputedStyle(probe).color; probe.remove(); return getComputedStyle(root).colorScheme === arguments[0] && color === arguments[1]";
    let wanted: Vec<Value> = vec![json!(scheme), json!(accent)];
    browser.wait_for(&format!("{scheme} with {accent}"), script, wanted).await;
}
