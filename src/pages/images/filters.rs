//! The filters that the servers apply, by their documented names.

mod dialog;
mod fields;

use image_console_core::route::Route;
use image_console_ui::el::el;
use image_console_ui::{Button, Glyph, Icon};
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::parts::{Wanted, part};
use crate::state::navigation::use_navigation;
pub use dialog::{FilterDialog, FilterDialogProps};

/// The button that opens them, and a chip for each that is set.
#[component]
pub fn Filters(shown: Shown) -> AnyView {
    let navigation = use_navigation();
    let open = RwSignal::new(false);
    let chips = move || {
        let view = shown.view.get();
        view.filters
            .iter()
            .map(|(name, value)| {
                let (name, text) = (name.clone(), format!("{name}: {value}"));
                let label = format!("Remove the filter {text}");
                let remove = move |_: leptos::ev::MouseEvent| {
                    let mut view = shown.view.get_untracked();
                    view.set_filter(&name, "");
                    navigation.go(Route::Images(view));
                };
                let chip = el("button").class("chip on").attrs(&[("type", "button"), ("title", &label)]);
                let chip = chip.attr("aria-label", &label).on("click", remove);
                chip.child(el("span").class("chip-text").text(&text))
                    .view(view! { <Icon glyph=Glyph::Close /> }.into_any())
                    .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    };
    let button = view! {
        <Button label="Server filters…" icon=Glyph::Server on_press=Callback::new(move |()| open.set(true)) />
    };
    let dialog = move || part(Wanted::Filters { shown, on_close: Callback::new(move |()| open.set(false)) });
    let parts = el("span").class("cluster").view(button.into_any()).dynamic(chips);
    parts.when(move || open.get(), dialog).into_any()
}
