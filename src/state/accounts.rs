//! Whose images are one's own, and what compartments are called: asked for when first needed.
//!
//! GetAccount stands in the public reference of CloudAPI, not in the contract of the image calls,
//! and a proxy may not let it through: then the account stays unknown, and no rule that needs it
//! forbids anything. The names of compartments are likewise a help only: their OCIDs are shown
//! without them.

mod compartments;

use image_console_core::Few;
use image_console_platform::AbortHandle;
use image_console_upstream::triton_cloudapi::{Caller, requests};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::client;
use super::connections::Connections;

/// What is known of an account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Its UUID, which images name as `owner`.
    pub id: Option<String>,
    /// Its login, which Manta paths begin with.
    pub login: Option<String>,
}

/// The accounts of this console's connections.
#[derive(Clone, Copy)]
pub struct Accounts {
    connections: Connections,
    known: RwSignal<Few<Account>>,
    /// By connection: the names of compartments by their OCIDs.
    compartments: RwSignal<Few<Few<String>>>,
}

impl Accounts {
    /// Nothing is known yet.
    #[must_use]
    pub fn new(connections: Connections) -> Self {
        Self { connections, known: RwSignal::new(Few::new()), compartments: RwSignal::new(Few::new()) }
    }

    /// What is known of the account behind a connection, with subscription; asks when nobody has.
    /// Only a Triton has one.
    #[must_use]
    pub fn of(self, connection: &str) -> Account {
        if let Some(account) = self.known.with(|known| known.get(connection).cloned()) {
            return account;
        }
        let connected = self.connections.peek(connection).filter(|c| c.connection.triton().is_some());
        if let Some(connected) = connected {
            let _ = self.known.try_update_untracked(|k| k.insert(connection.to_owned(), Account::default()));
            let connection = connection.to_owned();
            spawn_local(async move {
                let request = requests::get_account(&Caller::from(&connected.connection));
                let abort = AbortHandle::new();
                let answer =
                    client::send(self.connections, &connected, &request, client::READ_TIMEOUT_MS, &abort)
                        .await;
                if let Ok(account) = answer.and_then(|answer| requests::parse_account(&answer)) {
                    let account = Account {
                        id: account.id.text().map(str::to_owned),
                        login: account.login.text().map(str::to_owned),
                    };
                    let _ = self.known.try_update(|known| known.insert(connection, account));
                }
            });
        }
        Account::default()
    }

    /// Forgets an account, because the connection changed.
    pub fn forget(self, connection: &str) {
        let _ = self.known.try_update(|known| known.remove(connection));
        let _ = self.compartments.try_update(|known| known.remove(connection));
    }
}

/// The accounts of this console's connections.
#[must_use]
pub fn use_accounts() -> Accounts {
    expect_context()
}
