//! A form field is its value and its error together, so that what was typed survives every
//! failure and a message cannot outlive the value it is about.

/// One field of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    /// What is in the control, as typed.
    pub value: String,
    /// What is wrong with it, in words that say what to do.
    pub error: Option<String>,
    /// Worth knowing, but no reason to stop (e.g. beyond a documented limit that is not enforced).
    pub warning: Option<String>,
}

impl Field {
    /// A field that starts with a value.
    #[must_use]
    pub fn with(value: impl Into<String>) -> Self {
        Self { value: value.into(), ..Self::default() }
    }

    /// The user typed: the message about the old value goes.
    pub fn edit(&mut self, value: String) {
        *self = Self::with(value);
    }

    /// Checks the value (on blur and on submit, never while the first character is typed) and keeps
    /// the message. Returns whether it passed.
    pub fn check(&mut self, rule: impl Fn(&str) -> Result<(), String>) -> bool {
        self.error = rule(&self.value).err();
        self.error.is_none()
    }

    /// The value without surrounding white space, or `None` when that leaves nothing.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        Some(self.value.trim()).filter(|v| !v.is_empty())
    }
}
