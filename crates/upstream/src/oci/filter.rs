//! The query parameters of the lists, checked before they are sent. Each list names its own
//! ([`Param`]); compartment, limit and page are not among them, because the console sets those.

use image_console_core::{FieldError, encode};

use super::ocid;

/// The words of `sortOrder`.
pub const SORT_ORDER: [&str; 2] = ["ASC", "DESC"];
/// The words of `sortBy` for images and repositories.
pub const SORT_BY: [&str; 2] = ["TIMECREATED", "DISPLAYNAME"];

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Any text.
    Text,
    /// An OCID.
    Ocid,
    /// `true` or `false`.
    Flag,
    /// One of these words. The services take some of them in any case, so they are compared like
    /// that and sent as documented.
    OneOf(&'static [&'static str]),
}

/// One query parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// As the API spells it.
    pub name: &'static str,
    /// What it takes.
    pub rule: Rule,
}

impl Param {
    /// A parameter.
    #[must_use]
    pub const fn new(name: &'static str, rule: Rule) -> Self {
        Self { name, rule }
    }
}

/// What to ask a list for: holds only values the service would accept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter(Vec<(&'static str, String)>);

impl Filter {
    /// Builds a filter from what was typed or stands in an address. Values without text are not
    /// given; a value the service would refuse is left out and reported under its parameter's name;
    /// other names are none of this list's business and passed over.
    #[must_use]
    pub fn parse<'a>(
        params: &'static [Param],
        given: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> (Self, Vec<FieldError>) {
        let given: Vec<_> = given.into_iter().collect();
        let (mut values, mut errors) = (Vec::new(), Vec::new());
        for param in params {
            let last = given.iter().rfind(|(name, value)| *name == param.name && !value.trim().is_empty());
            let Some((_, value)) = last else { continue };
            match check(param.rule, value.trim()) {
                Ok(value) => values.push((param.name, value)),
                Err(message) => {
                    let field = param.name.to_owned();
                    errors.push(FieldError { field, code: None, message: Some(message) });
                }
            }
        }
        (Self(values), errors)
    }

    /// The pairs to send, in the order of the documents.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// One value.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// The target of the list: path, then these pairs first, then the filter's own.
    pub(crate) fn target(&self, path: &str, first: &[(&'static str, &str)]) -> String {
        let of_filter = self.pairs().filter(|(name, _)| !first.iter().any(|(n, _)| n == name));
        let pairs: Vec<_> = first.iter().copied().chain(of_filter).collect();
        format!("{path}?{}", encode::query(&pairs))
    }
}

fn check(rule: Rule, value: &str) -> Result<String, String> {
    let word = |words: &'static [&'static str]| {
        let found = words.iter().find(|word| word.eq_ignore_ascii_case(value));
        let wrong = || format!("“{value}” is not one of {}.", words.join(", "));
        found.map(|word| (*word).to_owned()).ok_or_else(wrong)
    };
    match rule {
        Rule::Text => Ok(value.to_owned()),
        Rule::Ocid => ocid(value).into_result().map(|()| value.to_owned()),
        Rule::Flag => word(&["true", "false"]),
        Rule::OneOf(words) => word(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMS: &[Param] = &[
        Param::new("displayName", Rule::Text),
        Param::new("imageId", Rule::Ocid),
        Param::new("isVersioned", Rule::Flag),
        Param::new("sortOrder", Rule::OneOf(&SORT_ORDER)),
    ];

    #[test]
    fn known_values_are_kept_in_the_documented_order_and_spelling() {
        let given = [
            ("sortOrder", "desc"),
            ("q", "x"),
            ("isVersioned", "True"),
            ("displayName", " a b "),
            ("imageId", ""),
        ];
        let (filter, errors) = Filter::parse(PARAMS, given);
        assert_eq!(errors, []);
        assert_eq!(
            filter.target("/x", &[("compartmentId", "c"), ("sortOrder", "ASC")]),
            "/x?compartmentId=c&sortOrder=ASC&displayName=a%20b&isVersioned=true"
        );
        assert_eq!(filter.get("sortOrder"), Some("DESC"));
    }

    #[test]
    fn nonsense_is_left_out_and_named() {
        let (filter, errors) =
            Filter::parse(PARAMS, [("imageId", "7"), ("sortOrder", "up"), ("isVersioned", "yes")]);
        assert_eq!(filter, Filter::default());
        assert_eq!(
            errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(),
            ["imageId", "isVersioned", "sortOrder"]
        );
        assert!(errors[2].message.as_deref().is_some_and(|m| m.contains("ASC, DESC")));
    }
}
