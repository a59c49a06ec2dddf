//! What the instance's `last_operation` tells about an operation (contract §3.3). It does not say
//! who started it, so it counts only as far as it can be tied to the request.

use image_console_core::{ApiError, ErrorKind, Response};
use image_console_operation::{Operation, Reading};

use super::address::Address;
use super::words;
use crate::cloud_foundry::model::{LastOperation, ServiceInstance};
use crate::cloud_foundry::requests;

/// So long a new operation may take to show up, in milliseconds.
const PATIENCE: i64 = 600_000;
/// How far this computer's clock and the API's may be apart, in milliseconds.
const SKEW: i64 = 300_000;

/// The instance of a success answer, when it is the one that was asked for.
pub(super) fn parse(address: &Address, response: &Response) -> Result<ServiceInstance, ApiError> {
    let instance = requests::parse_service_instance(response)?;
    if instance.guid.text().is_some_and(|guid| guid != address.instance) {
        let message = "The answer is about another service instance than the one that was asked for";
        return Err(ApiError::without_answer(ErrorKind::Unreadable, message));
    }
    Ok(instance)
}

/// While the job can be asked, the instance only adds the broker's own words.
pub(super) fn beside_the_job(
    operation: &Operation,
    mut address: Address,
    last: Option<&LastOperation>,
) -> Reading {
    address.turn = 0;
    let mut reading = Reading::running(operation.state());
    if let Some(last) = last.filter(|last| last.is_under_way())
        && let Some(text) = last.description.shown(Clone::clone)
    {
        reading = reading.fact("last_operation.description", &text);
        address.description = text;
    }
    let before = operation.timeline.last_seen().and_then(|seen| seen.note.clone());
    reading.note = if address.description.is_empty() { before } else { Some(address.description.clone()) };
    reading.ask(address.json())
}

/// The job is gone or was never named: the instance speaks for work that the API accepted, as long
/// as it shows an operation that began with it.
pub(super) fn in_place_of_the_job(operation: &Operation, address: &Address, last: &LastOperation) -> Reading {
    let shown = words::operation(last);
    let why = match whose(operation, address, last) {
        Whose::Older if address.job.is_empty() && has_patience(operation) => {
            return Reading::running("").note(words::NOT_BEGUN);
        }
        Whose::Older => format!("The instance's last operation ({shown}) is older than this request"),
        Whose::Unclear if is_over(last) => {
            format!("Whether the instance's last operation ({shown}) was this one cannot be told")
        }
        Whose::Ours | Whose::Unclear => {
            return of(last).note(if address.job.is_empty() {
                words::SAYS_INSTANCE
            } else {
                words::JOB_GONE
            });
        }
    };
    Reading::unknown(why, words::instance(operation))
}

/// The answer to the request was lost. A new operation is probably this one, which is enough to
/// watch it, and not enough to say how this one ended.
pub(super) fn in_place_of_the_answer(
    operation: &Operation,
    address: &Address,
    last: &LastOperation,
) -> Reading {
    let shown = words::operation(last);
    let why = match whose(operation, address, last) {
        Whose::Older if has_patience(operation) => return Reading::running("").note(words::NOT_SEEN),
        Whose::Older => words::NO_TRACE.to_owned(),
        Whose::Ours if is_over(last) => format!(
            "The answer was lost. An operation of the instance that began since has ended ({shown}); the API does not say whether it was this one"
        ),
        Whose::Unclear if is_over(last) => format!(
            "The answer was lost. The instance's last operation has ended ({shown}); whether it was this one cannot be told"
        ),
        Whose::Ours => return of(last).note(words::PROBABLY),
        Whose::Unclear => return of(last).note(words::PERHAPS),
    };
    Reading::unknown(why, words::instance(operation))
}

/// The operation is the instance's latest one, whosever it is.
pub(super) fn itself(operation: &Operation, last: &LastOperation) -> Reading {
    if last.is_none() {
        Reading::unknown("The instance has had no operation so far", words::instance(operation))
    } else {
        of(last)
    }
}

/// How the operation of an instance stands. A state that is not documented is shown and followed.
fn of(last: &LastOperation) -> Reading {
    let state = last.state.shown(Clone::clone).unwrap_or_default();
    let description = last.description.shown(Clone::clone).filter(|text| !text.is_empty());
    let mut reading = match state.as_str() {
        "succeeded" => Reading::succeeded(state),
        "failed" => {
            let why = description.clone().unwrap_or_else(|| "The API does not say why".to_owned());
            Reading::failed(state, ApiError::without_answer(ErrorKind::Refused, why))
        }
        _ => Reading::running(state),
    };
    if let Some(type_) = last.type_.shown(Clone::clone) {
        reading = reading.fact("last_operation.type", type_);
    }
    if let Some(text) = description {
        reading = reading.fact("last_operation.description", text);
    }
    reading
}

fn is_over(last: &LastOperation) -> bool {
    matches!(last.state.text(), Some("succeeded" | "failed"))
}

/// Whose operation the instance shows.
enum Whose {
    /// One that was there before the request.
    Older,
    /// One that began with the request; only one is possible at a time.
    Ours,
    /// It may be ours, an older or a later one.
    Unclear,
}

/// Compares the instance's operation with what was seen before the request; where nothing was, by
/// time: with when the job was queued, else with when the request was sent by this computer's clock.
/// Of work that was started elsewhere, neither may be known.
fn whose(operation: &Operation, address: &Address, last: &LastOperation) -> Whose {
    let sent = operation.request.is_some().then_some(operation.started);
    let begun = address.queued.or(sent);
    let created = last.created_at.value().or_else(|| last.updated_at.value());
    if let (Some(begun), Some(created)) = (begun, created)
        && created.0.saturating_sub(begun.0) > PATIENCE + SKEW
    {
        return Whose::Unclear;
    }
    let order = |ours| if ours { Whose::Ours } else { Whose::Older };
    if let Some(before) = &address.before {
        return order(!last.is_none() && before.is_followed_by(last));
    }
    match (address.queued, sent, last.updated_at.value().or(created)) {
        (Some(queued), _, Some(when)) => order(*when >= queued),
        (None, Some(sent), Some(when)) if when.0.saturating_sub(sent.0).saturating_abs() > SKEW => {
            order(*when > sent)
        }
        _ => Whose::Unclear,
    }
}

fn has_patience(operation: &Operation) -> bool {
    operation.polls.last.is_none_or(|asked| asked.since(operation.started) < PATIENCE)
}
