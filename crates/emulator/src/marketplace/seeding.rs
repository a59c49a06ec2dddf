//! Putting uploads into the world and looking at them, for tests and for the proxy.

use serde_json::{Map, Value, json};

use super::Marketplace;
use super::auth::USERS;
use super::calls::CONTAINER;
use super::course::Start;
use super::store::{CENTRES, Centre, Place, Upload, canonical, centre_named};
use super::switches::Switches;
use crate::parts::Refused;
use crate::time;
use crate::wire::Request;

impl Marketplace {
    /// Puts an upload in as it stands, or in the place of the one with its `uploadRequestId`, and
    /// answers the id it is found under. What is missing is made up; everything else stays as
    /// given, right or wrong. It does not move by itself. An image that some data centre has
    /// completed is in storage.
    ///
    /// # Errors
    /// No JSON object.
    pub fn put_upload(&mut self, upload: Value) -> Result<i64, Refused> {
        let mut fields = Refused::unless_object(upload)?;
        let given =
            fields.get("uploadRequestId").and_then(|id| id.as_i64().or_else(|| id.as_str()?.parse().ok()));
        let id = match given {
            Some(id) => id,
            None => {
                self.next_id += 1;
                self.next_id - 1
            }
        };
        complete(&mut fields, id, self.now);
        let size = 20_000_000 + self.rng.below(4_000_000_000);
        let creator = fields.get("createdBy").and_then(Value::as_str).unwrap_or_default();
        let creator =
            USERS.iter().find(|user| user.name == creator).map_or(creator, |user| user.id).to_owned();
        self.cancel(id);
        let mut upload = Upload { id, fields, creator, size, chunks: None, reads: 0 };
        let rows = upload.centres().cloned().unwrap_or_default();
        for row in &rows {
            let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
            let replica = row.get("replicaDataCenter") == Some(&json!(true));
            if let (Some("Completed"), Some(at)) =
                (canonical(text("statusName")), centre_named(text("dataCenterName")))
            {
                let modified = time::parse_iso(text("lastUpdatedDate")).unwrap_or(self.now);
                self.storage.put(&upload, at, Place { size, modified, replica });
            }
        }
        self.uploads.insert(id, upload);
        Ok(id)
    }

    /// Puts an upload in and starts it: with `pendingChunks` its chunks come in first, then it goes
    /// on by itself, on the course that a word in its names asks for.
    ///
    /// # Errors
    /// No JSON object.
    pub fn start_upload(&mut self, upload: Value) -> Result<i64, Refused> {
        let now = self.now;
        let id = self.put_upload(upload)?;
        let count =
            |upload: &Upload, name: &str| upload.fields.get(name).and_then(Value::as_i64).unwrap_or(0);
        let chunks = self
            .uploads
            .get(&id)
            .map(|upload| (count(upload, "uploadedChunks"), count(upload, "pendingChunks")));
        let chunks = chunks.filter(|(_, pending)| *pending > 0).map(|(come, pending)| (come, come + pending));
        let size = self.uploads.get(&id).map_or(0, |upload| upload.size);
        let centre = |at| Centre { at, copy: at > 0, overwrite: false, replica: at > 0 };
        let centres = (0..2 + (size % 3) as usize).filter(|at| *at < CENTRES.len()).map(centre).collect();
        self.start(id, &Start { centres, chunks, scan: true }, None, now);
        Ok(id)
    }

    /// Takes an upload out; whether it was there.
    pub fn remove_upload(&mut self, id: i64) -> bool {
        self.cancel(id);
        self.uploads.remove(&id).is_some()
    }

    /// Takes all uploads and stored images out.
    pub fn clear_uploads(&mut self) {
        self.schedule.retain(|_| false);
        self.uploads.clear();
        self.storage.clear();
    }

    /// An upload as its detailed status shows it.
    pub fn upload(&self, id: i64) -> Option<Value> {
        self.uploads.get(&id).map(|upload| Value::Object(upload.fields.clone()))
    }

    /// All uploads by id.
    pub fn uploads(&self) -> Vec<Value> {
        self.uploads.values().map(|upload| Value::Object(upload.fields.clone())).collect()
    }

    /// The id of the upload of an application; of the newest when there are several.
    pub fn upload_of(&self, application: &str) -> Option<i64> {
        self.uploads
            .values()
            .rev()
            .find(|upload| upload.text("application") == application)
            .map(|upload| upload.id)
    }

    /// A token of the publisher's client, good for as long as the switches say.
    pub fn token(&mut self) -> String {
        self.issue(self.now)
    }

    /// All tokens that were handed out are refused from now on.
    pub fn expire_tokens(&mut self) {
        self.tokens.expire_all();
    }

    /// Adds a good token to a request, and the user's e-mail where it has none; what the
    /// authenticating proxy does. The token is used up with the request.
    pub fn authorise(&mut self, request: &mut Request, now: i64) {
        let claims = json!({"sub": "proxy"});
        let token = self.tokens.issue(&mut self.rng, &claims, "proxy", now, now + time::SECOND);
        request.headers.set("authorization", format!("Bearer {token}"));
        let [user, ..] = &USERS;
        request.headers.set_default("x-oracle-userid", user.email);
    }

    /// The switches, to read and to set.
    pub fn switches(&mut self) -> &mut Switches {
        &mut self.switches
    }
}

/// What every upload has.
fn complete(fields: &mut Map<String, Value>, id: i64, now: i64) {
    let given = |fields: &Map<String, Value>, name: &str| {
        fields.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let default = |fields: &mut Map<String, Value>, name: &str, value: Value| {
        fields.entry(name).or_insert(value);
    };
    default(fields, "uploadRequestId", json!(id));
    default(fields, "application", json!(format!("APP{id}")));
    default(fields, "version", json!("1.0"));
    default(fields, "operatingSystem", json!("Linux"));
    let application = given(fields, "application");
    default(fields, "fileName", json!(format!("{}.tar.gz", application.to_lowercase())));
    let path = ["version", "operatingSystem", "fileName"].map(|name| given(fields, name)).join("/");
    default(fields, "imageFilePath", json!(format!("{}/mi/{application}/{path}", CONTAINER)));
    for (name, value) in [
        ("statusName", json!("Completed")),
        ("uploadedChunks", json!(1)),
        ("pendingChunks", json!(0)),
        ("createdBy", json!("John Doe")),
        ("createdDate", json!(time::iso(now))),
        ("lastModifiedBy", json!("anonymous")),
        ("lastModifiedDate", json!(time::iso(now))),
        ("overwriteStorageFile", json!(false)),
        ("dataCenterImageUploadRequests", json!([])),
    ] {
        default(fields, name, value);
    }
}
