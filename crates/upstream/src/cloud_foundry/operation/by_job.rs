//! What a job tells (contract §5). Its state decides: a failed job is a success answer, and errors
//! may stand in one that is being retried.

use image_console_core::{ApiError, ErrorKind, Response};
use image_console_operation::{Operation, Reading};

use super::address::Address;
use super::{asked, words};
use crate::cloud_foundry::model::Job;
use crate::cloud_foundry::{location, requests, warnings};

/// Reads a success answer to the question for the job.
pub(super) fn read(mut address: Address, response: &Response) -> Reading {
    let job = match requests::parse_job(response) {
        Ok(job) => job,
        Err(error) => return Reading::no_news(error),
    };
    if job.guid.text().is_some_and(|guid| guid != address.job) {
        return Reading::no_news(ApiError::without_answer(
            ErrorKind::Unreadable,
            "The answer is about another job than the one that was asked for",
        ));
    }
    address.turn += 1;
    address.queued = job.created_at.value().copied().or(address.queued);
    let state = job.state.shown(Clone::clone).unwrap_or_default();
    let mut reading = match state.as_str() {
        "COMPLETE" => Reading::succeeded(state),
        "FAILED" => Reading::failed(state, job.error()),
        _ => running(&address, &job, state),
    };
    if address.instance.is_empty()
        && let Some(guid) = instance_of(&address, &job)
    {
        address.instance.clone_from(&guid);
        reading = reading.resource_id(guid);
    }
    if let Some(operation) = job.operation.shown(Clone::clone) {
        reading = reading.fact("job operation", operation);
    }
    reading.warnings.extend(job.warnings);
    reading.warnings.extend(warnings(response));
    reading.ask(address.json())
}

fn running(address: &Address, job: &Job, state: String) -> Reading {
    let mut reading = Reading::running(state);
    if !job.errors.is_empty() {
        reading.note = Some(format!("Goes on after an error: {}", job.error()));
    } else if !address.description.is_empty() {
        reading.note = Some(address.description.clone());
    }
    reading
}

/// The job's instance, from a link that is on the API itself, as far as its host is known.
fn instance_of(address: &Address, job: &Job) -> Option<String> {
    let href = job.service_instance()?;
    let target = if address.api.is_empty() { href } else { location::target(&href, &address.api).ok()? };
    location::guid(&target, "service_instances")
}

/// The question for the job was refused. When the API itself says that there is no such job, it
/// has been cleared away, and the instance is asked at once.
pub(super) fn refused(operation: &Operation, mut address: Address, error: ApiError) -> Reading {
    if !asked::says_not_found(&error) {
        return Reading::no_news(error);
    }
    if address.instance.is_empty() {
        let why = format!(
            "The API does not know the job any more, and which instance it was about is not known: {error}"
        );
        return Reading::unknown(why, words::instance(operation));
    }
    address.gone = true;
    let mut reading =
        Reading::running(operation.state()).note(words::JOB_GONE).warning(format!("{}.", words::JOB_GONE));
    reading.ask_again_at_once = true;
    reading.ask(address.json())
}
