//! Error answers (section 7).

use serde_json::{Value, json};

use crate::wire::Response;

/// An error answer on its way out.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Status code.
    pub status: u16,
    /// Raised before the call was set up: carries neither CORS headers nor `Request-Id`
    /// (section 2.5).
    pub early: bool,
    /// Headers of this error alone.
    pub headers: Vec<(&'static str, String)>,
    body: Value,
}

impl Problem {
    /// The usual shape, `{code, message}`.
    pub fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        Self::bare(status, json!({"code": code, "message": message.into()}))
    }

    /// Any other body.
    pub fn bare(status: u16, body: Value) -> Self {
        Self { status, early: false, headers: Vec::new(), body }
    }

    /// The same, raised early.
    #[must_use]
    pub fn early(mut self) -> Self {
        self.early = true;
        self
    }

    /// The same with a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same with one more line in `errors`.
    #[must_use]
    pub fn field(mut self, field: &str, code: &str, message: Option<String>) -> Self {
        let mut line = json!({"field": field, "code": code});
        if let (Some(message), Some(line)) = (message, line.as_object_mut()) {
            line.insert("message".into(), message.into());
        }
        if let Some(body) = self.body.as_object_mut() {
            let errors = body.entry("errors").or_insert_with(|| json!([]));
            if let Some(errors) = errors.as_array_mut() {
                errors.push(line);
            }
        }
        self
    }

    /// The response with this error's body and headers.
    pub fn into_response(self) -> Response {
        let mut response = Response::json(self.status, &self.body);
        for (name, value) in self.headers {
            response.headers.push(name, value);
        }
        response
    }

    /// 409: an argument that is not there.
    pub fn missing(message: &str) -> Self {
        Self::new(409, "MissingParameter", message)
    }

    /// 409: an argument that is no good.
    pub fn invalid_argument(message: impl Into<String>) -> Self {
        Self::new(409, "InvalidArgument", message)
    }

    /// 422: a parameter that the service behind refuses, named in `errors`.
    pub fn invalid_parameter(field: &str, message: impl Into<String>) -> Self {
        Self::new(422, "InvalidParameter", message).field(field, "Invalid", None)
    }

    /// 422: the service behind refuses the whole.
    pub fn validation(message: impl Into<String>) -> Self {
        Self::new(422, "ValidationFailed", message)
    }

    /// 404.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, "ResourceNotFound", message)
    }

    /// 401 for whatever is wrong with credentials.
    pub fn credentials(message: impl Into<String>) -> Self {
        Self::new(401, "InvalidCredentials", message)
    }

    /// 403.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, "NotAuthorized", message)
    }

    /// 400 for a header that cannot be read; raised early.
    pub fn invalid_header(message: impl std::fmt::Display) -> Self {
        Self::new(400, "InvalidHeader", format!("Authorization header invalid: {message}")).early()
    }

    /// The front proxy's answer when the backend was silent for more than 120 s (section 7.3).
    pub fn front_proxy() -> Self {
        Self::new(503, "ServiceUnavailable", "CloudAPI service is currently unavailable").early()
    }
}
