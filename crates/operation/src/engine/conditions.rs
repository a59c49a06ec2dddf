//! What holds for the whole page or for a whole connection, whatever the operation.

use std::collections::BTreeSet;

use image_console_core::time::Timestamp;

use super::{Engine, Event};
use crate::record::Status;
use crate::schedule;

/// The circumstances under which the engine works.
#[derive(Debug)]
pub struct Conditions {
    /// No network.
    pub offline: bool,
    /// Nobody sees the page.
    pub hidden: bool,
    /// This tab polls for all.
    pub leading: bool,
    /// Connections that cannot be used.
    pub unavailable: BTreeSet<String>,
    /// Connections whose user was asked for new credentials.
    pub asked: BTreeSet<String>,
}

impl Default for Conditions {
    fn default() -> Self {
        Self {
            offline: false,
            hidden: false,
            leading: true,
            unavailable: BTreeSet::new(),
            asked: BTreeSet::new(),
        }
    }
}

impl Engine {
    /// A change of the circumstances.
    pub(super) fn weather(&mut self, event: Event, now: Timestamp) {
        match event {
            Event::Online => {
                self.conditions.offline = false;
                self.hurry(None, true, now);
            }
            Event::Offline => self.conditions.offline = true,
            Event::Hidden => self.conditions.hidden = true,
            Event::Visible => {
                self.conditions.hidden = false;
                self.hurry(None, false, now);
            }
            Event::Leading(leading) => self.conditions.leading = leading,
            Event::ConnectionAvailable(name) => {
                self.conditions.unavailable.remove(&name);
                self.conditions.asked.remove(&name);
                self.hurry(Some(&name), true, now);
            }
            Event::ConnectionUnavailable(name) => {
                self.conditions.unavailable.insert(name);
            }
            _ => {}
        }
    }

    /// Brings the next question of what is running forward, on one connection or on all. Where the
    /// cause of failed polls is gone, their count starts anew.
    fn hurry(&mut self, connection: Option<&str>, mended: bool, now: Timestamp) {
        for operation in self.operations.values_mut() {
            if !matches!(operation.status, Status::Running { .. })
                || connection.is_some_and(|name| name != operation.connection)
            {
                continue;
            }
            let Some(follower) = self.followers.of(operation) else { continue };
            let policy = follower.policy(operation);
            if mended {
                operation.polls.errors = 0;
            }
            schedule::hurry(&mut operation.polls, &policy, now);
        }
    }
}
