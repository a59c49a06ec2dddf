//! Work requests (contract §5); same host and version as images.

use image_console_core::{ApiError, Request, Response, Service, encode};

use super::VERSION;
use crate::decode::Lenient;
use crate::oci;
use crate::oci_compute::model::{LogEntry, WorkRequest, WorkRequestError};

/// How many errors, log entries or work requests are asked for.
const LIMIT: &str = "50";

/// GetWorkRequest; there is no etag.
#[must_use]
pub fn get_work_request(id: &str) -> Request {
    oci::get(Service::Compute, &path(id))
}

/// Reads a work request.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_work_request(response: &Response) -> Result<WorkRequest, ApiError> {
    oci::object(response).map(WorkRequest::from_map)
}

/// ListWorkRequests of one resource, the first page.
#[must_use]
pub fn list_work_requests(compartment_id: &str, resource_id: &str) -> Request {
    let pairs = [("compartmentId", compartment_id), ("resourceId", resource_id), ("limit", LIMIT)];
    oci::get(Service::Compute, &format!("{VERSION}/workRequests?{}", encode::query(&pairs)))
}

/// Reads a page of work requests.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_work_requests(response: &Response) -> Result<Vec<Lenient<WorkRequest>>, ApiError> {
    Ok(oci::maps(&oci::array(response)?, WorkRequest::from_map))
}

/// ListWorkRequestErrors, the oldest first: the first one is the cause of the others.
#[must_use]
pub fn list_work_request_errors(id: &str) -> Request {
    oci::get(Service::Compute, &format!("{}/errors?limit={LIMIT}&sortOrder=ASC", path(id)))
}

/// Reads a page of errors.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_work_request_errors(response: &Response) -> Result<Vec<Lenient<WorkRequestError>>, ApiError> {
    Ok(oci::maps(&oci::array(response)?, WorkRequestError::from_map))
}

/// ListWorkRequestLogs, the newest first: of a long log the end is worth most.
#[must_use]
pub fn list_work_request_logs(id: &str) -> Request {
    oci::get(Service::Compute, &format!("{}/logs?limit={LIMIT}&sortOrder=DESC", path(id)))
}

/// Reads a page of log entries.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_work_request_logs(response: &Response) -> Result<Vec<Lenient<LogEntry>>, ApiError> {
    Ok(oci::maps(&oci::array(response)?, LogEntry::from_map))
}

fn path(id: &str) -> String {
    format!("{VERSION}/workRequests/{}", encode::component(id))
}
