//! Credentials that end while work goes on: what is followed waits for new ones instead of failing.

use image_console_operation::{Event, Notice};

use leptos::prelude::*;

use super::Operations;
use crate::state::react::effect;

impl Operations {
    /// Tells which connections cannot sign before anything is read from storage, so that nothing
    /// stored is sent without credentials. A session token is one: it does not survive a reload.
    pub(super) fn tell_unable(self) {
        let list = self.connections.list.try_get_untracked().unwrap_or_default();
        for connected in list.iter().filter(|connected| connected.lacks_credentials()) {
            self.tell(Event::ConnectionUnavailable(connected.connection.id.clone()));
        }
    }

    /// Stops asking on a connection whose session is not accepted any more, until another token is
    /// given. A key that is refused may be accepted again (its clock was off), a token never is.
    pub(super) fn follow_sessions(self) {
        effect(move || {
            let Some((_, _, Notice::CredentialsNeeded { connection })) = self.news.get() else { return };
            if self.connections.peek(&connection).is_some_and(|connected| connected.session.is_some()) {
                self.tell(Event::ConnectionUnavailable(connection));
            }
        });
    }
}
