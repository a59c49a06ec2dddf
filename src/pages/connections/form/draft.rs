//! What is typed into the form, and what is wrong with it.

use image_console_core::config::{Authentication, Connection, Kind, Upstream, check_connection};
use image_console_core::form::Field;
use leptos::prelude::*;

use super::words::{id_from, label, mixed_content};
use crate::state::connections::{Connected, Connections};

/// The list of compartments, one in each line.
pub const COMPARTMENTS: &str = "compartments";

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
    /// Who authenticates, by its word in `config.json`.
    pub authentication: RwSignal<Field>,
    /// The key's id.
    pub key: RwSignal<Field>,
    /// What the kinds have of their own, of all kinds, by the member's name.
    members: StoredValue<Vec<(&'static str, RwSignal<Field>)>>,
    before: StoredValue<Vec<String>>,
}

impl Draft {
    /// The fields of a connection, or empty ones.
    pub fn new(connections: Connections, connected: Option<&Connected>) -> Self {
        let field = |text: Option<&str>| RwSignal::new(Field::with(text.unwrap_or_default()));
        let connection = connected.map(|c| &c.connection);
        let authentication = connection.map_or(Authentication::Proxy, |c| c.authentication);
        let kind = connection.map_or(Kind::Triton, Connection::kind);
        let mut members: Vec<(&str, RwSignal<Field>)> = Vec::new();
        for member in Kind::ALL.into_iter().flat_map(Kind::members) {
            members.push((member.name, field(connection.and_then(|c| c.upstream.text(member.name)))));
        }
        let compartments = connection.and_then(Connection::oci).map(|oci| oci.compartments.join("\n"));
        members.push((COMPARTMENTS, field(compartments.as_deref())));
        let draft = Self {
            connections,
            new: connected.is_none(),
            kind: field(Some(kind.word())),
            name: field(connection.map(|c| c.name.as_str())),
            id: field(connection.map(|c| c.id.as_str())),
            authentication: field(Some(authentication.word())),
            key: field(connected.and_then(|c| c.key.as_deref())),
            members: StoredValue::new(members),
            before: StoredValue::new(Vec::new()),
        };
        draft.before.set_value(untrack(|| draft.values()));
        draft
    }

    /// The field of a member.
    pub fn member(self, name: &str) -> RwSignal<Field> {
        let found = self.members.with_value(|all| all.iter().find(|(n, _)| *n == name).map(|(_, f)| *f));
        found.unwrap_or(self.name)
    }

    fn values(self) -> Vec<String> {
        let common = [self.kind, self.name, self.id, self.authentication, self.key];
        let own = self.members.get_value().into_iter().map(|(_, field)| field);
        common.into_iter().chain(own).map(|field| field.with(|field| field.value.clone())).collect()
    }

    /// Whether anything was changed, with subscription.
    pub fn is_dirty(self) -> bool {
        let now = self.values();
        self.before.with_value(|before| *before != now)
    }

    /// Whether the browser signs, with subscription.
    pub fn signs(self) -> bool {
        self.method() == Authentication::HttpSignature
    }

    /// Whether the user enters a token, with subscription.
    pub fn by_token(self) -> bool {
        self.method() == Authentication::Token
    }

    /// Who authenticates, with subscription: what was chosen for another kind falls back to the
    /// proxy where this one does not know it.
    pub fn method(self) -> Authentication {
        let word = self.authentication.with(|field| field.value.clone());
        let known = self.api().methods().iter().find(|method| method.word() == word);
        known.copied().unwrap_or(Authentication::Proxy)
    }

    /// Which API, with subscription.
    pub fn api(self) -> Kind {
        self.kind
            .with(|field| Kind::ALL.into_iter().find(|k| k.word() == field.value).unwrap_or(Kind::Triton))
    }

    /// The compartments as they are typed, with subscription.
    pub fn compartments(self) -> Vec<String> {
        self.member(COMPARTMENTS).with(|field| {
            let words = field.value.split(|c: char| c.is_whitespace() || c == ',');
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
        })
    }

    /// The connection as it is typed, with subscription.
    pub fn connection(self) -> Connection {
        let text = |field: RwSignal<Field>| field.with(|f| f.given().map(str::to_owned));
        let kind = self.api();
        let mut upstream = kind.blank();
        for member in kind.members() {
            if let Some(text) = text(self.member(member.name)) {
                upstream.put(member.name, text);
            }
        }
        if let Upstream::Oci(oci) = &mut upstream {
            oci.compartments = self.compartments();
        }
        Connection {
            id: text(self.id).unwrap_or_default(),
            name: text(self.name).unwrap_or_default(),
            authentication: self.method(),
            upstream,
        }
    }

    /// The connection with its key as it is typed, with subscription. The session that is open on the
    /// stored one holds for it too.
    pub fn connected(self) -> Connected {
        let connection = self.connection();
        let stored = self.connections.get(&connection.id).filter(|_| !self.new);
        let session = stored.as_ref().and_then(|stored| stored.session.clone());
        let signed_in = stored.and_then(|stored| stored.signed_in.clone());
        Connected { connection, own: true, key: self.chosen_key(), session, signed_in }
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
        let mut named = vec![("name", self.name), ("id", self.id)];
        let own = connection.kind().members().iter().map(|member| (member.name, self.member(member.name)));
        named.extend(own);
        if connection.oci().is_some() {
            named.push((COMPARTMENTS, self.member(COMPARTMENTS)));
        }
        let mut fine = true;
        for (member, field) in named {
            let empty = field.with_untracked(|field| field.given().is_none());
            if only.is_some_and(|only| only != member || empty) {
                continue;
            }
            // An item of a list is told at the list.
            let about = |place: &str| match place.strip_prefix(member) {
                Some("") => Some(label(member).to_owned()),
                Some(rest) => {
                    let index: usize = rest.strip_prefix('[')?.strip_suffix(']')?.parse().ok()?;
                    let item = connection.oci()?.compartments.get(index)?;
                    Some(format!("{}: {item}", label(member)))
                }
                None => None,
            };
            let mut error = faults.iter().find_map(|f| Some(format!("{} {}.", about(&f.place)?, f.message)));
            let mut warning = None;
            if member == "id" && self.new && error.is_none() {
                error = self.taken(&connection.id);
            }
            if member == "user" && empty && connection.oci().is_some() {
                let key = untrack(|| self.chosen_key());
                error = key.map(|_| "User OCID is missing: a signature with an API key names it.".to_owned());
            }
            if member.starts_with("endpoint") || member == "uaaEndpoint" {
                warning = mixed_content(connection.upstream.text(member).unwrap_or_default());
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
