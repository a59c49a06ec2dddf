//! Columns and the order of rows.

/// How wide a column is. The sizes themselves are custom properties (`--col-s` and so on).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Width {
    /// A check box.
    Check,
    /// A version, a short number.
    S,
    /// A state, a size, a date.
    #[default]
    M,
    /// A type, a connection.
    L,
    /// A state of several words, a date with its time.
    Xl,
    /// A UUID.
    Id,
    /// Takes what is left, but is never narrower than a name.
    Grow,
}

impl Width {
    pub(super) const fn token(self) -> &'static str {
        match self {
            Self::Check => "var(--col-check)",
            Self::S => "var(--col-s)",
            Self::M => "var(--col-m)",
            Self::L => "var(--col-l)",
            Self::Xl => "var(--col-xl)",
            Self::Id => "var(--col-id)",
            Self::Grow => "var(--col-grow)",
        }
    }
}

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name in addresses and in the column chooser.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// What it holds, said when the heading is pointed at; empty when the heading says it.
    pub title: String,
    /// How wide it is.
    pub width: Width,
    /// Numbers: aligned at the end.
    pub number: bool,
    /// Whether its heading sorts.
    pub sortable: bool,
}

/// What the rows are sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The column's key.
    pub key: String,
    /// From the end.
    pub descending: bool,
}

impl Sort {
    /// What a press on a heading leads to: up, down, then the order as it came.
    #[must_use]
    pub fn next(now: Option<&Self>, key: &str) -> Option<Self> {
        match now {
            Some(sort) if sort.key == key && sort.descending => None,
            Some(sort) if sort.key == key => Some(Self { key: key.to_owned(), descending: true }),
            _ => Some(Self { key: key.to_owned(), descending: false }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sort;

    #[test]
    fn a_heading_has_three_states() {
        let up = Sort::next(None, "name");
        let down = Sort::next(up.as_ref(), "name");
        assert_eq!(down, Some(Sort { key: "name".into(), descending: true }));
        assert_eq!(Sort::next(down.as_ref(), "name"), None);
        assert_eq!(Sort::next(down.as_ref(), "os"), Some(Sort { key: "os".into(), descending: false }));
    }
}
