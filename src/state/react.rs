//! Effects compiled once instead of once each: what runs is boxed.

use leptos::prelude::*;

/// Runs now, and again whenever something that was read has changed, as long as the owner lives.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}
