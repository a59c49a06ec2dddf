//! The list of instances (section 3.1).

use serde_json::{Value, json};

use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::access::Access;
use crate::cloud_foundry::handle::Context;
use crate::cloud_foundry::page::{self, Page};
use crate::cloud_foundry::params::{PAGED, Params};
use crate::cloud_foundry::problem::Problem;
use crate::cloud_foundry::store::{Instance, selects};
use crate::wire::Response;

const FILTERS: [&str; 8] = [
    "names",
    "guids",
    "space_guids",
    "organization_guids",
    "service_plan_guids",
    "service_plan_names",
    "type",
    "fields",
];

impl CloudFoundry {
    /// `GET /v3/service_instances`
    pub(in crate::cloud_foundry) fn list_instances(
        &self,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let params = Params::read(context.request, &[&FILTERS[..], &PAGED[..]].concat())?;
        let page = Page::read(&params)?;
        if let Some(kind) = params.text("type").filter(|kind| !matches!(*kind, "managed" | "user-provided")) {
            return Err(Problem::query(format!(
                "Type must be one of 'managed', 'user-provided', not '{kind}'"
            )));
        }
        let mut found = Vec::new();
        for instance in self.instances.values().filter(|instance| !instance.deleted) {
            if self.access(context.user, instance.space) > Access::Nothing
                && self.admits(&params, instance)?
            {
                found.push(instance);
            }
        }
        found.sort_by_key(|instance| instance.number);
        page::sort(&params, &mut found, |instance, field| instance.text(field).to_lowercase())?;
        let pagination = page.pagination("/v3/service_instances", &params, found.len());
        let rows = page.of(found);
        let mut body = json!({"pagination": pagination});
        if let Some(body) = body.as_object_mut() {
            let included = self.included(&params, &rows)?;
            let resources: Vec<_> = rows.iter().map(|instance| self.instance_json(instance)).collect();
            body.insert("resources".into(), resources.into());
            body.extend(included.map(|included| ("included".to_owned(), included)));
        }
        Ok(Response::json(200, &body))
    }

    fn admits(&self, params: &Params, instance: &Instance) -> Result<bool, Problem> {
        let has = |name: &str, value: Option<&str>| {
            params.list(name).is_none_or(|list| list.iter().any(|wanted| Some(wanted.as_str()) == value))
        };
        let space = self.places.spaces.get(instance.space);
        let plan = instance.plan.and_then(|plan| self.places.plans.get(plan));
        let labels = instance
            .fields
            .get("metadata")
            .and_then(|metadata| metadata.get("labels"))
            .and_then(Value::as_object);
        let selected = match params.text("label_selector") {
            None => true,
            Some(selector) => {
                selects(selector, labels).ok_or_else(|| Problem::query("Invalid label_selector value"))?
            }
        };
        Ok(selected
            && has("names", Some(instance.name()))
            && has("guids", Some(&instance.guid))
            && has("space_guids", space.map(|space| space.guid.as_str()))
            && has("organization_guids", space.map(|space| self.org_guid(space)))
            && has("service_plan_guids", plan.map(|plan| plan.guid.as_str()))
            && has("service_plan_names", plan.map(|plan| plan.name))
            && params.text("type").is_none_or(|kind| kind == instance.text("type"))
            && params.admits_time("created_ats", instance.text("created_at"))?
            && params.admits_time("updated_ats", instance.text("updated_at"))?)
    }
}
