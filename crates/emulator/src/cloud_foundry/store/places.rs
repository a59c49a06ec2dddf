//! Organizations, spaces, and what the brokers offer.

use crate::cloud_foundry::access::Access;

/// An organization.
#[derive(Clone, Debug)]
pub struct Org {
    /// Its guid.
    pub guid: String,
    /// Its name.
    pub name: &'static str,
    /// Whether nothing may be changed in it.
    pub suspended: bool,
}

/// A space.
#[derive(Clone, Debug)]
pub struct Space {
    /// Its guid.
    pub guid: String,
    /// Its name.
    pub name: &'static str,
    /// Index of its organization.
    pub org: usize,
    /// How far a developer's rights go.
    pub developer: Access,
}

/// How an offering takes to backups (section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// It has the feature.
    Full,
    /// 422.
    Refused,
    /// 501.
    NotImplemented,
    /// 404.
    NotFound,
}

/// A service offering.
#[derive(Clone, Debug)]
pub struct Offering {
    /// Its guid.
    pub guid: String,
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Its tags.
    pub tags: &'static [&'static str],
    /// How it takes to backups.
    pub support: Support,
}

/// A plan of an offering.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its guid.
    pub guid: String,
    /// Its name.
    pub name: &'static str,
    /// Index of its offering.
    pub offering: usize,
}

/// All of them.
#[derive(Clone, Debug)]
pub struct Places {
    /// Organizations.
    pub orgs: Vec<Org>,
    /// Spaces.
    pub spaces: Vec<Space>,
    /// Offerings, all of one broker.
    pub offerings: Vec<Offering>,
    /// Plans.
    pub plans: Vec<Plan>,
}
