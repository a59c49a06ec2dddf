//! From method and path to a call.

use super::problem::Problem;
use crate::wire::query;

/// A call of the API, with the guid that its path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// `GET /` (section 1.1)
    Root,
    /// `GET /v3`
    Collections,
    /// `GET /v3/info`
    Info,
    /// `GET /v3/organizations` (section 3.4)
    Organizations,
    /// `GET /v3/organizations/{guid}`
    Organization(String),
    /// `GET /v3/spaces`
    Spaces,
    /// `GET /v3/spaces/{guid}`
    Space(String),
    /// `GET /v3/service_instances` (section 3.1)
    Instances,
    /// `GET /v3/service_instances/{guid}` (section 3.2)
    Instance(String),
    /// `GET /v3/service_instances/{guid}/permissions` (section 3.4)
    Permissions(String),
    /// `POST /v3/service_instances/{guid}/backups` (section 4.1)
    CreateBackup(String),
    /// `GET /v3/service_instances/{guid}/backups` (section 4.2)
    Backups(String),
    /// `POST /v3/service_instances/{guid}/actions/restore` (section 4.3)
    Restore(String),
    /// `GET /v3/jobs/{guid}` (section 5)
    Job(String),
}

impl Call {
    /// Whether only Tanzu has it (section 4).
    pub fn is_of_tanzu(&self) -> bool {
        matches!(self, Self::CreateBackup(_) | Self::Backups(_) | Self::Restore(_))
    }
}

/// Finds the call; 404 with code 10000 for every other method and path.
pub fn find(method: &str, path: &str) -> Result<Call, Problem> {
    let segments: Vec<_> = path.split('/').filter(|part| !part.is_empty()).map(query::segment).collect();
    let segments: Vec<_> = segments.iter().map(String::as_str).collect();
    let call = match (method, segments.as_slice()) {
        ("GET", []) => Call::Root,
        ("GET", ["v3"]) => Call::Collections,
        ("GET", ["v3", "info"]) => Call::Info,
        ("GET", ["v3", "organizations"]) => Call::Organizations,
        ("GET", ["v3", "organizations", guid]) => Call::Organization((*guid).into()),
        ("GET", ["v3", "spaces"]) => Call::Spaces,
        ("GET", ["v3", "spaces", guid]) => Call::Space((*guid).into()),
        ("GET", ["v3", "service_instances"]) => Call::Instances,
        ("GET", ["v3", "service_instances", guid]) => Call::Instance((*guid).into()),
        ("GET", ["v3", "service_instances", guid, "permissions"]) => Call::Permissions((*guid).into()),
        ("GET", ["v3", "service_instances", guid, "backups"]) => Call::Backups((*guid).into()),
        ("POST", ["v3", "service_instances", guid, "backups"]) => Call::CreateBackup((*guid).into()),
        ("POST", ["v3", "service_instances", guid, "actions", "restore"]) => Call::Restore((*guid).into()),
        ("GET", ["v3", "jobs", guid]) => Call::Job((*guid).into()),
        _ => return Err(Problem::route()),
    };
    Ok(call)
}
