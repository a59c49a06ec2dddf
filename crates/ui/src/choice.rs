//! One thing that can be chosen, for selects, pickers, menus and palettes alike.

use image_console_core::lower;

/// An option of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is reported when it is chosen.
    pub id: String,
    /// What is read first.
    pub label: String,
    /// What tells it from its neighbours (version, state, id); may be empty.
    pub detail: String,
    /// Why it cannot be chosen now. It stays in the list, with this reason.
    pub reason: Option<String>,
}

impl Choice {
    /// An option without detail that can be chosen.
    #[must_use]
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), ..Self::default() }
    }

    /// The same option with a detail.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same option, not to be chosen, with the reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Whether all words of `folded` (lower case already) occur in label, detail or id.
    #[must_use]
    pub fn matches(&self, folded: &str) -> bool {
        let has = |text: &str, word: &str| lower(text).contains(word);
        folded
            .split_whitespace()
            .all(|word| has(&self.label, word) || has(&self.detail, word) || has(&self.id, word))
    }
}

#[cfg(test)]
mod tests {
    use super::Choice;

    #[test]
    fn every_word_must_occur_somewhere() {
        let choice = Choice::new("2b683a82", "Web Golden").detail("1.7.2");
        for typed in ["", "web", "gold 1.7", "2b68 web"] {
            assert!(choice.matches(typed), "{typed}");
        }
        assert!(!choice.matches("web 1.8"));
    }
}
