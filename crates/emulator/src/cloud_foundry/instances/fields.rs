//! What `fields[…]` adds to an answer as `included` (section 3.1).

use serde_json::{Map, Value, json};

use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::params::Params;
use crate::cloud_foundry::problem::Problem;
use crate::cloud_foundry::store::Instance;

/// The broker of all offerings.
const BROKER: (&str, &str) = ("3c7b6b2e-5c1c-4a3e-9f7d-2f6b1c0d9e8a", "on-demand-broker");

/// Resource, its name in `included`, and the members that may be asked for.
const RESOURCES: [(&str, &str, &[&str]); 5] = [
    ("space", "spaces", &["guid", "name", "relationships.organization"]),
    ("space.organization", "organizations", &["guid", "name"]),
    ("service_plan", "service_plans", &["guid", "name", "relationships.service_offering"]),
    (
        "service_plan.service_offering",
        "service_offerings",
        &["guid", "name", "description", "documentation_url", "tags", "relationships.service_broker"],
    ),
    ("service_plan.service_offering.service_broker", "service_brokers", &["guid", "name"]),
];

impl CloudFoundry {
    /// The resources that instances refer to, each once, with the members asked for; none when
    /// nothing was asked for.
    pub(super) fn included(
        &self,
        params: &Params,
        instances: &[&Instance],
    ) -> Result<Option<Value>, Problem> {
        let mut included = Map::new();
        for (key, value) in params.starting("fields") {
            let resource =
                key.strip_prefix("fields[").and_then(|key| key.strip_suffix(']')).unwrap_or_default();
            let known = RESOURCES.iter().find(|(name, _, _)| *name == resource);
            let (_, plural, allowed) =
                known.ok_or_else(|| Problem::query(format!("Fields [{resource}] is not supported")))?;
            let asked: Vec<_> = value.split(',').collect();
            if let Some(other) = asked.iter().find(|name| !allowed.contains(name)) {
                return Err(Problem::query(format!(
                    "Fields valid keys for '{resource}' are: {}, not '{other}'",
                    allowed.join(", ")
                )));
            }
            let mut rows: Vec<Value> = Vec::new();
            for whole in instances.iter().filter_map(|instance| self.related(resource, instance)) {
                if rows.iter().all(|row| row.get("guid") != whole.get("guid")) {
                    rows.push(whole);
                }
            }
            let rows: Vec<_> = rows.iter().map(|row| only(row, &asked)).collect();
            included.insert((*plural).into(), rows.into());
        }
        Ok((!included.is_empty()).then_some(Value::Object(included)))
    }

    /// The resource of that kind which an instance refers to.
    fn related(&self, resource: &str, instance: &Instance) -> Option<Value> {
        let space = self.places.spaces.get(instance.space)?;
        let plan = instance.plan.and_then(|plan| self.places.plans.get(plan));
        let offering = plan.and_then(|plan| self.places.offerings.get(plan.offering));
        match resource {
            "space" => Some(json!({
                "guid": space.guid, "name": space.name,
                "relationships": {"organization": {"data": {"guid": self.org_guid(space)}}},
            })),
            "space.organization" => {
                let org = self.places.orgs.get(space.org)?;
                Some(json!({"guid": org.guid, "name": org.name}))
            }
            "service_plan" => Some(json!({
                "guid": plan?.guid, "name": plan?.name,
                "relationships": {"service_offering": {"data": {"guid": offering?.guid}}},
            })),
            "service_plan.service_offering" => Some(json!({
                "guid": offering?.guid, "name": offering?.name, "description": offering?.description,
                "documentation_url": format!("https://docs.example.com/{}", offering?.name), "tags": offering?.tags,
                "relationships": {"service_broker": {"data": {"guid": BROKER.0}}},
            })),
            _ => offering.map(|_| json!({"guid": BROKER.0, "name": BROKER.1})),
        }
    }
}

/// The members asked for, `relationships.x` among them.
fn only(row: &Value, asked: &[&str]) -> Value {
    let mut kept = Map::new();
    for name in asked {
        match name.split_once('.') {
            None => kept.extend(row.get(*name).map(|value| ((*name).to_owned(), value.clone()))),
            Some((outer, inner)) => {
                let value = row.get(outer).and_then(|value| value.get(inner)).cloned().unwrap_or_default();
                let mut object = Map::new();
                object.insert(inner.into(), value);
                kept.insert(outer.into(), Value::Object(object));
            }
        }
    }
    Value::Object(kept)
}
