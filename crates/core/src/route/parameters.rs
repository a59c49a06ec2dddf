//! Query parameters that are taken one by one; what stays behind, or does not pass its check, is
//! named as dropped.

use crate::encode;

/// The parameters of an address while it is read.
pub struct Parameters {
    pairs: Vec<(String, String)>,
    dropped: Vec<String>,
}

impl Parameters {
    /// Splits a query string.
    pub fn new(query: &str) -> Self {
        Self { pairs: encode::query_pairs(query), dropped: Vec::new() }
    }

    /// Takes every value of `name` that is fine.
    pub fn texts(&mut self, name: &str, fine: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut taken = Vec::new();
        for (key, value) in std::mem::take(&mut self.pairs) {
            if key != name {
                self.pairs.push((key, value));
            } else if fine(&value) {
                taken.push(value);
            } else {
                self.drop_value(name, &value);
            }
        }
        taken
    }

    /// Takes the first value of `name` that is fine; further ones are dropped.
    pub fn text(&mut self, name: &str, fine: &dyn Fn(&str) -> bool) -> Option<String> {
        let mut all = self.texts(name, fine).into_iter();
        let first = all.next();
        for value in all {
            self.drop_value(name, &value);
        }
        first
    }

    /// Takes the first value of `name` that is a text as people type it, of at most so many bytes.
    pub fn typed(&mut self, name: &str, longest: usize) -> Option<String> {
        self.text(name, &|value| is_typed(value, longest))
    }

    /// Takes the first value of `name` that can be read; further ones are dropped.
    pub fn take<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name, &|value| read(value).is_some())?;
        read(&text)
    }

    fn drop_value(&mut self, name: &str, value: &str) {
        self.dropped.push(format!("{name}={value}"));
    }

    /// What was not understood.
    pub fn dropped(self) -> Vec<String> {
        let mut dropped = self.dropped;
        dropped.extend(self.pairs.into_iter().map(|(key, value)| format!("{key}={value}")));
        dropped
    }
}

/// Whether a text may have been typed into a field.
pub fn is_typed(value: &str, longest: usize) -> bool {
    !value.is_empty() && value.len() <= longest
}

/// Puts a parameter into an address unless it has no value.
pub fn put<'a>(pairs: &mut Vec<(&'a str, String)>, name: &'a str, value: &str) {
    if !value.is_empty() {
        pairs.push((name, value.to_owned()));
    }
}
