//! The authentication headers of a preview, without the secrets in them.

/// A piece of a header's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// As it is sent.
    Text(String),
    /// Known only when sending: a shell variable in a command, a placeholder elsewhere.
    Later {
        /// The variable's name without `$`.
        variable: &'static str,
        /// What it is, e.g. `signature`.
        placeholder: &'static str,
    },
}

impl Part {
    /// A piece as it is sent.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// How a request is authenticated, for showing it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Auth {
    /// Shell lines that must run before, to set the variables.
    pub setup: Vec<String>,
    /// The headers.
    pub headers: Vec<(String, Vec<Part>)>,
}

impl Auth {
    /// The proxy adds the credentials: nothing to show.
    #[must_use]
    pub fn by_proxy() -> Self {
        Self::default()
    }

    /// A bearer token, as `$TOKEN`.
    #[must_use]
    pub fn bearer() -> Self {
        let token = Part::Later { variable: "TOKEN", placeholder: "token" };
        Self {
            setup: Vec::new(),
            headers: vec![("Authorization".to_owned(), vec![Part::text("Bearer "), token])],
        }
    }
}
