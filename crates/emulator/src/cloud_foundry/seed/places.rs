//! Organizations, spaces, offerings, plans.

use crate::cloud_foundry::access::Access;
use crate::cloud_foundry::store::{Offering, Org, Places, Plan, Space, Support};
use crate::rng::Rng;

/// Name and whether it is suspended; the first has the document's guid.
const ORGS: [(&str, bool); 6] = [
    ("shop", false),
    ("globex", false),
    ("research", false),
    ("suspended-org", true),
    ("hidden-org", false),
    ("Größe & Söhne", false),
];

/// Organization, name, a developer's rights; the first has the document's guid.
const SPACES: [(usize, &str, Access); 14] = [
    (0, "prod", Access::Manage),
    (0, "staging", Access::Manage),
    (0, "dev", Access::Manage),
    (0, "locked", Access::Read),
    (1, "prod", Access::Manage),
    (1, "qa", Access::Manage),
    (1, "sandbox", Access::Manage),
    (2, "lab", Access::Manage),
    (2, "notebooks", Access::Manage),
    (2, "archive", Access::Read),
    (3, "main", Access::Manage),
    (4, "secret", Access::Nothing),
    (5, "Übung", Access::Manage),
    (5, "leer", Access::Manage),
];

/// Name, description, tags, support.
const OFFERINGS: [(&str, &str, &[&str], Support); 6] = [
    ("p.mysql", "Dedicated instances of MySQL", &["mysql", "relational"], Support::Full),
    ("postgres", "Dedicated instances of PostgreSQL", &["postgresql", "relational"], Support::Full),
    ("p.redis", "Dedicated instances of Redis", &["redis", "cache"], Support::Full),
    ("p.rabbitmq", "Message broker", &["amqp"], Support::Refused),
    ("legacy-cache", "A cache with a broker of old", &[], Support::NotImplemented),
    ("object-store", "Buckets", &["s3"], Support::NotFound),
];

/// Offering and name; the first has the document's guid.
const PLANS: [(usize, &str); 9] = [
    (0, "db-small"),
    (0, "db-large"),
    (1, "on-demand-small"),
    (1, "on-demand-ha"),
    (2, "cache-small"),
    (2, "cache-ha"),
    (3, "single-node"),
    (4, "shared"),
    (5, "standard"),
];

/// All of them.
pub fn places() -> Places {
    let guid = |kind: u64, at: usize, first: &str| match at {
        0 if !first.is_empty() => first.to_owned(),
        at => Rng::new(0xcf00 + kind, at as u64).uuid().to_string(),
    };
    let orgs = ORGS.iter().enumerate().map(|(at, (name, suspended))| Org {
        guid: guid(1, at, "0d2ad5f7-1111-4e0b-9f60-7d6d4d7b5a10"),
        name,
        suspended: *suspended,
    });
    let spaces = SPACES.iter().enumerate().map(|(at, (org, name, developer))| Space {
        guid: guid(2, at, "5a84d315-9513-4d74-95e5-f6a5501eeef7"),
        name,
        org: *org,
        developer: *developer,
    });
    let offerings = OFFERINGS.iter().enumerate().map(|(at, (name, description, tags, support))| Offering {
        guid: guid(3, at, ""),
        name,
        description,
        tags,
        support: *support,
    });
    let plans = PLANS.iter().enumerate().map(|(at, (offering, name))| Plan {
        guid: guid(4, at, "5358d122-638e-11ea-afca-bf6e756684ac"),
        name,
        offering: *offering,
    });
    Places {
        orgs: orgs.collect(),
        spaces: spaces.collect(),
        offerings: offerings.collect(),
        plans: plans.collect(),
    }
}
