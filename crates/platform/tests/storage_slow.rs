//! A database that another page holds up: what is kept meanwhile is kept in memory, which is said, and goes
//! where it belongs when the database opens after all.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use image_console_platform::StorageProblem;
use image_console_platform::store::{self, Store};
use support::{js, js_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Another page is in the middle of making the database; waits of ten seconds take no time.
const HOLD: &str = "const start = window.setTimeout.bind(window); \
    window.setTimeout = (act, wait, ...rest) => start(act, wait >= 10000 ? 50 : wait, ...rest); \
    await new Promise(begun => { \
        const opening = indexedDB.open('image-console', 1); \
        opening.onupgradeneeded = () => { \
            for (const name of ['operations', 'connections', 'keys', 'settings']) opening.result.createObjectStore(name); \
            const busy = () => { if (!window.released) opening.transaction.objectStore('keys').count().onsuccess = busy; }; \
            busy(); begun(); \
        }; \
        opening.onsuccess = () => opening.result.close(); \
    });";

const READ: &str = "const d = await new Promise(y => { const r = indexedDB.open('image-console'); r.onsuccess = () => y(r.result); }); \
    const t = d.transaction('operations').objectStore('operations').get('a'); \
    await new Promise(y => t.onsuccess = y); d.close(); return t.result;";

#[wasm_bindgen_test]
async fn what_was_kept_in_memory_goes_to_the_database_when_it_opens() {
    let none = "return String((await indexedDB.databases()).length)";
    assert_eq!(store::all(Store::Operations).await, Ok(vec![]));
    assert_eq!(store::is_empty(Store::Connections).await, Ok(true));
    assert_eq!(store::persistent().await, Ok(()));
    assert_eq!(js_text(none, JsValue::NULL).await, "0", "reading makes no database");
    assert!(!store::late().await, "nothing was given up");

    js(HOLD, JsValue::NULL).await;
    store::put(Store::Operations, "a", "1").await.expect("in memory");
    let slow = store::persistent().await.expect_err("held up");
    assert_eq!(slow.problem, StorageProblem::Slow);
    assert!(slow.to_string().contains("only as long as this page is open"), "{slow}");
    assert_eq!(store::get(Store::Operations, "a").await, Ok(Some("1".to_owned())));

    js("window.released = true", JsValue::NULL).await;
    assert!(store::late().await, "it opens after all");
    assert_eq!(store::persistent().await, Ok(()));
    assert_eq!(store::get(Store::Operations, "a").await, Ok(Some("1".to_owned())));
    assert_eq!(js_text(READ, JsValue::NULL).await, "1", "other pages find it, too");
}
