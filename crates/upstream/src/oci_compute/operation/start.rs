//! The operation as it is handed to the engine, together with its request.

use image_console_core::Request;
use image_console_core::time::Timestamp;
use image_console_operation::{Fact, Operation, Resource, StoredRequest};

use super::stage::Stage;
use super::{EXPORT_IMAGE, UPSTREAM};
use crate::oci::Guard;
use crate::oci::retry;
use crate::oci_compute::requests::{self, Destination, ExportFormat};

/// What an export begins with.
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

/// The image an export is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source<'a> {
    /// OCID.
    pub id: &'a str,
    /// `displayName` as the page shows it; may be empty when only the id is known.
    pub name: &'a str,
    /// OCID of its compartment, where the work request is looked for when the answer is lost; may
    /// be empty.
    pub compartment_id: &'a str,
}

impl Start<'_> {
    /// ExportImage. The returned request holds the secret of a pre-authenticated URL; the operation
    /// does not, so after a reload it is looked for and cannot be sent again.
    #[must_use]
    pub fn export(
        &self,
        image: &Source<'_>,
        destination: &Destination,
        format: Option<ExportFormat>,
    ) -> (Operation, Request) {
        let guard = Guard { if_match: self.if_match, retry_token: Some(self.retry_token) };
        let request = requests::export_image(image.id, destination, format, guard);
        let secrets: Vec<&str> = destination.secret().into_iter().collect();
        let stored = StoredRequest::without(&request, &secrets);
        let name = if image.name.is_empty() { image.id } else { image.name };
        let resource = Resource {
            kind: "image".to_owned(),
            id: Some(image.id.to_owned()),
            name: name.to_owned(),
            connection: self.connection.to_owned(),
        };
        let kind = (UPSTREAM, EXPORT_IMAGE);
        let operation = Operation::new(&self.id, kind, self.connection, resource, stored, self.at);
        let mut operation = operation.with_retry_token(self.retry_token, retry::expires(self.at));
        let mut facts = destination.facts();
        facts.push(("exportFormat", format.unwrap_or(ExportFormat::Oci).word().to_owned()));
        operation.facts =
            facts.into_iter().map(|(label, value)| Fact { label: label.to_owned(), value }).collect();
        if !image.compartment_id.is_empty() {
            operation.address = Stage::looking(Some(image.compartment_id)).address();
        }
        (operation, request)
    }
}
