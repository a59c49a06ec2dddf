//! One upstream, as whom it is asked, and how requests to it are authenticated.

use crate::Service;

/// Which API a connection speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Triton CloudAPI.
    Triton,
    /// Oracle Cloud Infrastructure: Compute and Artifacts.
    Oci,
    /// Oracle Cloud Marketplace Publisher.
    Marketplace,
    /// Cloud Foundry v3, Tanzu included.
    CloudFoundry,
}

impl Kind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Triton, Self::Oci, Self::Marketplace, Self::CloudFoundry];

    /// The word in `config.json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Triton => "triton",
            Self::Oci => "oci",
            Self::Marketplace => "marketplace",
            Self::CloudFoundry => "cloud-foundry",
        }
    }

    /// The name people know.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Triton => "Triton",
            Self::Oci => "Oracle Cloud",
            Self::Marketplace => "Oracle Marketplace Publisher",
            Self::CloudFoundry => "Cloud Foundry",
        }
    }

    /// A connection of this kind with nothing filled in.
    #[must_use]
    pub fn blank(self) -> Upstream {
        match self {
            Self::Triton => Upstream::Triton(Triton::default()),
            Self::Oci => Upstream::Oci(Oci::default()),
            Self::Marketplace => Upstream::Marketplace(Marketplace::default()),
            Self::CloudFoundry => Upstream::CloudFoundry(CloudFoundry::default()),
        }
    }

    /// The ways to authenticate that the API knows, in the order they are offered.
    #[must_use]
    pub const fn methods(self) -> &'static [Authentication] {
        match self {
            Self::Triton | Self::Oci => &[Authentication::Proxy, Authentication::HttpSignature],
            Self::Marketplace | Self::CloudFoundry => &[Authentication::Proxy, Authentication::Token],
        }
    }
}

/// Who proves the caller's identity to the upstream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authentication {
    /// The proxy in front of the upstream adds the credentials; the browser holds none.
    Proxy,
    /// The browser signs each request with a key the user imported.
    HttpSignature,
    /// The browser sends a token that the user enters and that is kept in memory only.
    Token,
}

impl Authentication {
    /// All ways; which of them a kind knows, [`Kind::methods`] says.
    pub const ALL: [Self; 3] = [Self::Proxy, Self::HttpSignature, Self::Token];

    /// The word in `config.json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Proxy => "proxy",
            Self::HttpSignature => "http-signature",
            Self::Token => "token",
        }
    }
}

/// A connection, from `config.json` or added by the user. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Short, unique, part of addresses: letters, digits, `.`, `-`, `_`.
    pub id: String,
    /// What people see.
    pub name: String,
    /// How requests are authenticated.
    pub authentication: Authentication,
    /// Which API it speaks, and what a connection of that kind says.
    pub upstream: Upstream,
}

/// What a connection of each kind says beside the common members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upstream {
    /// Triton CloudAPI.
    Triton(Triton),
    /// Oracle Cloud Infrastructure.
    Oci(Oci),
    /// Oracle Cloud Marketplace Publisher.
    Marketplace(Marketplace),
    /// Cloud Foundry v3.
    CloudFoundry(CloudFoundry),
}

/// Where a Triton CloudAPI is, and as whom it is asked (triton-cloudapi.md §1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Triton {
    /// The proxied root: an `http(s)` URL, or a path on the console's own origin.
    pub endpoint: String,
    /// The account's login; empty means `my`.
    pub account: String,
    /// A sub-user of the account (§2.1).
    pub sub_user: Option<String>,
    /// The semver range for `Accept-Version` (§1.1), when not the default.
    pub api_version: Option<String>,
}

/// Where one region of Oracle Cloud Infrastructure is, and as whom it is asked
/// (oci-compute.md §1, §2.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Oci {
    /// The region's identifier, such as `eu-frankfurt-1`; part of the hosts that are signed.
    pub region: String,
    /// The realm's domain; empty means that of the commercial realm, [`Oci::REALM_DOMAIN`].
    pub realm_domain: String,
    /// The tenancy's OCID, which is also that of its root compartment; may be empty where a proxy
    /// authenticates.
    pub tenancy: String,
    /// The user's OCID; may be empty where a proxy authenticates.
    pub user: String,
    /// The compartments whose images are listed, by OCID.
    pub compartments: Vec<String>,
    /// The proxied roots.
    pub endpoints: Endpoints,
}

