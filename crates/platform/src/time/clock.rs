//! The browser's clocks.

use image_console_core::time::Timestamp;
use web_sys::window;

/// The wall clock. It may jump, and may differ from the upstream's.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// Milliseconds on a clock that never goes back, for measuring how long something took. Zero is
/// when the page was loaded.
#[must_use]
pub fn monotonic() -> f64 {
    window().and_then(|w| w.performance()).map_or_else(js_sys::Date::now, |p| p.now())
}
