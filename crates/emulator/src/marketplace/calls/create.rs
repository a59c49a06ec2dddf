//! Create: in one request, or the first chunk of several (section 3.4).

use md5::{Digest, Md5};
use serde_json::{Map, Value, json};

use crate::marketplace::Marketplace;
use crate::marketplace::course::Start;
use crate::marketplace::handle::Context;
use crate::marketplace::multipart::{self, Part};
use crate::marketplace::problem::Problem;
use crate::marketplace::store::{Centre, Chunks, Upload};
use crate::time;
use crate::wire::{Request, Response};

/// Container of new images, as in the document's example of a path.
pub const CONTAINER: &str = "oracle_pdc2";
/// Data centres that a new upload goes to.
const TARGETS: usize = 3;
/// Chunks at most.
const MAX_CHUNKS: i64 = 100_000;

impl Marketplace {
    /// `POST machineimages`
    pub(in crate::marketplace) fn create(&mut self, context: &Context<'_>) -> Result<Response, Problem> {
        let request = context.request;
        let file_name = file_name(request)?;
        let parts = form(request)?;
        let file = part(&parts, "file")?;
        let checksum = checked(request, file)?;
        let declared = match request.header("x-number-of-chunks") {
            None => None,
            Some(text) => Some(count(text)?),
        };
        let payload: Value =
            serde_json::from_slice(part(&parts, "json")?).map_err(|_| Problem::invalid("json"))?;
        let fields = described(&payload, &file_name)?;
        let path = fields.get("imageFilePath").and_then(Value::as_str).unwrap_or_default();
        let overwrites = fields.get("overwriteStorageFile") == Some(&json!(true));
        let stored: Vec<usize> =
            self.storage.get(path).map(|stored| stored.places.keys().copied().collect()).unwrap_or_default();
        if !stored.is_empty() && !overwrites {
            return Err(Problem::invalid(format!(
                "{path} is in storage, and overwriteStorageFile is not set"
            )));
        }
        let id = self.next_id();
        let mut upload = Upload {
            id,
            fields,
            creator: context.user.id.to_owned(),
            size: file.len() as u64,
            chunks: declared.map(|declared| Chunks { declared, ..Chunks::default() }),
            reads: 0,
        };
        let pending = declared.unwrap_or(1) - 1;
        let made = json!({
            "uploadRequestId": id, "statusName": "Initiated", "uploadedChunks": 1, "pendingChunks": pending,
            "createdBy": context.user.name, "createdDate": time::iso(context.now),
            "dataCenterImageUploadRequests": [],
        });
        upload.touch(made, context.user.name, context.now);
        if declared.is_none() {
            upload.fields.insert("checkSum".into(), checksum.into());
        }
        self.uploads.insert(id, upload);
        if declared.is_none() {
            self.start(id, &self.fresh(&stored), None, context.now);
        }
        Ok(self.created(id, payload))
    }

    /// Where a new upload goes: the first data centre by upload, the next ones as replicas.
    pub(super) fn fresh(&self, stored: &[usize]) -> Start {
        let centre = |at| Centre { at, copy: at > 0, overwrite: stored.contains(&at), replica: at > 0 };
        Start { centres: (0..TARGETS).map(centre).collect(), chunks: None, scan: true }
    }

    pub(super) fn next_id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id - 1
    }

    fn created(&self, id: i64, mut payload: Value) -> Response {
        if self.switches.create_status == 200 {
            return Response::json(200, &json!({"message": "OK", "entityId": id.to_string()}));
        }
        if let Some(payload) = payload.as_object_mut() {
            payload.insert("uploadRequestId".into(), id.to_string().into());
        }
        let mut response = Response::json(201, &payload);
        let address =
            format!("https://{}/appstore/publisher/v1/machineimages/{id}", crate::marketplace::HOST);
        response.headers.push("Location", address);
        response
    }
}

/// The members of a new upload that its `json` part gives; each but the switch is needed.
fn described(payload: &Value, file_name: &str) -> Result<Map<String, Value>, Problem> {
    let text = |name: &str| {
        let text = payload.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| Problem::invalid(name))
    };
    let overwrites = match payload.get("overwriteStorageFile") {
        None | Some(Value::Null) => false,
        Some(value) => value.as_bool().ok_or_else(|| Problem::invalid("overwriteStorageFile"))?,
    };
    let (application, version, system) = (text("application")?, text("version")?, text("operatingSystem")?);
    let fields = json!({
        "application": application, "version": version, "operatingSystem": system, "fileName": file_name,
        "imageFilePath": format!("{CONTAINER}/mi/{application}/{version}/{system}/{file_name}"),
        "overwriteStorageFile": overwrites,
    });
    Ok(fields.as_object().cloned().unwrap_or_default())
}

fn count(text: &str) -> Result<i64, Problem> {
    let count = text.trim().parse().ok().filter(|count| (1..=MAX_CHUNKS).contains(count));
    count.ok_or_else(|| Problem::invalid(format!("X-Number-Of-Chunks {text}")))
}

/// The header that names the file.
pub(super) fn file_name(request: &Request) -> Result<String, Problem> {
    let name =
        request.header("x-file-name").map(str::trim).filter(|name| !name.is_empty() && !name.contains('/'));
    name.map(str::to_owned).ok_or_else(|| Problem::invalid("X-File-Name"))
}

/// The form of a request.
pub(super) fn form(request: &Request) -> Result<Vec<Part<'_>>, Problem> {
    let kind = request.header("content-type").unwrap_or_default();
    multipart::parts(kind, &request.body)
        .ok_or_else(|| Problem::invalid("the body is no complete multipart/form-data"))
}

/// One part of it.
pub(super) fn part<'a>(parts: &[Part<'a>], name: &str) -> Result<&'a [u8], Problem> {
    let part = parts.iter().find(|part| part.name == name);
    part.map(|part| part.bytes).ok_or_else(|| Problem::invalid(name))
}

/// The MD5 of the bytes; 400 when the client has sent another.
pub(super) fn checked(request: &Request, bytes: &[u8]) -> Result<String, Problem> {
    let digest: String = Md5::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    match request.header("x-md5-checksum") {
        Some(given) if !given.trim().eq_ignore_ascii_case(&digest) => {
            Err(Problem::invalid(format!("X-MD5-Checksum {given}")))
        }
        _ => Ok(digest),
    }
}
