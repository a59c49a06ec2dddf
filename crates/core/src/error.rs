//! The one error of a call to an upstream, whatever went wrong, with all that was learned.

use std::fmt;

/// What kind of thing went wrong. Decides who can mend it, and whether asking again may help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// No answer that a page may read: refused, blocked by CORS, or mixed content. A script cannot
    /// tell these apart, so the message names all three.
    Unreachable,
    /// No answer within the time allowed, in seconds.
    TimedOut(u32),
    /// Given up by the user, or because nobody waits for the answer any more.
    Cancelled,
    /// The upstream answered with an error status.
    Refused,
    /// A success status, but the body is not what the contract says (truncated, HTML, other JSON).
    Unreadable,
    /// The request could not be authenticated on this side (no key, no secure context, …).
    NotSigned,
    /// The request would change something, and this console may not (`readOnly` in its configuration).
    ReadOnly,
}

/// An upstream's complaint about one field of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name as the API spells it.
    pub field: String,
    /// The API's own word, e.g. `Invalid`.
    pub code: Option<String>,
    /// The upstream's text for it.
    pub message: Option<String>,
}

/// A call that did not succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// What kind of failure this is.
    pub kind: ErrorKind,
    /// The address that was asked: method and URL without credentials.
    pub address: String,
    /// The status, when there was an answer.
    pub status: Option<u16>,
    /// The upstream's error code as sent.
    pub code: Option<String>,
    /// The upstream's message, or ours when it sent none.
    pub message: String,
    /// Complaints about single fields.
    pub fields: Vec<FieldError>,
    /// The id under which the upstream logged the request.
    pub request_id: Option<String>,
    /// `Retry-After` as sent: seconds or an HTTP date.
    pub retry_after: Option<String>,
    /// The first 500 characters of a body that could not be understood.
    pub excerpt: Option<String>,
}

impl ApiError {
    /// An error without an answer.
    #[must_use]
    pub fn without_answer(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            address: String::new(),
            status: None,
            code: None,
            message: message.into(),
            fields: Vec::new(),
            request_id: None,
            retry_after: None,
            excerpt: None,
        }
    }

    /// Whether the upstream may have carried the request out although no answer says so: then a
    /// write must never be called failed, nor be sent again blindly.
    #[must_use]
    pub fn outcome_is_unknown(&self) -> bool {
        match self.kind {
            ErrorKind::Unreachable | ErrorKind::TimedOut(_) | ErrorKind::Unreadable => true,
            ErrorKind::Cancelled => true,
            ErrorKind::Refused => matches!(self.status, Some(500 | 502 | 503 | 504)),
            ErrorKind::NotSigned | ErrorKind::ReadOnly => false,
        }
    }

    /// The same error with the address that was asked.
    #[must_use]
    pub fn at(mut self, address: impl Into<String>) -> Self {
        self.address = address.into();
        self
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status {
            write!(f, "{status} ")?;
        }
        if let Some(code) = &self.code {
            write!(f, "{code}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ApiError {}
