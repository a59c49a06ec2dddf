//! Opening the one database, once for the whole page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, window};

use super::error::{StorageError, StorageProblem};
use super::{database, memory, settled};
use crate::js::{global, property};

const NAME: &str = "image-console";
/// One more whenever [`STORES`] grows.
const VERSION: u32 = 1;
/// Every store there is; those that a browser does not have yet are made on opening.
pub(super) const STORES: [&str; 4] = ["operations", "connections", "keys", "settings"];

/// How long the database may take to open, in milliseconds. What waits to be kept cannot wait for ever:
/// after that, records live in memory, and the error says so, until it opens after all.
const PATIENCE_MS: i32 = 10_000;

/// The request to open, shared by all who wait for it. A failed one stays: a browser that keeps nothing will
/// not change its mind before a reload.
struct Opening {
    request: IdbOpenDbRequest,
    opened: Promise,
    /// The same with an end to the patience.
    in_time: Promise,
}

thread_local! {
    static OPENING: RefCell<Option<Rc<Opening>>> = const { RefCell::new(None) };
    /// Why the browser would not even try.
    static REFUSED: RefCell<Option<StorageError>> = const { RefCell::new(None) };
}

/// The open database; `None` as long as nothing was kept. A visit that keeps nothing makes none: Chromium
/// freezes a page that is left in the middle of the making, and lets no later page in for seconds (seen in
/// version 156, also when the page holds a lock).
pub(super) async fn existing() -> Result<Option<IdbDatabase>, StorageError> {
    if let Some(refused) = REFUSED.with_borrow(Clone::clone) {
        return Err(refused);
    }
    if OPENING.with_borrow(Option::is_none) && is_there().await == Some(false) {
        return Ok(None);
    }
    database().await.map(Some)
}

/// Whether there is a database; nothing where the browser does not tell.
async fn is_there() -> Option<bool> {
    let factory: JsValue = global(&["indexedDB"])?;
    let databases: Function = property(&factory, "databases")?.dyn_into().ok()?;
    let asked = databases.call0(&factory).ok()?.dyn_into::<Promise>().ok()?;
    let found: Array = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    Some(found.iter().any(|one| property(&one, "name").is_some_and(|name| name == NAME)))
}

/// The open database, made if there is none.
pub(super) async fn database() -> Result<IdbDatabase, StorageError> {
    let opening = opening().inspect_err(|error| REFUSED.set(Some(error.clone())))?;
    match JsFuture::from(opening.in_time.clone()).await {
        Ok(_) => opened(&opening.request),
        Err(event) => Err(settled::not_opened(&opening.request, &event)),
    }
}

/// Waits until a database that was given up opens after all, and puts there what was kept in memory since.
/// Returns whether it did.
pub(super) async fn late() -> bool {
    let Some(opening) = OPENING.with_borrow(Clone::clone) else { return false };
    if JsFuture::from(opening.opened.clone()).await.is_err() {
        return false;
    }
    let (request, opened_at_last) = (opening.request.clone(), opening.opened.clone());
    let again = Opening { request, in_time: opened_at_last.clone(), opened: opened_at_last };
    OPENING.set(Some(Rc::new(again)));
    let Ok(database) = opened(&opening.request) else { return false };
    let kept = database::put_all(&database, &memory::everything()).await.is_ok();
    if kept {
        memory::forget();
    }
    kept
}

/// The connection was closed under us: the next use opens another.
pub(super) fn forget() {
    OPENING.set(None);
}

fn opening() -> Result<Rc<Opening>, StorageError> {
    if let Some(under_way) = OPENING.with_borrow(Clone::clone) {
        return Ok(under_way);
    }
    let blocked =
        |thrown: JsValue| StorageError { problem: StorageProblem::Blocked, ..StorageError::from(thrown) };
    let none = |what: &str| StorageError::new(StorageProblem::Blocked, what);
    let window = window().ok_or_else(|| none("no window"))?;
    let factory = window.indexed_db().map_err(blocked)?.ok_or_else(|| none("no IndexedDB"))?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(blocked)?;
    let making = request.clone();
    let upgrade = Closure::wrap(Box::new(move |_: JsValue| make_stores(&making)) as Box<dyn Fn(JsValue)>);
    // Once in the life of a page.
    request.set_onupgradeneeded(Some(upgrade.into_js_value().unchecked_ref()));
    let opened = settled::opening(&request);
    let too_long = Promise::new(&mut |_, reject| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
    });
    let in_time = Promise::race(&Array::of2(&opened, &too_long));
    let opening = Rc::new(Opening { request, opened, in_time });
    OPENING.set(Some(opening.clone()));
    Ok(opening)
}

fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, StorageError> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    if database.onversionchange().is_none() {
        let_go_when_asked(&database);
    }
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
