//! Which image was made from which: the chain upwards and the dependents downwards, over whatever
//! list of images is at hand (contract §3 `origin`, §4.3).

use std::collections::{BTreeMap, BTreeSet};

/// How a chain of origins ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainEnd {
    /// The last image has no origin.
    Base,
    /// The next origin is not in the list: not visible to the caller, or not loaded.
    NotListed,
    /// The next origin is in the chain already; the data contradicts itself.
    Circle,
}

/// The origins of an image, nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain<'a> {
    /// The ids; the last one may be unlisted or the start of a circle, as `end` says.
    pub ids: Vec<&'a str>,
    /// How it ends.
    pub end: ChainEnd,
}

/// Who was made from whom.
#[derive(Debug, Clone, Default)]
pub struct Origins<'a> {
    origin: BTreeMap<&'a str, Option<&'a str>>,
    children: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> FromIterator<(&'a str, Option<&'a str>)> for Origins<'a> {
    /// From pairs of image id and `origin`, all of one datacenter.
    fn from_iter<I: IntoIterator<Item = (&'a str, Option<&'a str>)>>(pairs: I) -> Self {
        let mut origins = Self::default();
        for (id, origin) in pairs {
            if origins.origin.insert(id, origin).is_none()
                && let Some(origin) = origin
            {
                origins.children.entry(origin).or_default().push(id);
            }
        }
        origins
    }
}

impl<'a> Origins<'a> {
    /// The chain above an image whose `origin` is given.
    #[must_use]
    pub fn chain(&self, id: &'a str, origin: Option<&'a str>) -> Chain<'a> {
        let mut ids = Vec::new();
        let mut seen = BTreeSet::from([id]);
        let mut next = origin;
        while let Some(id) = next {
            ids.push(id);
            if !seen.insert(id) {
                return Chain { ids, end: ChainEnd::Circle };
            }
            match self.origin.get(id) {
                None => return Chain { ids, end: ChainEnd::NotListed },
                Some(origin) => next = *origin,
            }
        }
        Chain { ids, end: ChainEnd::Base }
    }

    /// The images made directly from this one: they keep it from being deleted.
    #[must_use]
    pub fn dependents(&self, id: &str) -> &[&'a str] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }

    /// All images below this one, nearest first, each once.
    #[must_use]
    pub fn descendants(&self, id: &str) -> Vec<&'a str> {
        let mut found: Vec<&'a str> = Vec::new();
        let mut seen = BTreeSet::from([id]);
        let mut at = 0;
        let mut level = self.dependents(id);
        loop {
            for child in level {
                if seen.insert(child) {
                    found.push(child);
                }
            }
            let Some(next) = found.get(at) else { return found };
            level = self.dependents(next);
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chains_end_in_a_base_in_the_dark_or_in_a_circle() {
        let origins: Origins<'_> = [
            ("c", Some("b")),
            ("b", Some("a")),
            ("a", None),
            ("x", Some("y")),
            ("p", Some("q")),
            ("q", Some("p")),
        ]
        .into_iter()
        .collect();
        assert_eq!(origins.chain("c", Some("b")), Chain { ids: vec!["b", "a"], end: ChainEnd::Base });
        assert_eq!(origins.chain("x", Some("y")), Chain { ids: vec!["y"], end: ChainEnd::NotListed });
        assert_eq!(origins.chain("p", Some("q")), Chain { ids: vec!["q", "p"], end: ChainEnd::Circle });
        assert_eq!(origins.dependents("a"), ["b"]);
        assert_eq!(origins.descendants("a"), ["b", "c"]);
        assert_eq!(origins.descendants("c"), [""; 0]);
    }

    proptest! {
        #[test]
        fn any_data_comes_to_an_end(pairs in proptest::collection::vec(("[a-e]", proptest::option::of("[a-e]")), 0..20)) {
            let origins: Origins<'_> = pairs.iter().map(|(id, o)| (id.as_str(), o.as_deref())).collect();
            for (id, origin) in &pairs {
                let _ = origins.chain(id, origin.as_deref());
                let below = origins.descendants(id);
                prop_assert!(!below.contains(&id.as_str()));
            }
        }
    }
}
