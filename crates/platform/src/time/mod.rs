//! Time: the clock, timers, and giving way to the browser.

pub mod clock;
pub mod slice;
pub mod timer;
