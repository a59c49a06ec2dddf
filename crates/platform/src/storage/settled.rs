//! IndexedDB's events as futures. The promise's own functions are the event handlers, so no closure
//! has to be kept alive.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::error::{StorageError, StorageProblem};
use crate::js::{BrowserError, property};

/// Waits for a request's result.
pub(super) async fn request(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let settled = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    match settled.await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(reason(request.error().ok().flatten())),
    }
}

/// Settled when a database is open, or is not. One that is held up by another tab does not open at all.
pub(super) fn opening(request: &IdbOpenDbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    })
}

/// Why it is not open: what happened to the request, or nothing within the time it had.
pub(super) fn not_opened(request: &IdbOpenDbRequest, event: &JsValue) -> StorageError {
    match property(event, "type") {
        None => StorageError::new(StorageProblem::Slow, ""),
        Some(kind) if kind == "blocked" => {
            StorageError::new(StorageProblem::OtherVersion, "the database is held open")
        }
        Some(_) => reason(request.error().ok().flatten()),
    }
}

/// Waits until a transaction is on disk: only then was anything kept.
pub(super) async fn transaction(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let settled = promise(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    settled.await.map(|_| ()).map_err(|_| reason(transaction.error()))
}

fn promise(mut wire: impl FnMut(&Function, &Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| wire(&resolve, &reject)))
}

fn reason(error: Option<web_sys::DomException>) -> StorageError {
    match error {
        Some(error) => BrowserError { name: error.name(), message: error.message() }.into(),
        None => StorageError::new(StorageProblem::Failed, "given up by the browser"),
    }
}
