//! What stands in for a database that the browser refuses: records until the page is closed.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::JsValue;

thread_local! {
    static RECORDS: RefCell<BTreeMap<(&'static str, String), JsValue>> = const { RefCell::new(BTreeMap::new()) };
}

pub(super) fn put(store: &'static str, key: &str, value: &JsValue) {
    RECORDS.with_borrow_mut(|records| records.insert((store, key.to_owned()), value.clone()));
}

pub(super) fn get(store: &'static str, key: &str) -> Option<JsValue> {
    RECORDS.with_borrow(|records| records.get(&(store, key.to_owned())).cloned())
}

pub(super) fn all(store: &'static str) -> Vec<(String, JsValue)> {
    RECORDS.with_borrow(|records| {
        records.iter().filter(|((s, _), _)| *s == store).map(|((_, k), v)| (k.clone(), v.clone())).collect()
    })
}

pub(super) fn remove(store: &'static str, key: &str) {
    RECORDS.with_borrow_mut(|records| records.remove(&(store, key.to_owned())));
}

pub(super) fn clear(store: &'static str) {
    RECORDS.with_borrow_mut(|records| records.retain(|(s, _), _| *s != store));
}
