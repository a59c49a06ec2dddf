//! What each kind of connection has beside the common members: one table per kind.

use super::check::{endpoint, login, ocid, realm_domain, region, version};
use super::{Kind, Upstream};

/// When a member must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Never,
    /// Without it this is said.
    Always(&'static str),
    /// Without it this is said where the browser signs.
    ToSign(&'static str),
}

/// One member that holds a text.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Its name in `config.json`; `endpoints.compute` is `compute` within `endpoints`.
    pub name: &'static str,
    /// When it must be there.
    pub need: Need,
    /// What is wrong with a text, if anything.
    pub rule: fn(&str) -> Option<&'static str>,
}

const fn member(name: &'static str, need: Need, rule: fn(&str) -> Option<&'static str>) -> Member {
    Member { name, need, rule }
}

const TRITON: [Member; 4] = [
    member(
        "endpoint",
        Need::Always(
            "is missing: the address of the CORS proxy, for example https://proxy.example.com/us-east-1",
        ),
        endpoint,
    ),
    member("account", Need::ToSign("is missing: a signature names the account it is made for"), login),
    member("subUser", Need::Never, login),
    member("apiVersion", Need::Never, version),
];

const OCI: [Member; 8] = [
    member("region", Need::Always("is missing: the region's identifier, for example eu-frankfurt-1"), region),
    member("realmDomain", Need::Never, realm_domain),
    member("tenancy", Need::ToSign("is missing: a signature names the tenancy's OCID"), ocid),
    // An API key needs it, a session token does not; which of them signs is chosen in the browser.
    member("user", Need::Never, ocid),
    member("endpoints.compute", Need::Never, endpoint),
    member("endpoints.artifacts", Need::Never, endpoint),
    member("endpoints.identity", Need::Never, endpoint),
    member("endpoints.objectStorage", Need::Never, endpoint),
];

const MARKETPLACE: [Member; 1] = [member(
    "endpoint",
    Need::Always(
        "is missing: the address of the CORS proxy, for example https://proxy.example.com/marketplace",
    ),
    endpoint,
)];

const CLOUD_FOUNDRY: [Member; 3] = [
    member(
        "endpoint",
        Need::Always("is missing: the address of the CORS proxy, for example https://proxy.example.com/cf"),
        endpoint,
    ),
    member("uaaEndpoint", Need::Never, endpoint),
    member("apiUrl", Need::Never, endpoint),
];

impl Kind {
    /// The texts that a connection of this kind has of its own.
    #[must_use]
    pub const fn members(self) -> &'static [Member] {
        match self {
            Self::Triton => &TRITON,
            Self::Oci => &OCI,
            Self::Marketplace => &MARKETPLACE,
            Self::CloudFoundry => &CLOUD_FOUNDRY,
        }
    }
}

impl Upstream {
    /// The text of a member; `None` when it is not given at all.
    #[must_use]
    pub fn text(&self, member: &str) -> Option<&str> {
        let given = |text: &String| !text.is_empty();
        match self {
            Self::Triton(triton) => match member {
                "subUser" => triton.sub_user.as_deref(),
                "apiVersion" => triton.api_version.as_deref(),
                "endpoint" => Some(&triton.endpoint).filter(|t| given(t)).map(String::as_str),
                "account" => Some(&triton.account).filter(|t| given(t)).map(String::as_str),
                _ => None,
            },
            Self::Oci(oci) => {
                let text = match member {
                    "region" => &oci.region,
                    "realmDomain" => &oci.realm_domain,
                    "tenancy" => &oci.tenancy,
                    "user" => &oci.user,
                    "endpoints.compute" => &oci.endpoints.compute,
                    "endpoints.artifacts" => &oci.endpoints.artifacts,
                    "endpoints.identity" => &oci.endpoints.identity,
                    "endpoints.objectStorage" => &oci.endpoints.object_storage,
                    _ => return None,
                };
                Some(text).filter(|t| given(t)).map(String::as_str)
            }
            Self::Marketplace(marketplace) => {
                (member == "endpoint" && given(&marketplace.endpoint)).then_some(&marketplace.endpoint)
            }
            Self::CloudFoundry(foundry) => {
                let text = match member {
                    "endpoint" => &foundry.endpoint,
                    "uaaEndpoint" => &foundry.uaa_endpoint,
                    "apiUrl" => &foundry.api_url,
                    _ => return None,
                };
                Some(text).filter(|t| given(t)).map(String::as_str)
            }
        }
    }

    /// Gives a member its text; a member of another kind is passed over.
    pub fn put(&mut self, member: &str, text: String) {
        let slot = match self {
            Self::Triton(triton) => match member {
                "endpoint" => &mut triton.endpoint,
                "account" => &mut triton.account,
                "subUser" => triton.sub_user.get_or_insert_default(),
                "apiVersion" => triton.api_version.get_or_insert_default(),
                _ => return,
            },
            Self::Oci(oci) => match member {
                "region" => &mut oci.region,
                "realmDomain" => &mut oci.realm_domain,
                "tenancy" => &mut oci.tenancy,
                "user" => &mut oci.user,
                "endpoints.compute" => &mut oci.endpoints.compute,
                "endpoints.artifacts" => &mut oci.endpoints.artifacts,
                "endpoints.identity" => &mut oci.endpoints.identity,
                "endpoints.objectStorage" => &mut oci.endpoints.object_storage,
                _ => return,
            },
            Self::Marketplace(marketplace) if member == "endpoint" => &mut marketplace.endpoint,
            Self::Marketplace(_) => return,
            Self::CloudFoundry(foundry) => match member {
                "endpoint" => &mut foundry.endpoint,
                "uaaEndpoint" => &mut foundry.uaa_endpoint,
                "apiUrl" => &mut foundry.api_url,
                _ => return,
            },
        };
        *slot = text;
    }
}
