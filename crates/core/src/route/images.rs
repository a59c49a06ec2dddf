//! What the image table shows: the server's filters, the client's search, facets, sort, columns.

use super::parameters::Parameters;
use super::{IMAGES_ACTIONS, ImagesAction, filters, value_of, word_of};
use crate::sorting;

/// What rows can be narrowed by in the browser.
pub const FACETS: [&str; 6] = ["source", "os", "type", "state", "visibility", "owner"];

/// The columns of the table, by the names the catalogue gives them: no API's word fits all sources.
pub const COLUMNS: [&str; 12] = [
    "source",
    "name",
    "version",
    "os",
    "type",
    "state",
    "visibility",
    "owner",
    "origin",
    "size",
    "published",
    "id",
];

/// A sorted column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// One of [`COLUMNS`].
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// All that decides what the table shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImagesView {
    /// The instant search in the browser.
    pub q: String,
    /// Filters sent to the servers, by the names and in the order of [`super::ALL_FILTERS`], non-empty.
    pub filters: Vec<(String, String)>,
    /// Facet values that rows must have one of; (facet, value), in the order of [`FACETS`].
    pub facets: Vec<(String, String)>,
    /// The sorted column; `None` is the order of the server.
    pub sort: Option<Sort>,
    /// The chosen columns; `None` is the default choice.
    pub columns: Option<Vec<String>>,
    /// The dialog that is open over the table.
    pub action: Option<ImagesAction>,
    /// The machine or image a dialog starts from.
    pub from: Option<String>,
}

impl ImagesView {
    /// The value of one server filter.
    #[must_use]
    pub fn filter(&self, name: &str) -> Option<&str> {
        self.filters.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Sets or, when empty, removes a server filter.
    pub fn set_filter(&mut self, name: &str, value: &str) {
        self.filters.retain(|(n, _)| n != name);
        if !value.is_empty() {
            self.filters.push((name.to_owned(), value.to_owned()));
        }
        let place = |name: &str| filters::ALL_FILTERS.iter().flat_map(|(_, f)| *f).position(|f| *f == name);
        sorting::sort_by(&mut self.filters, |(a, _), (b, _)| place(a).cmp(&place(b)));
    }

    /// The chosen values of one facet.
    #[must_use]
    pub fn facet(&self, name: &str) -> Vec<&str> {
        self.facets.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect()
    }

    /// Replaces the chosen values of one facet.
    pub fn set_facet(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        self.facets.retain(|(n, _)| n != name);
        self.facets.extend(values.into_iter().map(|v| (name.to_owned(), v)));
        let place = |name: &str| FACETS.iter().position(|f| *f == name);
        sorting::sort_by(&mut self.facets, |(a, _), (b, _)| place(a).cmp(&place(b)));
    }

    pub(super) fn pairs(&self) -> Vec<(&str, String)> {
        let mut pairs = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        pairs.extend(self.filters.iter().map(|(n, v)| (n.as_str(), v.clone())));
        for (facet, value) in &self.facets {
            if let Some(at) = FACETS.iter().position(|f| f == facet) {
                pairs.push((FACET_PARAMETERS[at], value.clone()));
            }
        }
        if let Some(sort) = &self.sort {
            pairs.push(("sort", format!("{}{}", if sort.descending { "-" } else { "" }, sort.column)));
        }
        if let Some(columns) = &self.columns {
            pairs.push(("columns", columns.join(",")));
        }
        if let Some(action) = &self.action {
            pairs.push(("action", word_of(IMAGES_ACTIONS, action).to_owned()));
        }
        if let Some(from) = &self.from {
            pairs.push(("from", from.clone()));
        }
        pairs
    }

    pub(super) fn read(parameters: &mut Parameters) -> Self {
        let mut view = Self {
            q: parameters.typed("q", 512).unwrap_or_default(),
            sort: parameters.take("sort", |word| {
                let column = word.strip_prefix('-').unwrap_or(word);
                COLUMNS
                    .contains(&column)
                    .then(|| Sort { column: column.to_owned(), descending: word.starts_with('-') })
            }),
            columns: parameters.take("columns", |list| {
                let columns: Vec<String> = list.split(',').map(str::to_owned).collect();
                let known = columns.iter().all(|c| COLUMNS.contains(&c.as_str()));
                let once = columns.iter().enumerate().all(|(i, c)| !columns[..i].contains(c));
                (known && once).then_some(columns)
            }),
            action: parameters.take("action", |word| value_of(IMAGES_ACTIONS, word)),
            from: parameters.typed("from", 512),
            ..Self::default()
        };
        for name in filters::ALL_FILTERS.iter().flat_map(|(_, names)| *names) {
            if let Some(value) = parameters.text(name, &|value| filters::check(name, value)) {
                view.filters.push(((*name).to_owned(), value));
            }
        }
        for (facet, parameter) in FACETS.iter().zip(FACET_PARAMETERS) {
            // An empty value stands for rows in which the field was not sent.
            for value in parameters.texts(parameter, &|v| v.len() <= 512) {
                view.facets.push(((*facet).to_owned(), value));
            }
        }
        view
    }
}

/// A facet's parameter: `source` as it is; the others would be taken for the server's filters.
const FACET_PARAMETERS: [&str; 6] =
    ["source", "only.os", "only.type", "only.state", "only.visibility", "only.owner"];
