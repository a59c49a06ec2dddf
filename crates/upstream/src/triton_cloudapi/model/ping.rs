//! The unauthenticated sign of life (contract §1.1).

use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// What `GET /--ping` answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ping {
    /// `pong`.
    pub ping: Lenient<String>,
    /// The API versions that are served.
    pub versions: Vec<String>,
    /// From the header `Triton-Datacenter-Name`, where it can be read.
    pub datacenter: Option<String>,
    /// Everything else.
    pub unknown: Map<String, Value>,
}

impl Ping {
    /// Decodes the body; the header comes beside it.
    #[must_use]
    pub fn from_map(map: Map<String, Value>, datacenter: Option<String>) -> Self {
        let mut f = Fields::from(map);
        let ping = f.text("ping");
        let unknown = f.rest();
        let versions = unknown
            .get("cloudapi")
            .and_then(|c| c.get("versions")?.as_array())
            .map(|v| v.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect())
            .unwrap_or_default();
        Self { ping, versions, datacenter, unknown }
    }
}
