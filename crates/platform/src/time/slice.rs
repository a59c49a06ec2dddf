//! Cutting long work into slices, so that typing and scrolling come through.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, window};

use super::{clock, timer};
use crate::page::visibility;

/// How long to work before the browser gets its turn: half a frame at 60 per second.
pub const SLICE_MS: f64 = 8.0;

/// Measures how long has been worked since the browser last had its turn.
#[derive(Debug, Clone)]
pub struct Slice {
    since: f64,
}

impl Default for Slice {
    fn default() -> Self {
        Self { since: clock::monotonic() }
    }
}

impl Slice {
    /// Gives the browser its turn when the slice is used up; otherwise returns at once. Call it
    /// between two pieces of work.
    pub async fn breathe(&mut self) {
        if clock::monotonic() - self.since > SLICE_MS {
            yield_now().await;
            self.since = clock::monotonic();
        }
    }
}

/// Lets the browser handle events and paint, then goes on. A message, not a timer: timers are held
/// back for 4 ms when nested, and for a second in a hidden tab.
pub async fn yield_now() {
    let Ok(channel) = MessageChannel::new() else { return timer::sleep(0).await };
    let arrived = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(arrived).await;
    }
    // An open port keeps the channel alive for ever.
    channel.port1().close();
}

/// Waits until what is shown now has been painted; in a hidden tab, where nothing is painted, a
/// moment. For work that cannot be cut into slices.
pub async fn after_paint() {
    if visibility::is_visible() {
        let frame = Promise::new(&mut |resolve, _| {
            let asked = window().map(|w| w.request_animation_frame(&resolve));
            if !matches!(asked, Some(Ok(_))) {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
        });
        let _ = JsFuture::from(frame).await;
    }
    // The frame's callbacks run before it is painted, timers after.
    timer::sleep(0).await;
}
