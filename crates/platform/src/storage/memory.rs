//! What stands in for a database that the browser refuses: records until the page is closed.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

/// One record.
#[derive(Clone)]
pub(super) struct Record {
    pub store: &'static str,
    pub key: String,
    pub value: JsValue,
}

thread_local! {
    static RECORDS: RefCell<Vec<Record>> = const { RefCell::new(Vec::new()) };
}

/// The records stay in the order of their keys, as a database keeps them.
pub(super) fn put(store: &'static str, key: &str, value: &JsValue) {
    remove(store, key);
    RECORDS.with_borrow_mut(|records| {
        let at = records.iter().position(|r| r.key.as_str() > key).unwrap_or(records.len());
        records.insert(at, Record { store, key: key.to_owned(), value: value.clone() });
    });
}

pub(super) fn get(store: &'static str, key: &str) -> Option<JsValue> {
    RECORDS.with_borrow(|records| {
        records.iter().find(|r| r.store == store && r.key == key).map(|r| r.value.clone())
    })
}

pub(super) fn all(store: &'static str) -> Vec<(String, JsValue)> {
    RECORDS.with_borrow(|records| {
        records.iter().filter(|r| r.store == store).map(|r| (r.key.clone(), r.value.clone())).collect()
    })
}

pub(super) fn remove(store: &'static str, key: &str) {
    RECORDS.with_borrow_mut(|records| records.retain(|r| r.store != store || r.key != key));
}

pub(super) fn clear(store: &'static str) {
    RECORDS.with_borrow_mut(|records| records.retain(|r| r.store != store));
}

/// Everything.
pub(super) fn everything() -> Vec<Record> {
    RECORDS.with_borrow(Clone::clone)
}

/// Keeps nothing any more: a database has it all.
pub(super) fn forget() {
    RECORDS.take();
}
