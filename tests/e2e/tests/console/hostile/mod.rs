//! Whatever an API answers is text: over 200 pieces of markup and script through the fields of its answers,
//! and not one of them is ever more than what it says.

mod cloud_foundry;
mod corpus;
mod marketplace;
mod oracle_cloud;
mod toasts;
mod triton;

use image_console_e2e::{App, Browser};
use serde_json::{Value, json};

/// The corpus in portions that fill the fields of one thing.
fn portions(size: usize) -> Vec<Vec<String>> {
    let all = corpus::corpus();
    assert!(all.len() >= 200, "{} payloads", all.len());
    all.chunks(size).map(<[String]>::to_vec).collect()
}

/// The next of a portion, over and over.
fn pick(portion: &[String], at: usize) -> Value {
    json!(portion[at % portion.len()])
}

/// The same value with every text in it taken from the portion, but for what `keeps` names: what addresses
/// need has to be well.
fn poisoned(value: &Value, keeps: &[&str], portion: &[String], at: &mut usize) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(name, value)| {
                let keep = keeps.contains(&name.as_str());
                (name.clone(), if keep { value.clone() } else { poisoned(value, keeps, portion, at) })
            })
            .collect(),
        Value::Array(items) => items.iter().map(|item| poisoned(item, keeps, portion, at)).collect(),
        Value::String(_) => {
            *at += 1;
            pick(portion, *at - 1)
        }
        other => other.clone(),
    }
}

/// Nothing ran, nothing became an element or a handler, no link leads into a script.
async fn harmless(browser: &Browser, place: &str) {
    let script = "const odd = []; \
        if ('hit' in window) odd.push('it ran'); \
        for (const e of document.querySelectorAll('img, iframe, object, embed, marquee, video, audio, math, body script, template, body style, body base, body meta, body link')) odd.push(e.outerHTML.slice(0, 200)); \
        for (const e of document.querySelectorAll('*')) for (const a of e.attributes) \
            if (a.name.startsWith('on') || (['href', 'src', 'action', 'formaction'].includes(a.name) && /^\\s*(java|vb)?script:|^\\s*data:/i.test(a.value))) odd.push(`${e.tagName} ${a.name}=${a.value}`); \
        return JSON.stringify(odd)";
    let odd = browser.script(script, vec![]).await;
    assert_eq!(odd.as_str(), Some("[]"), "{place}");
}

/// Waits until each text stands literally in the page: white space and what cannot be shown aside. A field
/// of another type than documented stands there as the JSON it came in.
async fn literal(browser: &Browser, texts: &[String]) {
    let script = "const plain = t => t.replace(/[\\s\\x00-\\x1f\\x7f]+/g, ''); \
        const shown = plain(document.body.textContent) + [...document.querySelectorAll('input, textarea')].map(e => plain(e.value)).join(''); \
        const missing = arguments[0].filter(t => !shown.includes(plain(t)) && !shown.includes(plain(JSON.stringify(t)))); \
        document.body.dataset.missing = JSON.stringify(missing); \
        return missing.length === 0";
    let told = "return document.body.dataset.missing";
    let end = std::time::Instant::now() + std::time::Duration::from_secs(30);
    let mut pause = tokio::time::interval(std::time::Duration::from_millis(100));
    while browser.script(script, vec![json!(texts)]).await != json!(true) {
        let missing = browser.script(told, vec![]).await;
        assert!(
            std::time::Instant::now() < end,
            "not shown as they are: {missing}\n{}",
            browser.text().await
        );
        pause.tick().await;
    }
}

/// The names of all rows, read while the table is scrolled from its top to its end.
async fn names_in_table(browser: &Browser) -> Vec<String> {
    let script = "const done = arguments[0]; (async () => { \
        const scroller = document.querySelector('.table-scroll'), seen = new Set(); \
        for (let top = 0; ; top += 200) { \
            scroller.scrollTop = top; \
            await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); \
            for (const cell of document.querySelectorAll('tbody tr a')) seen.add(cell.textContent); \
            if (top > scroller.scrollHeight) break; \
        } return [...seen]; })().then(done, e => done(['failed: ' + e]));";
    let result = browser.driver.execute_async(script, vec![]).await.expect("the script runs");
    let names = result.json().as_array().cloned().unwrap_or_default();
    names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Asserts that a table shows all the corpus, one per row.
async fn table_shows_all(app: &App) {
    let names = names_in_table(&app.browser).await;
    let plain =
        |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
    let shown: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let missing: Vec<String> = corpus::corpus().into_iter().filter(|p| !shown.contains(&plain(p))).collect();
    assert!(missing.is_empty(), "not shown as they are: {missing:#?}\nshown: {shown:#?}");
    harmless(&app.browser, "the table").await;
}
