//! What is searched for (contract §3.3).

use image_console_core::{FieldError, encode};

use super::Status;

/// What the answer is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    /// `NAME`.
    Name,
    /// `LASTUPDATEDATE`.
    LastUpdateDate,
}

impl OrderBy {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Name, Self::LastUpdateDate];

    /// The word as it is sent.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "NAME",
            Self::LastUpdateDate => "LASTUPDATEDATE",
        }
    }
}

/// In which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// `ASC`.
    Ascending,
    /// `DESC`.
    Descending,
}

impl SortOrder {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ascending, Self::Descending];

    /// The word as it is sent.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ascending => "ASC",
            Self::Descending => "DESC",
        }
    }
}

/// A search; holds only values the API takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Free text; empty for none.
    pub keyword: String,
    /// Uploads in one of these; empty for all.
    pub statuses: Vec<Status>,
    /// What to sort by; `None` leaves it to the API.
    pub order_by: Option<OrderBy>,
    /// In which direction; `None` leaves it to the API.
    pub sort_order: Option<SortOrder>,
    /// The most items of one page; beyond 1 to 100 the nearest of them is sent.
    pub limit: u32,
}

impl Default for Search {
    fn default() -> Self {
        Self { keyword: String::new(), statuses: Vec::new(), order_by: None, sort_order: None, limit: 30 }
    }
}

impl Search {
    /// The names of the parameters, in the order they are sent. `offset` is the listing's own.
    pub const NAMES: [&str; 5] = ["keyword", "machineimagestatus", "limit", "orderby", "sortorder"];

    /// The most items of one page, as it is sent.
    #[must_use]
    pub fn page_size(&self) -> u32 {
        self.limit.clamp(1, 100)
    }

    /// Builds a search from what was typed or stands in an address, by the API's names. A value
    /// the API would refuse is left out and reported under its name; statuses are read in either
    /// spelling; other names are passed over.
    #[must_use]
    pub fn parse<'a>(given: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<FieldError>) {
        let mut search = Self::default();
        let mut errors = Vec::new();
        for (name, value) in given {
            if value.trim().is_empty() || !Self::NAMES.contains(&name) {
                continue;
            }
            if let Err(message) = search.set(name, value.trim()) {
                errors.push(FieldError { field: name.to_owned(), code: None, message: Some(message) });
            }
        }
        (search, errors)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "keyword" => value.clone_into(&mut self.keyword),
            "machineimagestatus" => {
                for word in value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                    let status = Status::parse(word)
                        .ok_or_else(|| format!("“{word}” is not a status the search knows."))?;
                    if !self.statuses.contains(&status) {
                        self.statuses.push(status);
                    }
                }
            }
            "limit" => {
                let fits = value.parse().ok().filter(|n| (1..=100).contains(n));
                self.limit = fits.ok_or("A page has 1 to 100 items.")?;
            }
            "orderby" => {
                let found = OrderBy::ALL.into_iter().find(|o| o.word().eq_ignore_ascii_case(value));
                self.order_by = Some(found.ok_or("Sort by NAME or LASTUPDATEDATE.")?);
            }
            _ => {
                let found = SortOrder::ALL.into_iter().find(|o| o.word().eq_ignore_ascii_case(value));
                self.sort_order = Some(found.ok_or("The direction is ASC or DESC.")?);
            }
        }
        Ok(())
    }

    /// What is given, by the API's names and in its words, for an address; `limit` only when it is
    /// not the API's own.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let statuses: Vec<_> = self.statuses.iter().map(|s| s.filter_word()).collect();
        let limit = if self.limit == Self::default().limit { String::new() } else { self.limit.to_string() };
        let values = [
            self.keyword.clone(),
            statuses.join(","),
            limit,
            self.order_by.map_or("", OrderBy::word).to_owned(),
            self.sort_order.map_or("", SortOrder::word).to_owned(),
        ];
        Self::NAMES.into_iter().zip(values).filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The query as it is sent: the comma of the list as it is, spaces as `%20`.
    pub(super) fn query(&self, offset: u64) -> String {
        let mut out = String::new();
        let mut add = |name: &str, value: &str| {
            out.push_str(if out.is_empty() { "" } else { "&" });
            out.push_str(name);
            out.push('=');
            out.push_str(value);
        };
        if !self.keyword.is_empty() {
            add("keyword", &encode::component(&self.keyword));
        }
        if !self.statuses.is_empty() {
            let words: Vec<_> = self.statuses.iter().map(|s| encode::component(s.filter_word())).collect();
            add("machineimagestatus", &words.join(","));
        }
        add("limit", &self.page_size().to_string());
        add("offset", &offset.to_string());
        if let Some(order) = self.order_by {
            add("orderby", order.word());
        }
        if let Some(order) = self.sort_order {
            add("sortorder", order.word());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_misspellings_are_sent_as_documented() {
        let (search, errors) = Search::parse([
            ("machineimagestatus", "in progress, Deletion Failed,PENDING"),
            ("orderby", "lastupdatedate"),
            ("sortorder", "DESC"),
            ("keyword", "shop & co, ü"),
            ("other", "x"),
        ]);
        assert_eq!(errors, []);
        assert_eq!(
            search.query(60),
            "keyword=shop%20%26%20co%2C%20%C3%BC&machineimagestatus=IN%20PROGESS,DELECTION%20FAILED,PENDING\
             &limit=30&offset=60&orderby=LASTUPDATEDATE&sortorder=DESC"
        );
        let pairs = search.pairs();
        let again = Search::parse(pairs.iter().map(|(n, v)| (*n, v.as_str())));
        assert_eq!(again, (search, vec![]), "an address brings the same search back");
    }

    #[test]
    fn what_the_api_would_refuse_is_named_and_not_sent() {
        let given =
            [("limit", "101"), ("machineimagestatus", "RUNNING"), ("orderby", "SIZE"), ("sortorder", "UP")];
        let (search, errors) = Search::parse(given);
        assert_eq!(search, Search::default());
        let fields: Vec<_> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["limit", "machineimagestatus", "orderby", "sortorder"]);
    }
}
