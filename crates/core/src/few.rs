//! A map for a handful of entries by name, such as one per connection. A tree for each kind of value
//! would weigh more in the page than all that is ever put into it.
//!
//! May depend on nothing.

/// Values by name, in the order they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Few<V>(Vec<(String, V)>);

impl<V> Few<V> {
    /// Nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }

    /// Puts a value in the place of that name; the one that was there comes back.
    pub fn insert(&mut self, name: String, value: V) -> Option<V> {
        match self.0.iter_mut().find(|(n, _)| *n == name) {
            Some((_, slot)) => Some(std::mem::replace(slot, value)),
            None => {
                self.0.push((name, value));
                None
            }
        }
    }

    /// Takes the value of that name out.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        let at = self.0.iter().position(|(n, _)| n == name)?;
        Some(self.0.remove(at).1)
    }

    /// All names with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// All values.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Whether there is nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V> Default for Few<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> FromIterator<(String, V)> for Few<V> {
    fn from_iter<T: IntoIterator<Item = (String, V)>>(entries: T) -> Self {
        let mut few = Self::new();
        for (name, value) in entries {
            few.insert(name, value);
        }
        few
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_value_and_the_others_keep_their_place() {
        let mut few: Few<u8> =
            [("b".to_owned(), 1), ("a".to_owned(), 2), ("b".to_owned(), 3)].into_iter().collect();
        assert_eq!(few.iter().collect::<Vec<_>>(), [("b", &3), ("a", &2)]);
        assert_eq!(few.insert("a".to_owned(), 4), Some(2));
        assert_eq!(few.remove("b"), Some(3));
        assert_eq!((few.remove("b"), few.get("a"), few.values().count()), (None, Some(&4), 1));
    }
}
