//! What a user does to an operation.

use image_console_core::time::Timestamp;

use super::{Command, Engine};
use crate::record::{Operation, Status};
use crate::{schedule, transition};

impl Engine {
    /// Asks as soon as the policy and the upstream allow; follows on where the end was unknown.
    pub(super) fn check_now(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        let Some(operation) = self.operations.get_mut(id) else { return };
        let Some(follower) = self.followers.of(operation) else { return };
        let policy = follower.policy(operation);
        match &operation.status {
            Status::Running { .. } => schedule::hurry(&mut operation.polls, &policy, now),
            Status::Unknown { .. } if follower.poll(operation).is_some() => {
                operation.status = Status::Running { state: operation.state().to_owned(), progress: None };
                operation.ended = None;
                transition::follow_on(operation, &policy, now);
                self.save(id, out);
            }
            _ => {}
        }
    }

    /// Ends the following, not the work. A submission under way cannot be let go: its answer is
    /// the only thing that tells what became of it.
    pub(super) fn stop_following(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        let Some(operation) = self.operations.get_mut(id) else { return };
        let elsewhere = !self.submissions.contains_key(id)
            && operation.status == Status::Submitting
            && operation.polls.due.is_none();
        if operation.status.is_ended() || self.sending.contains(id) || elsewhere {
            return;
        }
        let look_at = self.followers.of(operation).map(|f| f.look_at(operation));
        let why = "You stopped following it; the work itself was not cancelled".to_owned();
        transition::give_up(operation, why, look_at.unwrap_or_else(|| operation.resource.name.clone()), now);
        operation.seen = Some(now);
        self.submissions.remove(id);
        self.save(id, out);
    }

    /// Whether a failed operation may be started once more from the same values
    /// ([`Operation::repeated`]).
    #[must_use]
    pub fn may_repeat(&self, id: &str) -> bool {
        self.read_only.is_none()
            && self.operations.get(id).is_some_and(|operation| {
                operation.status == Status::Failed
                    && operation.request.as_ref().is_some_and(|request| !request.masked)
                    && self.followers.of(operation).is_some_and(|f| f.may_repeat(operation))
            })
    }

    pub(super) fn saw(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        let unseen = |o: &&mut Operation| o.status.is_ended() && o.seen.is_none();
        if let Some(operation) = self.operations.get_mut(id).filter(unseen) {
            operation.seen = Some(now);
            self.save(id, out);
        }
    }

    pub(super) fn dismiss(&mut self, id: &str, out: &mut Vec<Command>) {
        if self.operations.get(id).is_some_and(|o| o.status.is_ended()) {
            self.forget(id);
            out.push(Command::Remove(id.to_owned()));
        }
    }

    /// Says in the record that it will not survive a reload. Saving that would only fail again.
    pub(super) fn save_failed(&mut self, id: &str, why: &str, out: &mut Vec<Command>) {
        if let Some(operation) = self.operations.get_mut(id) {
            transition::warn(operation, &format!("Not stored, so a reload will forget it: {why}"));
            out.push(Command::Show(Box::new(operation.clone())));
        }
    }
}
