//! Error answers (section 5): the statuses are documented, the bodies are not.

use serde_json::json;

use super::switches::ErrorBodies;
use crate::wire::Response;

/// An error answer on its way out.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Status code.
    pub status: u16,
    message: String,
    header: Option<(&'static str, String)>,
}

impl Problem {
    /// Any status with any text.
    pub fn new(status: u16, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), header: None }
    }

    /// The same with a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.header = Some((name, value.into()));
        self
    }

    /// 400; the text says what is wrong, after the document's words.
    pub fn invalid(what: impl std::fmt::Display) -> Self {
        Self::new(400, format!("Invalid Parameter Value: {what}"))
    }

    /// 401.
    pub fn unauthorized() -> Self {
        Self::new(401, "Not Authorized")
    }

    /// 404.
    pub fn not_found() -> Self {
        Self::new(404, "Entity Not Found")
    }

    /// 500.
    pub fn system() -> Self {
        Self::new(500, "System Error")
    }

    /// The response, with a body of the shape that is switched on.
    pub fn into_response(self, bodies: ErrorBodies) -> Response {
        let mut response = match bodies {
            ErrorBodies::Json => Response::json(self.status, &json!({"message": self.message})),
            ErrorBodies::Empty => Response::empty(self.status),
            ErrorBodies::Html => {
                let mut response = Response::empty(self.status);
                response.headers.push("Content-Type", "text/html; charset=utf-8");
                let text = self.message.replace('&', "&amp;").replace('<', "&lt;");
                response.body = format!(
                    "<html><head><title>Error {}</title></head><body><h1>{text}</h1></body></html>\n",
                    self.status
                )
                .into();
                response
            }
        };
        if let Some((name, value)) = self.header {
            response.headers.push(name, value);
        }
        response
    }
}