/// The proxied root of each service, as for [`Triton::endpoint`]. One that is empty is not used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Endpoints {
    /// Compute and its work requests.
    pub compute: String,
    /// Artifacts: container images.
    pub artifacts: String,
    /// Identity: the compartments to choose from.
    pub identity: String,
    /// Object Storage: namespace and buckets to choose from.
    pub object_storage: String,
}

/// Where the Marketplace Publisher API is (marketplace-publisher.md §1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marketplace {
    /// The proxied root, as for [`Triton::endpoint`].
    pub endpoint: String,
}

/// Where a Cloud Controller and its token server are (cloud-foundry-v3.md §1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CloudFoundry {
    /// The proxied root of the Cloud Controller, as for [`Triton::endpoint`].
    pub endpoint: String,
    /// The proxied root of the UAA; empty where nobody signs in with a passcode.
    pub uaa_endpoint: String,
    /// The Cloud Controller's own address, which the `Location` of a job begins with. Empty means
    /// the one that its root document names for itself (§1.1).
    pub api_url: String,
}

impl Oci {
    /// The domain of the commercial realm (oc1).
    pub const REALM_DOMAIN: &str = "oraclecloud.com";

    /// The realm's domain, given or not.
    #[must_use]
    pub fn realm(&self) -> &str {
        if self.realm_domain.is_empty() { Self::REALM_DOMAIN } else { &self.realm_domain }
    }
}

impl Connection {
    /// Which API it speaks.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.upstream {
            Upstream::Triton(_) => Kind::Triton,
            Upstream::Oci(_) => Kind::Oci,
            Upstream::Marketplace(_) => Kind::Marketplace,
            Upstream::CloudFoundry(_) => Kind::CloudFoundry,
        }
    }

    /// What a Triton connection says; nothing for other kinds.
    #[must_use]
    pub const fn triton(&self) -> Option<&Triton> {
        match &self.upstream {
            Upstream::Triton(triton) => Some(triton),
            _ => None,
        }
    }

    /// What a connection to Oracle Cloud says; nothing for other kinds.
    #[must_use]
    pub const fn oci(&self) -> Option<&Oci> {
        match &self.upstream {
            Upstream::Oci(oci) => Some(oci),
            _ => None,
        }
    }

    /// What a connection to a Cloud Foundry says; nothing for other kinds.
    #[must_use]
    pub const fn cloud_foundry(&self) -> Option<&CloudFoundry> {
        match &self.upstream {
            Upstream::CloudFoundry(cloud_foundry) => Some(cloud_foundry),
            _ => None,
        }
    }

    /// The proxied root of a service; nothing when the connection does not lead to it.
    #[must_use]
    pub fn root(&self, service: Service) -> Option<&str> {
        let root = match (&self.upstream, service) {
            (Upstream::Triton(triton), Service::Api) => &triton.endpoint,
            (Upstream::Oci(oci), Service::Compute) => &oci.endpoints.compute,
            (Upstream::Oci(oci), Service::Artifacts) => &oci.endpoints.artifacts,
            (Upstream::Oci(oci), Service::Identity) => &oci.endpoints.identity,
            (Upstream::Oci(oci), Service::ObjectStorage) => &oci.endpoints.object_storage,
            (Upstream::Marketplace(marketplace), Service::Api) => &marketplace.endpoint,
            (Upstream::CloudFoundry(foundry), Service::Api) => &foundry.endpoint,
            (Upstream::CloudFoundry(foundry), Service::Uaa) => &foundry.uaa_endpoint,
            _ => return None,
        };
        Some(root.as_str()).filter(|root| !root.is_empty())
    }

    /// The Triton account's login; empty for `my` and for other kinds.
    #[must_use]
    pub fn account(&self) -> &str {
        self.triton().map_or("", |triton| &triton.account)
    }
}
