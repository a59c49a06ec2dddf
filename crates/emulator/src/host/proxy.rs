//! Ways to an upstream below the API origin. The path and query go on byte for byte, since a
//! signature may cover them.

use crate::wire::{Headers, Reply, Request, Response};
use crate::world::World;

use super::cors;
use super::roots::{self, Root};

/// Where an address at the API origin leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// `/triton/{datacenter}`: a proxy that adds CORS and nothing else.
    Plain,
    /// `/triton-as/{login}/{datacenter}`: a proxy that also signs for the login.
    Signing,
    /// `/upstream/{datacenter}`: no proxy; the upstream's own CORS.
    Direct,
    /// A root of the Marketplace or of Cloud Foundry.
    Root(Root),
}

/// An address, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// How it is reached.
    pub way: Way,
    /// The login to sign for; empty otherwise.
    pub login: &'a str,
    /// Name of the datacenter.
    pub datacenter: &'a str,
    /// Raw path and query at the upstream.
    pub target: &'a str,
}

/// Takes the raw path and query at the API origin apart.
pub fn address(target: &str) -> Option<Address<'_>> {
    if let Some(found) = roots::address(target) {
        return Some(found);
    }
    let (way, rest) = [("/triton/", Way::Plain), ("/triton-as/", Way::Signing), ("/upstream/", Way::Direct)]
        .into_iter()
        .find_map(|(prefix, way)| Some((way, target.strip_prefix(prefix)?)))?;
    let (login, rest) = match way {
        Way::Signing => rest.split_once('/')?,
        _ => ("", rest),
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (datacenter, target) = rest.split_at(end);
    Some(Address { way, login, datacenter, target })
}

/// Takes a request to its upstream and the answer back.
pub fn forward(world: &mut World, address: Address<'_>, mut request: Request, now: i64) -> Reply {
    let seen = request.headers.clone();
    let proxied = address.way != Way::Direct;
    if proxied && cors::is_preflight(&request.method, &seen) {
        return cors::preflight(&seen).into();
    }
    let mut reply = match enter(world, address, &mut request, now) {
        Ok(()) => world.forward(&request, Some(&seen), now),
        Err(message) => refused(&message).into(),
    };
    if proxied {
        cors::decorate(&mut reply.response, &seen);
    }
    reply
}

/// Addresses the request to the upstream, and signs it where the proxy does that.
fn enter(world: &mut World, address: Address<'_>, request: &mut Request, now: i64) -> Result<(), String> {
    if let Way::Root(root) = address.way {
        return root.enter(world, address, request, now);
    }
    let clock = world.moment(now).clock;
    let triton = world.triton();
    let hosts = triton.datacenter_hosts();
    let host = hosts.iter().find(|(name, _)| *name == address.datacenter).map(|(_, host)| *host);
    let host = host.ok_or_else(|| format!("there is no datacenter {}", address.datacenter))?;
    request.target =
        if address.target.starts_with('/') { address.target.into() } else { format!("/{}", address.target) };
    request.headers.set("host", host);
    if address.way == Way::Signing {
        triton.sign_for(address.login, request, clock).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn refused(message: &str) -> Response {
    Response::json(502, &serde_json::json!({"message": format!("proxy: {message}")}))
}

/// The request as the world takes it.
pub fn request(method: &str, via: &str, headers: Headers, body: Vec<u8>) -> Request {
    Request { method: method.into(), target: String::new(), headers, body, via: via.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_an_address_is_kept_byte_for_byte() {
        let found = address("/triton-as/jdoe/us-east-1/my/images?name=~a%20b&x=%2f").unwrap();
        assert_eq!((found.way, found.login, found.datacenter), (Way::Signing, "jdoe", "us-east-1"));
        assert_eq!(found.target, "/my/images?name=~a%20b&x=%2f");
        assert_eq!(address("/triton/us-east-1").unwrap().target, "");
        assert_eq!(address("/upstream/eu-central-1/--ping").unwrap().way, Way::Direct);
        assert_eq!(address("/elsewhere/x"), None);
    }
}
