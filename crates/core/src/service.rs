//! The services of one upstream: some APIs answer on several hosts, each with a proxied root of its
//! own in the connection.
//!
//! May depend on nothing.

/// Which service of a connection a request is meant for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Service {
    /// The connection's one API: Triton CloudAPI, Marketplace Publisher, Cloud Controller.
    #[default]
    Api,
    /// OCI Compute and its work requests, `iaas.{region}` (oci-compute.md §1).
    Compute,
    /// OCI Artifacts, `artifacts.{region}.oci` (oci-container-registry.md §1).
    Artifacts,
    /// OCI Identity, `identity.{region}.oci` (oci-compute.md §1).
    Identity,
    /// OCI Object Storage, `objectstorage.{region}` (oci-compute.md §1).
    ObjectStorage,
    /// The token server of a Cloud Foundry, UAA (cloud-foundry-v3.md §1.2).
    Uaa,
}

impl Service {
    /// All services.
    pub const ALL: [Self; 6] =
        [Self::Api, Self::Compute, Self::Artifacts, Self::Identity, Self::ObjectStorage, Self::Uaa];

    /// The word in `config.json` and in stored requests.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Compute => "compute",
            Self::Artifacts => "artifacts",
            Self::Identity => "identity",
            Self::ObjectStorage => "objectStorage",
            Self::Uaa => "uaa",
        }
    }

    /// The service of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.word() == word)
    }
}
