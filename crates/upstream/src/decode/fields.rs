//! Taking a JSON object apart field by field; what nobody asked for is left over and kept.

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use super::Lenient;

/// The fields of one JSON object that have not been taken yet.
#[derive(Debug, Clone, Default)]
pub struct Fields(Map<String, Value>);

impl From<Map<String, Value>> for Fields {
    fn from(map: Map<String, Value>) -> Self {
        Self(map)
    }
}

impl Fields {
    /// Takes a field and decodes it with `read`.
    pub fn take<T>(&mut self, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> Lenient<T> {
        self.0.remove(name).map_or(Lenient::Absent, |value| Lenient::read(&value, read))
    }

    /// Takes a text.
    pub fn text(&mut self, name: &str) -> Lenient<String> {
        self.take(name, |v| v.as_str().map(str::to_owned))
    }

    /// Takes `true` or `false`.
    pub fn boolean(&mut self, name: &str) -> Lenient<bool> {
        self.take(name, Value::as_bool)
    }

    /// Takes a whole number that is not negative.
    pub fn count(&mut self, name: &str) -> Lenient<u64> {
        self.take(name, Value::as_u64)
    }

    /// Takes a whole number of any sign: for what should be a count but is signed in the API's model.
    pub fn integer(&mut self, name: &str) -> Lenient<i64> {
        self.take(name, Value::as_i64)
    }

    /// Takes a whole number that some versions send as a number and others as its text.
    pub fn count_or_text(&mut self, name: &str) -> Lenient<u64> {
        self.take(name, |v| v.as_u64().or_else(|| v.as_str()?.trim().parse().ok()))
    }

    /// Takes an RFC 3339 date-time.
    pub fn time(&mut self, name: &str) -> Lenient<Timestamp> {
        self.take(name, |v| Timestamp::parse(v.as_str()?))
    }

    /// Takes an object of any content.
    pub fn map(&mut self, name: &str) -> Lenient<Map<String, Value>> {
        self.take(name, |v| v.as_object().cloned())
    }

    /// Takes an object and decodes it.
    pub fn object<T>(&mut self, name: &str, read: impl FnOnce(Self) -> T) -> Lenient<T> {
        self.take(name, |v| v.as_object().cloned().map(|map| read(Self(map))))
    }

    /// Takes an array whose items may each be of a wrong type on their own.
    pub fn list<T>(&mut self, name: &str, read: impl Fn(&Value) -> Option<T>) -> Lenient<Vec<Lenient<T>>> {
        self.take(name, |v| v.as_array().map(|items| items.iter().map(|i| Lenient::read(i, &read)).collect()))
    }

    /// What is left: fields that the contract does not name.
    #[must_use]
    pub fn rest(self) -> Map<String, Value> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fields(value: Value) -> Fields {
        Fields::from(value.as_object().cloned().expect("an object"))
    }

    #[test]
    fn a_number_is_read_from_its_text_too_and_anything_else_is_kept_as_it_came() {
        let mut f = fields(json!({"a": 256, "b": "256", "c": "much", "d": -1, "e": null}));
        assert_eq!(f.count_or_text("a"), Lenient::Value(256));
        assert_eq!(f.count_or_text("b"), Lenient::Value(256));
        assert_eq!(f.count_or_text("c"), Lenient::Wrong("\"much\"".into()));
        assert_eq!(f.clone().integer("d"), Lenient::Value(-1));
        assert_eq!(f.count("d"), Lenient::Wrong("-1".into()));
        assert_eq!(f.count("e"), Lenient::Absent);
        assert_eq!(f.count("f"), Lenient::Absent);
    }

    #[test]
    fn one_wrong_item_costs_only_itself() {
        let mut f = fields(json!({"acl": ["a", 7], "more": [1]}));
        let acl = f.list("acl", |v| v.as_str().map(str::to_owned));
        assert_eq!(acl, Lenient::Value(vec![Lenient::Value("a".into()), Lenient::Wrong("7".into())]));
        assert_eq!(Value::Object(f.rest()), json!({"more": [1]}));
    }
}
