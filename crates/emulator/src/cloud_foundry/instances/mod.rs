//! Service instances (section 3).

mod fields;
mod get;
mod list;

pub use get::warn;

use serde_json::{Map, Value, json};

use super::store::Instance;
use super::{CloudFoundry, href};

impl CloudFoundry {
    /// The whole object. What a test has put into the fields is not replaced.
    pub(super) fn instance_json(&self, instance: &Instance) -> Value {
        let mut object = instance.fields.clone();
        let space = self.places.spaces.get(instance.space).map_or("", |space| space.guid.as_str());
        let plan = instance.plan.and_then(|plan| self.places.plans.get(plan)).map(|plan| plan.guid.as_str());
        let mut relations = Map::new();
        relations.insert("space".into(), json!({"data": {"guid": space}}));
        let own = format!("/v3/service_instances/{}", instance.guid);
        let mut links = Map::new();
        let mut link = |name: &str, path: String| links.insert(name.into(), json!({"href": href(&path)}));
        link("self", own.clone());
        link("space", format!("/v3/spaces/{space}"));
        link(
            "service_credential_bindings",
            format!("/v3/service_credential_bindings?service_instance_guids={}", instance.guid),
        );
        link(
            "service_route_bindings",
            format!("/v3/service_route_bindings?service_instance_guids={}", instance.guid),
        );
        match plan {
            Some(plan) => {
                relations.insert("service_plan".into(), json!({"data": {"guid": plan}}));
                link("service_plan", format!("/v3/service_plans/{plan}"));
                link("parameters", format!("{own}/parameters"));
                link("shared_spaces", format!("{own}/relationships/shared_spaces"));
            }
            None => {
                link("credentials", format!("{own}/credentials"));
            }
        }
        object.entry("relationships").or_insert(Value::Object(relations));
        object.entry("links").or_insert(Value::Object(links));
        Value::Object(object)
    }
}
