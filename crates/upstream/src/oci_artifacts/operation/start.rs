//! The operation as it is handed to the engine, together with its request.

use image_console_core::Request;
use image_console_core::time::Timestamp;
use image_console_operation::{Fact, Operation, Resource, StoredRequest};

use super::{RESTORE_CONTAINER_IMAGE, UPSTREAM};
use crate::oci::Guard;
use crate::oci::retry;
use crate::oci_artifacts::requests;

/// What a restoration begins with.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    /// Random, made when the dialog opens, so that a double submit is one operation.
    pub id: String,
    /// The id of the connection the request goes to.
    pub connection: &'a str,
    /// Random, made when the dialog opens: the same for every attempt of this intent. A new one for
    /// a new intent, such as sending again on a new etag.
    pub retry_token: &'a str,
    /// The etag the user looked at; `None` sends without `if-match`.
    pub if_match: Option<&'a str>,
    /// Now.
    pub at: Timestamp,
}

/// The image a restoration is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source<'a> {
    /// OCID.
    pub id: &'a str,
    /// `displayName` as the page shows it; may be empty when only the id is known.
    pub name: &'a str,
}

impl Start<'_> {
    /// RestoreContainerImage, with a version to attach where one is given.
    #[must_use]
    pub fn restore(&self, image: &Source<'_>, version: Option<&str>) -> (Operation, Request) {
        let guard = Guard { if_match: self.if_match, retry_token: Some(self.retry_token) };
        let request = requests::restore_image(image.id, version, guard);
        let name = if image.name.is_empty() { image.id } else { image.name };
        let resource = Resource {
            kind: "container image".to_owned(),
            id: Some(image.id.to_owned()),
            name: name.to_owned(),
            connection: self.connection.to_owned(),
        };
        let kind = (UPSTREAM, RESTORE_CONTAINER_IMAGE);
        let stored = StoredRequest::of(&request);
        let operation = Operation::new(&self.id, kind, self.connection, resource, stored, self.at);
        let mut operation = operation.with_retry_token(self.retry_token, retry::expires(self.at));
        if let Some(version) = version {
            operation.facts.push(Fact { label: "version".to_owned(), value: version.to_owned() });
        }
        (operation, request)
    }
}
