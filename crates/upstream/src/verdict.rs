//! The answer of the capability rules: a control that is not allowed is disabled with a reason.

/// Whether something may be done, as far as the rules can tell from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing known speaks against it; the upstream has the last word.
    Allowed,
    /// It would be refused.
    Disallowed {
        /// For the user, in plain words.
        reason: String,
        /// Where the rule is written down.
        source: &'static str,
    },
}

impl Verdict {
    /// Whether the control is enabled.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed)
    }

    /// Why not, when it is not.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Allowed => None,
            Self::Disallowed { reason, .. } => Some(reason),
        }
    }
}
