//! Toasts and desktop notifications: what ends while the user is somewhere else is told with the name of what
//! it was about, and with what the API says went wrong.

mod templates;

use std::collections::BTreeSet;

use image_console_e2e::App;
use image_console_e2e::page_clock::before_each_page;
use serde_json::{Value, json};

use super::{corpus::corpus, harmless};
use templates::templates;

/// Keeps every toast, all that screen readers are told, and every notification: they stand there for a moment.
const KEEP: &str = r"
    (() => {
        const keep = window.kept = { toasts: [], told: [], notified: [] };
        const look = () => {
            for (const toast of document.querySelectorAll('.toast')) {
                if (!keep.toasts.some(t => t.seen === toast)) keep.toasts.push({ seen: toast, is: toast.className, texts: [...toast.querySelectorAll('p')].map(p => p.textContent) });
            }
            const told = document.querySelector('[role=status][aria-live]')?.textContent;
            if (told && told !== keep.told.at(-1)) keep.told.push(told);
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
        window.Notification = class {
            static permission = 'granted';
            static requestPermission() { return Promise.resolve('granted'); }
            constructor(title, options) { keep.notified.push([title, options.body]); }
            close() {}
        };
        document.hasFocus = () => false;
    })();";

/// How an operation is to end, and what is told of it.
struct Ending {
    fails_with: Option<String>,
    title: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_ended_is_told_literally() {
    let (app, templates) = templates().await;
    let texts = corpus();
    let mut records = Vec::new();
    let mut endings = Vec::new();
    for (at, name) in texts.iter().enumerate() {
        let template = &templates[at % templates.len()];
        // Every text is a name once, and every other one what an API says.
        let fails_with = (at / templates.len() % 2 == 1).then(|| texts[texts.len() - 1 - at].clone());
        records.push(template.record(at, name));
        template.ends(&app, at, fails_with.as_deref());
        let how = if fails_with.is_some() { "failed" } else { "succeeded" };
        endings.push(Ending { fails_with, title: format!("{} {name}: {how}", template.action) });
    }
    // Where no console runs that would store what it knows.
    app.browser.goto(&format!("{}/favicon.svg", app.world.page_url())).await;
    store(&app, &records).await;
    before_each_page(&app.browser, KEEP).await;
    app.goto("about").await;
    // Notifications are not bounded, so the last of them is the last of all.
    let count = "return kept.notified.length >= arguments[0]";
    app.browser.wait_for("all that is told", count, vec![json!(endings.len())]).await;

    let kept = app
        .browser
        .script("return JSON.stringify([kept.toasts.map(t => t.texts), kept.notified, kept.told])", vec![])
        .await;
    let kept: [Vec<Value>; 3] = serde_json::from_str(kept.as_str().unwrap_or_default()).expect("JSON");
    let [toasts, notified, told] = kept.map(|list| list.iter().map(told_text).collect::<BTreeSet<String>>());
    for Ending { fails_with, title } in &endings {
        let why = fails_with.as_deref().unwrap_or_default();
        let fits = |all: &BTreeSet<String>, why: &str| {
            all.iter()
                .any(|text| text.strip_prefix(&plain(title)).is_some_and(|rest| rest.contains(&plain(why))))
        };
        assert!(fits(&toasts, why), "no toast says “{title}” and “{why}”: {toasts:#?}");
        assert!(fits(&notified, why), "no notification says “{title}” and “{why}”: {notified:#?}");
        assert!(fits(&told, ""), "nobody is told “{title}”: {told:#?}");
    }
    harmless(&app.browser, "the toasts").await;
    // The page that keeps what toasts repeat.
    app.goto("activity").await;
    app.browser.see(&format!("{0} of {0} operations", endings.len())).await;
    harmless(&app.browser, "Activity").await;
    app.close().await;
}

/// Title and text of one thing that was told, as one.
fn told_text(value: &Value) -> String {
    match value {
        Value::Array(parts) => parts.iter().map(told_text).collect(),
        other => plain(other.as_str().unwrap_or_default()),
    }
}

/// White space and what cannot be shown is not compared.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// Puts operations in place of all that are stored.
async fn store(app: &App, records: &[(String, String)]) {
    let script = "const [records, done] = arguments; const open = indexedDB.open('image-console'); \
        open.onerror = () => done('no database'); open.onsuccess = () => { \
        const writing = open.result.transaction('operations', 'readwrite'), store = writing.objectStore('operations'); \
        store.clear(); for (const [id, text] of records) store.put(text, id); \
        writing.oncomplete = () => { open.result.close(); done(true); }; writing.onerror = () => done(String(writing.error)); }";
    let stored =
        app.browser.driver.execute_async(script, vec![json!(records)]).await.expect("the script runs");
    assert_eq!(*stored.json(), json!(true));
}
