//! Answers for the tests of this module.

use image_console_core::{Headers, Response};

/// An example of the documents.
macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cloud_foundry/fixtures/", $name))
    };
}
pub(crate) use fixture;

pub(crate) const API: &str = "https://api.sys.example.local";
pub(crate) const INSTANCE: &str = "c89b3280-fe8d-4aa0-a42e-44465bb1c61c";
pub(crate) const JOB: &str = "b19ae525-cbd3-4155-b156-dc0c2a431b4c";

/// An answer with JSON content type and the usual request id.
pub(crate) fn answer(status: u16, body: &str) -> Response {
    with(status, body, &[])
}

/// The same with further headers.
pub(crate) fn with(status: u16, body: &str, fields: &[(&str, &str)]) -> Response {
    let mut headers = Headers::default();
    headers.add("Content-Type", "application/json; charset=utf-8");
    headers.add("X-VCAP-Request-ID", "5f0d6f3a-8e4c-4f0b-9a57-0c7d2c0be1a4::3b1f");
    for (name, value) in fields {
        headers.add(name, value);
    }
    Response { status, headers, body: body.as_bytes().to_vec() }
}

/// The answer of an asynchronous call: 202 and where to ask.
pub(crate) fn accepted(location: &str) -> Response {
    with(202, "", &[("Location", location)])
}

/// An error list of one.
pub(crate) fn refusal(status: u16, code: u32, title: &str) -> Response {
    answer(status, &format!(r#"{{"errors":[{{"code":{code},"title":"{title}","detail":"no"}}]}}"#))
}
