//! The calls that change something (contract §4.3 to §4.8). None of them may be sent twice.

use image_console_core::{ApiError, Method, Request, Response, encode};
use serde_json::{Map, Value, json};

use super::{answer, images};
use crate::triton_cloudapi::model::{Export, Image};
use crate::triton_cloudapi::{Caller, error};

/// What CreateImageFromMachine is given (§4.5); what is empty is not sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewImage {
    /// UUID of the instance to capture; it must be stopped.
    pub machine: String,
    /// Required.
    pub name: String,
    /// Required.
    pub version: String,
    /// Optional.
    pub description: String,
    /// Optional URL.
    pub homepage: String,
    /// Optional URL.
    pub eula: String,
    /// Account UUIDs.
    pub acl: Vec<String>,
    /// Any JSON values.
    pub tags: Map<String, Value>,
}

impl NewImage {
    /// The body as it is sent.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = Map::new();
        let texts = [
            ("machine", &self.machine),
            ("name", &self.name),
            ("version", &self.version),
            ("description", &self.description),
            ("homepage", &self.homepage),
            ("eula", &self.eula),
        ];
        for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            body.insert(field.to_owned(), json!(text));
        }
        if !self.acl.is_empty() {
            body.insert("acl".to_owned(), json!(self.acl));
        }
        if !self.tags.is_empty() {
            body.insert("tags".to_owned(), Value::Object(self.tags.clone()));
        }
        Value::Object(body)
    }
}

/// CreateImageFromMachine (§4.5).
#[must_use]
pub fn create_image_from_machine(caller: &Caller, image: &NewImage) -> Request {
    caller.request(Method::Post, "/images").json(&image.body())
}

/// ImportImageFromDatacenter (§4.6), sent to the target's endpoint; `datacenter` is the source.
#[must_use]
pub fn import_image_from_datacenter(caller: &Caller, datacenter: &str, id: &str) -> Request {
    let pairs = [("action", "import-from-datacenter"), ("datacenter", datacenter), ("id", id)];
    let target = format!("/images?{}", encode::query(&pairs));
    caller.request(Method::Post, &target).json(&json!({}))
}

/// UpdateImage (§4.7) with the fields of [`update`](crate::triton_cloudapi::update).
#[must_use]
pub fn update_image(caller: &Caller, id: &str, changes: &Map<String, Value>) -> Request {
    action(caller, id, &[("action", "update")]).json(&Value::Object(changes.clone()))
}

/// CloneImage (§4.8); it has no inputs.
#[must_use]
pub fn clone_image(caller: &Caller, id: &str) -> Request {
    action(caller, id, &[("action", "clone")])
}

/// ExportImage (§4.4).
#[must_use]
pub fn export_image(caller: &Caller, id: &str, manta_path: &str) -> Request {
    action(caller, id, &[("action", "export"), ("manta_path", manta_path)])
}

/// DeleteImage (§4.3).
#[must_use]
pub fn delete_image(caller: &Caller, id: &str) -> Request {
    caller.request(Method::Delete, &images::path(id))
}

fn action(caller: &Caller, id: &str, pairs: &[(&str, &str)]) -> Request {
    caller.request(Method::Post, &format!("{}?{}", images::path(id), encode::query(pairs)))
}

/// The answer of CreateImageFromMachine: a placeholder to follow with GetImage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    /// Little more than `id`, `name`, `version`, `requirements` and `state`.
    pub image: Image,
    /// `x-joyent-jobid`; nothing can be asked about it, but the operator can look it up.
    pub job: Option<String>,
}

/// Reads the 201 of CreateImageFromMachine.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_created(response: &Response) -> Result<Created, ApiError> {
    let job = response.headers.get("x-joyent-jobid").map(str::to_owned);
    Ok(Created { image: images::parse_image(response)?, job })
}

/// Reads the 204 of DeleteImage.
///
/// # Errors
/// An error status.
pub fn parse_deleted(response: &Response) -> Result<(), ApiError> {
    if response.is_success() { Ok(()) } else { Err(error::parse_error(response)) }
}

/// Reads the 200 of ExportImage.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_export(response: &Response) -> Result<Export, ApiError> {
    answer::object(response).map(Export::from_map)
}
