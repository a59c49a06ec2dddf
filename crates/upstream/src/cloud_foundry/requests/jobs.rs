//! Jobs (contract §5).

use image_console_core::{ApiError, Method, Request, Response, encode};

use super::{answer, request};
use crate::cloud_foundry::model::Job;

/// `GET /v3/jobs/{guid}`.
#[must_use]
pub fn get_job(guid: &str) -> Request {
    request(Method::Get, format!("/v3/jobs/{}", encode::component(guid)))
}

/// Reads a job; a failed one is a success answer.
///
/// # Errors
/// An error status, or a body that is not an object with a `state`.
pub fn parse_job(response: &Response) -> Result<Job, ApiError> {
    let job = Job::from_map(answer::object(response)?);
    if job.state.is_absent() { Err(answer::other(response, "a job")) } else { Ok(job) }
}
