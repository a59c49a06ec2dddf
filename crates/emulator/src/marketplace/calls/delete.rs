//! Delete (section 3.6).

use serde_json::{Value, json};

use crate::marketplace::Marketplace;
use crate::marketplace::handle::Context;
use crate::marketplace::problem::Problem;
use crate::marketplace::store::{CENTRES, centre_named};
use crate::parts::word;
use crate::wire::Response;

impl Marketplace {
    /// `DELETE machineimages/{id}`: from the data centres named in the body, or from all.
    pub(in crate::marketplace) fn delete(
        &mut self,
        id: i64,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        self.known(id)?;
        let named = named(&context.request.body)?;
        let centres = named.clone().unwrap_or_else(|| (0..CENTRES.len()).collect());
        self.cancel(id);
        let by = context.user.name;
        let upload = self.uploads.get_mut(&id).ok_or_else(Problem::not_found)?;
        if word(&upload.label(), &[("deletion-fails", ())]).is_some() {
            upload.touch(json!({"statusName": "Deletion Failed"}), by, context.now);
            return Err(Problem::system());
        }
        for at in &centres {
            if let Some(row) = upload.centre(*at) {
                row.insert("statusName".into(), json!("Deleted"));
                row.insert("lastUpdatedDate".into(), json!(crate::time::iso(context.now)));
            }
        }
        let left = upload
            .centres()
            .into_iter()
            .flatten()
            .any(|row| row.get("statusName") != Some(&json!("Deleted")));
        let fields = if left && named.is_some() { json!({}) } else { json!({"statusName": "Deleted"}) };
        upload.touch(fields, by, context.now);
        let path = upload.text("imageFilePath").to_owned();
        self.storage.remove(&path, &centres);
        let from = match &named {
            None => "all data centers".to_owned(),
            Some(centres) => {
                let names: Vec<_> =
                    centres.iter().filter_map(|at| CENTRES.get(*at)).map(|(name, _)| *name).collect();
                names.join(", ")
            }
        };
        let body = json!({"message": format!("{id} was deleted successfully from {from}."), "entityId": id.to_string()});
        Ok(Response::json(200, &body))
    }
}

/// The data centres of the body; none when it names none.
fn named(body: &[u8]) -> Result<Option<Vec<usize>>, Problem> {
    if body.is_empty() {
        return Ok(None);
    }
    let value: Value = serde_json::from_slice(body).map_err(|_| Problem::invalid("the body is not JSON"))?;
    let Some(names) = value.get("datacenters") else { return Ok(None) };
    let names = names.as_array().ok_or_else(|| Problem::invalid("datacenters"))?;
    let centre = |name: &Value| {
        name.as_str().and_then(centre_named).ok_or_else(|| Problem::invalid(format!("datacenters {name}")))
    };
    names.iter().map(centre).collect::<Result<_, _>>().map(Some)
}
