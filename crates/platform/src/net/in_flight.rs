//! A request under way: gives up on time-out, on abort, and when nobody waits any more.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use image_console_core::{ApiError, ErrorKind};
use web_sys::{AbortController, AbortSignal};

use super::abort::AbortHandle;
use super::call::Call;
use super::failure::{Page, unreachable};
use crate::time::timer::Timer;

pub(super) struct InFlight {
    controller: AbortController,
    handle: AbortHandle,
    timeout_ms: u32,
    timer: RefCell<Option<Timer>>,
    timed_out: Rc<Cell<bool>>,
    url: String,
    address: String,
}

impl InFlight {
    /// Starts the clock; refuses when the handle was aborted before.
    pub(super) fn start(call: &Call<'_>, handle: &AbortHandle) -> Result<Self, ApiError> {
        let controller = AbortController::new().map_err(|_| {
            ApiError::without_answer(ErrorKind::NotSigned, "This browser cannot abort requests.")
                .at(call.address())
        })?;
        let in_flight = Self {
            controller,
            handle: handle.clone(),
            timeout_ms: call.timeout_ms,
            timer: RefCell::new(None),
            timed_out: Rc::new(Cell::new(false)),
            url: call.url(),
            address: call.address(),
        };
        if handle.is_aborted() {
            return Err(in_flight.failure());
        }
        handle.follow(&in_flight.controller);
        in_flight.rearm();
        Ok(in_flight)
    }

    pub(super) fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// Something arrived: the time allowed begins anew.
    pub(super) fn rearm(&self) {
        let (controller, timed_out) = (self.controller.clone(), self.timed_out.clone());
        let timer = Timer::after(self.timeout_ms, move || {
            timed_out.set(true);
            controller.abort();
        });
        self.timer.replace(Some(timer));
    }

    /// All has arrived: neither time-out nor drop may abort what is left to a cache to read.
    pub(super) fn finish(&self) {
        self.timer.replace(None);
        self.handle.forget(&self.controller);
    }

    /// Why no answer came.
    pub(super) fn failure(&self) -> ApiError {
        self.given_up()
            .unwrap_or_else(|| {
                let message = unreachable(&self.url, &Page::current());
                ApiError::without_answer(ErrorKind::Unreachable, message)
            })
            .at(self.address.clone())
    }

    /// Why an answer that had begun did not come to its end.
    pub(super) fn broken(&self, status: u16, received: u64) -> ApiError {
        let mut error = self.given_up().unwrap_or_else(|| {
            let bytes = image_console_core::format::count(received);
            ApiError::without_answer(
                ErrorKind::Unreadable,
                format!("The connection ended early, after {bytes} bytes of the answer."),
            )
        });
        error.status = Some(status);
        error.at(self.address.clone())
    }

    /// An answer that came and cannot be used.
    pub(super) fn unusable(&self, message: &str) -> ApiError {
        ApiError::without_answer(ErrorKind::Unreadable, message).at(self.address.clone())
    }

    fn given_up(&self) -> Option<ApiError> {
        if self.timed_out.get() {
            let seconds = self.timeout_ms.div_ceil(1000);
            let message = format!("No answer within {seconds} s.");
            return Some(ApiError::without_answer(ErrorKind::TimedOut(seconds), message));
        }
        self.handle.is_aborted().then(|| ApiError::without_answer(ErrorKind::Cancelled, "Cancelled."))
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        // Aborting what has ended does nothing, except to the copy that a cache is still reading:
        // `finish` has taken the timer away then.
        if self.timer.take().is_some() {
            self.controller.abort();
        }
        self.handle.forget(&self.controller);
    }
}
