//! Answers to polls, and records that come from storage or from another tab.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind};

use super::{Command, Engine, Notice};
use crate::follow::{Answer, Outcome};
use crate::record::{Operation, Status};
use crate::transition::{self, About};
use crate::{schedule, wish};

impl Engine {
    /// The answer to a poll.
    pub(super) fn poll_answered(&mut self, id: &str, answer: Answer, now: Timestamp, out: &mut Vec<Command>) {
        if self.asking.remove(id).is_none() {
            return;
        }
        let Some(operation) = self.operations.get_mut(id) else { return };
        let Some(follower) = self.followers.of(operation) else { return };
        if operation.status.is_ended() {
            return;
        }
        if self.conditions.offline && answer.is_err() {
            // The network went away under the question; that is not worth a line.
            let policy = follower.policy(operation);
            schedule::not_lost(&mut operation.polls, &policy);
            return;
        }
        operation.polls.not_before = wish::of(&answer, now).max(operation.polls.not_before);
        let before = operation.status.clone();
        let reading = follower.read(operation, answer);
        let connection = operation.connection.clone();
        let refused = matches!(&reading.outcome, Outcome::NoNews(e) if needs_credentials(e));
        transition::apply(operation, follower.as_ref(), About::Poll, reading, now);
        self.conclude(id, &before, out);
        if refused && self.conditions.asked.insert(connection.clone()) {
            out.push(Command::Announce {
                id: id.to_owned(),
                notice: Notice::CredentialsNeeded { connection },
            });
        }
    }

    /// Takes over what storage held.
    pub(super) fn load(&mut self, operations: Vec<Operation>, now: Timestamp, out: &mut Vec<Command>) {
        for operation in operations {
            let id = operation.id.clone();
            let known = self.operations.get(&id).map(|known| known.revision);
            // What is known as well from another tab may still have to be submitted by this one.
            let submitting = operation.status == Status::Submitting;
            let newer =
                |known: u64| known > operation.revision || (known == operation.revision && !submitting);
            if self.submissions.contains_key(&id) || known.is_some_and(newer) {
                continue;
            }
            let status = operation.status.clone();
            self.operations.insert(id.clone(), operation);
            match status {
                Status::Submitting => self.resume(&id, now, out),
                Status::Running { .. } => self.keep_following(&id, now),
                _ => {}
            }
        }
    }

    /// Work that was started elsewhere.
    pub(super) fn adopt(&mut self, operation: Operation, now: Timestamp, out: &mut Vec<Command>) {
        let id = operation.id.clone();
        if self.operations.contains_key(&id) || !matches!(operation.status, Status::Running { .. }) {
            return;
        }
        self.operations.insert(id.clone(), operation);
        self.keep_following(&id, now);
        self.save(&id, out);
    }

    /// Another tab knows more, or its user stopped following what this tab follows. What ended
    /// here for certain stays as it is.
    pub(super) fn changed_elsewhere(&mut self, mut operation: Operation, out: &mut Vec<Command>) {
        let id = operation.id.clone();
        // What this page submits only this page knows, except that between two attempts the user may
        // have stopped it in another tab.
        let waits = !self.sending.contains(&id) && operation.status.is_ended();
        if self.submissions.contains_key(&id) && !waits {
            return;
        }
        let known = self.operations.get(&id);
        let certain = known.is_some_and(|known| {
            matches!(known.status, Status::Succeeded | Status::Failed) && known.status != operation.status
        });
        let mine = known.map_or(0, |known| known.revision);
        let newer = known.is_none() || operation.revision > mine;
        let stopped = known.is_some_and(|known| {
            !known.status.is_ended()
                && operation.status.is_ended()
                && operation.polls.until >= known.polls.until
        });
        if certain {
            // The other one has stored what is not true any more: what is known takes its place.
            if let Some(known) = self.operations.get_mut(&id) {
                known.revision = known.revision.max(operation.revision);
            }
            return self.save(&id, out);
        }
        if !(newer || stopped) {
            return;
        }
        operation.revision = operation.revision.max(mine);
        self.submissions.remove(&id);
        self.operations.insert(id.clone(), operation.clone());
        if newer {
            out.push(Command::Show(Box::new(operation)));
        } else {
            self.save(&id, out);
        }
    }

    fn keep_following(&mut self, id: &str, now: Timestamp) {
        let Some(operation) = self.operations.get_mut(id) else { return };
        let Some(follower) = self.followers.of(operation) else { return };
        let policy = follower.policy(operation);
        operation.polls.until.get_or_insert(schedule::later(now, policy.deadline));
        operation.polls.due.get_or_insert(now);
    }
}

fn needs_credentials(error: &ApiError) -> bool {
    error.kind == ErrorKind::NotSigned || error.status == Some(401)
}
