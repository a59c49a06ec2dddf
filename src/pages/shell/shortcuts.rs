//! The keys that work everywhere.

use image_console_platform::keyboard;
use image_console_ui::dom;
use image_console_ui::shell::{KeyHelp, KeysDialog};
use leptos::prelude::*;

/// The id of the field that `/` brings the keyboard to.
pub const SEARCH_FIELD: &str = "search-images";

/// Listens as long as the owner lives.
pub fn listen(palette_open: RwSignal<bool>, keys_open: RwSignal<bool>) {
    let listener = keyboard::on_key(move |key| {
        let dialog = dom::dialog_is_open();
        match key.key.as_str() {
            "k" | "K" if key.command && !key.alt => {
                if !dialog {
                    palette_open.set(true);
                }
                true
            }
            "/" if !key.in_text && !key.command && !dialog => dom::focus(SEARCH_FIELD),
            "?" if !key.in_text && !key.command && !dialog => {
                keys_open.set(true);
                true
            }
            _ => false,
        }
    });
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.dispose());
}

/// The palette's key as it is shown; Command does the same on a Mac.
pub fn palette_key() -> &'static str {
    "Ctrl K"
}

/// The list of keys.
#[component]
pub fn Help(on_close: Callback<()>) -> AnyView {
    let help = |keys: &[&str], does: &str| KeyHelp {
        keys: keys.iter().map(|k| (*k).to_owned()).collect(),
        does: does.to_owned(),
    };
    let keys = vec![
        help(&["Ctrl", "K"], "Search images, screens and actions"),
        help(&["/"], "Go to the search field"),
        help(&["?"], "Show this list"),
        help(&["↑", "↓"], "Move through the table"),
        help(&["Page Up", "Page Down"], "Move a screenful"),
        help(&["Home", "End"], "First and last row"),
        help(&["Enter"], "Open the row"),
        help(&["Esc"], "Close a dialog or a list"),
    ];
    view! { <KeysDialog keys on_close /> }.into_any()
}
