//! Starts what is due, as far as the caps allow, and sets the one timer for the rest.

use image_console_core::time::Timestamp;

use super::{Command, Engine, submit};
use crate::record::{Operation, Status};
use crate::{schedule, transition};

/// How many polls are under way at a time.
pub const IN_FLIGHT: usize = 6;

/// How many of them on one connection, so that one that hangs does not silence the others.
pub const IN_FLIGHT_PER_CONNECTION: usize = 2;

impl Engine {
    /// Starts what is due and sets the timer. Runs after every event.
    pub(super) fn pump(&mut self, now: Timestamp, out: &mut Vec<Command>) {
        let mut due: Vec<_> =
            self.waiting(now).filter(|(at, _)| *at <= now).map(|(at, o)| (at, o.id.clone())).collect();
        due.sort();
        for (_, id) in due {
            match self.operations.get(&id).map(|o| &o.status) {
                Some(Status::Submitting) => self.send_or_look(&id, now, out),
                Some(Status::Running { .. }) => self.ask(&id, now, out),
                _ => {}
            }
        }
        self.set_timer(now, out);
    }

    /// The operations that wait for a time to come, and that time.
    fn waiting(&self, now: Timestamp) -> impl Iterator<Item = (Timestamp, &Operation)> {
        let conditions = &self.conditions;
        self.operations.values().filter_map(move |operation| {
            if conditions.offline
                || conditions.unavailable.contains(&operation.connection)
                || self.is_under_way(&operation.id)
            {
                return None;
            }
            let policy = self.followers.of(operation)?.policy(operation);
            match operation.status {
                Status::Running { .. } if conditions.leading => {
                    Some((schedule::effective(&operation.polls, &policy, now, conditions.hidden), operation))
                }
                // Only a submission that is to be sent again has a due time.
                Status::Submitting if self.submissions.contains_key(&operation.id) => {
                    operation.polls.due.map(|due| (due, operation))
                }
                _ => None,
            }
        })
    }

    /// A submission's next attempt; if its token has expired while it waited, nothing is retried.
    fn send_or_look(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        let Some(operation) = self.operations.get(id) else { return };
        let Some(follower) = self.followers.of(operation) else { return };
        let live = self.submissions.get(id).is_some_and(Option::is_some);
        let in_time = operation.retry_token.as_ref().is_some_and(|token| now < token.expires);
        if (live && in_time) || submit::is_harmless(operation, follower.as_ref(), now) {
            self.send(id, out);
        } else {
            self.look_for(id, now, out);
        }
    }

    /// Sends a poll, unless as many as may are under way.
    fn ask(&mut self, id: &str, now: Timestamp, out: &mut Vec<Command>) {
        let Some(operation) = self.operations.get_mut(id) else { return };
        let connection = operation.connection.clone();
        let here = self.asking.values().filter(|c| **c == connection).count();
        if self.asking.len() >= IN_FLIGHT || here >= IN_FLIGHT_PER_CONNECTION {
            return;
        }
        let Some(follower) = self.followers.of(operation) else { return };
        let Some(request) = follower.poll(operation) else {
            let before = operation.status.clone();
            let why = "There is nothing to ask about it".to_owned();
            transition::give_up(operation, why, follower.look_at(operation), now);
            return self.conclude(id, &before, out);
        };
        operation.polls.count = operation.polls.count.saturating_add(1);
        operation.polls.last = Some(now);
        self.asking.insert(id.to_owned(), connection.clone());
        out.push(Command::Poll { id: id.to_owned(), connection, request });
    }

    /// One timer for everything. What is due but kept back by a cap needs none: the answer that
    /// makes room comes as an event.
    fn set_timer(&mut self, now: Timestamp, out: &mut Vec<Command>) {
        let next = self.waiting(now).map(|(at, _)| at).filter(|at| *at > now).min();
        if next == self.wake {
            return;
        }
        self.wake = next;
        out.push(next.map_or(Command::Sleep, Command::WakeAt));
    }
}
