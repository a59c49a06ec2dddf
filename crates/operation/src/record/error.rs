//! The stored form of a failed call.

use image_console_core::{ApiError, ErrorKind, FieldError};
use serde::{Deserialize, Serialize};

/// An [`ApiError`] as it is stored; field by field the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredError {
    /// The kind's name; one that is not known reads as "unreadable".
    pub kind: String,
    /// For a time-out, after how many seconds.
    pub seconds: Option<u32>,
    /// Method and URL without credentials.
    pub address: String,
    /// The status, when there was an answer.
    pub status: Option<u16>,
    /// The upstream's error code as sent.
    pub code: Option<String>,
    /// The upstream's message, or ours.
    pub message: String,
    /// Complaints about single fields: field, code, message.
    pub fields: Vec<(String, Option<String>, Option<String>)>,
    /// The id under which the upstream logged the request.
    pub request_id: Option<String>,
    /// `Retry-After` as sent.
    pub retry_after: Option<String>,
    /// The beginning of a body that could not be understood.
    pub excerpt: Option<String>,
}

impl From<&ApiError> for StoredError {
    fn from(error: &ApiError) -> Self {
        let (kind, seconds) = match error.kind {
            ErrorKind::Unreachable => ("unreachable", None),
            ErrorKind::TimedOut(seconds) => ("timed out", Some(seconds)),
            ErrorKind::Cancelled => ("cancelled", None),
            ErrorKind::Refused => ("refused", None),
            ErrorKind::Unreadable => ("unreadable", None),
            ErrorKind::NotSigned => ("not signed", None),
            ErrorKind::ReadOnly => ("read-only", None),
        };
        Self {
            kind: kind.to_owned(),
            seconds,
            address: error.address.clone(),
            status: error.status,
            code: error.code.clone(),
            message: error.message.clone(),
            fields: error
                .fields
                .iter()
                .map(|f| (f.field.clone(), f.code.clone(), f.message.clone()))
                .collect(),
            request_id: error.request_id.clone(),
            retry_after: error.retry_after.clone(),
            excerpt: error.excerpt.clone(),
        }
    }
}

impl From<&StoredError> for ApiError {
    fn from(stored: &StoredError) -> Self {
        let kind = match stored.kind.as_str() {
            "unreachable" => ErrorKind::Unreachable,
            "timed out" => ErrorKind::TimedOut(stored.seconds.unwrap_or_default()),
            "cancelled" => ErrorKind::Cancelled,
            "refused" => ErrorKind::Refused,
            "not signed" => ErrorKind::NotSigned,
            "read-only" => ErrorKind::ReadOnly,
            _ => ErrorKind::Unreadable,
        };
        let field = |(field, code, message): &(String, Option<String>, Option<String>)| FieldError {
            field: field.clone(),
            code: code.clone(),
            message: message.clone(),
        };
        Self {
            kind,
            address: stored.address.clone(),
            status: stored.status,
            code: stored.code.clone(),
            message: stored.message.clone(),
            fields: stored.fields.iter().map(field).collect(),
            request_id: stored.request_id.clone(),
            retry_after: stored.retry_after.clone(),
            excerpt: stored.excerpt.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_comes_back_as_it_was() {
        let kinds = [
            ErrorKind::Unreachable,
            ErrorKind::TimedOut(30),
            ErrorKind::Cancelled,
            ErrorKind::Refused,
            ErrorKind::Unreadable,
            ErrorKind::NotSigned,
            ErrorKind::ReadOnly,
        ];
        for kind in kinds {
            let mut error = ApiError::without_answer(kind, "no").at("GET /x");
            error.status = Some(422);
            error.code = Some("ValidationFailed".into());
            error.fields =
                vec![FieldError { field: "name".into(), code: Some("Invalid".into()), message: None }];
            error.retry_after = Some("3".into());
            let text = serde_json::to_string(&StoredError::from(&error)).expect("serialises");
            let stored: StoredError = serde_json::from_str(&text).expect("deserialises");
            assert_eq!(ApiError::from(&stored), error);
        }
    }
}
