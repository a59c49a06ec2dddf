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

    /// Takes every value of `name` that `check` accepts.
    pub fn take_all<T>(&mut self, name: &str, check: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut taken = Vec::new();
        let dropped = &mut self.dropped;
        self.pairs.retain(|(key, value)| {
            if key != name {
                return true;
            }
            match check(value) {
                Some(value) => taken.push(value),
                None => dropped.push(format!("{key}={value}")),
            }
            false
        });
        taken
    }

    /// Takes the first acceptable value of `name`; further ones are dropped.
    pub fn take<T>(&mut self, name: &str, check: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut all = self.take_all(name, |value| check(value).map(|v| (v, value.to_owned())));
        let rest = all.split_off(all.len().min(1));
        self.dropped.extend(rest.into_iter().map(|(_, value)| format!("{name}={value}")));
        all.pop().map(|(value, _)| value)
    }

    /// What was not understood.
    pub fn dropped(self) -> Vec<String> {
        let mut dropped = self.dropped;
        dropped.extend(self.pairs.into_iter().map(|(key, value)| format!("{key}={value}")));
        dropped
    }
}
