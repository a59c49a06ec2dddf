//! What a check says about the value of a form field, the same shape for every upstream.
//!
//! May depend on `core` only.

use image_console_core::form::Field;

/// What there is to say about a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Nothing.
    Fine,
    /// Beyond a documented limit that is not enforced.
    Warning(String),
    /// The server would refuse it.
    Error(String),
}

impl Finding {
    /// Puts the message beside the value.
    pub fn put(self, field: &mut Field) {
        (field.error, field.warning) = match self {
            Self::Fine => (None, None),
            Self::Warning(text) => (None, Some(text)),
            Self::Error(text) => (Some(text), None),
        };
    }

    /// The error alone, for a rule that only passes or fails.
    ///
    /// # Errors
    /// The message of [`Finding::Error`].
    pub fn into_result(self) -> Result<(), String> {
        match self {
            Self::Fine | Self::Warning(_) => Ok(()),
            Self::Error(text) => Err(text),
        }
    }

    /// Whether the value may be sent.
    #[must_use]
    pub const fn may_be_sent(&self) -> bool {
        !matches!(self, Self::Error(_))
    }
}
