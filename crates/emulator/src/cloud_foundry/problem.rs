//! Error answers (section 2).

use serde_json::{Value, json};

use crate::wire::Response;

/// An error answer on its way out: one item or more.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Status code.
    pub status: u16,
    errors: Vec<Value>,
    headers: Vec<(&'static str, String)>,
    plain: bool,
}

/// One item of the error list.
pub fn item(code: i64, title: &str, detail: impl Into<String>) -> Value {
    json!({"code": code, "title": title, "detail": detail.into()})
}

impl Problem {
    /// One error.
    pub fn new(status: u16, code: i64, title: &str, detail: impl Into<String>) -> Self {
        Self { status, errors: vec![item(code, title, detail)], headers: Vec::new(), plain: false }
    }

    /// The same with one more item.
    #[must_use]
    pub fn and(mut self, code: i64, title: &str, detail: impl Into<String>) -> Self {
        self.errors.push(item(code, title, detail));
        self
    }

    /// The same with a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same JSON, but called `text/plain`, as rate limits are (section 1.3).
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// 400: a parameter of the query.
    pub fn query(detail: impl std::fmt::Display) -> Self {
        Self::new(400, 10005, "CF-BadQueryParameter", format!("The query parameter is invalid: {detail}"))
    }

    /// 401: a token that is no good.
    pub fn token() -> Self {
        Self::new(401, 1000, "CF-InvalidAuthToken", "Invalid Auth Token")
    }

    /// 401: no token.
    pub fn authentication() -> Self {
        Self::new(401, 10002, "CF-NotAuthenticated", "Authentication error")
    }

    /// 403.
    pub fn forbidden() -> Self {
        Self::new(403, 10003, "CF-NotAuthorized", "You are not authorized to perform the requested action")
    }

    /// 404: no such route.
    pub fn route() -> Self {
        Self::new(404, 10000, "CF-NotFound", "Unknown request")
    }

    /// 404: no such resource, or none that the caller sees.
    pub fn missing(what: &str) -> Self {
        Self::new(404, 10010, "CF-ResourceNotFound", format!("{what} not found"))
    }

    /// 409: the instance is busy.
    pub fn busy(name: &str) -> Self {
        let detail = format!("An operation for service instance {name} is in progress.");
        Self::new(409, 60016, "CF-AsyncServiceInstanceOperationInProgress", detail)
    }

    /// 422.
    pub fn unprocessable(detail: impl Into<String>) -> Self {
        Self::new(422, 10008, "CF-UnprocessableEntity", detail)
    }

    /// 429 for a user, to come back after so many seconds.
    pub fn rate_limit(seconds: i64) -> Self {
        let problem = Self::new(429, 10013, "CF-RateLimitExceeded", "Rate Limit Exceeded");
        problem.plain().header("Retry-After", seconds.to_string())
    }

    /// 503.
    pub fn unavailable() -> Self {
        Self::new(503, 10015, "CF-ServiceUnavailable", "The service is currently unavailable")
    }

    /// The response with this list and these headers.
    pub fn into_response(self) -> Response {
        let mut response = Response::json(self.status, &json!({"errors": self.errors}));
        let kind = if self.plain { "text/plain; charset=utf-8" } else { "application/json; charset=utf-8" };
        response.headers.set("Content-Type", kind);
        for (name, value) in self.headers {
            response.headers.push(name, value);
        }
        response
    }
}
