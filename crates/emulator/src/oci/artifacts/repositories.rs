//! Container repositories (document 2, section 5.3). What they count is counted anew each time.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::oci::Oci;
use crate::oci::compartments::{self, sees};
use crate::oci::handle::{Context, shown, with_next};
use crate::oci::page::{self, Key, Style};
use crate::oci::problem::Problem;
use crate::oci::store::{Region, Resource};
use crate::wire::Response;

/// Fields that only the whole repository has.
const FULL_ONLY: [&str; 4] = ["createdBy", "isImmutable", "readme", "timeLastPushed"];

impl Oci {
    pub(in crate::oci) fn list_container_repositories(
        &self,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let query = context.query;
        let compartment = compartments::listed(context)?;
        let subtree = compartments::in_subtree(context, compartment)?;
        let (by, descending) = query.order(&["TIMECREATED", "DISPLAYNAME"])?;
        let public = query.switch("isPublic")?;
        let region = self.region(context.region)?;
        let fits = |one: &&Resource| {
            (one.text("compartmentId") == compartment
                || subtree && sees(context.user, one.text("compartmentId")))
                && one.fits("id", query.text("repositoryId"))
                && one.fits("displayName", query.text("displayName"))
                && one.fits("lifecycleState", query.text("lifecycleState"))
                && public.is_none_or(|public| one.fields.get("isPublic") == Some(&public.into()))
        };
        let field = if by == "TIMECREATED" { "timeCreated" } else { "displayName" };
        let key = |one: &Resource| Key { group: 0, text: one.text(field).to_owned(), id: one.id.clone() };
        let found: Vec<_> = region.repositories.iter().filter(fits).map(|one| counted(one, region)).collect();
        let sum = |name: &str| -> i64 { found.iter().filter_map(|one| one.fields.get(name)?.as_i64()).sum() };
        let (images, layers, size) = (sum("imageCount"), sum("layerCount"), sum("layersSizeInBytes"));
        let count = found.len();
        let rows = found.into_iter().map(|one| (key(&one), one)).collect();
        let page = page::cut(rows, query, Style { descending, gap: false })?;
        let summary = |mut one: Resource| {
            FULL_ONLY.iter().for_each(|name| {
                one.fields.remove(*name);
            });
            one.value()
        };
        let items: Vec<Value> = page.rows.into_iter().map(summary).collect();
        let body = json!({
            "items": items, "imageCount": images, "layerCount": layers, "layersSizeInBytes": size,
            "repositoryCount": count, "remainingItemsCount": page.remaining,
        });
        Ok(with_next(Response::json(200, &body), page.next))
    }

    pub(in crate::oci) fn get_container_repository(
        &self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let region = self.region(context.region)?;
        let found = region.repositories.get(id).filter(|one| sees(context.user, one.text("compartmentId")));
        found.map(|one| shown(&counted(one, region))).ok_or_else(Problem::not_found)
    }
}

/// A repository with its counts: images that are there, and the distinct layers of them.
fn counted(repository: &Resource, region: &Region) -> Resource {
    let mut layers = BTreeMap::new();
    let mut images = 0;
    let here = |image: &&Resource| image.text("repositoryId") == repository.id && image.is("AVAILABLE");
    for image in region.containers.iter().filter(here) {
        images += 1;
        for layer in image.fields.get("layers").and_then(Value::as_array).into_iter().flatten() {
            let digest = layer.get("digest").and_then(Value::as_str).unwrap_or_default();
            layers.insert(digest, layer.get("sizeInBytes").and_then(Value::as_i64).unwrap_or(0));
        }
    }
    let size: i64 = layers.values().sum();
    let mut counted = repository.clone();
    counted.set("imageCount", images);
    counted.set("layerCount", layers.len());
    counted.set("layersSizeInBytes", size);
    counted.set("billableSizeInGBs", (size.max(0) + (1 << 30) - 1) >> 30);
    counted
}
