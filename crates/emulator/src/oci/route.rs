//! From host, method and path to a call.

use super::place::Service;
use super::problem::Problem;
use crate::wire::query;

/// A call of one of the services, with what its path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// `GET /images`
    ListImages,
    /// `POST /images`
    CreateImage,
    /// `GET /images/{imageId}`
    GetImage(String),
    /// `PUT /images/{imageId}`
    UpdateImage(String),
    /// `DELETE /images/{imageId}`
    DeleteImage(String),
    /// `POST /images/{imageId}/actions/export`
    ExportImage(String),
    /// `POST /images/{imageId}/actions/changeCompartment`
    ChangeImageCompartment(String),
    /// `GET /workRequests`
    ListWorkRequests,
    /// `GET /workRequests/{workRequestId}`
    GetWorkRequest(String),
    /// `GET /workRequests/{workRequestId}/errors`
    ListWorkRequestErrors(String),
    /// `GET /workRequests/{workRequestId}/logs`
    ListWorkRequestLogs(String),
    /// `GET /container/images`
    ListContainerImages,
    /// `GET /container/images/{imageId}`
    GetContainerImage(String),
    /// `PUT /container/images/{imageId}`
    UpdateContainerImage(String),
    /// `DELETE /container/images/{imageId}`
    DeleteContainerImage(String),
    /// `POST /container/images/{imageId}/actions/restore`
    RestoreContainerImage(String),
    /// `POST /container/images/{imageId}/actions/removeVersion`
    RemoveContainerVersion(String),
    /// `GET /container/repositories`
    ListContainerRepositories,
    /// `GET /container/repositories/{repositoryId}`
    GetContainerRepository(String),
    /// `GET /compartments`
    ListCompartments,
    /// `GET /n`
    GetNamespace,
    /// `GET /n/{namespaceName}/b`
    ListBuckets(String),
}

/// The version that every path but object storage's begins with.
const VERSION: &str = "20160918";

/// Finds the call: 404 for a path that is none, 405 for a method that it does not have.
pub fn find(service: Service, method: &str, path: &str) -> Result<Call, Problem> {
    let segments: Vec<String> = path.split('/').skip(1).map(query::segment).collect();
    let mut parts: Vec<&str> = segments.iter().map(String::as_str).collect();
    if parts.last() == Some(&"") {
        parts.pop();
    }
    if service != Service::ObjectStorage {
        if parts.first() != Some(&VERSION) {
            return Err(unknown(path));
        }
        parts.remove(0);
    }
    let calls: &[(&str, Make)] = match (service, parts.as_slice()) {
        (Service::Compute, ["images"]) => &[("GET", |_| Call::ListImages), ("POST", |_| Call::CreateImage)],
        (Service::Compute, ["images", _]) => {
            &[("GET", Call::GetImage), ("PUT", Call::UpdateImage), ("DELETE", Call::DeleteImage)]
        }
        (Service::Compute, ["images", _, "actions", "export"]) => &[("POST", Call::ExportImage)],
        (Service::Compute, ["images", _, "actions", "changeCompartment"]) => {
            &[("POST", Call::ChangeImageCompartment)]
        }
        (Service::Compute, ["workRequests"]) => &[("GET", |_| Call::ListWorkRequests)],
        (Service::Compute, ["workRequests", _]) => &[("GET", Call::GetWorkRequest)],
        (Service::Compute, ["workRequests", _, "errors"]) => &[("GET", Call::ListWorkRequestErrors)],
        (Service::Compute, ["workRequests", _, "logs"]) => &[("GET", Call::ListWorkRequestLogs)],
        (Service::Artifacts, ["container", "images"]) => &[("GET", |_| Call::ListContainerImages)],
        (Service::Artifacts, ["container", "images", _]) => &[
            ("GET", Call::GetContainerImage),
            ("PUT", Call::UpdateContainerImage),
            ("DELETE", Call::DeleteContainerImage),
        ],
        (Service::Artifacts, ["container", "images", _, "actions", "restore"]) => {
            &[("POST", Call::RestoreContainerImage)]
        }
        (Service::Artifacts, ["container", "images", _, "actions", "removeVersion"]) => {
            &[("POST", Call::RemoveContainerVersion)]
        }
        (Service::Artifacts, ["container", "repositories"]) => {
            &[("GET", |_| Call::ListContainerRepositories)]
        }
        (Service::Artifacts, ["container", "repositories", _]) => &[("GET", Call::GetContainerRepository)],
        (Service::Identity, ["compartments"]) => &[("GET", |_| Call::ListCompartments)],
        (Service::ObjectStorage, ["n"]) => &[("GET", |_| Call::GetNamespace)],
        (Service::ObjectStorage, ["n", _, "b"]) => &[("GET", Call::ListBuckets)],
        _ => return Err(unknown(path)),
    };
    let at = if parts.first() == Some(&"container") { 2 } else { 1 };
    let id = parts.get(at).copied().unwrap_or_default().to_owned();
    let make = calls.iter().find(|(known, _)| *known == method).map(|(_, make)| make);
    make.map(|make| make(id))
        .ok_or_else(|| Problem::new(405, "MethodNotAllowed", format!("{method} is not allowed for {path}.")))
}

type Make = fn(String) -> Call;

fn unknown(path: &str) -> Problem {
    Problem::new(404, "NotFound", format!("There is nothing at {path}."))
}
