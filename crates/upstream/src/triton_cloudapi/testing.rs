//! Answers for the tests of this module.

use image_console_core::{Headers, Response};

/// An example of the documents, from `tests/fixtures/triton-cloudapi`.
macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../../../../tests/fixtures/triton-cloudapi/", $name))
    };
}
pub(crate) use fixture;

/// An answer with JSON content type and the usual request id.
pub(crate) fn answer(status: u16, body: &str) -> Response {
    with_type(status, "application/json", body)
}

/// An answer of another content type.
pub(crate) fn with_type(status: u16, kind: &str, body: &str) -> Response {
    let mut headers = Headers::default();
    headers.add("Content-Type", kind);
    headers.add("Request-Id", "af34a510-c014-11e5-9c73-6767e338bf5d");
    Response { status, headers, body: body.as_bytes().to_vec() }
}
