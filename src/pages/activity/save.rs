//! Operations as a file to take away.

use std::sync::Arc;

use image_console_operation::{Operation, export};
use image_console_platform::{clock, download};
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

/// Offers the operations as a JSON file; what went wrong is put into `trouble`.
pub fn save_as_json(operations: &[Arc<Operation>], file_name: &str, trouble: RwSignal<Option<String>>) {
    let exported = export::list(operations.iter().map(Arc::as_ref), clock::now());
    let text = serde_json::to_string_pretty(&exported).unwrap_or_default();
    let saved = download::save_text(file_name, "application/json", &text);
    trouble.set(saved.err().map(|error| error.to_string()));
}

/// Says that the file could not be made.
pub fn not_saved(trouble: RwSignal<Option<String>>) -> AnyView {
    let notice = move || {
        trouble.get().map(|why| {
            let on_dismiss = Callback::new(move |()| trouble.set(None));
            view! { <Notice what="The file could not be made" why tone=Tone::Bad on_dismiss /> }
        })
    };
    notice.into_any()
}
