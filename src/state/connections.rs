//! The connections of this console: those of `config.json` and those the user added here, the key
//! each signs with, and how each answered last.

mod elsewhere;
mod shared;
mod tokens;

pub use shared::share;
pub use tokens::{SignedIn, Token};

use std::sync::Arc;

use image_console_core::config::{self, Authentication, Connection, Fault};
use image_console_core::time::Timestamp;
use image_console_core::{ApiError, Few, json};
use image_console_platform::StorageError;
use image_console_platform::keystore::{self, KeyInfo};
use image_console_platform::store::{self, Store};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

/// A connection with what this browser adds to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// The connection.
    pub connection: Connection,
    /// Whether the user added it in this browser, and may change and remove it here.
    pub own: bool,
    /// The id of the key that signs for it.
    pub key: Option<String>,
    /// The session that signs in the key's place until it is ended or the page is closed.
    pub session: Option<Session>,
    /// The sign-in with a token, until it is ended or the page is closed.
    pub signed_in: Option<SignedIn>,
}

impl Connected {
    /// The id of the key that signs: that of the session while there is one.
    #[must_use]
    pub fn signs_with(&self) -> Option<&str> {
        self.session.as_ref().map(|session| session.key.as_str()).or(self.key.as_deref())
    }

    /// Whether requests take something that is not here: a key, or a token.
    #[must_use]
    pub fn lacks_credentials(&self) -> bool {
        match self.connection.authentication {
            Authentication::Proxy => false,
            Authentication::HttpSignature => self.signs_with().is_none(),
            Authentication::Token => self.signed_in.is_none(),
        }
    }
}

/// A session of Oracle Cloud: a token in place of tenancy, user and fingerprint (oci-compute.md
/// §2.2). A secret, so it is held in memory only, is never stored and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// The token, without `ST$`.
    pub token: String,
    /// The id of the key that belongs to the session: another one than the user's API key.
    pub key: String,
    /// When it ends, where the token says so.
    pub expires: Option<Timestamp>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("key", &self.key)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// How a connection answered last.
#[derive(Debug, Clone, PartialEq)]
pub enum Health {
    /// It answered as it should.
    Fine(Timestamp),
    /// It did not.
    Trouble(ApiError),
}

/// What is stored for a connection of the user's.
struct Stored {
    connection: Connection,
    key: Option<String>,
}

impl Stored {
    fn write(&self) -> String {
        json::text(&json!({ "connection": config::connection_to_json(&self.connection), "key": self.key }))
    }

    fn read(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let faults = |faults: Vec<Fault>| {
            let said = faults.iter().map(|fault| format!("{} {}", fault.place, fault.message));
            said.collect::<Vec<_>>().join("; ")
        };
        let connection = config::connection_of(value.get("connection").unwrap_or(&value)).map_err(faults)?;
        let key = value.get("key").and_then(Value::as_str).map(str::to_owned);
        Ok(Self { connection, key })
    }
}

/// All connections, in signals.
#[derive(Clone, Copy)]
pub struct Connections {
    /// In the order shown: those of `config.json` first.
    pub list: RwSignal<Arc<Vec<Arc<Connected>>>>,
    /// How each answered last; absent until it was asked.
    pub health: RwSignal<Few<Health>>,
    /// The keys in this browser; [`Self::want_keys`] fills it where they are wanted.
    pub keys: RwSignal<Vec<KeyInfo>>,
    keys_read: StoredValue<bool>,
    tokens: StoredValue<Few<Token>>,
    next_number: StoredValue<u32>,
    /// The connection for which the user is about to sign in: the dialog lies over any screen.
    pub signing_in: RwSignal<Option<String>>,
    /// Why connections or keys cannot be kept, when so.
    pub trouble: RwSignal<Option<String>>,
    /// What the configuration says of changes, set before any screen is shown; asked by
    /// [`Self::why_not`].
    pub read_only: RwSignal<Option<String>>,
}

/// The setting that names the key of a connection of `config.json`.
fn key_setting(connection: &str) -> String {
    format!("key-of:{connection}")
}

