//! Looking for an image whose id was in an answer that got lost. Names and versions are not
//! unique, so what is found is compared with what was there before, and where that leaves more
//! than one possibility, the user is shown them all.

use image_console_core::{ApiError, Request};
use image_console_operation::{Answer, Operation};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::asked;
use crate::decode::Lenient;
use crate::triton_cloudapi::model::Image;
use crate::triton_cloudapi::{ImageFilter, requests};

/// What the page knows before an image is created or cloned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The caller's account UUID.
    pub account: Option<String>,
    /// The ids of all images of the same name and version on the connection, in all states; `None`
    /// when the list at hand is not complete.
    pub ids: Option<Vec<String>>,
}

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) owner: Option<String>,
    pub(super) known: Option<Vec<String>>,
}

/// What a search found.
pub(super) enum Found {
    /// Nothing new so far.
    Nothing,
    /// Exactly one that was not there before.
    One(Box<Image>),
    /// One or more that might be it.
    Candidates(Vec<String>),
}

impl Search {
    /// The search in an operation's address.
    pub(super) fn of(operation: &Operation) -> Option<Self> {
        serde_json::from_value(operation.address.get("search")?.clone()).ok()
    }

    /// The address that holds this search.
    pub(super) fn address(&self) -> Value {
        serde_json::json!({ "search": self })
    }

    /// ListImages by name, version and owner, in all states.
    pub(super) fn request(&self, operation: &Operation) -> Request {
        let mut filter = ImageFilter::default()
            .with("name", &self.name)
            .with("version", &self.version)
            .with("state", "all");
        if let Some(owner) = &self.owner {
            filter = filter.with("owner", owner);
        }
        requests::list_images(&asked::caller(operation), &filter)
    }

    /// Reads the list; `except` is an image that cannot be the one.
    pub(super) fn read(&self, answer: Answer, except: Option<&str>) -> Result<Found, ApiError> {
        let images = requests::parse_images(&asked::success(answer)?)?;
        let fits = |image: &&Image| {
            let id = image.id.text();
            let owned = match (&self.owner, image.owner.text()) {
                (Some(wanted), Some(owner)) => wanted == owner,
                _ => true,
            };
            let known = self.known.as_deref().unwrap_or_default();
            // A name that begins with `~` asks for a substring, so what comes is compared again.
            id.is_some_and(|id| Some(id) != except && !known.iter().any(|k| k == id))
                && owned
                && image.name.text() == Some(&self.name)
                && image.version.text() == Some(&self.version)
        };
        let new: Vec<&Image> = images.iter().filter_map(Lenient::value).filter(fits).collect();
        Ok(match new.as_slice() {
            [] => Found::Nothing,
            [one] if self.known.is_some() => Found::One(Box::new((*one).clone())),
            some => Found::Candidates(some.iter().filter_map(|i| i.id.text().map(str::to_owned)).collect()),
        })
    }
}
