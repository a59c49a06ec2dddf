//! The datacenters of a cloud (contract §6).

use serde_json::{Map, Value};

use crate::decode::Lenient;

/// What ListDatacenters answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Datacenters {
    /// The name of the datacenter that was asked, from the header `Triton-Datacenter-Name`. Its
    /// presence tells that ImportImageFromDatacenter exists (§1.2); CORS may hide it.
    pub here: Option<String>,
    /// Name and endpoint, by name.
    pub endpoints: Vec<(String, Lenient<String>)>,
}

impl Datacenters {
    /// Decodes the body; the header comes beside it.
    #[must_use]
    pub fn from_map(map: Map<String, Value>, here: Option<String>) -> Self {
        let read = |v: Value| Lenient::read(&v, |v| v.as_str().map(str::to_owned));
        Self { here, endpoints: map.into_iter().map(|(name, url)| (name, read(url))).collect() }
    }

    /// The endpoint of a datacenter.
    #[must_use]
    pub fn endpoint(&self, name: &str) -> Option<&str> {
        self.endpoints.iter().find(|(n, _)| n == name)?.1.text()
    }

    /// The name under which an endpoint is listed; a final slash makes no difference.
    #[must_use]
    pub fn name_of(&self, endpoint: &str) -> Option<&str> {
        let wanted = endpoint.trim_end_matches('/');
        let same = |url: &Lenient<String>| url.text().is_some_and(|u| u.trim_end_matches('/') == wanted);
        self.endpoints.iter().find(|(_, url)| same(url)).map(|(name, _)| name.as_str())
    }
}
