//! ListDatacenters of every connection: where an image can come from, and which connection shows
//! that datacenter's images.

use std::sync::Arc;

use image_console_core::{ApiError, Response, Service};
use image_console_ui::Choice;
use image_console_upstream::triton_cloudapi::Caller;
use image_console_upstream::triton_cloudapi::model::Datacenters;
use image_console_upstream::triton_cloudapi::requests::{self, Meta};
use image_console_upstream::triton_cloudapi::rules::{self, Action, Facts};
use leptos::prelude::*;

use crate::state::accounts::Accounts;
use crate::state::client;
use crate::state::connections::{Connected, Connections};
use crate::state::query::Query;

/// The first version with ImportImageFromDatacenter (contract §4.6).
const FIRST: [u32; 3] = [9, 2, 0];

/// What one connection told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Names and endpoints, and the name of the one that was asked.
    pub list: Datacenters,
    /// Whether it can import; `None` when that cannot be told.
    pub imports: Option<bool>,
}

impl Told {
    fn read(connected: &Connected, answer: &Response) -> Result<Self, ApiError> {
        let list = requests::parse_datacenters(answer)?;
        let older = Meta::of(answer).api_version.and_then(|v| version(&v)).is_some_and(|v| v < FIRST);
        // Between two origins the header may only be hidden; on the page's own it is not there.
        let imports = match &list.here {
            Some(_) => Some(true),
            None if older || root(connected).starts_with('/') => Some(false),
            None => None,
        };
        Ok(Self { list, imports })
    }

    /// The name of the connection's own datacenter, where it is certain.
    #[must_use]
    pub fn here(&self, endpoint: &str) -> Option<&str> {
        self.list.here.as_deref().or_else(|| self.list.name_of(endpoint))
    }
}

/// The address the connection's requests go to.
fn root(connected: &Connected) -> &str {
    connected.connection.root(Service::Api).unwrap_or_default()
}

fn version(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

/// The datacenters of all usable connections. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Places {
    connections: Connections,
    asked: StoredValue<Vec<(String, Query<Told>)>>,
}

impl Places {
    /// Asks each of these connections.
    #[must_use]
    pub fn ask(connections: Connections, ids: Vec<String>) -> Self {
        let asked = ids.iter().map(|id| (id.clone(), Query::new())).collect();
        let places = Self { connections, asked: StoredValue::new(asked) };
        ids.iter().for_each(|id| places.again(id));
        places
    }

    /// Asks one of them once more.
    pub fn again(self, connection: &str) {
        let (Some(query), Some(connected)) = (self.query(connection), self.connections.peek(connection))
        else {
            return;
        };
        query.ask(move |abort| async move {
            let request = requests::list_datacenters(&Caller::from(&connected.connection));
            let address = format!("{} {}", request.method, request.target);
            let wait = client::READ_TIMEOUT_MS;
            let answer = client::send(self.connections, &connected, &request, wait, &abort).await?;
            Told::read(&connected, &answer).map_err(|error| error.at(address))
        });
    }

    /// The question to one connection.
    #[must_use]
    pub fn query(self, connection: &str) -> Option<Query<Told>> {
        self.asked.with_value(|all| all.iter().find(|(id, _)| id == connection).map(|(_, query)| *query))
    }

    /// Whether any connection has not told yet, with subscription.
    #[must_use]
    pub fn asking(self) -> bool {
        let loading: Vec<_> = self.asked.with_value(|all| all.iter().map(|(_, q)| q.loading).collect());
        loading.into_iter().any(|loading| loading.get())
    }

    /// What one connection told, with subscription.
    #[must_use]
    pub fn told(self, connection: &str) -> Option<Arc<Told>> {
        self.query(connection)?.value.get()
    }

    /// The name of a connection's own datacenter, with subscription.
    #[must_use]
    pub fn name_of(self, connection: &str) -> Option<String> {
        let connected = self.connections.get(connection)?;
        self.told(connection)?.here(root(&connected)).map(str::to_owned)
    }

    /// The datacenters an image can come from, for a target; its own is not to be chosen.
    #[must_use]
    pub fn sources(self, target: &str) -> Vec<Choice> {
        let Some(told) = self.told(target) else { return Vec::new() };
        let here = self.name_of(target);
        let choice = |(name, endpoint): &(String, _)| {
            let facts = Facts { same_datacenter: Some(name) == here.as_ref(), ..Facts::default() };
            let verdict = rules::check(Action::ImportImageFromDatacenter, &facts);
            let choice = Choice::new(name, name).detail(shown(endpoint));
            Choice { reason: verdict.reason().map(str::to_owned), ..choice }
        };
        told.list.endpoints.iter().map(choice).collect()
    }

    /// The connection that shows the images of a datacenter of the target's cloud. Two clouds may
    /// both have a `us-east-1`, so both sides must also agree on where it is. Where several fit,
    /// the one with the target's account is taken: only one's own images can be imported.
    #[must_use]
    pub fn connection_in(self, accounts: Accounts, target: &str, datacenter: &str) -> Option<String> {
        let told = self.told(target)?;
        let endpoint = told.list.endpoint(datacenter)?;
        let ids: Vec<String> = self.asked.with_value(|all| all.iter().map(|(id, _)| id.clone()).collect());
        let mut fitting = ids.into_iter().filter(|id| {
            let agrees = self.told(id).is_some_and(|other| other.list.endpoint(datacenter) == Some(endpoint));
            id != target && agrees && self.name_of(id).as_deref() == Some(datacenter)
        });
        let mine = accounts.of(target).id;
        let first = fitting.next()?;
        if mine.is_none() || accounts.of(&first).id == mine {
            return Some(first);
        }
        Some(fitting.find(|id| accounts.of(id).id == mine).unwrap_or(first))
    }
}

fn shown(endpoint: &image_console_upstream::decode::Lenient<String>) -> String {
    endpoint.shown(Clone::clone).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(version("9.10.1") > Some(FIRST));
        assert!(version("8.0.0") < Some(FIRST));
        assert_eq!(version("9"), None);
    }
}
