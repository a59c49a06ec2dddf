//! "142 of 12,902 · updated 8 s ago": counts, and how old what is shown is.

use std::sync::Arc;

use image_console_catalogue::{Projection, Provenance, catalogue::Shown};
use image_console_core::format;
use image_console_core::time::{Timestamp, duration};
use image_console_platform::clock;
use image_console_platform::timer::{self, Ticker};
use leptos::prelude::*;

use crate::state::images::use_images;

/// How often an age is said anew, in milliseconds.
const TICK_MS: u32 = 1_000;

/// The line beside the title.
pub fn about(projection: RwSignal<Arc<Projection>>) -> Signal<String> {
    let images = use_images();
    let now = RwSignal::new(clock::now());
    let ticker: Ticker = timer::tick(TICK_MS, move || {
        let _ = now.try_set(clock::now());
    });
    let ticker = StoredValue::new_local(ticker);
    on_cleanup(move || ticker.dispose());

    // The oldest list decides: everything shown is at least as fresh.
    let oldest = Memo::new(move |_| {
        images.with(|c| {
            let ages = c.sources().filter_map(|s| match s.shown() {
                Shown::Whole { from, as_of } => Some((as_of, matches!(from, Provenance::Cache { .. }))),
                _ => None,
            });
            ages.min_by_key(|(at, _)| *at)
        })
    });
    let age = Memo::new(move |_| {
        let (at, cached): (Timestamp, bool) = oldest.get()?;
        let ago = now.get().max(at).since(at);
        let word = if cached { "from the last visit, " } else { "updated " };
        Some(format!("{word}{} ago", coarse(ago)))
    });
    Signal::derive(move || {
        let (visible, total) = projection.with(|p| (p.rows.len() as u64, p.total as u64));
        let counts = format!("{} of {}", format::count(visible), format::count(total));
        match age.get() {
            Some(age) => format!("{counts} · {age}"),
            None => counts,
        }
    })
}

/// One unit is enough for an age.
fn coarse(milliseconds: i64) -> String {
    let whole = duration(milliseconds);
    let units: Vec<&str> = whole.split(' ').take(2).collect();
    units.join(" ")
}
