//! "30 of 30 or more · updated 8 s ago".

use image_console_core::format;
use image_console_core::time::duration;
use leptos::prelude::*;

use super::rows::Rows;
use super::view::Shown;
use crate::pages::activity::now_while;

/// The line beside the title.
pub fn about(shown: Shown, rows: Memo<Rows>) -> Signal<String> {
    // The oldest answer decides: everything shown is at least as fresh.
    let oldest = Memo::new(move |_| {
        shown.found.sources.with(|sources| sources.iter().filter_map(|s| s.query.at.get()).min())
    });
    let now = now_while(Memo::new(move |_| oldest.with(Option::is_some)));
    Signal::derive(move || {
        let counts = rows.with(|rows| format!("{} of {}", format::count(rows.list.len() as u64), rows.of));
        match oldest.get() {
            Some(at) => format!("{counts} · updated {} ago", duration(now.get().since(at))),
            None => String::new(),
        }
    })
}
