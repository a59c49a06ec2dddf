//! A browser that keeps nothing: everything works until the page is closed, and says so.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use image_console_platform::store::{self, Store};
use image_console_platform::{StorageProblem, keystore, response_cache, theme};
use support::js;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn without_storage_records_live_as_long_as_the_page() {
    let block = "for (const name of ['indexedDB', 'localStorage', 'caches']) \
                 Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });";
    js(block, JsValue::NULL).await;

    let reason = store::persistent().await.expect_err("blocked");
    assert_eq!(reason.problem, StorageProblem::Blocked);
    assert!(reason.to_string().contains("private window"), "{reason}");

    store::put(Store::Operations, "b", "1").await.expect("in memory");
    store::put(Store::Operations, "a", "2").await.expect("in memory");
    store::put(Store::Settings, "a", "3").await.expect("in memory");
    store::remove(Store::Operations, "b").await.expect("in memory");
    let all = store::all(Store::Operations).await.expect("in memory");
    assert_eq!(all, [("a".to_owned(), "2".to_owned())]);
    store::clear(Store::Operations).await.expect("in memory");
    assert_eq!(store::get(Store::Operations, "a").await, Ok(None));
    assert_eq!(store::get(Store::Settings, "a").await, Ok(Some("3".to_owned())));

    assert_eq!(keystore::list().await, Ok(vec![]));
    assert!(response_cache::load("x").await.expect("nothing, but no failure").is_none());
    assert_eq!(theme::chosen(), theme::Theme::System);
    assert!(!theme::choose(theme::Theme::Dark), "shown, not kept");
}
