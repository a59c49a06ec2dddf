//! Error answers (section 3).

use serde_json::{Map, Value, json};

use crate::wire::Response;

/// An error answer on its way out.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Status code.
    pub status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: Map<String, Value>,
}

impl Problem {
    /// The usual shape, `{code, message}`.
    pub fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        let mut body = Map::new();
        body.insert("code".into(), code.into());
        body.insert("message".into(), message.into().into());
        Self { status, headers: Vec::new(), body }
    }

    /// The same with a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same with the three optional fields.
    #[must_use]
    pub fn with_template(mut self, template: &str, arguments: &[(&str, &str)]) -> Self {
        let given = arguments
            .iter()
            .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
        let arguments: Map<String, Value> =
            arguments.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        self.body.insert("originalMessage".into(), given.into());
        self.body.insert("originalMessageTemplate".into(), template.into());
        self.body.insert("messageArguments".into(), arguments.into());
        self
    }

    /// The response with this error's body and headers.
    pub fn into_response(self) -> Response {
        let mut response = Response::json(self.status, &Value::Object(self.body));
        for (name, value) in self.headers {
            response.headers.push(name, value);
        }
        response
    }

    /// 401, whatever is wrong with the credentials.
    pub fn not_authenticated() -> Self {
        let message =
            "The required information to complete authentication was not provided or was incorrect.";
        Self::new(401, "NotAuthenticated", message)
    }

    /// 404, for what is not there as for what may not be done.
    pub fn not_found() -> Self {
        Self::new(404, "NotAuthorizedOrNotFound", "Authorization failed or requested resource not found.")
    }

    /// 400: a parameter that is no good.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, "InvalidParameter", message)
    }

    /// 400: a parameter that is not there.
    pub fn missing(name: &str) -> Self {
        Self::new(400, "MissingParameter", format!("{name} is required."))
    }

    /// 400: what a parameter names is not there, or may not be used.
    pub fn related(what: &str) -> Self {
        Self::new(
            400,
            "RelatedResourceNotAuthorizedOrNotFound",
            format!("Authorization failed or related resource not found: {what}."),
        )
    }

    /// 409: not in this state.
    pub fn incorrect_state(message: impl Into<String>) -> Self {
        Self::new(409, "IncorrectState", message)
    }

    /// 412.
    pub fn no_etag_match() -> Self {
        Self::new(412, "NoEtagMatch", "The etag of the resource is not the one given in if-match.")
    }
}
