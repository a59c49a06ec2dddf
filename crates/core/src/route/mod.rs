//! The console's addresses. Every address is built and read here; printing and parsing are
//! inverse. What is not understood in an address is dropped and named, never guessed.

mod activity;
mod filters;
mod images;
mod parameters;
mod service_instances;
mod uploads;

pub use activity::{ActivityView, FollowView, Show};
pub use filters::{ALL_FILTERS, ARTIFACTS_FILTERS, COMPUTE_FILTERS, FILTERS, filter_name};
pub use images::{COLUMNS, FACETS, ImagesView, Sort};
use parameters::Parameters;
use service_instances::INSTANCE_ACTIONS;
pub use service_instances::{InstanceAction, InstancesView};
pub use uploads::{UPLOADS_SEARCH, UploadsView};

use crate::encode;

/// A place in the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The table over all connections.
    Images(ImagesView),
    /// One image.
    Image {
        /// The connection's id.
        connection: String,
        /// The image's id as the upstream gives it.
        id: String,
        /// The dialog that is open over it.
        action: Option<ImageAction>,
    },
    /// The search for uploads over all connections to the Marketplace.
    Uploads(UploadsView),
    /// One upload.
    Upload {
        /// The connection's id.
        connection: String,
        /// `uploadRequestId`.
        id: String,
    },
    /// The service instances of all connections to a Cloud Foundry.
    ServiceInstances(InstancesView),
    /// One service instance.
    ServiceInstance {
        /// The connection's id.
        connection: String,
        /// Its guid.
        guid: String,
        /// The dialog that is open over it.
        action: Option<InstanceAction>,
    },
    /// All operations.
    Activity(ActivityView),
    /// A job that was started elsewhere, to be followed here.
    Follow(FollowView),
    /// One operation.
    Operation {
        /// The operation's id.
        id: String,
    },
    /// The connections and their keys.
    Connections {
        /// The form that is open over it.
        edit: Option<ConnectionEdit>,
    },
    /// An address that means nothing here.
    Unknown {
        /// The path as it came.
        path: String,
    },
}

/// A dialog over one image, by the word in the API's `action` parameter where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageAction {
    /// UpdateImage.
    Update,
    /// CloneImage.
    Clone,
    /// ExportImage.
    Export,
    /// DeleteImage.
    Delete,
    /// RestoreContainerImage.
    Restore,
}

/// A dialog over the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImagesAction {
    /// CreateImageFromMachine.
    Create,
    /// ImportImageFromDatacenter.
    Import,
}

/// The connection form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectionEdit {
    /// A new one.
    New,
    /// An existing one, by id.
    Existing(String),
}

/// A table of words: one line serves printing and parsing.
type Words<T> = &'static [(&'static str, T)];

const IMAGE_ACTIONS: Words<ImageAction> = &[
    ("update", ImageAction::Update),
    ("clone", ImageAction::Clone),
    ("export", ImageAction::Export),
    ("delete", ImageAction::Delete),
    ("restore", ImageAction::Restore),
];
const IMAGES_ACTIONS: Words<ImagesAction> =
    &[("create", ImagesAction::Create), ("import-from-datacenter", ImagesAction::Import)];

fn word_of<T: PartialEq>(words: Words<T>, value: &T) -> &'static str {
    words.iter().find(|(_, v)| v == value).map_or("", |(word, _)| word)
}

fn value_of<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    words.iter().find(|(w, _)| *w == word).map(|(_, value)| *value)
}

impl ImageAction {
    /// All of them with their words.
    pub const ALL: Words<Self> = IMAGE_ACTIONS;
}

impl Default for Route {
    fn default() -> Self {
        Self::Images(ImagesView::default())
    }
}

impl Route {
    /// The page of one image.
    #[must_use]
    pub fn image(connection: impl Into<String>, id: impl Into<String>) -> Self {
        Self::Image { connection: connection.into(), id: id.into(), action: None }
    }

