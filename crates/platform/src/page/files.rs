//! Files that a user chose or dropped.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

use crate::js::BrowserError;

/// The first file of a file input's `change` event.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    input.files()?.get(0)
}

/// The first file of a `drop` event.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// A file's text.
///
/// # Errors
/// When the file is larger than `limit` bytes, cannot be read, or is not text in UTF-8; the
/// message names the file.
pub async fn read_text(file: &File, limit: u32) -> Result<String, BrowserError> {
    let name = file.name();
    if file.size() > f64::from(limit) {
        let limit = image_console_core::format::bytes(u64::from(limit));
        return Err(BrowserError::says(format!(
            "{name} is larger than {limit}: this is not the file meant."
        )));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|thrown| {
        BrowserError::says(format!("{name} could not be read: {}", BrowserError::from(thrown)))
    })?;
    String::from_utf8(Uint8Array::new(&buffer).to_vec())
        .map_err(|_| BrowserError::says(format!("{name} is not a text file.")))
}
