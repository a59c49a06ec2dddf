//! What the parts of the page share: the image as it was read last, and when to read it anew.

use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use image_console_core::Service;
use image_console_core::config::Kind;
use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_platform::title;
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;
use serde_json::Value;

use crate::state::connections::{Connected, Connections, use_connections};
use crate::state::image::{Loaded, LoadedImage, LoadedOci, load};
use crate::state::images::{Images, list, use_images};
use crate::state::navigation::use_navigation;
use crate::state::operations::use_operations;
use crate::state::query::Query;

/// The image as the table knows it.
#[derive(Clone, Default, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// The API's word.
    pub state: Option<String>,
}

/// One image's page. Copy: hand it to any part.
#[derive(Clone, Copy)]
pub struct Page {
    connection: StoredValue<String>,
    id: StoredValue<String>,
    connections: Connections,
    /// The catalogue.
    pub images: Images,
    /// The connection, unless this browser does not know it.
    pub connected: Memo<Option<Arc<Connected>>>,
    /// The reading of the image.
    pub query: Query<Loaded>,
    /// The image as it was read last. Unlike `query.value` it changes only when the image does, so
    /// that a reading that finds nothing new leaves the page alone.
    pub image: Memo<Option<Arc<Loaded>>>,
    /// The API says that there is no such image.
    pub gone: Memo<bool>,
    /// What is known at once: the image itself, or its row in the table.
    pub row: Memo<Row>,
    /// The operations about this image, the latest first.
    pub operations: Memo<Vec<Arc<Operation>>>,
}

impl Page {
    /// Begins to read the image, again whenever its connection changes or an operation about it
    /// comes to another status.
    pub fn open(connection: String, id: String) -> Self {
        let (connections, images, operations) = (use_connections(), use_images(), use_operations());
        let connection = StoredValue::new(connection);
        let id = StoredValue::new(id);
        let query = Query::<Loaded>::new();
        let image = Memo::new_with_compare(move |_| query.value.get(), |old, new| raw(old) != raw(new));
        let page = Self {
            connection,
            id,
            connections,
            images,
            connected: Memo::new(move |_| connection.with_value(|connection| connections.get(connection))),
            query,
            image,
            gone: Memo::new(move |_| query.error.with(|e| e.as_ref().is_some_and(super::trouble::says_gone))),
            row: Memo::new(move |_| {
                image.with(|image| image.as_ref().map(|loaded| of_image(loaded))).unwrap_or_else(|| {
                    connection.with_value(|connection| id.with_value(|id| of_row(images, connection, id)))
                })
            }),
            operations: Memo::new(move |_| {
                connection.with_value(|connection| id.with_value(|id| operations.about(connection, id)))
            }),
        };
        Effect::new(move |_| {
            page.connected.track();
            page.reload();
        });
        page.follow_operations();
        page.name_the_document();
        page
    }

    /// The connection's id.
    #[must_use]
    pub fn connection(self) -> String {
        self.connection.get_value()
    }

    /// The image's id, as the address has it.
    #[must_use]
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// The API of its connection, with subscription; nothing while this browser does not know it.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        self.connected.with(|connected| connected.as_ref().map(|c| c.connection.kind()))
    }

    /// The image of Oracle Cloud that was read last, with subscription.
    #[must_use]
    pub fn oci(self) -> Option<Arc<LoadedOci>> {
        self.image.with(|image| image.as_ref().and_then(|loaded| loaded.oci()))
    }

    /// The image of a Triton that was read last, with subscription.
    #[must_use]
    pub fn triton(self) -> Option<Arc<LoadedImage>> {
        self.image.with(|image| image.as_ref().and_then(|loaded| loaded.triton()))
    }

    /// Reads the image anew; what was read before stays until the answer is there.
    pub fn reload(self) {
        let Some(connected) = self.connected.try_get_untracked().flatten() else { return };
        let (connections, images, id) = (self.connections, self.images, self.id());
        self.query.ask(move |abort| async move { load(connections, images, &connected, &id, &abort).await });
    }

    /// What the image is called: its name, or its id while that is not known.
    #[must_use]
    pub fn name(self) -> String {
        let name = self.row.with(|row| row.name.clone()).filter(|name| !name.trim().is_empty());
        name.unwrap_or_else(|| self.id())
    }

    /// The operation that deleted the image, when that was done here.
    #[must_use]
    pub fn deleted_by(self) -> Option<Arc<Operation>> {
        let deletion =
            |o: &&Arc<Operation>| o.action == Action::DeleteImage.name() && o.status == Status::Succeeded;
        self.operations.with(|all| all.iter().find(deletion).cloned())
    }

    fn follow_operations(self) {
        type Seen = BTreeMap<String, Discriminant<Status>>;
        Effect::new(move |before: Option<Seen>| {
            let now: Seen = self
                .operations
                .with(|all| all.iter().map(|o| (o.id.clone(), discriminant(&o.status))).collect());
            let before = before.unwrap_or_default();
            if now.iter().any(|(id, status)| before.get(id).is_some_and(|old| old != status)) {
                self.reload();
            }
            now
        });
    }

    fn name_the_document(self) {
        let navigation = use_navigation();
        Effect::new(move |_| {
            // The frame names each new address too; the fuller name comes after it, unless the
            // user has left already.
            let (connection, id) = (self.connection(), self.id());
            let here = navigation.route.with(|route| {
                matches!(route, Route::Image { connection: c, id: i, .. } if *c == connection && *i == id)
            });
            if !here {
                return;
            }
            let version = self.row.with(|row| row.version.clone()).unwrap_or_default();
            let name = format!("{} {version}", self.name());
            title::set(&format!("{} · Image Console", name.trim_end()));
        });
    }
}

fn raw(loaded: Option<&Option<Arc<Loaded>>>) -> Option<&str> {
    loaded?.as_ref().map(|loaded| loaded.text())
}

fn of_image(loaded: &Loaded) -> Row {
    match loaded {
        Loaded::Triton(loaded) => of_triton(loaded),
        Loaded::Oci(loaded) => of_oci(loaded),
    }
}

/// Neither kind of image has a version of its own beside its name: a compute image's is that of its
/// operating system, and a container image's stands in the name.
fn of_oci(loaded: &LoadedOci) -> Row {
    let text = |name: &str| match loaded.raw.get(name) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    Row { name: text("displayName"), version: None, state: text("lifecycleState") }
}

fn of_triton(loaded: &LoadedImage) -> Row {
    let image = &loaded.image;
    let text = |text: Option<&str>| text.map(str::to_owned);
    Row {
        name: text(image.name.text()),
        version: text(image.version.text()),
        state: image.state.shown(Clone::clone),
    }
}

fn of_row(images: Images, connection: &str, id: &str) -> Row {
    let text = |text: Option<&str>| text.map(str::to_owned);
    images.with(|catalogue| {
        catalogue.find_image(connection, id).map_or_else(Row::default, |row| Row {
            name: text(row.name().value()),
            version: text(row.version().value()).filter(|_| list::service(row.part()) == Service::Api),
            state: text(row.state().value()),
        })
    })
}
