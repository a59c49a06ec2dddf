//! What a reading does to a record. Pure: no queue, no timer, no other operation.

use image_console_core::ApiError;
use image_console_core::time::Timestamp;

use crate::follow::{Follow, Outcome, Reading};
use crate::policy::Policy;
use crate::record::{Operation, Progress, Status, StoredError};
use crate::schedule;

/// Said beside a refusal that may not be the whole story.
const EARLIER: &str =
    ". An earlier attempt may have been carried out, and this refusal be its doing: looking for what it did";

/// Which request a reading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The submission itself, or what is known of it after a reload.
    Submission,
    /// A question how it is doing.
    Poll,
}

/// Applies a reading. An operation that has ended stays as it is.
pub fn apply(
    operation: &mut Operation,
    follower: &dyn Follow,
    about: About,
    reading: Reading,
    now: Timestamp,
) {
    if operation.status.is_ended() {
        return;
    }
    let changed = keep(operation, &reading);
    let note = reading.note.as_deref();
    match reading.outcome {
        Outcome::Running { state, progress } => {
            run(operation, follower, now, (&state, progress, note), changed, reading.ask_again_at_once);
        }
        Outcome::Succeeded { state } => {
            operation.timeline.see(now, &state, note, None);
            end(operation, Status::Succeeded, None, now);
        }
        Outcome::Failed { state, error } => {
            let text = error.to_string();
            operation.timeline.see(now, &state, note.or(Some(text.as_str())), None);
            end(operation, Status::Failed, Some(&error), now);
        }
        Outcome::Unknown { why, look_at } => give_up(operation, why, look_at, now),
        Outcome::NoNews(error) | Outcome::TryLater(error) => match about {
            About::Submission => without_answer(operation, follower, &error, now),
            About::Poll => miss(operation, follower, &error, now),
        },
    }
}

/// Keeps what a reading told beside its outcome. Returns whether the parts changed.
fn keep(operation: &mut Operation, reading: &Reading) -> bool {
    for fact in &reading.facts {
        match operation.facts.iter_mut().find(|f| f.label == fact.label) {
            Some(known) => known.value.clone_from(&fact.value),
            None => operation.facts.push(fact.clone()),
        }
    }
    for text in &reading.warnings {
        warn(operation, text);
    }
    if let Some(id) = &reading.resource_id {
        operation.resource_id_learned |= operation.resource.id.is_none();
        operation.resource.id = Some(id.clone());
    }
    if let Some(address) = &reading.address {
        operation.address.clone_from(address);
    }
    let Some(parts) = reading.parts.as_ref().filter(|parts| **parts != operation.parts) else { return false };
    operation.parts.clone_from(parts);
    true
}

/// Keeps a warning unless it is there already.
pub fn warn(operation: &mut Operation, text: &str) {
    if !operation.warnings.iter().any(|w| w == text) {
        operation.warnings.push(text.to_owned());
    }
}

fn run(
    operation: &mut Operation,
    follower: &dyn Follow,
    now: Timestamp,
    (state, progress, note): (&str, Option<Progress>, Option<&str>),
    changed: bool,
    at_once: bool,
) {
    let changed = operation.timeline.see(now, state, note, progress.as_ref()) || changed;
    operation.status = Status::Running { state: state.to_owned(), progress };
    operation.error = None;
    operation.polls.errors = 0;
    operation.polls.unchanged = if changed { 0 } else { operation.polls.unchanged.saturating_add(1) };
    go_on(operation, follower, now, at_once);
}

/// A poll failed: the work goes on as far as is known, and is asked about at the pace for errors.
fn miss(operation: &mut Operation, follower: &dyn Follow, error: &ApiError, now: Timestamp) {
    operation.timeline.miss(now, &error.to_string());
    operation.error = Some(StoredError::from(error));
    operation.polls.errors = operation.polls.errors.saturating_add(1);
    go_on(operation, follower, now, false);
}

/// A submission failed. Where the upstream certainly did nothing, by this attempt or an earlier one,
/// the operation failed; where it may have been carried out, it is looked for, and never called
/// failed.
fn without_answer(operation: &mut Operation, follower: &dyn Follow, error: &ApiError, now: Timestamp) {
    let certain = !error.outcome_is_unknown();
    let mut text = error.to_string();
    if certain && operation.maybe_done {
        text.push_str(EARLIER);
    }
    operation.timeline.see(now, "", Some(&text), None);
    if certain && !operation.maybe_done {
        end(operation, Status::Failed, Some(error), now);
        return;
    }
    operation.status = Status::Running { state: String::new(), progress: None };
    operation.error = Some(StoredError::from(error));
    go_on(operation, follower, now, false);
}

/// Plans the next question, or gives up when there is none or the time is over.
fn go_on(operation: &mut Operation, follower: &dyn Follow, now: Timestamp, at_once: bool) {
    let policy = follower.policy(operation);
    let until = *operation.polls.until.get_or_insert(schedule::later(now, policy.deadline));
    if operation.polls.last.is_some_and(|asked| asked >= until) {
        let why = format!(
            "Followed for {} without seeing its end",
            image_console_core::time::duration(now.since(operation.started))
        );
        give_up(operation, why, follower.look_at(operation), now);
    } else if follower.poll(operation).is_none() {
        let why = "It may have been carried out, and there is nothing to ask about it".to_owned();
        give_up(operation, why, follower.look_at(operation), now);
    } else {
        schedule::plan(&operation.id, &mut operation.polls, &policy, now, at_once);
    }
}

/// Follows an operation from here on: a new deadline, asked about at once.
pub fn follow_on(operation: &mut Operation, policy: &Policy, now: Timestamp) {
    operation.polls.until = Some(schedule::later(now, policy.deadline));
    operation.polls.errors = 0;
    operation.polls.unchanged = 0;
    schedule::hurry(&mut operation.polls, policy, now);
}

/// Ends an operation without knowing how it went.
pub fn give_up(operation: &mut Operation, why: String, look_at: String, now: Timestamp) {
    end(operation, Status::Unknown { why, look_at }, None, now);
}

fn end(operation: &mut Operation, status: Status, error: Option<&ApiError>, now: Timestamp) {
    if !matches!(status, Status::Unknown { .. }) {
        operation.error = error.map(StoredError::from);
    }
    operation.status = status;
    operation.ended = Some(now);
    operation.polls.due = None;
}
