//! The security headers of the page: no inline script, no inline style, no framing but by the portal.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::host::shared::Shared;

/// The script that the page around a console loads from the console's origin.
pub const ELEMENT: &str = "/image-console-element.js";

/// Adds them to any response; the `element`'s script is also for the page that embeds the console.
pub fn secure(headers: &mut HeaderMap, shared: &Shared, element: bool) {
    let api_origin = &shared.api_origin;
    let portal = shared.portal.as_ref().map(|(_, origin)| origin.as_str());
    let ancestors = portal.unwrap_or("'none'");
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src 'self' {api_origin}; base-uri 'self'; form-action 'none'; frame-ancestors {ancestors}; \
         require-trusted-types-for 'script'; trusted-types default; report-uri /_csp"
    );
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("content-security-policy", policy.as_str()),
    ];
    let shown = portal.filter(|_| element).map(|origin| {
        [("access-control-allow-origin", origin), ("cross-origin-resource-policy", "cross-origin")]
    });
    for (name, value) in fixed.into_iter().chain(shown.into_iter().flatten()) {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}
