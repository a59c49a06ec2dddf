//! Timers that are cancelled when dropped.
//!
//! `setTimeout` counts in 32 bits (24.8 days), stands still while a computer sleeps and is late in
//! hidden tabs. So a long wait is a chain of short ones, each computed anew from the clock.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use image_console_core::time::Timestamp;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

use super::clock;

/// The longest single wait: how late a timer may be after the computer slept.
const STEP_MS: f64 = 60_000.0;

/// When a timer is due.
#[derive(Clone, Copy)]
enum Due {
    Wall(Timestamp),
    Monotonic(f64),
}

impl Due {
    fn remaining_ms(self) -> f64 {
        match self {
            Self::Wall(at) => at.0.saturating_sub(clock::now().0) as f64,
            Self::Monotonic(at) => at - clock::monotonic(),
        }
    }
}

/// A one-shot timer. Dropping it cancels it.
#[must_use = "the timer is cancelled when this is dropped"]
pub struct Timer {
    _inner: Rc<Inner>,
}

struct Inner {
    due: Due,
    handle: Cell<Option<i32>>,
    callback: RefCell<Option<Box<dyn FnOnce()>>>,
    wake: RefCell<Option<Closure<dyn Fn()>>>,
}

impl Timer {
    /// Calls back at an instant of the wall clock; at once (but not before this returns) when that
    /// has passed. Follows the clock when it is set.
    pub fn at(when: Timestamp, callback: impl FnOnce() + 'static) -> Self {
        Self::start(Due::Wall(when), Box::new(callback))
    }

    /// Calls back after so many milliseconds, whatever the wall clock does meanwhile.
    pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Self {
        Self::start(Due::Monotonic(clock::monotonic() + f64::from(milliseconds)), Box::new(callback))
    }

    fn start(due: Due, callback: Box<dyn FnOnce()>) -> Self {
        let inner = Rc::new(Inner {
            due,
            handle: Cell::new(None),
            callback: RefCell::new(Some(callback)),
            wake: RefCell::new(None),
        });
        let weak: Weak<Inner> = Rc::downgrade(&inner);
        let wake = Closure::wrap(Box::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.woken();
            }
        }) as Box<dyn Fn()>);
        inner.wake.replace(Some(wake));
        inner.wait();
        Self { _inner: inner }
    }
}

impl Inner {
    fn wait(&self) {
        let step = self.due.remaining_ms().clamp(0.0, STEP_MS).ceil() as i32;
        let wake = self.wake.borrow();
        if let (Some(window), Some(wake)) = (window(), wake.as_ref()) {
            let set = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(wake.as_ref().unchecked_ref(), step);
            self.handle.set(set.ok());
        }
    }

    fn woken(&self) {
        self.handle.set(None);
        if self.due.remaining_ms() > 0.0 {
            return self.wait();
        }
        let callback = self.callback.take();
        if let Some(callback) = callback {
            callback();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle.get()) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

/// Calls back again and again until dropped: for what shows an elapsed time.
#[must_use = "the ticking ends when this is dropped"]
pub struct Ticker {
    _next: Rc<RefCell<Option<Timer>>>,
}

/// Starts a [`Ticker`] with this many milliseconds between two calls.
pub fn tick(milliseconds: u32, callback: impl Fn() + 'static) -> Ticker {
    let next = Rc::new(RefCell::new(None));
    arm(&next, milliseconds, Rc::new(callback));
    Ticker { _next: next }
}

fn arm(slot: &Rc<RefCell<Option<Timer>>>, milliseconds: u32, callback: Rc<dyn Fn()>) {
    let weak = Rc::downgrade(slot);
    let timer = Timer::after(milliseconds, move || {
        callback();
        if let Some(slot) = weak.upgrade() {
            arm(&slot, milliseconds, callback);
        }
    });
    let before = slot.replace(Some(timer));
    drop(before);
}

/// Waits for so many milliseconds.
pub async fn sleep(milliseconds: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // The promise is never rejected.
    let _ = JsFuture::from(promise).await;
}
