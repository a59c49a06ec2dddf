//! The roots of the Marketplace and of Cloud Foundry below the API origin.

use super::proxy::{Address, Upstream, Way};
use crate::wire::Request;
use crate::world::World;
use crate::{cloud_foundry, marketplace};

/// A root, and what its proxy adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// `/marketplace`: the client sends its token.
    Marketplace,
    /// `/marketplace-as`: the proxy adds a token, and a user where none is named.
    MarketplaceAs,
    /// `/cf`: the client sends its token.
    CloudFoundry,
    /// `/cf-as/{user}`: the proxy adds the user's token.
    CloudFoundryAs,
    /// `/cf-uaa`: the token server.
    Uaa,
}

const ROOTS: [(&str, Root); 5] = [
    ("/marketplace", Root::Marketplace),
    ("/marketplace-as", Root::MarketplaceAs),
    ("/cf", Root::CloudFoundry),
    ("/cf-as", Root::CloudFoundryAs),
    ("/cf-uaa", Root::Uaa),
];

/// Takes the raw path and query at the API origin apart, when it is below one of these roots.
pub fn address(target: &str) -> Option<Address<'_>> {
    let below = |prefix: &str| target.strip_prefix(prefix).filter(|rest| ends_segment(rest));
    let (root, rest) = ROOTS.iter().find_map(|(prefix, root)| Some((*root, below(prefix)?)))?;
    let (login, target) = match root {
        Root::CloudFoundryAs => {
            let rest = rest.strip_prefix('/')?;
            rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()))
        }
        _ => ("", rest),
    };
    Some(Address { way: Way::Plain, login, upstream: Upstream::Root(root), target })
}

fn ends_segment(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['/', '?'])
}

impl Root {
    /// Addresses the request to the upstream, and adds credentials where the proxy does that.
    pub fn enter(
        self,
        world: &mut World,
        address: Address<'_>,
        request: &mut Request,
        now: i64,
    ) -> Result<(), String> {
        let now = world.moment(now).world;
        let slash = if address.target.starts_with('/') { "" } else { "/" };
        request.target = format!("{slash}{}", address.target);
        let host = match self {
            Self::Marketplace | Self::MarketplaceAs => marketplace::HOST,
            Self::CloudFoundry | Self::CloudFoundryAs => cloud_foundry::API_HOST,
            Self::Uaa => cloud_foundry::UAA_HOST,
        };
        request.headers.set("host", host);
        match self {
            Self::MarketplaceAs => world.marketplace().authorise(request, now),
            Self::CloudFoundryAs => {
                let authorised = world.cloud_foundry().authorise(address.login, request, now);
                authorised.map_err(|error| error.to_string())?;
            }
            Self::Marketplace | Self::CloudFoundry | Self::Uaa => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_end_with_a_segment() {
        let found = |target| address(target).map(|found| (found.upstream, found.login, found.target));
        let root = Upstream::Root;
        assert_eq!(found("/cf/v3/jobs/1?x=%2f"), Some((root(Root::CloudFoundry), "", "/v3/jobs/1?x=%2f")));
        assert_eq!(found("/cf-as/dev/v3"), Some((root(Root::CloudFoundryAs), "dev", "/v3")));
        assert_eq!(found("/cf-as/dev"), Some((root(Root::CloudFoundryAs), "dev", "")));
        assert_eq!(found("/cf"), Some((root(Root::CloudFoundry), "", "")));
        assert_eq!(found("/marketplace-as/a"), Some((root(Root::MarketplaceAs), "", "/a")));
        assert_eq!((found("/cfx/v3"), found("/triton/us-east-1/my")), (None, None));
    }
}
