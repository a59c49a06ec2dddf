//! The signing string: one line for each signed item, in the order the header declares.

use super::SignError;

/// The pseudo header that stands for method, path and query.
const REQUEST_TARGET: &str = "(request-target)";

/// Collects the signed items; the list of names and the text to sign cannot get out of step.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    names: String,
    text: String,
}

impl Lines {
    /// Adds `name: value`. The name is in lower case already.
    pub(crate) fn push(&mut self, name: &'static str, value: &str) -> Result<(), SignError> {
        // A line break would let one value pass for another header, and trimming is what every
        // server does before it verifies.
        if value.is_empty() || value.trim() != value || !value.bytes().all(|b| matches!(b, b' '..=b'~')) {
            return Err(SignError::UnusableValue { name });
        }
        if !self.names.is_empty() {
            self.names.push(' ');
            self.text.push('\n');
        }
        self.names.push_str(name);
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.push_str(value);
        Ok(())
    }

    /// Adds method, path and query. The target must be what goes over the wire, byte for byte.
    pub(crate) fn push_request_target(&mut self, method: &str, target: &str) -> Result<(), SignError> {
        let is_plain = target.starts_with('/') && target.bytes().all(|b| b.is_ascii_graphic() && b != b'#');
        if method.is_empty() || !method.bytes().all(|b| b.is_ascii_alphabetic()) || !is_plain {
            return Err(SignError::UnusableValue { name: REQUEST_TARGET });
        }
        self.push(REQUEST_TARGET, &format!("{} {target}", method.to_ascii_lowercase()))
    }

    /// The names for `headers="…"` and the text to sign.
    pub(crate) fn finish(self) -> (String, String) {
        (self.names, self.text)
    }
}
