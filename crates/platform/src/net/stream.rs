//! Sending a request: status and headers first, then the body as it arrives.

use image_console_core::{ApiError, ErrorKind, Headers, Request};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response,
    ResponseType,
};

use super::abort::AbortHandle;
use super::address;
use super::body::Body;
use super::call::Call;
use super::copy::Copy;
use super::in_flight::InFlight;
use crate::js::BrowserError;

/// An answer whose body is still arriving.
pub struct Streaming {
    /// The status code.
    pub status: u16,
    /// The fields a page may read.
    pub headers: Headers,
    /// The body, piece by piece.
    pub body: Body,
    /// A second reading of the same body, for the cache; made before the body is read.
    copy: Option<Copy>,
}

impl Streaming {
    /// Whether the status is in the 200s.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        self.status >= 200 && self.status < 300
    }

    /// The copy that [`open_for_cache`] made, once.
    pub(crate) fn take_copy(&mut self) -> Option<Copy> {
        self.copy.take()
    }
}

/// Sends a request and returns as soon as the headers are there.
///
/// # Errors
/// `Unreachable`, `TimedOut` and `Cancelled` when no answer came, `NotSigned` when the browser
/// refuses to send such a request, `Unreadable` for a redirect, which is never followed: what was
/// signed for one address must not be sent to another.
pub async fn open(call: &Call<'_>, abort: &AbortHandle) -> Result<Streaming, ApiError> {
    answer(call, abort, false).await
}

/// As [`open`], keeping a copy of the body for
/// [`response_cache::save`](crate::response_cache::save).
///
/// # Errors
/// As [`open`].
pub async fn open_for_cache(call: &Call<'_>, abort: &AbortHandle) -> Result<Streaming, ApiError> {
    answer(call, abort, true).await
}

async fn answer(call: &Call<'_>, abort: &AbortHandle, keep: bool) -> Result<Streaming, ApiError> {
    let in_flight = InFlight::start(call, abort)?;
    let not_sent = |why: &str| {
        let message = format!("This request cannot be sent: {why}");
        ApiError::without_answer(ErrorKind::NotSigned, message).at(call.address())
    };
    let url = call.url();
    if address::has_user(&url) {
        return Err(not_sent("the endpoint carries a user name, which browsers refuse."));
    }
    let init = init(call);
    init.set_signal(Some(&in_flight.signal()));
    let request = web_sys::Request::new_with_str_and_init(&url, &init)
        .map_err(|e| not_sent(&BrowserError::from(e).to_string()))?;
    add_headers(&request.headers(), call.request, &call.auth)
        .map_err(|e| not_sent(&BrowserError::from(e).to_string()))?;

    let window = web_sys::window().ok_or_else(|| not_sent("there is no window."))?;
    let Ok(answer) = JsFuture::from(window.fetch_with_request(&request)).await else {
        return Err(in_flight.failure());
    };
    let response: Response = answer.unchecked_into();
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(in_flight.unusable(
            "The answer is a redirect to another address. It is not followed, because the request was made \
             for this address only.",
        ));
    }
    let headers = read_headers(&response);
    let copy = if keep { response.clone().ok().map(Copy::new) } else { None };
    let body = Body::of_answer(&response, total(&headers), in_flight)?;
    Ok(Streaming { status: response.status(), headers, body, copy })
}

fn init(call: &Call<'_>) -> RequestInit {
    let init = RequestInit::new();
    init.set_method(call.request.method.as_str());
    init.set_mode(RequestMode::Cors);
    init.set_credentials(if call.cookies { RequestCredentials::Include } else { RequestCredentials::Omit });
    init.set_redirect(RequestRedirect::Manual);
    // What is shown as "observed at" must have been observed then.
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    if let Some(body) = &call.request.body {
        init.set_body(&JsValue::from_str(body));
    }
    init
}

fn add_headers(to: &web_sys::Headers, request: &Request, auth: &Headers) -> Result<(), JsValue> {
    // `set`, not `append`: a body of text brings a Content-Type of the browser's own.
    request.headers.iter().chain(auth.iter()).try_for_each(|(name, value)| to.set(name, value))
}

fn read_headers(response: &Response) -> Headers {
    let pairs = js_sys::try_iter(&response.headers()).ok().flatten();
    pairs
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter_map(|pair| {
            let pair = pair.dyn_into::<js_sys::Array>().ok()?;
            let text = |at| pair.get(at).dyn_into::<JsString>().ok().map(String::from);
            Some((text(0)?, text(1)?))
        })
        .collect()
}

/// `Content-Length`, unless the body is visibly compressed: then it counts other bytes.
fn total(headers: &Headers) -> Option<u64> {
    match headers.get("content-encoding") {
        None | Some("identity") => headers.get("content-length")?.trim().parse().ok(),
        Some(_) => None,
    }
}
