//! Who follows what: the one place where the upstreams' followers come together.
//!
//! May depend on the trait only.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::follow::Follow;
use crate::record::Operation;

/// The followers by upstream kind and action, filled once at the start of the program.
#[derive(Clone, Default)]
pub struct Followers(BTreeMap<String, BTreeMap<String, Arc<dyn Follow>>>);

impl Followers {
    /// A registry without followers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same registry with one more follower; a second one for the same pair takes the place of
    /// the first.
    #[must_use]
    pub fn with(mut self, upstream: &str, action: &str, follower: impl Follow + 'static) -> Self {
        self.0.entry(upstream.to_owned()).or_default().insert(action.to_owned(), Arc::new(follower));
        self
    }

    /// The follower of an operation; `None` for a stored operation of a build that knew more.
    #[must_use]
    pub fn of(&self, operation: &Operation) -> Option<Arc<dyn Follow>> {
        self.0.get(&operation.upstream)?.get(&operation.action).cloned()
    }
}

impl fmt::Debug for Followers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let actions = self.0.iter().map(|(upstream, actions)| (upstream, actions.keys()));
        f.debug_list().entries(actions.map(|(u, a)| (u, a.collect::<Vec<_>>()))).finish()
    }
}
