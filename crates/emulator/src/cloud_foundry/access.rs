//! Users, and what each of them may see and do (sections 1.2, 2 and 3.4).

use super::CloudFoundry;
use super::problem::Problem;
use super::store::Instance;

/// How far someone's rights go in a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// Not even to see it.
    Nothing,
    /// To look.
    Read,
    /// To change.
    Manage,
}

/// What a user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// May do everything, and is not rate limited.
    Admin,
    /// May do what each space says.
    Developer,
    /// May look where a developer may.
    Auditor,
    /// Is in no organization.
    Outsider,
}

/// A user, or a client that acts for itself.
#[derive(Debug, PartialEq, Eq)]
pub struct User {
    /// Its name.
    pub name: &'static str,
    /// Its password; public, as everything in the emulator.
    pub password: &'static str,
    /// What it is.
    pub role: Role,
    /// What its tokens say.
    pub scope: &'static [&'static str],
}

const READ: &str = "cloud_controller.read";
const WRITE: &str = "cloud_controller.write";

/// All of them; the last is the client for `client_credentials`.
pub const USERS: [User; 7] = [
    User { name: "dev", password: "dev-password", role: Role::Developer, scope: &["openid", READ, WRITE] },
    User {
        name: "admin",
        password: "admin-password",
        role: Role::Admin,
        scope: &["openid", READ, WRITE, "cloud_controller.admin"],
    },
    User {
        name: "auditor",
        password: "auditor-password",
        role: Role::Auditor,
        scope: &["openid", READ, WRITE],
    },
    User { name: "reader", password: "reader-password", role: Role::Developer, scope: &["openid", READ] },
    User {
        name: "outsider",
        password: "outsider-password",
        role: Role::Outsider,
        scope: &["openid", READ, WRITE],
    },
    User { name: "noscope", password: "noscope-password", role: Role::Developer, scope: &["openid"] },
    User { name: "ci", password: "", role: Role::Developer, scope: &[READ, WRITE] },
];

impl User {
    /// The user of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        USERS.iter().find(|user| user.name == name)
    }

    /// Whether its tokens allow a call; 403 otherwise.
    pub fn permit(&self, writes: bool) -> Result<(), Problem> {
        let wanted = if writes { WRITE } else { READ };
        if self.scope.contains(&wanted) { Ok(()) } else { Err(Problem::forbidden()) }
    }
}

impl CloudFoundry {
    /// How far a user's rights go in a space, by index.
    pub(super) fn access(&self, user: &User, space: usize) -> Access {
        let developer = self.places.spaces.get(space).map_or(Access::Nothing, |space| space.developer);
        match user.role {
            Role::Admin => Access::Manage,
            Role::Developer => developer,
            Role::Auditor => developer.min(Access::Read),
            Role::Outsider => Access::Nothing,
        }
    }

    /// An instance that the user sees; 404 otherwise.
    pub(super) fn visible(&self, guid: &str, user: &User) -> Result<&Instance, Problem> {
        let found = self.instances.get(guid).filter(|instance| !instance.deleted);
        let found = found.filter(|instance| self.access(user, instance.space) > Access::Nothing);
        found.ok_or_else(|| Problem::missing("Service instance"))
    }

    /// An instance that the user may change; 403 when it only sees it.
    pub(super) fn manageable(&self, guid: &str, user: &User) -> Result<&Instance, Problem> {
        let instance = self.visible(guid, user)?;
        if self.access(user, instance.space) < Access::Manage {
            return Err(Problem::forbidden());
        }
        let org = self.places.spaces.get(instance.space).and_then(|space| self.places.orgs.get(space.org));
        if user.role != Role::Admin && org.is_some_and(|org| org.suspended) {
            return Err(Problem::new(403, 10017, "CF-OrgSuspended", "The organization is suspended"));
        }
        Ok(instance)
    }
}
