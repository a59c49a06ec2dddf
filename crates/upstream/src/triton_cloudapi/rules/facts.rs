//! What is known when a rule is asked. Everything may be unknown.

use crate::triton_cloudapi::model::{Image, Machine};

/// An image, as far as the rules look at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageFacts {
    /// Account UUID.
    pub owner: Option<String>,
    /// The API's word.
    pub state: Option<String>,
    /// The API's word.
    pub type_: Option<String>,
    /// Whether every account sees it.
    pub public: Option<bool>,
    /// Account UUIDs; `None` when it is not known, empty when it is known to be empty.
    pub acl: Option<Vec<String>>,
    /// How many files it has.
    pub files: Option<usize>,
}

impl From<&Image> for ImageFacts {
    fn from(image: &Image) -> Self {
        Self {
            owner: image.owner.text().map(str::to_owned),
            state: image.state.text().map(str::to_owned),
            type_: image.type_.text().map(str::to_owned),
            public: image.public.value().copied(),
            // An empty ACL is left out by the server; one of a wrong type is not known.
            acl: (image.acl.wrong().is_none()).then(|| image.acl_accounts().map(str::to_owned).collect()),
            files: image.files.value().map(Vec::len),
        }
    }
}

/// A machine, as far as the rules look at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MachineFacts {
    /// The API's word.
    pub state: Option<String>,
    /// Whether it is a docker container.
    pub docker: bool,
}

impl From<&Machine> for MachineFacts {
    fn from(machine: &Machine) -> Self {
        Self {
            state: machine.state.text().map(str::to_owned),
            docker: machine.docker.value().copied().unwrap_or(false),
        }
    }
}

/// All that is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// The caller's account UUID, from GetAccount.
    pub account: Option<&'a str>,
    /// The image the action is about; for an import, the source.
    pub image: Option<&'a ImageFacts>,
    /// The machine to capture.
    pub machine: Option<&'a MachineFacts>,
    /// Images that have this one as `origin`, as they are to be named to the user.
    pub dependents: &'a [String],
    /// Whether the endpoint knows datacenters (`Triton-Datacenter-Name` was sent); `None` when
    /// that cannot be told.
    pub datacenters: Option<bool>,
    /// Whether source and target datacenter are the same.
    pub same_datacenter: bool,
    /// Whether an image with this id is in the target datacenter already.
    pub already_here: bool,
}
