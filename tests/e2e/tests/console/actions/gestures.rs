//! What several of these tests do with the mouse, beyond the usual gestures.

use image_console_e2e::Browser;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// Clicks what a selector matches in the open dialog.
pub async fn click_in_dialog(browser: &Browser, selector: &str) {
    let script = "return document.querySelector('dialog[open]')?.querySelector(arguments[0]) ?? null";
    browser.wait_for(selector, script, vec![json!(selector)]).await;
    let found = browser.driver.execute(script, vec![json!(selector)]).await.expect("the script runs");
    let element = found.element().expect("an element");
    element.scroll_into_view().await.expect("scrolls");
    element.click().await.unwrap_or_else(|error| panic!("click on {selector}: {error}"));
}

/// Presses a button twice, as fast as people who are used to double clicks.
pub async fn double_click(browser: &Browser, name: &str) {
    let button = browser.named(name).await;
    button.scroll_into_view().await.expect("scrolls");
    browser.driver.action_chain().double_click_element(&button).perform().await.expect("a double click");
}

/// Searches a picker and takes the option that begins with `option`.
pub async fn pick(browser: &Browser, label: &str, search: &str, option: &str) {
    let input = browser.control(label).await;
    input.scroll_into_view().await.expect("scrolls");
    input.click().await.expect("clicks");
    input.send_keys(search).await.expect("keys");
    browser.see_in("[role=option]", option).await;
    browser.click(option).await;
}

/// One of a few that stand side by side.
pub async fn choose(browser: &Browser, label: &str) {
    let script = "return [...document.querySelectorAll('dialog[open] label.segment')].find(l => l.innerText.trim() === arguments[0]) ?? null";
    browser.wait_for(&format!("the choice {label}"), script, vec![json!(label)]).await;
    let found = browser.driver.execute(script, vec![json!(label)]).await.expect("the script runs");
    found.element().expect("a label").click().await.expect("clicks");
}

/// Adds a tag to the open form.
pub async fn add_tag(browser: &Browser, key: &str, value: &str) {
    let count = "return document.querySelectorAll('dialog[open] .pair').length";
    let before = browser.script(count, vec![]).await.as_u64().unwrap_or_default();
    click_in_dialog(browser, "fieldset.pairs > button").await;
    let focused = "return document.querySelectorAll('dialog[open] .pair').length > arguments[0] && document.activeElement.getAttribute('aria-label') === 'Key'";
    browser.wait_for("the new row's key", focused, vec![json!(before)]).await;
    browser.keys(key).await;
    browser.keys(&String::from(Key::Tab.value())).await;
    browser.keys(value).await;
}

/// What the page or the open dialog says under that name; null when it says nothing.
pub async fn fact(browser: &Browser, name: &str) -> String {
    let script = "const root = document.querySelector('dialog[open]') ?? document; const dt = [...root.querySelectorAll('dt')].find(dt => dt.textContent === arguments[0]); return dt?.nextElementSibling?.innerText.replace(/\\s+/g, ' ').trim()";
    browser
        .wait_for(&format!("the fact {name}"), script, vec![json!(name)])
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Asserts on several facts at once.
pub async fn assert_facts(browser: &Browser, facts: &[(&str, &str)]) {
    for (name, says) in facts {
        let text = fact(browser, name).await;
        assert!(text.contains(says), "{name} says “{text}”, not “{says}”");
    }
}

/// Waits until a fact says this.
pub async fn see_fact(browser: &Browser, name: &str, says: &str) {
    let script = "return [...document.querySelectorAll('dt')].some(dt => dt.textContent === arguments[0] && dt.nextElementSibling?.innerText.includes(arguments[1]))";
    browser.wait_for(&format!("{name} to say “{says}”"), script, vec![json!(name), json!(says)]).await;
}

/// What is in the clipboard, as a paste into the palette shows it.
pub async fn pasted(browser: &Browser) -> Value {
    browser.ctrl('k').await;
    browser
        .wait_for("the palette", "return document.activeElement.getAttribute('role') === 'combobox'", vec![])
        .await;
    browser.ctrl('v').await;
    let text = browser.wait_for("the pasted text", "return document.activeElement.value", vec![]).await;
    browser.keys(&String::from(Key::Escape.value())).await;
    text
}
