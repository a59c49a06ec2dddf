//! Word that a part of the address was not understood.

use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use crate::state::navigation::use_navigation;

/// Parameters of the address that were not understood and therefore dropped, and `refused`: what was
/// understood, but would be refused. Until it is dismissed.
pub fn left_out(refused: Vec<String>) -> AnyView {
    let dropped = use_navigation().dropped;
    let mut words = dropped.get();
    let all_understood = refused.is_empty();
    words.extend(refused);
    if words.is_empty() {
        return ().into_any();
    }
    let (why, next, tone) = (words.join(", "), "The rest of the address applies.", Tone::Warn);
    let what = "A part of the address was not understood and is left out";
    if all_understood {
        let on_dismiss = Callback::new(move |()| dropped.set(Vec::new()));
        view! { <Notice what why next tone on_dismiss /> }.into_any()
    } else {
        // It stands as long as the address says so.
        view! { <Notice what why next tone /> }.into_any()
    }
}
