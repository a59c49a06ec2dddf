//! Which host is which service of which region (section 1 of both documents).

use super::{Oci, REALM_DOMAIN};

/// The two regions: identifier, and the form that stands in OCIDs.
pub const REGIONS: [(&str, &str); 2] = [("eu-frankfurt-1", "eu-frankfurt-1"), ("us-ashburn-1", "iad")];

/// A service with a host of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Images and work requests.
    Compute,
    /// Container images and repositories.
    Artifacts,
    /// Compartments.
    Identity,
    /// Namespace and buckets.
    ObjectStorage,
}

/// A service of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the region.
    pub region: usize,
    /// The service.
    pub service: Service,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Compute, Self::Artifacts, Self::Identity, Self::ObjectStorage];

    /// The word that names it in an address of the proxy and in `endpoints`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Compute => "compute",
            Self::Artifacts => "artifacts",
            Self::Identity => "identity",
            Self::ObjectStorage => "objectStorage",
        }
    }

    /// Its host name in a region.
    pub fn host(self, region: &str) -> String {
        match self {
            Self::Compute => format!("iaas.{region}.{REALM_DOMAIN}"),
            Self::Artifacts => format!("artifacts.{region}.oci.{REALM_DOMAIN}"),
            Self::Identity => format!("identity.{region}.oci.{REALM_DOMAIN}"),
            Self::ObjectStorage => format!("objectstorage.{region}.{REALM_DOMAIN}"),
        }
    }
}

impl Oci {
    /// Identifiers of the regions.
    pub fn region_names(&self) -> Vec<&'static str> {
        REGIONS.iter().map(|(name, _)| *name).collect()
    }

    /// What has this host name.
    pub fn place_at(&self, host: &str) -> Option<Place> {
        let known = |(region, (name, _)): (usize, &(&str, &str))| {
            let service = Service::ALL.into_iter().find(|service| service.host(name) == host)?;
            Some(Place { region, service })
        };
        REGIONS.iter().enumerate().find_map(known)
    }
}
