//! Copies of long lists from the last visit, in the Cache API: shown at once, marked with their
//! age, until the fresh list is there. Exists in secure contexts only; without it nothing is kept
//! and nothing fails.

use image_console_core::encode;
use image_console_core::time::Timestamp;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Cache, CacheStorage, Headers, Response, ResponseInit};

use super::error::StorageError;
use crate::js::global;
use crate::net::body::Body;
use crate::net::stream::Streaming;
use crate::time::clock;

const NAME: &str = "image-console-lists";
/// The Cache API wants URLs; this host can never exist (RFC 2606).
const ROOT: &str = "https://list.invalid/";
const STORED_AT: &str = "x-stored-at";

/// A copy from an earlier visit.
pub struct Stored {
    /// When it was stored.
    pub stored_at: Timestamp,
    /// The body as it was received.
    pub body: Body,
}

/// A copy that is being stored while the body is read. Call [`Saving::finish`] or
/// [`Saving::discard`] after the last piece.
pub struct Saving {
    key: String,
    put: Promise,
}

/// Begins to store an answer under a key. Call it before the first piece is read, on an answer that
/// [`stream::open_for_cache`](crate::stream::open_for_cache) opened; `None` when the answer is not
/// a success or this page cannot keep copies.
pub async fn save(key: &str, answer: &mut Streaming) -> Option<Saving> {
    let copy = answer.take_copy()?;
    if !answer.is_success() {
        return None;
    }
    let cache = open().await.ok()??;
    let headers = Headers::new().ok()?;
    headers.set(STORED_AT, &clock::now().rfc3339()).ok()?;
    let init = ResponseInit::new();
    init.set_headers(&headers);
    let entry = Response::new_with_opt_readable_stream_and_init(copy.into_body().as_ref(), &init).ok()?;
    let put = cache.put_with_str(&address(key), &entry);
    // Someone must listen, or an answer that breaks off shows as an unhandled rejection.
    let listened: JsFuture = put.clone().into();
    spawn_local(async move {
        let _ = listened.await;
    });
    Some(Saving { key: key.to_owned(), put })
}

impl Saving {
    /// The body was complete and good: waits until the copy is stored.
    ///
    /// # Errors
    /// When it could not be kept (no room): the list itself is not affected.
    pub async fn finish(self) -> Result<(), StorageError> {
        match JsFuture::from(self.put).await {
            Ok(_) => Ok(()),
            Err(thrown) => Err(thrown.into()),
        }
    }

    /// The body was not good: nothing of it is kept.
    pub async fn discard(self) {
        let _ = JsFuture::from(self.put).await;
        let _ = remove(&self.key).await;
    }
}

/// Stores a copy that was put together from several answers, all of it at once.
///
/// # Errors
/// When it could not be kept (no room): the lists themselves are not affected.
pub async fn store(key: &str, text: &str) -> Result<(), StorageError> {
    let Some(cache) = open().await? else { return Ok(()) };
    let headers = Headers::new()?;
    headers.set(STORED_AT, &clock::now().rfc3339())?;
    let init = ResponseInit::new();
    init.set_headers(&headers);
    let entry = Response::new_with_opt_str_and_init(Some(text), &init)?;
    JsFuture::from(cache.put_with_str(&address(key), &entry)).await?;
    Ok(())
}

/// The copy stored under a key, if any.
///
/// # Errors
/// When the cache cannot be read.
pub async fn load(key: &str) -> Result<Option<Stored>, StorageError> {
    let Some(cache) = open().await? else { return Ok(None) };
    let found = JsFuture::from(cache.match_with_str(&address(key))).await?;
    let Ok(response) = found.dyn_into::<Response>() else { return Ok(None) };
    let at = response.headers().get(STORED_AT).ok().flatten();
    let Some(stored_at) = at.as_deref().and_then(Timestamp::parse) else { return Ok(None) };
    Ok(Some(Stored { stored_at, body: Body::stored(&response)? }))
}

/// Removes a copy; one that is not there is no error.
///
/// # Errors
/// When the cache cannot be written.
pub async fn remove(key: &str) -> Result<(), StorageError> {
    let Some(cache) = open().await? else { return Ok(()) };
    JsFuture::from(cache.delete_with_str(&address(key))).await?;
    Ok(())
}

/// Removes every copy whose key begins with `prefix`, e.g. all of one connection.
///
/// # Errors
/// When the cache cannot be written.
pub async fn remove_all(prefix: &str) -> Result<(), StorageError> {
    let Some(cache) = open().await? else { return Ok(()) };
    let requests: Array = JsFuture::from(cache.keys()).await?.unchecked_into();
    let prefix = address(prefix);
    for request in requests.iter().filter_map(|r| r.dyn_into::<web_sys::Request>().ok()) {
        if request.url().starts_with(&prefix) {
            JsFuture::from(cache.delete_with_request(&request)).await?;
        }
    }
    Ok(())
}

fn address(key: &str) -> String {
    format!("{ROOT}{}", encode::component(key))
}

async fn open() -> Result<Option<Cache>, StorageError> {
    let Some(caches) = global::<CacheStorage>(&["caches"]) else { return Ok(None) };
    let opened: JsValue = JsFuture::from(caches.open(NAME)).await?;
    Ok(Some(opened.unchecked_into()))
}
