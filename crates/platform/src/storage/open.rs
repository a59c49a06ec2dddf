//! Opening the one database, once for the whole page.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbOpenDbRequest, window};

use super::error::{StorageError, StorageProblem};
use super::settled;
use crate::js::{global, object, property};
use crate::time::timer;

const NAME: &str = "image-console";
/// One more whenever [`STORES`] grows.
const VERSION: u32 = 1;
/// Every store there is; those that a browser does not have yet are made on opening.
pub(super) const STORES: [&str; 4] = ["operations", "connections", "keys", "settings"];

/// How long the database may take to open, in milliseconds. What waits to be kept cannot wait for ever:
/// after that, records live until the page is closed, and the error says so.
const PATIENCE_MS: u32 = 10_000;

thread_local! {
    /// The attempt to open, shared by all who wait for it; a failed one is remembered too, because
    /// a browser that keeps nothing will not change its mind before a reload.
    static ATTEMPT: RefCell<Option<Promise>> = const { RefCell::new(None) };
    /// Why the attempt failed: a rejected promise carries JavaScript values only.
    static FAILURE: RefCell<Option<StorageError>> = const { RefCell::new(None) };
}

/// The open database.
pub(super) async fn database() -> Result<IdbDatabase, StorageError> {
    let under_way = ATTEMPT.with_borrow(Clone::clone);
    let attempt = under_way.unwrap_or_else(|| {
        stay_out_of_the_back_forward_cache();
        let attempt = Promise::race(&Array::of2(
            &future_to_promise(async { open().await.map(JsValue::from).map_err(failed) }),
            &future_to_promise(async {
                timer::sleep(PATIENCE_MS).await;
                Err(failed(StorageError::new(StorageProblem::Blocked, "the database does not open")))
            }),
        ));
        ATTEMPT.set(Some(attempt.clone()));
        attempt
    });
    match JsFuture::from(attempt).await {
        Ok(database) => Ok(database.unchecked_into()),
        Err(_) => Err(FAILURE
            .with_borrow(Clone::clone)
            .unwrap_or_else(|| StorageError::new(StorageProblem::Failed, "the database did not open"))),
    }
}

/// Keeps the first reason; a promise cannot carry it.
fn failed(error: StorageError) -> JsValue {
    FAILURE.with_borrow_mut(|failure| {
        failure.get_or_insert(error);
    });
    JsValue::UNDEFINED
}

/// A page that the browser freezes, to come back to it, while its database is being made keeps all later pages
/// from opening it (seen in Chromium when the console was left within its first half second). A page that
/// holds a lock is not frozen.
fn stay_out_of_the_back_forward_cache() {
    let Some(locks) = global(&["navigator", "locks"]) else { return };
    let Some(request) = property(&locks, "request") else { return };
    let hold = Closure::wrap(
        Box::new(|_: JsValue| Promise::new(&mut |_, _| {}).into()) as Box<dyn Fn(JsValue) -> JsValue>
    );
    let _ = request.unchecked_into::<Function>().call3(
        &locks,
        &JsValue::from_str("image-console page"),
        &object(&[("mode", &JsValue::from_str("shared"))]),
        &hold.into_js_value(),
    );
}

/// The connection was closed under us: the next use opens another.
pub(super) fn forget() {
    ATTEMPT.set(None);
}

async fn open() -> Result<IdbDatabase, StorageError> {
    let window = window().ok_or_else(|| StorageError::new(StorageProblem::Blocked, "no window"))?;
    let blocked =
        |thrown: JsValue| StorageError { problem: StorageProblem::Blocked, ..StorageError::from(thrown) };
    let factory = window
        .indexed_db()
        .map_err(blocked)?
        .ok_or_else(|| StorageError::new(StorageProblem::Blocked, "no IndexedDB"))?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(blocked)?;
    let making = request.clone();
    let upgrade = Closure::wrap(Box::new(move |_: JsValue| make_stores(&making)) as Box<dyn Fn(JsValue)>);
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = settled::open_request(&request).await;
    request.set_onupgradeneeded(None);
    let database: IdbDatabase = opened?.unchecked_into();
    let_go_when_asked(&database);
    Ok(database)
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(result) = request.result() else { return };
    let database: IdbDatabase = result.unchecked_into();
    let present = database.object_store_names();
    for store in STORES.iter().filter(|store| !present.contains(store)) {
        // A store that cannot be made is reported by the first use of it.
        let _ = database.create_object_store(store);
    }
}

/// Another tab wants a newer version, or the user cleared the site's data: hold nothing up.
fn let_go_when_asked(database: &IdbDatabase) {
    let held = database.clone();
    let release = Closure::wrap(Box::new(move |_: JsValue| {
        held.close();
        forget();
    }) as Box<dyn Fn(JsValue)>);
    let release = release.into_js_value();
    database.set_onversionchange(Some(release.unchecked_ref()));
    database.set_onclose(Some(release.unchecked_ref()));
}
