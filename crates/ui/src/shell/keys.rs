//! Which keys there are.

use crate::{Dialog, el::el};
use leptos::prelude::*;

/// One key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHelp {
    /// The keys as printed on them, pressed together: `["Ctrl", "K"]`.
    pub keys: Vec<String>,
    /// What they do.
    pub does: String,
}

/// The list of keys as a dialog.
#[component]
pub fn KeysDialog(
    /// The keys.
    keys: Vec<KeyHelp>,
    /// The user wants it gone.
    on_close: Callback<()>,
) -> AnyView {
    let row = |help: KeyHelp| {
        let keys = el("dt").all(help.keys.iter().map(|key| el("kbd").text(key)));
        el("div").child(keys).child(el("dd").text(&help.does))
    };
    let list = el("dl").class("facts").all(keys.into_iter().map(row));
    view! {
        <Dialog title="Keys" reading=true on_close>
            {list}
        </Dialog>
    }
    .into_any()
}
