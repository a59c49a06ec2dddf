//! What the parts of the page share: the instance, its backups and the permissions as they were read
//! last, and when to read them anew.

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_platform::title;
use image_console_upstream::cloud_foundry::feature::{self, Feature};
use image_console_upstream::cloud_foundry::model::{Backup, Permissions};
use image_console_upstream::cloud_foundry::rules::{self, Action, Facts};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections, use_connections};
use crate::state::foundry::instance::{self, LoadedInstance};
use crate::state::navigation::use_navigation;
use crate::state::operations::{Operations, use_operations};
use crate::state::query::Query;
use crate::state::react::effect;

/// One instance's page. Copy: hand it to any part.
#[derive(Clone, Copy)]
pub struct Page {
    connection: StoredValue<String>,
    guid: StoredValue<String>,
    /// All connections.
    pub connections: Connections,
    /// All operations.
    pub all_operations: Operations,
    /// The connection; nothing while this browser does not know it.
    pub connected: Memo<Option<Arc<Connected>>>,
    /// The instance.
    pub query: Query<LoadedInstance>,
    /// The instance as it was read last; changes only when the instance does.
    pub instance: Memo<Option<Arc<LoadedInstance>>>,
    /// What the user may do with it.
    pub permissions: Query<Permissions>,
    /// Its backups, the latest first.
    pub backups: Query<Vec<Lenient<Backup>>>,
    /// The operations about it, the latest first.
    pub operations: Memo<Vec<Arc<Operation>>>,
}

impl Page {
    /// Begins to read, and again whenever the connection changes or an operation about the instance
    /// comes to another status.
    pub fn open(connection: String, guid: String) -> Self {
        let (connections, operations) = (use_connections(), use_operations());
        let (connection, guid) = (StoredValue::new(connection), StoredValue::new(guid));
        let query = Query::<LoadedInstance>::new();
        let page = Self {
            connection,
            guid,
            connections,
            all_operations: operations,
            connected: Memo::new(move |_| connection.with_value(|connection| connections.get(connection))),
            query,
            instance: Memo::new(move |_| query.value.get()),
            permissions: Query::new(),
            backups: Query::new(),
            operations: Memo::new(move |_| {
                connection.with_value(|connection| guid.with_value(|guid| operations.about(connection, guid)))
            }),
        };
        effect(move || {
            page.connected.track();
            page.reload();
        });
        page.follow_operations();
        page.name_the_document();
        page
    }

    /// The connection's id.
    pub fn connection(self) -> String {
        self.connection.get_value()
    }

    /// The guid, as the address has it.
    pub fn guid(self) -> String {
        self.guid.get_value()
    }

    /// Reads everything anew; what was read before stays until the answers are there.
    pub fn reload(self) {
        self.read_instance();
        self.read_permissions();
        self.read_backups();
    }

    /// Reads the backups anew.
    pub fn read_backups(self) {
        let Some(connected) = self.able() else { return };
        let (connections, guid) = (self.connections, self.guid());
        self.backups.ask(move |abort| instance::backups(connections, connected, guid, abort));
    }

    /// Reads the permissions anew.
    pub fn read_permissions(self) {
        let Some(connected) = self.able() else { return };
        let (connections, guid) = (self.connections, self.guid());
        self.permissions.ask(move |abort| instance::permissions(connections, connected, guid, abort));
    }

    fn read_instance(self) {
        let Some(connected) = self.able() else { return self.query.cancel() };
        let (connections, guid) = (self.connections, self.guid());
        self.query.ask(move |abort| instance::get(connections, connected, guid, abort));
    }

    /// The connection, if it can be asked.
    fn able(self) -> Option<Arc<Connected>> {
        self.connected.try_get_untracked().flatten().filter(|connected| !connected.lacks_credentials())
    }

    /// What it is called: its name, or its guid while that is not known. With subscription.
    pub fn name(self) -> String {
        let name = self.instance.with(|i| i.as_ref().and_then(|i| i.instance.name.text().map(str::to_owned)));
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| self.guid())
    }

    /// What the list of backups tells about backups, with subscription.
    pub fn feature(self) -> Option<Feature> {
        match self.backups.error.get() {
            Some(error) => Some(feature::of_error(&error)),
            None => self.backups.value.with(Option::is_some).then_some(Feature::Available),
        }
    }

    /// Why an action is not to be offered; empty when it is. With subscription.
    pub fn reason(self, action: Action) -> String {
        let Some(loaded) = self.instance.get() else {
            return "The service instance has not been read yet.".to_owned();
        };
        let (permissions, feature) = (self.permissions.value.get(), self.feature());
        let facts = Facts {
            instance: Some(&loaded.instance),
            permissions: permissions.as_deref(),
            feature: feature.as_ref(),
        };
        rules::check(action, &facts).reason().unwrap_or_default().to_owned()
    }

    fn follow_operations(self) {
        type Seen = Vec<(String, Discriminant<Status>)>;
        Effect::new(move |before: Option<Seen>| {
            let now: Seen = self
                .operations
                .with(|all| all.iter().map(|o| (o.id.clone(), discriminant(&o.status))).collect());
            if before.is_some_and(|before| before != now) {
                self.reload();
            }
            now
        });
    }

    fn name_the_document(self) {
        let navigation = use_navigation();
        effect(move || {
            // The frame names each new address too; the fuller name comes after it, unless the user
            // has left already.
            let (connection, guid) = (self.connection(), self.guid());
            let here = navigation.route.with(|route| {
                matches!(route, Route::ServiceInstance { connection: c, guid: g, .. } if *c == connection && *g == guid)
            });
            if here {
                title::set(&format!("{} · Image Console", self.name()));
            }
        });
    }
}
