//! Images in storage: list and availability (section 3.7).

use serde_json::json;

use super::Query;
use crate::marketplace::Marketplace;
use crate::marketplace::problem::Problem;
use crate::marketplace::store::{Stored, centre_named};
use crate::wire::{Request, Response};

impl Marketplace {
    /// `GET storageimages`
    pub(in crate::marketplace) fn list_stored(&self, request: &Request) -> Result<Response, Problem> {
        let query = Query::of(request);
        let limit = query.number("limit", 30, 1..=100)?;
        let offset = query.number("offset", 0, 0..=usize::MAX)?;
        let centre = match query.text("datacenter") {
            None => 0,
            Some(name) => centre_named(name).ok_or_else(|| Problem::invalid(format!("datacenter {name}")))?,
        };
        let keyword = query.text("keyword").unwrap_or_default().to_lowercase();
        let fits = |stored: &&Stored| {
            let text = stored.names.join(" ").to_lowercase();
            keyword.is_empty() || text.contains(&keyword)
        };
        let found = self.storage.at(centre).filter(fits).skip(offset).take(limit);
        let rows = found
            .filter_map(|stored| self.uploads.get(&stored.upload))
            .map(|upload| upload.row(&self.switches));
        Ok(Response::json(200, &json!({"items": rows.collect::<Vec<_>>()})))
    }

    /// `GET storageimages/{path}`
    pub(in crate::marketplace) fn availability(&self, path: &str) -> Result<Response, Problem> {
        let stored = self.storage.get(path).ok_or_else(Problem::not_found)?;
        Ok(Response::json(200, &stored.availability()))
    }
}
