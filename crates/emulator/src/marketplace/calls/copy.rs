//! Copying an image between data centres (section 3.7): a new upload request to be followed.

use serde_json::{Value, json};

use crate::marketplace::Marketplace;
use crate::marketplace::course::Start;
use crate::marketplace::handle::Context;
use crate::marketplace::problem::Problem;
use crate::marketplace::store::{Centre, Upload, centre_named};
use crate::time;
use crate::wire::Response;

impl Marketplace {
    /// `POST storageimages/{path}`
    pub(in crate::marketplace) fn copy(
        &mut self,
        path: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let stored = self.storage.get(path).ok_or_else(Problem::not_found)?;
        let body: Value = serde_json::from_slice(&context.request.body)
            .map_err(|_| Problem::invalid("the body is not JSON"))?;
        let source = body.get("sourceDataCenter").and_then(Value::as_str).and_then(centre_named);
        let source = source.ok_or_else(|| Problem::invalid("sourceDataCenter"))?;
        if !stored.places.contains_key(&source) {
            return Err(Problem::invalid("sourceDataCenter: the image is not there"));
        }
        let overwritten = centres(&body, "overwriteDataCenters")?;
        let mut targets = centres(&body, "copyToDataCenters")?;
        if let Some(taken) =
            targets.iter().find(|at| stored.places.contains_key(at) && !overwritten.contains(at))
        {
            return Err(Problem::invalid(format!("copyToDataCenters: data center {taken} has the image")));
        }
        targets.extend(overwritten.iter().filter(|at| !targets.contains(at)).copied().collect::<Vec<_>>());
        if targets.is_empty() || targets.contains(&source) {
            return Err(Problem::invalid("copyToDataCenters"));
        }
        let [file, version, system, application] = stored.names.clone();
        let size = stored.places.get(&source).map_or(0, |place| place.size);
        let path = stored.path.clone();
        let id = self.next_id();
        let mut upload = Upload {
            id,
            fields: Default::default(),
            creator: context.user.id.into(),
            size,
            chunks: None,
            reads: 0,
        };
        let made = json!({
            "uploadRequestId": id, "application": application, "version": version, "operatingSystem": system,
            "fileName": file, "imageFilePath": path, "statusName": "Initiated", "uploadedChunks": 1, "pendingChunks": 0,
            "createdBy": context.user.name, "createdDate": time::iso(context.now),
            "overwriteStorageFile": !overwritten.is_empty(), "dataCenterImageUploadRequests": [],
        });
        upload.touch(made, context.user.name, context.now);
        self.uploads.insert(id, upload);
        let centre = |at| Centre { at, copy: true, overwrite: overwritten.contains(&at), replica: true };
        let start = Start { centres: targets.into_iter().map(centre).collect(), chunks: None, scan: false };
        self.start(id, &start, None, context.now);
        let body = json!({"message": format!("Request initiated to copy image : {path}"), "entityId": id.to_string()});
        Ok(Response::json(200, &body))
    }
}

fn centres(body: &Value, name: &str) -> Result<Vec<usize>, Problem> {
    let Some(names) = body.get(name).filter(|value| !value.is_null()) else { return Ok(Vec::new()) };
    let names = names.as_array().ok_or_else(|| Problem::invalid(name))?;
    let centre = |value: &Value| {
        value.as_str().and_then(centre_named).ok_or_else(|| Problem::invalid(format!("{name} {value}")))
    };
    names.iter().map(centre).collect()
}
