//! Saving text as a file.
//!
//! A `blob:` URL opened through a link with `download` is not fetched by the page, so no directive
//! of the content security policy applies to it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use crate::js::BrowserError;
use crate::time::timer::sleep;

/// How long the browser may take to begin reading the file.
const KEPT_MS: u32 = 60_000;

/// Offers text as a file to save.
///
/// # Errors
/// When the browser cannot make a file of it (no memory).
pub fn save_text(file_name: &str, media_type: &str, text: &str) -> Result<(), BrowserError> {
    let document =
        window().and_then(|w| w.document()).ok_or_else(|| BrowserError::says("there is no page"))?;
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(file_name);
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        sleep(KEPT_MS).await;
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}
