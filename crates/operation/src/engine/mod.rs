//! The engine: all operations, what is under way for them, and the one timer.
//!
//! Sans-I/O. [`Engine::step`] is given an event and the time and answers what to do. What must
//! survive a reload is in the records, which are saved before anything that depends on them; the
//! rest of the engine's state is about this page only and is rebuilt by [`Event::Loaded`].

mod command;
mod conditions;
mod event;
mod listen;
mod pump;
mod submit;
mod user;

use std::collections::{BTreeMap, BTreeSet};

use image_console_core::Request;
use image_console_core::time::Timestamp;

pub use command::{Command, Notice};
pub use event::Event;
pub use pump::{IN_FLIGHT, IN_FLIGHT_PER_CONNECTION};

use crate::followers::Followers;
use crate::record::{Operation, Status};
use conditions::Conditions;

/// Follows all operations of a page. See the crate's description.
#[derive(Debug)]
pub struct Engine {
    followers: Followers,
    operations: BTreeMap<String, Operation>,
    /// Submissions this page is responsible for, with the live request unless it came from storage.
    submissions: BTreeMap<String, Option<Request>>,
    /// Submissions under way.
    sending: BTreeSet<String>,
    /// Polls under way, with their connection.
    asking: BTreeMap<String, String>,
    conditions: Conditions,
    /// Why this console sends nothing that changes anything, when so.
    read_only: Option<String>,
    /// What the timer is set to.
    wake: Option<Timestamp>,
}

impl Engine {
    /// An engine without operations.
    #[must_use]
    pub fn new(followers: Followers) -> Self {
        Self {
            followers,
            operations: BTreeMap::new(),
            submissions: BTreeMap::new(),
            sending: BTreeSet::new(),
            asking: BTreeMap::new(),
            conditions: Conditions::default(),
            read_only: None,
            wake: None,
        }
    }

    /// The same engine, which submits nothing for this reason: what is started fails with it, what
    /// storage holds of submissions is looked for and never sent again. Following goes on as ever.
    #[must_use]
    pub fn read_only(mut self, why: Option<String>) -> Self {
        self.read_only = why;
        self
    }

    /// Takes in what happened and answers what is to be done, in order.
    pub fn step(&mut self, event: Event, now: Timestamp) -> Vec<Command> {
        let mut out = Vec::new();
        match event {
            Event::Submit { operation, request } => self.submit(*operation, request, now, &mut out),
            Event::Adopt(operation) => self.adopt(*operation, now, &mut out),
            Event::Answered { id, answer } => self.answered(&id, answer, now, &mut out),
            Event::PollAnswered { id, answer } => self.poll_answered(&id, answer, now, &mut out),
            // The timer that was set has gone off, so another one is needed.
            Event::Tick => self.wake = None,
            Event::Loaded(operations) => self.load(operations, now, &mut out),
            Event::ChangedElsewhere(operation) => self.changed_elsewhere(*operation, &mut out),
            Event::RemovedElsewhere(id) => self.forget(&id),
            Event::Online
            | Event::Offline
            | Event::Hidden
            | Event::Visible
            | Event::Leading(_)
            | Event::ConnectionAvailable(_)
            | Event::ConnectionUnavailable(_) => self.weather(event, now),
            Event::CheckNow(id) => self.check_now(&id, now, &mut out),
            Event::StopFollowing(id) => self.stop_following(&id, now, &mut out),
            Event::SendAgain(id) => self.send_again(&id, now, &mut out),
            Event::Seen(id) => self.saw(&id, now, &mut out),
            Event::Dismiss(id) => self.dismiss(&id, &mut out),
            Event::SaveFailed { id, why } => self.save_failed(&id, &why, &mut out),
        }
        self.pump(now, &mut out);
        out
    }

    /// All operations, the latest started first.
    #[must_use]
    pub fn operations(&self) -> Vec<&Operation> {
        let mut all: Vec<_> = self.operations.values().collect();
        all.sort_by(|a, b| b.started.cmp(&a.started).then_with(|| a.id.cmp(&b.id)));
        all
    }

    /// One operation.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Operation> {
        self.operations.get(id)
    }

    /// How many have not ended.
    #[must_use]
    pub fn running(&self) -> usize {
        self.operations.values().filter(|o| !o.status.is_ended()).count()
    }

    /// Whether a poll or a submission of this operation is under way.
    #[must_use]
    pub fn is_under_way(&self, id: &str) -> bool {
        self.sending.contains(id) || self.asking.contains_key(id)
    }

    /// Whether any poll is under way. Who polls for all passes that on only when none is.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        !self.asking.is_empty()
    }

    /// Whether this page is the one that submits this operation, so that the others leave that to it.
    #[must_use]
    pub fn submits(&self, id: &str) -> bool {
        self.submissions.contains_key(id)
    }

    /// Saves a record that has changed.
    fn save(&mut self, id: &str, out: &mut Vec<Command>) {
        if let Some(operation) = self.operations.get_mut(id) {
            operation.revision = operation.revision.saturating_add(1);
            out.push(Command::Save(Box::new(operation.clone())));
        }
    }

    /// Saves a record to which a reading was applied, and tells the user what is new.
    fn conclude(&mut self, id: &str, before: &Status, out: &mut Vec<Command>) {
        self.save(id, out);
        let Some(operation) = self.operations.get(id) else { return };
        let notice = match &operation.status {
            Status::Running { .. } if *before == Status::Submitting => Notice::Accepted,
            Status::Succeeded => Notice::Succeeded,
            Status::Failed => Notice::Failed,
            Status::Unknown { .. } => Notice::Unknown,
            Status::Submitting | Status::Running { .. } => return,
        };
        out.push(Command::Announce { id: id.to_owned(), notice });
    }

    /// Drops a record and all that belongs to it. What is under way for it stays counted until it
    /// is answered.
    fn forget(&mut self, id: &str) {
        self.operations.remove(id);
        self.submissions.remove(id);
    }
}
