//! Records survive; what the browser refuses is said.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use image_console_platform::StorageProblem;
use image_console_platform::store::{self, Store};
use support::{js, js_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn records_are_kept_apart_by_store_and_replaced_by_key() {
    store::clear(Store::Operations).await.expect("cleared");
    assert_eq!(store::persistent().await, Ok(()));
    for (key, json) in [("b", "{\"n\":1}"), ("a", "2"), ("b", "{\"n\":3}")] {
        store::put(Store::Operations, key, json).await.expect("kept");
    }
    store::put(Store::Settings, "b", "other").await.expect("kept");
    let all = store::all(Store::Operations).await.expect("readable");
    assert_eq!(all, [("a".to_owned(), "2".to_owned()), ("b".to_owned(), "{\"n\":3}".to_owned())]);
    assert_eq!(store::get(Store::Settings, "b").await, Ok(Some("other".to_owned())));
    assert_eq!(store::get(Store::Settings, "nothing").await, Ok(None));

    store::remove(Store::Operations, "a").await.expect("removed");
    store::remove(Store::Operations, "never there").await.expect("no error");
    assert_eq!(store::all(Store::Operations).await.expect("readable").len(), 1);
    store::clear(Store::Operations).await.expect("cleared");
    assert_eq!(store::all(Store::Operations).await.expect("readable"), []);
    assert_eq!(store::get(Store::Settings, "b").await, Ok(Some("other".to_owned())));
}

#[wasm_bindgen_test]
async fn another_page_finds_them() {
    store::put(Store::Connections, "dc", "{}").await.expect("kept");
    let read = "const d = await new Promise((y, n) => { const r = indexedDB.open('image-console'); \
                r.onsuccess = () => y(r.result); r.onerror = n; }); \
                const t = d.transaction('connections').objectStore('connections').get('dc'); \
                await new Promise(y => t.onsuccess = y); d.close(); return t.result;";
    assert_eq!(js_text(read, JsValue::NULL).await, "{}");
}

#[wasm_bindgen_test]
async fn it_goes_on_after_the_database_was_deleted_under_it() {
    store::put(Store::Settings, "x", "1").await.expect("kept");
    let delete = "await new Promise((y, n) => { const r = indexedDB.deleteDatabase('image-console'); \
                  r.onsuccess = y; r.onerror = n; });";
    js(delete, JsValue::NULL).await;
    assert_eq!(store::get(Store::Settings, "x").await, Ok(None));
    store::put(Store::Settings, "x", "2").await.expect("kept in a new one");
    assert_eq!(store::get(Store::Settings, "x").await, Ok(Some("2".to_owned())));
}

#[wasm_bindgen_test]
async fn a_full_disk_is_an_error_value_in_words() {
    let full = "const real = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function () { \
                throw new DOMException('no room', 'QuotaExceededError'); }; return real;";
    let real = js(full, JsValue::NULL).await;
    let error = store::put(Store::Settings, "y", "1").await.expect_err("no room");
    js("IDBObjectStore.prototype.put = input", real).await;
    assert_eq!(error.problem, StorageProblem::Full);
    assert!(error.to_string().contains("full"), "{error}");
    store::put(Store::Settings, "y", "1").await.expect("room again");
}
