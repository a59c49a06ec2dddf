//! The one error type: a text for a person at a terminal.

use std::fmt;

/// What went wrong, and on the following lines what can be done about it.
#[derive(Debug)]
pub struct Failure(String);

/// A result whose error is already worded.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Takes the finished text; the first line says what failed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words an error of the standard library by what was being attempted.
pub trait Attempting<T> {
    /// `what` completes "could not …".
    fn attempting(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> Attempting<T> for Result<T, E> {
    fn attempting(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("Could not {what}: {error}")))
    }
}
