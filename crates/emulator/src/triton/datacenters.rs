//! The two datacenters, and the calls that name them (section 6).

use serde_json::{Map, Value};

use super::Triton;
use super::problem::Problem;
use super::store::Images;
use crate::Uuid;
use crate::wire::Response;

/// One datacenter: an endpoint with images and instances of its own.
#[derive(Debug)]
pub struct Datacenter {
    /// Its name, which is also the key in ListDatacenters.
    pub name: &'static str,
    /// Its host name.
    pub host: &'static str,
    /// Where its exports go.
    pub manta_url: &'static str,
    /// Its images.
    pub images: Images,
    /// Its instances, by owner.
    pub machines: Vec<(Uuid, Map<String, Value>)>,
}

impl Datacenter {
    /// The endpoint as clients are told it.
    pub fn url(&self) -> String {
        format!("https://{}", self.host)
    }
}

impl Triton {
    /// Which datacenter has this host name.
    pub fn datacenter_at(&self, host: &str) -> Option<usize> {
        self.datacenters.iter().position(|datacenter| datacenter.host == host)
    }

    /// Which datacenter has this name.
    pub fn datacenter_named(&self, name: &str) -> Option<usize> {
        self.datacenters.iter().position(|datacenter| datacenter.name == name)
    }

    /// Names and host names of the datacenters.
    pub fn datacenter_hosts(&self) -> Vec<(&'static str, &'static str)> {
        self.datacenters.iter().map(|datacenter| (datacenter.name, datacenter.host)).collect()
    }

    pub(super) fn list_datacenters(&self) -> Response {
        let all: Map<String, Value> = self
            .datacenters
            .iter()
            .map(|datacenter| (datacenter.name.to_owned(), datacenter.url().into()))
            .collect();
        Response::json(200, &all.into())
    }

    pub(super) fn get_datacenter(&self, name: &str) -> Result<Response, Problem> {
        let found = self.datacenters.iter().find(|datacenter| datacenter.name == name);
        let url = found.ok_or_else(|| Problem::not_found(format!("datacenter {name} not found")))?.url();
        let problem = Problem::new(302, "ResourceMoved", format!("{name} is at {url}"));
        Ok(problem.header("Location", url).into_response())
    }
}
