//! What the parts of this page share: which dialog lies over it, and what follows from a change.

use image_console_core::config::{Authentication, Connection};
use image_console_platform::crypto;
use leptos::prelude::*;

use super::testing::Tests;
use crate::state::accounts::{Accounts, use_accounts};
use crate::state::connections::{Connected, Connections, Session, use_connections};
use crate::state::images::{Images, use_images};

/// Who wants a key to be imported.
#[derive(Clone, Copy)]
pub enum Wish {
    /// The user, for whichever connection.
    Any,
    /// A form that has a key to choose: it is told the new key's id.
    For(Callback<String>),
}

/// The page's shared state. Copy: every part takes it from the context.
#[derive(Clone, Copy)]
pub struct Desk {
    /// All connections.
    pub connections: Connections,
    /// The tests of this visit.
    pub tests: Tests,
    /// The connection that is about to be removed.
    pub removing: RwSignal<Option<String>>,
    /// The key that is about to be removed.
    pub removing_key: RwSignal<Option<String>>,
    /// The connection to Oracle Cloud whose session is about to be set.
    pub session: RwSignal<Option<String>>,
    /// The import that is open.
    pub importing: RwSignal<Option<Wish>>,
    /// Why this page cannot sign; empty when it can.
    pub insecure: Signal<String>,
    images: Images,
    accounts: Accounts,
}

impl Desk {
    /// A desk with nothing open.
    pub fn new() -> Self {
        let connections = use_connections();
        let insecure = crypto::available().err().map(|error| error.to_string()).unwrap_or_default();
        Self {
            connections,
            tests: Tests::new(connections),
            removing: RwSignal::new(None),
            removing_key: RwSignal::new(None),
            session: RwSignal::new(None),
            importing: RwSignal::new(None),
            insecure: Signal::stored(insecure),
            images: use_images(),
            accounts: use_accounts(),
        }
    }

    /// What people call a connection, without subscription.
    pub fn name(self, id: &str) -> String {
        untrack(|| self.connections.name(id))
    }

    /// Adds or changes a connection of the user's.
    pub async fn save(self, connection: Connection, key: Option<String>) {
        let id = connection.id.clone();
        let same = self.connections.peek(&id).is_some_and(|old| {
            let renamed = Connection { name: connection.name.clone(), ..old.connection.clone() };
            renamed == connection && old.key == key
        });
        if !same {
            self.forget(&id).await;
        }
        self.connections.save(connection, key).await;
    }

    /// Chooses the key of a connection.
    pub async fn use_key(self, id: &str, key: Option<String>) {
        self.forget(id).await;
        self.connections.use_key(id, key).await;
    }

    /// Signs with a session from now on, or not any more.
    pub async fn use_session(self, id: &str, session: Option<Session>) {
        self.forget(id).await;
        self.connections.use_session(id, session);
    }

    /// Ends the sign-in with a token.
    pub fn sign_out(self, id: &str) {
        self.tests.forget(id);
        self.connections.end_token(id, None);
    }

    /// Removes a connection of the user's and what was kept of its lists. Its operations stay.
    pub async fn remove(self, id: &str) {
        self.forget(id).await;
        self.connections.remove(id).await;
    }

    /// Removes a key; the connections that signed with it have none then.
    pub async fn remove_key(self, key: &str) {
        for connection in self.users_of(key) {
            self.forget(&connection.connection.id).await;
        }
        self.connections.remove_key(key).await;
    }

    /// The connections that sign with a key, with subscription.
    pub fn users_of(self, key: &str) -> Vec<Connected> {
        self.chosen(|connected| {
            let session = connected.session.as_ref().is_some_and(|session| session.key == key);
            session || connected.key.as_deref() == Some(key)
        })
    }

    /// The connections that sign in the browser and have no key here to do so, with subscription.
    pub fn without_key(self) -> Vec<Connected> {
        self.chosen(|connected| {
            let key = connected.signs_with();
            connected.connection.authentication == Authentication::HttpSignature
                && !self.connections.keys.with(|keys| keys.iter().any(|known| Some(known.id.as_str()) == key))
        })
    }

    fn chosen(self, wanted: impl Fn(&Connected) -> bool) -> Vec<Connected> {
        let list = self.connections.list.get();
        list.iter().filter(|c| wanted(c)).map(|c| (**c).clone()).collect()
    }

    /// What was learned as the old account or from the old endpoint does not hold any more.
    async fn forget(self, id: &str) {
        self.tests.forget(id);
        self.accounts.forget(id);
        self.images.forget(id).await;
    }
}

/// The names of connections in one line.
pub fn names(connections: &[Connected]) -> String {
    let names: Vec<&str> = connections.iter().map(|c| c.connection.name.as_str()).collect();
    names.join(", ")
}

/// The desk of this page.
pub fn use_desk() -> Desk {
    expect_context()
}
