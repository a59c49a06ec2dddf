//! Answers for the tests of this module.

use image_console_core::{Headers, Response};

/// An example of the documents.
macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/oracle_marketplace/fixtures/", $name))
    };
}
pub(crate) use fixture;

/// An answer with JSON content type, as the API names it.
pub(crate) fn answer(status: u16, body: &str) -> Response {
    with_type(status, "application/json;qs=1", body)
}

/// An answer of another content type.
pub(crate) fn with_type(status: u16, kind: &str, body: &str) -> Response {
    let mut headers = Headers::default();
    headers.add("Content-Type", kind);
    Response { status, headers, body: body.as_bytes().to_vec() }
}

/// An answer to HEAD.
pub(crate) fn head(status: u16, fields: &[(&str, &str)]) -> Response {
    let mut response = answer(status, "");
    for (name, value) in fields {
        response.headers.add(name, value);
    }
    response
}
