//! What is typed into the form, and what is wrong with it.

use image_console_core::config::{Authentication, Connection, Kind, check_connection};
use image_console_core::form::Field;
use image_console_platform::history;
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections};

/// The fields. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Draft {
    connections: Connections,
    /// Whether a connection is being added.
    pub new: bool,
    /// Which API, by its word in `config.json`.
    pub kind: RwSignal<Field>,
    /// What people see.
    pub name: RwSignal<Field>,
    /// Part of addresses.
    pub id: RwSignal<Field>,
    /// The root of the upstream or of the proxy to it.
    pub endpoint: RwSignal<Field>,
    /// The account's login.
    pub account: RwSignal<Field>,
    /// A sub-user's login.
    pub sub_user: RwSignal<Field>,
    /// The range for `Accept-Version`.
    pub api_version: RwSignal<Field>,
    /// Who authenticates, by its word in `config.json`.
    pub authentication: RwSignal<Field>,
    /// The key's id.
    pub key: RwSignal<Field>,
    before: StoredValue<Vec<String>>,
}

impl Draft {
    /// The fields of a connection, or empty ones.
    pub fn new(connections: Connections, connected: Option<&Connected>) -> Self {
        let of = |read: fn(&Connection) -> String| {
            RwSignal::new(Field::with(connected.map(|c| read(&c.connection)).unwrap_or_default()))
        };
        let authentication = connected.map_or(Authentication::Proxy, |c| c.connection.authentication);
        let kind = connected.map_or(Kind::Triton, |c| c.connection.kind);
        let draft = Self {
            connections,
            new: connected.is_none(),
            kind: RwSignal::new(Field::with(kind.word())),
            name: of(|c| c.name.clone()),
            id: of(|c| c.id.clone()),
            endpoint: of(|c| c.endpoint.clone()),
            account: of(|c| c.account.clone()),
            sub_user: of(|c| c.sub_user.clone().unwrap_or_default()),
            api_version: of(|c| c.api_version.clone().unwrap_or_default()),
            authentication: RwSignal::new(Field::with(authentication.word())),
            key: RwSignal::new(Field::with(connected.and_then(|c| c.key.clone()).unwrap_or_default())),
            before: StoredValue::new(Vec::new()),
        };
        draft.before.set_value(untrack(|| draft.values()));
        draft
    }

    fn values(self) -> Vec<String> {
        let all = [
            self.kind,
            self.name,
            self.id,
            self.endpoint,
            self.account,
            self.sub_user,
            self.api_version,
            self.authentication,
            self.key,
        ];
        all.iter().map(|field| field.with(|field| field.value.clone())).collect()
    }

    /// Whether anything was changed, with subscription.
    pub fn is_dirty(self) -> bool {
        let now = self.values();
        self.before.with_value(|before| *before != now)
    }

    /// Whether the browser signs, with subscription.
    pub fn signs(self) -> bool {
        self.authentication.with(|field| field.value == Authentication::HttpSignature.word())
    }

    /// The connection as it is typed, with subscription.
    pub fn connection(self) -> Connection {
        let text = |field: RwSignal<Field>| field.with(|f| f.given().map(str::to_owned));
        let kind = text(self.kind);
        Connection {
            id: text(self.id).unwrap_or_default(),
            name: text(self.name).unwrap_or_default(),
            kind: Kind::ALL.into_iter().find(|k| Some(k.word()) == kind.as_deref()).unwrap_or(Kind::Triton),
            endpoint: text(self.endpoint).unwrap_or_default(),
            account: text(self.account).unwrap_or_default(),
            sub_user: text(self.sub_user),
            api_version: text(self.api_version),
            authentication: if self.signs() { Authentication::HttpSignature } else { Authentication::Proxy },
        }
    }

    /// The key that signs, where the browser signs, with subscription.
    pub fn chosen_key(self) -> Option<String> {
        let key = self.key.with(|field| field.given().map(str::to_owned));
        key.filter(|_| self.signs())
    }

    /// Checks one field that was left, when something stands in it; without a name, all of them.
    /// Returns whether what was checked passed.
    pub fn check(self, only: Option<&str>) -> bool {
        let connection = untrack(|| self.connection());
        let faults = check_connection(&connection, "");
        let named = [
            ("name", "Name", self.name),
            ("id", "Id", self.id),
            ("endpoint", "Endpoint", self.endpoint),
            ("account", "Account", self.account),
            ("subUser", "Sub-user", self.sub_user),
            ("apiVersion", "API version", self.api_version),
        ];
        let mut fine = true;
        for (member, label, field) in named {
            let empty = field.with_untracked(|field| field.given().is_none());
            if only.is_some_and(|only| only != member || empty) {
                continue;
            }
            let mut error =
                faults.iter().find(|f| f.place == member).map(|f| format!("{label} {}.", f.message));
            let mut warning = None;
            match member {
                "id" if self.new && error.is_none() => error = self.taken(&connection.id),
                "endpoint" => warning = mixed_content(&connection.endpoint),
                _ => {}
            }
            fine &= error.is_none();
            field.update(|field| {
                field.error = error;
                field.warning = warning;
            });
        }
        fine
    }

    /// Suggests an id from the name, when none was typed.
    pub fn suggest_id(self) {
        let untouched = self.new && self.id.with_untracked(|id| id.given().is_none());
        let suggestion = self.name.with_untracked(|name| id_from(&name.value));
        if untouched && !suggestion.is_empty() {
            self.id.set(Field::with(suggestion));
            self.check(Some("id"));
        }
    }

    fn taken(self, id: &str) -> Option<String> {
        let other = self.connections.peek(id)?;
        Some(format!("Id is used already, by {}: ids must differ.", other.connection.name))
    }
}

/// Lower-case letters and digits of a name, the rest as hyphens.
fn id_from(name: &str) -> String {
    let mut id = String::new();
    for c in name.trim().chars() {
        if c.is_ascii_alphanumeric() || ".-_".contains(c) {
            id.push(c.to_ascii_lowercase());
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    id.truncate(64);
    id.trim_end_matches('-').to_owned()
}

/// What browsers block however right the address is.
fn mixed_content(endpoint: &str) -> Option<String> {
    let host = endpoint.strip_prefix("http://")?;
    let here = ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local));
    (!here && history::origin().starts_with("https://")).then(|| {
        "This page came over https, so browsers block plain http addresses from it. Give the proxy an https address.".to_owned()
    })
}
