//! The operation as it is handed to the engine, together with its request.

use image_console_core::Request;
use image_console_core::time::Timestamp;
use image_console_operation::{Fact, Operation, Resource, StoredRequest};
use serde_json::Value;

use super::address::{Address, Before};
use super::{LAST_OPERATION, UPSTREAM, asked};
use crate::cloud_foundry::model::{LastOperation, ServiceInstance};
use crate::cloud_foundry::requests::{self, Restore, RestoreFrom};
use crate::cloud_foundry::rules::Action;

/// What all operations begin with.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    /// Random, made when the dialog opens, so that a double submit is one operation.
    pub id: String,
    /// The id of the connection.
    pub connection: &'a str,
    /// The known addresses of the API: [`crate::cloud_foundry::model::Root::api`] and the
    /// connection's endpoint. Without any, no `Location` can be followed.
    pub api: &'a [String],
    /// Now.
    pub at: Timestamp,
}

/// The instance an action is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Instance<'a> {
    /// Its guid.
    pub guid: &'a str,
    /// As the list shows it; may be empty when only the guid is known.
    pub name: &'a str,
    /// Its latest operation as seen just before; `None` when it was not looked at. With it, an
    /// answer that gets lost can be told from what was there already.
    pub last_operation: Option<&'a LastOperation>,
}

impl<'a> From<&'a ServiceInstance> for Instance<'a> {
    fn from(instance: &'a ServiceInstance) -> Self {
        Self {
            guid: instance.guid.text().unwrap_or_default(),
            name: instance.name.text().unwrap_or_default(),
            last_operation: instance.last_operation.value(),
        }
    }
}

impl Start<'_> {
    /// RestoreServiceInstance into this instance.
    #[must_use]
    pub fn restore(&self, instance: &Instance<'_>, restore: &Restore) -> (Operation, Request) {
        let request = requests::restore(instance.guid, restore);
        let mut operation = self.operation(Action::RestoreServiceInstance, instance, &request);
        let mut fact = |label: &str, value: &str| {
            operation.facts.push(Fact { label: label.to_owned(), value: value.to_owned() });
        };
        match &restore.from {
            RestoreFrom::Backup(id) => fact("backup_id", id),
            RestoreFrom::PointInTime(at) => fact("target_timestamp", &at.rfc3339()),
        }
        if let Some(source) = &restore.source_service_instance_guid {
            fact("source_service_instance_guid", source);
        }
        (operation, request)
    }

    /// CreateServiceInstanceBackup of this instance.
    #[must_use]
    pub fn create_backup(&self, instance: &Instance<'_>) -> (Operation, Request) {
        let request = requests::create_backup(instance.guid);
        (self.operation(Action::CreateServiceInstanceBackup, instance, &request), request)
    }

    fn operation(&self, action: Action, instance: &Instance<'_>, request: &Request) -> Operation {
        let resource = resource(self.connection, instance.guid, instance.name);
        let kind = (UPSTREAM, action.name());
        let stored = StoredRequest::of(request);
        let mut operation = Operation::new(&self.id, kind, self.connection, resource, stored, self.at);
        prepare(&mut operation, self.api, instance.last_operation);
        operation
    }
}

/// Gives an operation that is about to be submitted what its follower needs to know beforehand.
/// [`Start`] does this by itself; an operation made by [`Operation::repeated`] needs it anew.
pub fn prepare(operation: &mut Operation, api: &[String], last_operation: Option<&LastOperation>) {
    let address = Address {
        api: api.to_vec(),
        instance: asked::instance(operation).unwrap_or_default(),
        before: last_operation.map(Before::from),
        ..Address::default()
    };
    operation.address = address.json();
}

/// The operation that follows a job that was started elsewhere. `action` is one of
/// [`Action::name`]; `address` comes from a link ([`super::address`]); `name` is the instance's.
#[must_use]
pub fn found(
    id: impl Into<String>,
    connection: &str,
    action: &str,
    address: Value,
    name: Option<&str>,
    now: Timestamp,
) -> Operation {
    let instance = address.get("instance").and_then(Value::as_str).unwrap_or_default();
    let job = address.get("job").and_then(Value::as_str).unwrap_or_default();
    let mut resource = resource(connection, instance, name.unwrap_or_default());
    if resource.name.is_empty() {
        resource.name = format!("of job {job}");
    }
    Operation::found(id, (UPSTREAM, action), connection, resource, address, now)
}

/// The operation that follows whatever is the instance's latest one, for instance the one that was
/// in the way of another ([`super::is_busy`]).
#[must_use]
pub fn found_last_operation(
    id: impl Into<String>,
    connection: &str,
    instance: &Instance<'_>,
    now: Timestamp,
) -> Operation {
    let address = Address { instance: instance.guid.to_owned(), ..Address::default() }.json();
    found(id, connection, LAST_OPERATION, address, Some(instance.name), now)
}

fn resource(connection: &str, guid: &str, name: &str) -> Resource {
    Resource {
        kind: "service instance".to_owned(),
        id: Some(guid.to_owned()).filter(|guid| !guid.is_empty()),
        name: if name.is_empty() { guid } else { name }.to_owned(),
        connection: connection.to_owned(),
    }
}
