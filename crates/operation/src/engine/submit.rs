//! Submissions: sent once, and again only under a retry token; by a read-only console not at all.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Request};

use super::{Command, Engine};
use crate::follow::{Answer, Follow, Outcome};
use crate::record::{Operation, Status};
use crate::transition::{self, About};
use crate::{schedule, wish};

/// The reason given where this build has no follower for an operation.
const NO_FOLLOWER: &str = "This version of the console does not know how to follow it";

impl Engine {
    /// Saves the operation, then sends its request.
    pub(super) fn submit(
        &mut self,
        operation: Operation,
        request: Request,
        now: Timestamp,
        out: &mut Vec<Command>,
    ) {
        let id = operation.id.clone();
        if operation.status != Status::Submitting
            || self.operations.contains_key(&id)
            || self.sending.contains(&id)
        {
            return;
        }
        self.operations.insert(id.clone(), operation);
        if let Some(why) = self.read_only.clone() {
            return self.not_sent(&id, why, now, out);
        }
        self.submissions.insert(id.clone(), Some(request));
        self.send(&id, out);
    }

    /// A read-only console does not send it. Where an attempt may have been carried out before, that
    /// one is looked for; otherwise nothing was done for certain, and the operation failed.
    fn not_sent(&mut self, id: &str, why: String, now: Timestamp, out: &mut Vec<Command>) {
        if self.operations.get(id).is_some_and(|operation| operation.maybe_done) {
            return self.look_for(id, now, out);
        }
        self.sending.insert(id.to_owned());
        self.answered(id, Err(ApiError::without_answer(ErrorKind::ReadOnly, why)), now, out);
    }

    /// Sends a submission, the record saved before: a page that dies in between finds in storage
    /// that the request may have been sent.
    pub(super) fn send(&mut self, id: &str, out: &mut Vec<Command>) {
        let Some(operation) = self.operations.get_mut(id) else { return };
        let live = self.submissions.get(id).cloned().flatten();
        let stored = || operation.request.as_ref().and_then(crate::StoredRequest::to_request);
        let Some(request) = live.or_else(stored) else { return };
        operation.attempts = operation.attempts.saturating_add(1);
        operation.polls.due = None;
        let connection = operation.connection.clone();
        self.sending.insert(id.to_owned());
        self.save(id, out);
        out.push(Command::Send { id: id.to_owned(), connection, request });
    }

    /// The answer to a submission.
    pub(super) fn answered(&mut self, id: &str, answer: Answer, now: Timestamp, out: &mut Vec<Command>) {
        if !self.sending.remove(id) {
            return;
        }
        let Some(operation) = self.operations.get_mut(id) else { return };
        operation.polls.not_before = wish::of(&answer, now).max(operation.polls.not_before);
        let before = operation.status.clone();
        let Some(follower) = self.followers.of(operation) else {
            self.submissions.remove(id);
            transition::give_up(operation, NO_FOLLOWER.to_owned(), operation.resource.name.clone(), now);
            return self.conclude(id, &before, out);
        };
        let reading = follower.submitted(operation, answer);
        if let Outcome::NoNews(error) | Outcome::TryLater(error) = &reading.outcome {
            operation.maybe_done |= error.outcome_is_unknown();
        }
        if let Outcome::TryLater(error) = &reading.outcome
            && let Some(at) = next_attempt(operation, follower.as_ref(), now)
        {
            operation.timeline.miss(now, &error.to_string());
            operation.polls.due = Some(at);
            return self.save(id, out);
        }
        self.submissions.remove(id);
        transition::apply(operation, follower.as_ref(), About::Submission, reading, now);
        self.conclude(id, &before, out);
    }

    /// A submission found in storage: sent again where its token makes that harmless, otherwise
    /// looked for. Unless it was waiting for its next attempt, one was under way when the page died.
    pub(super) fn resume(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        let Some(operation) = self.operations.get_mut(id) else { return };
        let Some(follower) = self.followers.of(operation) else { return };
        let policy = follower.policy(operation);
        operation.maybe_done |= operation.polls.due.is_none();
        if let Some(why) = self.read_only.clone() {
            return self.not_sent(id, why, now, out);
        }
        if is_harmless(operation, follower.as_ref(), now) && operation.attempts < policy.resend.attempts {
            operation.polls.due = Some(now);
            self.submissions.entry(id.to_owned()).or_insert(None);
            return;
        }
        self.look_for(id, now, out);
    }

    /// What can be known of a submission that nobody waits for any more.
    pub(super) fn look_for(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        self.submissions.remove(id);
        let Some(operation) = self.operations.get_mut(id) else { return };
        let Some(follower) = self.followers.of(operation) else { return };
        let before = operation.status.clone();
        let reading = follower.resumed(operation);
        transition::apply(operation, follower.as_ref(), About::Submission, reading, now);
        if matches!(operation.status, Status::Running { .. }) {
            let policy = follower.policy(operation);
            schedule::hurry(&mut operation.polls, &policy, now);
        }
        self.conclude(id, &before, out);
    }

    /// Whether the very same request of this operation may be sent once more: it ended in
    /// "unknown", its retry token is valid, and the API knows such tokens for this action.
    #[must_use]
    pub fn may_send_again(&self, id: &str, now: Timestamp) -> bool {
        self.read_only.is_none()
            && self.operations.get(id).is_some_and(|operation| {
                matches!(operation.status, Status::Unknown { .. })
                    && !self.is_under_way(id)
                    && self.followers.of(operation).is_some_and(|f| is_harmless(operation, f.as_ref(), now))
            })
    }

    /// The user wants the same request sent once more.
    pub(super) fn send_again(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        if !self.may_send_again(id, now) {
            return;
        }
        if let Some(operation) = self.operations.get_mut(id) {
            operation.status = Status::Submitting;
            operation.maybe_done = true;
            operation.ended = None;
            operation.polls.until = None;
            self.submissions.insert(id.to_owned(), None);
            self.send(id, out);
        }
    }
}

/// Whether sending the stored request once more cannot do anything twice.
pub(super) fn is_harmless(operation: &Operation, follower: &dyn Follow, now: Timestamp) -> bool {
    operation.retry_token.as_ref().is_some_and(|token| now < token.expires)
        && operation.request.as_ref().is_some_and(|request| request.to_request().is_some())
        && follower.may_send_again(operation)
}

/// When a submission that came to nothing is sent again, if at all.
fn next_attempt(operation: &Operation, follower: &dyn Follow, now: Timestamp) -> Option<Timestamp> {
    let token = operation.retry_token.as_ref()?;
    let resend = follower.policy(operation).resend;
    let wish = operation.polls.not_before;
    let at = schedule::resend(&operation.id, operation.attempts, operation.started, wish, &resend, now)?;
    (at < token.expires && follower.may_send_again(operation)).then_some(at)
}
