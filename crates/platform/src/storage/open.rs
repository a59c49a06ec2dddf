//! Opening the one database, once for the whole page.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbOpenDbRequest, window};

use super::error::{StorageError, StorageProblem};
use super::settled;

const NAME: &str = "image-console";
/// One more whenever [`STORES`] grows.
const VERSION: u32 = 1;
/// Every store there is; those that a browser does not have yet are made on opening.
pub(super) const STORES: [&str; 4] = ["operations", "connections", "keys", "settings"];

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
        let attempt = future_to_promise(async {
            open().await.map(JsValue::from).map_err(|error| {
                FAILURE.set(Some(error));
                JsValue::UNDEFINED
            })
        });
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
