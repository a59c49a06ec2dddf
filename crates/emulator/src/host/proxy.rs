//! Ways to an upstream below the API origin. The path and query go on byte for byte, since a
//! signature may cover them.

use crate::oci::Service;
use crate::wire::{Headers, Reply, Request, Response};
use crate::world::World;

use super::cors;
use super::roots::{self, Root};

/// How an upstream is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A proxy that adds CORS and nothing else.
    Plain,
    /// A proxy that also signs for a login.
    Signing,
    /// No proxy; the upstream's own CORS.
    Direct,
}

/// Which upstream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upstream<'a> {
    /// A Triton datacenter by name.
    Triton(&'a str),
    /// A service of an OCI region, both by name.
    Oci {
        /// Identifier of the region.
        region: &'a str,
        /// The service's word.
        service: &'a str,
    },
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
    /// Where it leads.
    pub upstream: Upstream<'a>,
    /// Raw path and query at the upstream.
    pub target: &'a str,
}

/// First part of an address, whether it leads to OCI, and the way.
const PREFIXES: [(&str, bool, Way); 6] = [
    ("/triton/", false, Way::Plain),
    ("/triton-as/", false, Way::Signing),
    ("/upstream/", false, Way::Direct),
    ("/oci/", true, Way::Plain),
    ("/oci-as/", true, Way::Signing),
    ("/oci-upstream/", true, Way::Direct),
];

/// Takes the raw path and query at the API origin apart.
pub fn address(target: &str) -> Option<Address<'_>> {
    if let Some(found) = roots::address(target) {
        return Some(found);
    }
    let (oci, way, rest) =
        PREFIXES.into_iter().find_map(|(prefix, oci, way)| Some((oci, way, target.strip_prefix(prefix)?)))?;
    let (login, rest) = match way {
        Way::Signing => rest.split_once('/')?,
        _ => ("", rest),
    };
    let (region, rest) = if oci { rest.split_once('/')? } else { ("", rest) };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (name, target) = rest.split_at(end);
    let upstream = if oci { Upstream::Oci { region, service: name } } else { Upstream::Triton(name) };
    Some(Address { way, login, upstream, target })
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
    let clock = world.moment(now).clock;
    let host = match address.upstream {
        Upstream::Triton(datacenter) => datacenter_host(world, datacenter)?,
        Upstream::Oci { region, service } => service_host(world, region, service)?,
        Upstream::Root(root) => return root.enter(world, address, request, now),
    };
    request.target =
        if address.target.starts_with('/') { address.target.into() } else { format!("/{}", address.target) };
    request.headers.set("host", host);
    if address.way != Way::Signing {
        return Ok(());
    }
    let signed = if matches!(address.upstream, Upstream::Oci { .. }) {
        world.oci().sign_for(address.login, request, clock)
    } else {
        world.triton().sign_for(address.login, request, clock)
    };
    signed.map_err(|error| error.to_string())
}

fn datacenter_host(world: &mut World, datacenter: &str) -> Result<String, String> {
    let hosts = world.triton().datacenter_hosts();
    let host = hosts.iter().find(|(name, _)| *name == datacenter).map(|(_, host)| (*host).to_owned());
    host.ok_or_else(|| format!("there is no datacenter {datacenter}"))
}

fn service_host(world: &mut World, region: &str, service: &str) -> Result<String, String> {
    if !world.oci().region_names().contains(&region) {
        return Err(format!("there is no region {region}"));
    }
    let known = Service::ALL.into_iter().find(|known| known.word() == service);
    known.map(|known| known.host(region)).ok_or_else(|| format!("there is no service {service}"))
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
        assert_eq!((found.way, found.login), (Way::Signing, "jdoe"));
        assert_eq!(found.upstream, Upstream::Triton("us-east-1"));
        assert_eq!(found.target, "/my/images?name=~a%20b&x=%2f");
        assert_eq!(address("/triton/us-east-1").unwrap().target, "");
        assert_eq!(address("/upstream/eu-central-1/--ping").unwrap().way, Way::Direct);
        assert_eq!(address("/elsewhere/x"), None);
    }

    #[test]
    fn a_region_and_a_service_name_an_upstream_too() {
        let found = address("/oci-as/ola/us-ashburn-1/compute/20160918/images?x=%7E").unwrap();
        assert_eq!((found.way, found.login), (Way::Signing, "ola"));
        assert_eq!(found.upstream, Upstream::Oci { region: "us-ashburn-1", service: "compute" });
        assert_eq!(found.target, "/20160918/images?x=%7E");
        assert_eq!(address("/oci/us-ashburn-1/objectStorage/n").unwrap().target, "/n");
        assert_eq!(address("/oci/us-ashburn-1"), None);
    }
}
