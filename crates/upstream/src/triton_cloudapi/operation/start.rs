//! The operation as it is handed to the engine, together with its request.

use image_console_core::Request;
use image_console_core::time::Timestamp;
use image_console_operation::{Fact, Operation, Resource, StoredRequest};

use super::UPSTREAM;
use super::search::{Known, Search};
use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::requests::{self, NewImage};
use crate::triton_cloudapi::rules::Action;

/// What all operations begin with.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    /// Random, made when the dialog opens, so that a double submit is one operation.
    pub id: String,
    /// The id of the connection the request goes to; for an import, the target's.
    pub connection: &'a str,
    /// As whom.
    pub caller: &'a Caller,
    /// Now.
    pub at: Timestamp,
}

/// The image an action is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source<'a> {
    /// UUID.
    pub id: &'a str,
    /// As the list shows it; may be empty when only the id is known.
    pub name: &'a str,
    /// As the list shows it.
    pub version: &'a str,
}

impl Source<'_> {
    fn shown(&self) -> String {
        if self.name.is_empty() { self.id.to_owned() } else { format!("{} {}", self.name, self.version) }
    }
}

impl Start<'_> {
    /// CreateImageFromMachine. `machine` is the machine's name as shown.
    #[must_use]
    pub fn create(&self, image: &NewImage, machine: &str, known: Known) -> (Operation, Request) {
        let request = requests::create_image_from_machine(self.caller, image);
        let name = format!("{} {}", image.name, image.version);
        let facts = [("machine", image.machine.as_str()), ("machine name", machine)];
        let mut operation = self.operation(Action::CreateImageFromMachine, None, name, &request, &facts);
        operation.address = search(&image.name, &image.version, known).address();
        (operation, request)
    }

    /// ImportImageFromDatacenter from the datacenter of that name.
    #[must_use]
    pub fn import(&self, datacenter: &str, image: &Source<'_>) -> (Operation, Request) {
        let request = requests::import_image_from_datacenter(self.caller, datacenter, image.id);
        let facts = [("datacenter", datacenter)];
        let operation = self.about(Action::ImportImageFromDatacenter, image, &request, &facts);
        (operation, request)
    }

    /// ExportImage.
    #[must_use]
    pub fn export(&self, image: &Source<'_>, manta_path: &str) -> (Operation, Request) {
        let request = requests::export_image(self.caller, image.id, manta_path);
        let facts = [("manta_path", manta_path)];
        (self.about(Action::ExportImage, image, &request, &facts), request)
    }

    /// CloneImage. The operation's resource is the clone, whose id is not known yet.
    #[must_use]
    pub fn clone_image(&self, image: &Source<'_>, known: Known) -> (Operation, Request) {
        let request = requests::clone_image(self.caller, image.id);
        let facts = [("source", image.id)];
        let mut operation = self.operation(Action::CloneImage, None, image.shown(), &request, &facts);
        if !image.name.is_empty() {
            operation.address = search(image.name, image.version, known).address();
        }
        (operation, request)
    }

    /// DeleteImage.
    #[must_use]
    pub fn delete(&self, image: &Source<'_>) -> (Operation, Request) {
        let request = requests::delete_image(self.caller, image.id);
        (self.about(Action::DeleteImage, image, &request, &[]), request)
    }

    fn about(
        &self,
        action: Action,
        image: &Source<'_>,
        request: &Request,
        facts: &[(&str, &str)],
    ) -> Operation {
        self.operation(action, Some(image.id.to_owned()), image.shown(), request, facts)
    }

    fn operation(
        &self,
        action: Action,
        id: Option<String>,
        name: String,
        request: &Request,
        facts: &[(&str, &str)],
    ) -> Operation {
        let connection = self.connection.to_owned();
        let resource = Resource { kind: "image".to_owned(), id, name, connection };
        let kind = (UPSTREAM, action.name());
        let stored = StoredRequest::of(request);
        let mut operation = Operation::new(&self.id, kind, self.connection, resource, stored, self.at);
        let fact =
            |(label, value): &(&str, &str)| Fact { label: (*label).to_owned(), value: (*value).to_owned() };
        operation.facts = facts.iter().filter(|(_, value)| !value.is_empty()).map(fact).collect();
        operation
    }
}

fn search(name: &str, version: &str, known: Known) -> Search {
    Search { name: name.to_owned(), version: version.to_owned(), owner: known.account, known: known.ids }
}
