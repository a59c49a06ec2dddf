//! Repositories, for the picker (contract §5.3).

use image_console_core::{ApiError, Request, Response, Service, encode};

use super::{Page, ROOT, page};
use crate::oci::{self, paging};
use crate::oci_artifacts::model::Repository;

/// ListContainerRepositories of a compartment, by name, the first page.
#[must_use]
pub fn list_repositories(compartment_id: &str) -> Request {
    let limit = paging::LIMIT.to_string();
    let pairs = [
        ("compartmentId", compartment_id),
        ("limit", &limit),
        ("sortBy", "DISPLAYNAME"),
        ("sortOrder", "ASC"),
    ];
    oci::get(Service::Artifacts, &format!("{ROOT}/repositories?{}", encode::query(&pairs)))
}

/// Reads one page; the counts over all repositories are in its `unknown`.
///
/// # Errors
/// An error status, or a body that is not an object with a list of items.
pub fn parse_repositories(response: &Response) -> Result<Page<Repository>, ApiError> {
    page::parse(response, Repository::from_map)
}