impl Connections {
    /// No connections yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            list: RwSignal::new(Arc::default()),
            health: RwSignal::new(Few::new()),
            keys: RwSignal::new(Vec::new()),
            keys_read: StoredValue::new(false),
            tokens: StoredValue::new(Few::new()),
            next_number: StoredValue::new(1),
            signing_in: RwSignal::new(None),
            trouble: RwSignal::new(None),
            read_only: RwSignal::new(None),
        }
    }

    /// Takes those of `config.json` and reads those stored in this browser.
    pub async fn load(self, configured: Vec<Connection>) {
        let mut list = Vec::new();
        for connection in configured {
            let key = match store::get(Store::Settings, &key_setting(&connection.id)).await {
                Ok(key) => key,
                Err(error) => {
                    self.note(Err(error));
                    None
                }
            };
            list.push(Arc::new(Connected { connection, own: false, key, session: None, signed_in: None }));
        }
        let stored = store::all(Store::Connections).await;
        self.trouble.set(None);
        match stored {
            Err(error) => self.note(Err(error)),
            Ok(records) => {
                for (id, text) in records {
                    match Stored::read(&text) {
                        // The operator's connection wins over one of the user's with the same id.
                        Ok(stored) if list.iter().all(|c| c.connection.id != stored.connection.id) => {
                            let Stored { connection, key } = stored;
                            list.push(Arc::new(Connected {
                                connection,
                                own: true,
                                key,
                                session: None,
                                signed_in: None,
                            }));
                        }
                        Ok(_) => {}
                        Err(error) => {
                            self.trouble
                                .set(Some(format!("The stored connection {id} cannot be read: {error}.")));
                        }
                    }
                }
            }
        }
        if let Err(error) = store::persistent().await {
            self.note(Err(error));
        }
        self.list.set(Arc::new(list));
    }

    /// Takes those of `config.json` as long as storage does not answer; [`Self::load`] adds the rest
    /// when it does.
    pub fn go_on_without_storage(self, configured: Vec<Connection>) {
        let list = configured.into_iter().map(|connection| {
            Arc::new(Connected { connection, own: false, key: None, session: None, signed_in: None })
        });
        self.list.set(Arc::new(list.collect()));
        self.trouble.set(Some(
            "The browser's storage does not answer. Connections and keys kept in this browser appear once it does."
                .to_owned(),
        ));
    }

    /// Reads the list of keys, unless that was done. Call it where keys are about to be shown.
    pub fn want_keys(self) {
        if !self.keys_read.try_update_value(|read| std::mem::replace(read, true)).unwrap_or(true) {
            spawn_local(self.read_keys());
        }
    }

    /// Reads the list of keys anew.
    pub async fn read_keys(self) {
        match keystore::list().await {
            Ok(keys) => {
                let _ = self.keys.try_set(keys);
            }
            Err(error) => self.note(Err(error)),
        }
    }

    /// One connection.
    #[must_use]
    pub fn get(self, id: &str) -> Option<Arc<Connected>> {
        self.list.with(|list| list.iter().find(|c| c.connection.id == id).cloned())
    }

    /// The same without subscribing.
    #[must_use]
    pub fn peek(self, id: &str) -> Option<Arc<Connected>> {
        self.list.with_untracked(|list| list.iter().find(|c| c.connection.id == id).cloned())
    }

    /// What people call a connection; its id when it is gone.
    #[must_use]
    pub fn name(self, id: &str) -> String {
        self.get(id).map_or_else(|| id.to_owned(), |c| c.connection.name.clone())
    }

    /// Adds or replaces a connection of the user's. It is used even where it cannot be kept; then
    /// `trouble` says so.
    pub async fn save(self, connection: Connection, key: Option<String>) {
        let id = connection.id.clone();
        let stored = Stored { connection, key };
        let kept = store::put(Store::Connections, &id, &stored.write()).await;
        self.note(kept);
        self.note(store::persistent().await);
        let Stored { connection, key } = stored;
        // A session goes on as long as the connection leads to the same place.
        let before = self.peek(&id).filter(|old| {
            old.connection.upstream == connection.upstream
                && old.connection.authentication == connection.authentication
        });
        let session = before.as_ref().and_then(|old| old.session.clone());
        let signed_in = before.and_then(|old| old.signed_in.clone());
        if signed_in.is_none() {
            let _ = self.tokens.try_update_value(|all| all.remove(&id));
        }
        self.replace(Connected { connection, own: true, key, session, signed_in });
    }

    /// Chooses the key a connection signs with.
    pub async fn use_key(self, id: &str, key: Option<String>) {
        let Some(connected) = self.peek(id) else { return };
        if connected.own {
            return self.save(connected.connection.clone(), key).await;
        }
        let setting = key_setting(id);
        self.note(match &key {
            Some(key) => store::put(Store::Settings, &setting, key).await,
            None => store::remove(Store::Settings, &setting).await,
        });
        self.note(store::persistent().await);
        self.replace(Connected { key, ..(*connected).clone() });
    }

    /// Signs with a session from now on, or not any more.
    pub fn use_session(self, id: &str, session: Option<Session>) {
        if let Some(connected) = self.peek(id) {
            self.replace(Connected { session, ..(*connected).clone() });
        }
    }

    /// Removes a connection of the user's.
    pub async fn remove(self, id: &str) {
        self.note(store::remove(Store::Connections, id).await);
        self.end_token(id, None);
        let _ = self.list.try_update(|list| Arc::make_mut(list).retain(|c| c.connection.id != id));
        let _ = self.health.try_update(|health| health.remove(id));
    }

    /// Removes a key; the connections that signed with it have none then, and its sessions end.
    pub async fn remove_key(self, key: &str) {
        self.note(keystore::remove(key).await);
        let list = self.list.get_untracked();
        for connected in list.iter().filter(|c| c.session.as_ref().is_some_and(|s| s.key == key)) {
            self.use_session(&connected.connection.id, None);
        }
        let users: Vec<String> = self.list.with_untracked(|list| {
            let users = list.iter().filter(|c| c.key.as_deref() == Some(key));
            users.map(|c| c.connection.id.clone()).collect()
        });
        for id in users {
            self.use_key(&id, None).await;
        }
        self.read_keys().await;
    }

    /// Remembers how a connection answered.
    pub fn observed(self, id: &str, health: Health) {
        let _ = self.health.try_update(|all| all.insert(id.to_owned(), health));
    }

    fn replace(self, connected: Connected) {
        let _ = self.health.try_update(|health| health.remove(&connected.connection.id));
        let _ = self.list.try_update(|list| {
            let list = Arc::make_mut(list);
            let connected = Arc::new(connected);
            match list.iter_mut().find(|c| c.connection.id == connected.connection.id) {
                Some(slot) => *slot = connected,
                None => list.push(connected),
            }
        });
    }

    /// Says what stands in the way of keeping things, if anything does.
    pub(super) fn note(self, result: Result<(), StorageError>) {
        if let Err(error) = result {
            let _ = self.trouble.try_set(Some(error.to_string()));
        }
    }
}

impl Default for Connections {
    fn default() -> Self {
        Self::new()
    }
}

/// The connections of this console.
#[must_use]
pub fn use_connections() -> Connections {
    expect_context()
}
