//! Why something could not be kept.

use std::fmt;

use crate::js::BrowserError;

/// What kind of thing is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser keeps no data for this page: private window, blocked site data, no secure
    /// context.
    Blocked,
    /// It does not answer; it may later.
    Slow,
    /// There is no room left.
    Full,
    /// Another tab runs another version of the console.
    OtherVersion,
    /// Anything else.
    Failed,
}

/// Something could not be kept or read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageError {
    /// What kind of thing is in the way.
    pub problem: StorageProblem,
    /// The browser's own words.
    pub detail: String,
}

impl StorageError {
    pub(super) fn new(problem: StorageProblem, detail: impl Into<String>) -> Self {
        Self { problem, detail: detail.into() }
    }
}

impl From<BrowserError> for StorageError {
    fn from(error: BrowserError) -> Self {
        let problem = match error.name.as_str() {
            "SecurityError" | "NotAllowedError" | "InvalidAccessError" => StorageProblem::Blocked,
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "NS_ERROR_FILE_NO_DEVICE_SPACE" => {
                StorageProblem::Full
            }
            "VersionError" => StorageProblem::OtherVersion,
            _ => StorageProblem::Failed,
        };
        Self::new(problem, error.to_string())
    }
}

impl From<wasm_bindgen::JsValue> for StorageError {
    fn from(thrown: wasm_bindgen::JsValue) -> Self {
        BrowserError::from(thrown).into()
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.problem {
            StorageProblem::Blocked => {
                "The browser keeps no data for this page (a private window, or site data is blocked)"
            }
            StorageProblem::Slow => {
                "The browser's storage does not answer. What it holds appears once it does; until then, what is \
                 started here is kept only as long as this page is open"
            }
            StorageProblem::Full => "The browser's storage is full: free some space on this computer",
            StorageProblem::OtherVersion => {
                "Another tab runs another version of the console: close the other tabs and reload this one"
            }
            StorageProblem::Failed => "The browser's storage failed",
        })?;
        if self.detail.is_empty() { f.write_str(".") } else { write!(f, " ({}).", self.detail) }
    }
}

impl std::error::Error for StorageError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_become_words() {
        let error = |name: &str| {
            StorageError::from(BrowserError { name: name.to_owned(), message: "m".to_owned() }).to_string()
        };
        assert!(error("SecurityError").contains("private window"));
        assert!(error("QuotaExceededError").contains("full"));
        assert!(error("VersionError").contains("Another tab"));
        assert_eq!(error("DataError"), "The browser's storage failed (DataError: m).");
    }
}
