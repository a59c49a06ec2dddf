//! The envelope of every list of v3 (contract §3.1).

use serde_json::{Map, Value};

use super::text_at;
use crate::cloud_foundry::location;

/// What follows a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Next {
    /// It was the last.
    #[default]
    Nothing,
    /// The target of the next page, to be asked for with [`crate::cloud_foundry::requests::next_page`].
    Target(String),
    /// There is more, but its address is not followed; why, in words.
    Refused(String),
}

/// One page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub resources: Vec<T>,
    /// How many there are on all pages, where the API says so.
    pub total: Option<u64>,
    /// What follows.
    pub next: Next,
}

/// The same with its resources undecoded, and the objects they refer to.
pub(in crate::cloud_foundry) struct Raw {
    pub resources: Vec<Value>,
    pub included: Value,
    pub total: Option<u64>,
    pub next: Next,
}

impl Raw {
    /// Takes an answer apart; `None` without a list of resources.
    pub fn of<S: AsRef<str>>(mut map: Map<String, Value>, api: &[S]) -> Option<Self> {
        let Some(Value::Array(resources)) = map.remove("resources") else { return None };
        let pagination = map.remove("pagination").unwrap_or_default();
        let next = match text_at(&pagination, &["next", "href"]).map(|href| location::target(&href, api)) {
            None => Next::Nothing,
            Some(Ok(target)) => Next::Target(target),
            Some(Err(why)) => Next::Refused(why),
        };
        let total = pagination.get("total_results").and_then(Value::as_u64);
        Some(Self { resources, included: map.remove("included").unwrap_or_default(), total, next })
    }

    /// The page with its resources decoded.
    pub fn page<T>(self, read: impl Fn(Value, &Value) -> T) -> Page<T> {
        let Self { resources, included, total, next } = self;
        Page { resources: resources.into_iter().map(|item| read(item, &included)).collect(), total, next }
    }
}
