//! Giving up requests. May depend on web-sys only.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::AbortController;

/// Gives up every request that was sent with it. Clones are the same handle.
#[derive(Clone, Default)]
pub struct AbortHandle(Rc<State>);

#[derive(Default)]
struct State {
    aborted: Cell<bool>,
    in_flight: RefCell<Vec<AbortController>>,
}

impl AbortHandle {
    /// A handle that has not been used.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives up: requests under way end with `Cancelled`, later ones are not sent.
    pub fn abort(&self) {
        self.0.aborted.set(true);
        let controllers = self.0.in_flight.take();
        for controller in controllers {
            controller.abort();
        }
    }

    /// Whether [`AbortHandle::abort`] was called.
    #[must_use]
    pub fn is_aborted(&self) -> bool {
        self.0.aborted.get()
    }

    /// A guard that aborts when it is dropped, for a request whose answer belongs to one owner.
    pub fn on_drop(&self) -> AbortOnDrop {
        AbortOnDrop(self.clone())
    }

    pub(super) fn follow(&self, controller: &AbortController) {
        self.0.in_flight.borrow_mut().push(controller.clone());
    }

    pub(super) fn forget(&self, controller: &AbortController) {
        self.0.in_flight.borrow_mut().retain(|c| c != controller);
    }
}

/// Aborts its handle when dropped.
#[must_use = "dropping this aborts"]
pub struct AbortOnDrop(AbortHandle);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}
