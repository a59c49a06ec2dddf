//! One tab of a browser works for all: the holder of a Web Lock. The browser passes the lock on
//! when that tab is closed or crashes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use crate::js::{global, object, property};

/// Leadership, or the wish for it. Dropping it gives either up.
#[must_use = "leadership is given up when this is dropped"]
pub struct Leadership {
    waiting: Option<AbortController>,
    release: Rc<RefCell<Option<Function>>>,
    _granted: Option<Closure<dyn Fn(JsValue) -> JsValue>>,
}

/// Calls back once when this tab is the leader under that name. Where the browser has no locks (no
/// secure context) or refuses them, every tab leads at once: work may be done twice, but it is done.
pub fn lead(name: &str, callback: impl Fn() + 'static) -> Leadership {
    let callback = Rc::new(callback);
    let release: Rc<RefCell<Option<Function>>> = Rc::default();
    let locks: Option<JsValue> = global(&["navigator", "locks"]);
    let request = locks.as_ref().and_then(|locks| property(locks, "request"));
    let (Some(locks), Some(request), Ok(waiting)) = (locks, request, AbortController::new()) else {
        callback();
        return Leadership { waiting: None, release, _granted: None };
    };
    let held = release.clone();
    let (signal, refused) = (waiting.signal(), callback.clone());
    let granted = Closure::wrap(Box::new(move |_: JsValue| {
        // The lock is held until this promise is resolved.
        let promise = Promise::new(&mut |resolve, _| {
            held.replace(Some(resolve));
        });
        callback();
        promise.into()
    }) as Box<dyn Fn(JsValue) -> JsValue>);
    let options = object(&[("signal", &waiting.signal())]);
    let asked = request.unchecked_into::<Function>().call3(
        &locks,
        &JsValue::from_str(name),
        &options,
        granted.as_ref().unchecked_ref(),
    );
    if let Ok(ended) = asked {
        let ended: JsFuture = ended.unchecked_into::<Promise>().into();
        // Also rejected when the wish is given up.
        spawn_local(async move {
            if ended.await.is_err() && !signal.aborted() {
                refused();
            }
        });
    }
    Leadership { waiting: Some(waiting), release, _granted: Some(granted) }
}

/// Waits until nobody else holds the lock of that name, and holds it until what is returned is
/// dropped, or the page is gone, however it goes. At once where the browser has no locks.
pub async fn hold(name: &str) -> Leadership {
    let slot: Rc<RefCell<Option<Leadership>>> = Rc::default();
    let granted = Promise::new(&mut |resolve, _| {
        slot.replace(Some(lead(name, move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        })));
    });
    let _ = JsFuture::from(granted).await;
    let held = slot.borrow_mut().take();
    held.unwrap_or(Leadership { waiting: None, release: Rc::default(), _granted: None })
}

/// Whether the browser has locks, so that what is held by one tab is not held by another.
#[must_use]
pub fn has_locks() -> bool {
    global::<JsValue>(&["navigator", "locks"]).is_some()
}

impl Leadership {
    /// Whether this tab leads now.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.waiting.is_none() || self.release.borrow().is_some()
    }
}

impl Drop for Leadership {
    fn drop(&mut self) {
        if let Some(waiting) = &self.waiting {
            waiting.abort();
        }
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}
