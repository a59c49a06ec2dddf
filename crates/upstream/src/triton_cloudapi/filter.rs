//! The seven filters of ListImages (contract §4.1).

use image_console_core::FieldError;

use super::validate;

/// The values of the `state` filter; `active` is what the server takes when none is given.
pub const IMAGE_STATES: [&str; 6] = ["active", "disabled", "unactivated", "creating", "failed", "all"];

/// What to ask ListImages for; holds only values the server would accept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageFilter {
    name: Option<String>,
    os: Option<String>,
    version: Option<String>,
    public: Option<String>,
    state: Option<String>,
    owner: Option<String>,
    type_: Option<String>,
}

impl ImageFilter {
    /// The names of the filters, in the order they are sent.
    pub const NAMES: [&str; 7] = ["name", "os", "version", "public", "state", "owner", "type"];

    /// Builds a filter from what was typed or stands in an address. Values without text are not
    /// given; a value the server would refuse is left out and reported under its filter's name;
    /// other names are none of this filter's business and passed over.
    #[must_use]
    pub fn parse<'a>(given: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<FieldError>) {
        let mut filter = Self::default();
        let mut errors = Vec::new();
        for (name, value) in given {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let Some(slot) = filter.slot(name) else { continue };
            match check(name, value) {
                Ok(()) => *slot = Some(value.to_owned()),
                Err(message) => {
                    errors.push(FieldError { field: name.to_owned(), code: None, message: Some(message) })
                }
            }
        }
        (filter, errors)
    }

    /// The filter with one value replaced, without checking; for a value of this code's own.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        if let Some(slot) = self.slot(name) {
            *slot = Some(value.to_owned());
        }
        self
    }

    /// The pairs to send, always in the same order.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let values =
            [&self.name, &self.os, &self.version, &self.public, &self.state, &self.owner, &self.type_];
        Self::NAMES.into_iter().zip(values).filter_map(|(n, v)| Some((n, v.as_deref()?))).collect()
    }

    fn slot(&mut self, name: &str) -> Option<&mut Option<String>> {
        Some(match name {
            "name" => &mut self.name,
            "os" => &mut self.os,
            "version" => &mut self.version,
            "public" => &mut self.public,
            "state" => &mut self.state,
            "owner" => &mut self.owner,
            "type" => &mut self.type_,
            _ => return None,
        })
    }
}

fn check(name: &str, value: &str) -> Result<(), String> {
    match name {
        "name" | "version" if value == "~" => Err("Write what to look for after the ~.".to_owned()),
        "type" if value == "!" => Err("Write the type to leave out after the !.".to_owned()),
        "public" if !matches!(value, "true" | "false") => Err("This can be true or false.".to_owned()),
        "state" if !IMAGE_STATES.contains(&value) => {
            Err(format!("“{value}” is not a state. Choose one of {}.", IMAGE_STATES.join(", ")))
        }
        "owner" => validate::uuid(value).into_result(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_seven_are_kept_in_the_documented_order() {
        let owner = "930896af-bf8c-48d4-885c-6573a94b1853";
        let given = [
            ("type", "!docker"),
            ("state", "all"),
            ("q", "not for the server"),
            ("owner", owner),
            ("public", "false"),
            ("version", "~22.4"),
            ("name", " ~base "),
            ("os", "smartos"),
        ];
        let (filter, errors) = ImageFilter::parse(given);
        assert_eq!(errors, []);
        assert_eq!(
            filter.pairs(),
            [
                ("name", "~base"),
                ("os", "smartos"),
                ("version", "~22.4"),
                ("public", "false"),
                ("state", "all"),
                ("owner", owner),
                ("type", "!docker")
            ]
        );
    }

    #[test]
    fn nonsense_is_left_out_and_named() {
        let given = [("state", "sleeping"), ("public", "yes"), ("owner", "ME"), ("name", "~"), ("os", "")];
        let (filter, errors) = ImageFilter::parse(given);
        assert_eq!(filter, ImageFilter::default());
        assert_eq!(
            errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(),
            ["state", "public", "owner", "name"]
        );
        assert!(errors[0].message.as_deref().is_some_and(|m| m.contains("sleeping") && m.contains("failed")));
    }
}