    /// The address below the console's base, without a leading slash, so that it works under any
    /// path.
    #[must_use]
    pub fn print(&self) -> String {
        match self {
            Self::Images(view) => with_query("images", &view.pairs()),
            Self::Image { connection, id, action } => {
                let pairs: Vec<_> =
                    action.iter().map(|a| ("action", word_of(IMAGE_ACTIONS, a).to_owned())).collect();
                with_query(
                    &format!("images/{}/{}", encode::component(connection), encode::component(id)),
                    &pairs,
                )
            }
            Self::Uploads(view) => with_query("uploads", &view.pairs()),
            Self::Upload { connection, id } => {
                format!("uploads/{}/{}", encode::component(connection), encode::component(id))
            }
            Self::ServiceInstances(view) => with_query("service-instances", &view.pairs()),
            Self::ServiceInstance { connection, guid, action } => {
                let path = format!(
                    "service-instances/{}/{}",
                    encode::component(connection),
                    encode::component(guid)
                );
                let action = action.iter().map(|a| ("action", word_of(INSTANCE_ACTIONS, a).to_owned()));
                with_query(&path, &action.collect::<Vec<_>>())
            }
            Self::Activity(view) => with_query("activity", &view.pairs()),
            Self::Follow(view) => with_query("activity/follow", &view.pairs()),
            Self::Operation { id } => format!("activity/{}", encode::component(id)),
            Self::Connections { edit } => {
                let pairs: Vec<_> = match edit {
                    None => vec![],
                    Some(ConnectionEdit::New) => vec![("action", "add".to_owned())],
                    Some(ConnectionEdit::Existing(id)) => vec![("edit", id.clone())],
                };
                with_query("connections", &pairs)
            }
            Self::Unknown { path } => path.clone(),
        }
    }

    /// Reads an address below the base, with or without leading slash. The second value names
    /// each parameter that was not understood and therefore dropped.
    #[must_use]
    pub fn parse(address: &str) -> (Self, Vec<String>) {
        let address = address.split('#').next().unwrap_or("");
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut parameters = Parameters::new(query);
        let segments: Option<Vec<String>> =
            path.trim_matches('/').split('/').filter(|s| !s.is_empty()).map(encode::decode).collect();
        let Some(segments) = segments else {
            return (Self::Unknown { path: path.to_owned() }, Vec::new());
        };
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let route = match segments.as_slice() {
            [] | ["images"] => Self::Images(ImagesView::read(&mut parameters)),
            ["images", connection, id] => Self::Image {
                connection: (*connection).to_owned(),
                id: (*id).to_owned(),
                action: parameters.take("action", |word| value_of(IMAGE_ACTIONS, word)),
            },
            ["uploads"] => Self::Uploads(UploadsView::read(&mut parameters)),
            ["uploads", connection, id] => {
                Self::Upload { connection: (*connection).to_owned(), id: (*id).to_owned() }
            }
            ["service-instances"] => Self::ServiceInstances(InstancesView::read(&mut parameters)),
            ["service-instances", connection, guid] => Self::ServiceInstance {
                connection: (*connection).to_owned(),
                guid: (*guid).to_owned(),
                action: parameters.take("action", |word| value_of(INSTANCE_ACTIONS, word)),
            },
            ["activity"] => Self::Activity(ActivityView::read(&mut parameters)),
            ["activity", "follow"] => Self::Follow(FollowView::read(&mut parameters)),
            ["activity", id] => Self::Operation { id: (*id).to_owned() },
            ["connections"] => {
                let add = parameters.text("action", &|word| word == "add").map(|_| ConnectionEdit::New);
                let edit = parameters.text("edit", &|id| !id.is_empty()).map(ConnectionEdit::Existing);
                Self::Connections { edit: add.or(edit) }
            }
            _ => return (Self::Unknown { path: path.to_owned() }, Vec::new()),
        };
        (route, parameters.dropped())
    }
}

fn with_query(path: &str, pairs: &[(&str, String)]) -> String {
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", encode::query(pairs)) }
}

#[cfg(test)]
mod tests;
