//! Answers and errors for the tests of the OCI modules.

use image_console_core::{ApiError, ErrorKind, Headers, Response};

/// An example of the documents, from `fixtures/oci`.
macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/oci/", $name))
    };
}
pub(crate) use fixture;

/// An answer with JSON content type and a request id.
pub(crate) fn answer(status: u16, body: &str) -> Response {
    with_type(status, "application/json", body)
}

/// An answer of another content type.
pub(crate) fn with_type(status: u16, kind: &str, body: &str) -> Response {
    let mut headers = Headers::default();
    headers.add("Content-Type", kind);
    headers.add("opc-request-id", "9F2C1E6A0B/5D0E77A1/77C0B3");
    Response { status, headers, body: body.as_bytes().to_vec() }
}

/// An answer with one more header.
pub(crate) fn with(mut response: Response, name: &str, value: &str) -> Response {
    assert!(response.headers.add(name, value));
    response
}

/// An error answer in the documented shape.
pub(crate) fn problem(status: u16, code: &str) -> Response {
    answer(status, &format!(r#"{{"code":"{code}","message":"no"}}"#))
}

/// A refusal as an error.
pub(crate) fn refused(status: u16, code: &str, message: &str) -> ApiError {
    let mut error = ApiError::without_answer(ErrorKind::Refused, message);
    error.status = Some(status);
    error.code = Some(code.to_owned()).filter(|c| !c.is_empty());
    error
}
