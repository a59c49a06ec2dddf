//! What the page says about a row: plain data, formatted once.

use crate::Tone;

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, because the upstream sent nothing and nothing is worth saying about it.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// Text in the fixed-width face: versions, ids.
    Mono(String),
    /// Words in place of a value: `not published`.
    Muted(String),
    /// The connection that the row comes from.
    Source(String),
    /// A tag.
    Tag(String),
    /// What the row is about, as a link.
    Link {
        /// Where it leads.
        href: String,
        /// What it says.
        text: String,
    },
    /// A state.
    Status {
        /// Its colour.
        tone: Tone,
        /// The API's own word.
        word: String,
    },
    /// A value of the wrong type, shown as it came.
    Marked {
        /// The value as it came.
        text: String,
        /// What is wrong with it, e.g. `state is a number, not a string`.
        why: String,
    },
    /// Whether the row is selected.
    Check {
        /// Whether it is.
        checked: bool,
        /// What is selected, for screen readers.
        label: String,
    },
}

impl Cell {
    /// The element that carries it, its class, and its text.
    pub(super) fn face(&self) -> (&'static str, &'static str, &str) {
        match self {
            Self::Empty => ("span", "", ""),
            Self::Text(text) => ("span", "", text),
            Self::Mono(text) => ("span", "mono", text),
            Self::Muted(text) => ("span", "muted", text),
            Self::Source(text) => ("span", "source", text),
            Self::Tag(text) => ("span", "tag", text),
            Self::Link { text, .. } => ("a", "", text),
            Self::Status { tone, word } => {
                let class = match tone {
                    Tone::Ok => "status ok",
                    Tone::Warn => "status warn",
                    Tone::Bad => "status bad",
                    Tone::Accent => "status accent",
                    Tone::Muted => "status muted",
                };
                ("span", class, word)
            }
            Self::Marked { text, .. } => ("span", "odd", text),
            Self::Check { .. } => ("input", "", ""),
        }
    }
}

/// One row as it stands now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowView {
    /// In the order of the visible columns.
    pub cells: Vec<Cell>,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether it is fainter than others: stale, going away.
    pub faint: bool,
}
