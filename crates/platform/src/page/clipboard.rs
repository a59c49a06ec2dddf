//! Copying text.

use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

use crate::js::{BrowserError, global};

/// Puts text on the clipboard. Call it straight from a click or key press: browsers allow it only
/// then.
///
/// # Errors
/// When the page is not in a secure context or copying is not allowed; the message says what to
/// do instead.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    let clipboard: Option<Clipboard> = global(&["navigator", "clipboard"]);
    let Some(clipboard) = clipboard else {
        return Err(BrowserError::says(
            "Copying needs https (or localhost). Select the text and copy it with the keyboard.",
        ));
    };
    match JsFuture::from(clipboard.write_text(text)).await {
        Ok(_) => Ok(()),
        Err(thrown) => Err(BrowserError::says(format!(
            "The browser did not allow copying ({}). Select the text and copy it with the keyboard.",
            BrowserError::from(thrown)
        ))),
    }
}
