//! What a failure means and what to do about it, the same shape for every upstream.

/// An explanation for a person: the upstream's own code and message are shown beside it, never
/// replaced by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Why it happened, in plain words.
    pub why: String,
    /// What to do next.
    pub next: String,
}

impl Explanation {
    /// An explanation from its two sentences.
    pub fn new(why: impl Into<String>, next: impl Into<String>) -> Self {
        Self { why: why.into(), next: next.into() }
    }

    /// Of what a read-only console did not send. Why it is one stands in the error's own message.
    #[must_use]
    pub fn read_only() -> Self {
        Self::new(
            "This console is read-only, so nothing was sent.",
            "Use a console that may change things, or ask whoever runs this one.",
        )
    }
}
