//! The time for elapsed times: it ticks only while something runs.

use image_console_core::time::Timestamp;
use image_console_platform::clock;
use image_console_platform::timer::{self, Ticker};
use leptos::prelude::*;

/// How often an elapsed time is said anew, in milliseconds.
const TICK_MS: u32 = 1_000;

/// The time, moving on while `running`; there is no timer otherwise.
pub fn now_while(running: Memo<bool>) -> Signal<Timestamp> {
    let now = RwSignal::new(clock::now());
    let ticker = StoredValue::new_local(None::<Ticker>);
    let tick = move || {
        let _ = now.try_set(clock::now());
    };
    Effect::new(move |_| {
        let running = running.get();
        tick();
        ticker.set_value(running.then(|| timer::tick(TICK_MS, tick)));
    });
    on_cleanup(move || ticker.dispose());
    now.into()
}
