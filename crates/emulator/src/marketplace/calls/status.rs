//! Detailed and short status (sections 3.1 and 3.2).

use crate::marketplace::Marketplace;
use crate::marketplace::auth::USERS;
use crate::marketplace::problem::Problem;
use crate::marketplace::store::{Upload, misspelt};
use crate::time;
use crate::wire::Response;

impl Marketplace {
    /// An upload by its id; 404 otherwise.
    pub(super) fn known(&self, id: i64) -> Result<&Upload, Problem> {
        self.uploads.get(&id).ok_or_else(Problem::not_found)
    }

    /// `GET machineimages/{id}`
    pub(in crate::marketplace) fn detailed_status(&self, id: i64) -> Result<Response, Problem> {
        Ok(Response::json(200, &self.known(id)?.shown(&self.switches)))
    }

    /// `HEAD machineimages/{id}`: the same in headers, with the persons' ids in place of names.
    pub(in crate::marketplace) fn short_status(&self, id: i64) -> Result<Response, Problem> {
        let upload = self.known(id)?;
        let mut response = Response::empty(200);
        response.headers.push("Content-Type", "application/json; qs=1");
        let status = upload.text("statusName");
        let status = if self.switches.misspelt_replies { misspelt(status) } else { status };
        let date = |name: &str| time::parse_iso(upload.text(name)).map(time::http).unwrap_or_default();
        let modified_by = upload.text("lastModifiedBy");
        let modifier = USERS.iter().find(|user| user.name == modified_by).map_or(modified_by, |user| user.id);
        for (name, value) in [
            ("X-Created-By", upload.creator.as_str()),
            ("X-Created-Date", &date("createdDate")),
            ("X-Last-Modified-By", modifier),
            ("X-Last-Modified-Date", &date("lastModifiedDate")),
            ("X-Upload-File-Path", upload.text("imageFilePath")),
            ("X-Upload-Status", status),
        ] {
            if !value.is_empty() {
                response.headers.push(name, value);
            }
        }
        Ok(response)
    }
}
