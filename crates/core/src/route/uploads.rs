//! What the search for Marketplace uploads asks (marketplace-publisher.md §3.3).

use super::parameters::{Parameters, put};

/// The parameters of the search, by the API's names. `offset` is not among them: pages are read one
/// after another.
pub const UPLOADS_SEARCH: [&str; 5] = ["keyword", "machineimagestatus", "limit", "orderby", "sortorder"];

/// All that decides which uploads are shown. The page that sends the values knows the API's words and
/// says which of them it leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UploadsView {
    /// The search, by the names and in the order of [`UPLOADS_SEARCH`], non-empty.
    pub search: Vec<(String, String)>,
    /// The connections that are asked, by id; empty for all.
    pub sources: Vec<String>,
}

impl UploadsView {
    pub(super) fn pairs(&self) -> Vec<(&str, String)> {
        let mut pairs = Vec::new();
        for (name, value) in &self.search {
            put(&mut pairs, name, value);
        }
        for id in &self.sources {
            put(&mut pairs, "source", id);
        }
        pairs
    }

    pub(super) fn read(parameters: &mut Parameters) -> Self {
        let text = |value: &str| !value.trim().is_empty() && value.len() <= 512;
        let mut view = Self::default();
        for name in UPLOADS_SEARCH {
            if let Some(value) = parameters.text(name, &text) {
                view.search.push((name.to_owned(), value));
            }
        }
        view.sources = parameters.texts("source", &text);
        view
    }
}
