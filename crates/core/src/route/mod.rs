//! The console's addresses. Every address is built and read here; printing and parsing are
//! inverse. What is not understood in an address is dropped and named, never guessed.

mod filters;
mod images;
mod parameters;

pub use filters::{ALL_FILTERS, ARTIFACTS_FILTERS, COMPUTE_FILTERS, FILTERS, filter_name};
pub use images::{COLUMNS, FACETS, ImagesView, Sort};
use parameters::Parameters;

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
    /// All operations.
    Activity(ActivityView),
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

/// Which operations are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ActivityView {
    /// All of them.
    #[default]
    All,
    /// Those that have not ended.
    Running,
    /// Those that succeeded.
    Succeeded,
    /// Those that failed.
    Failed,
    /// Those whose outcome cannot be known here.
    Unknown,
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
const ACTIVITY_VIEWS: Words<ActivityView> = &[
    ("all", ActivityView::All),
    ("running", ActivityView::Running),
    ("succeeded", ActivityView::Succeeded),
    ("failed", ActivityView::Failed),
    ("unknown", ActivityView::Unknown),
];

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

impl ActivityView {
    /// All of them with their words.
    pub const ALL: Words<Self> = ACTIVITY_VIEWS;
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
            Self::Activity(ActivityView::All) => "activity".to_owned(),
            Self::Activity(view) => {
                with_query("activity", &[("show", word_of(ACTIVITY_VIEWS, view).to_owned())])
            }
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
            ["activity"] => Self::Activity(
                parameters.take("show", |word| value_of(ACTIVITY_VIEWS, word)).unwrap_or_default(),
            ),
            ["activity", id] => Self::Operation { id: (*id).to_owned() },
            ["connections"] => {
                let add = parameters.take("action", |word| (word == "add").then_some(ConnectionEdit::New));
                let edit = parameters
                    .take("edit", |id| (!id.is_empty()).then(|| ConnectionEdit::Existing(id.to_owned())));
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
