//! CreateImageFromMachine (section 4.5).

use serde_json::{Map, Value, json};

use super::super::store::{Record, WRITABLE, check};
use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::jobs::WORKFLOW_LIMIT;
use crate::triton::problem::Problem;
use crate::triton::sentinel;
use crate::wire::Response;

impl Triton {
    pub(super) fn create_image(&mut self, context: &Context<'_>) -> Result<Response, Problem> {
        let params = context.params;
        for (field, message) in [
            ("machine", "machine is a required argument"),
            ("name", "Image name is a required argument"),
            ("version", "Image version is a required argument"),
        ] {
            params.word(field).ok_or_else(|| Problem::missing(message))?;
        }
        let mut given: Map<String, Value> = params
            .iter()
            .filter(|(name, value)| WRITABLE.contains(name) && !value.is_null())
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect();
        check(&given)?;
        let machine = self.capturable(&params.word("machine").unwrap_or_default(), context)?;
        if machine.get("brand").is_some_and(|brand| brand == "lx") {
            let tags = given.entry("tags").or_insert_with(|| json!({}));
            if let Some(tags) = tags.as_object_mut() {
                tags.insert("kernel_version".into(), "4.3.0".into());
            }
        }
        if given.get("acl").and_then(Value::as_array).is_some_and(Vec::is_empty) {
            given.remove("acl");
        }
        let id = self.rng.uuid();
        given.insert("id".into(), id.to_string().into());
        given.insert("requirements".into(), json!({}));
        given.insert("state".into(), "creating".into());
        let answer = Value::Object(given.clone());

        let name = params.text("name").unwrap_or_default();
        let machine_name = machine.get("name").and_then(Value::as_str).unwrap_or_default();
        let seconds = sentinel::takes_seconds(name).or_else(|| sentinel::takes_seconds(machine_name));
        let wanted_ms = seconds.map_or(self.switches.create_ms, |seconds| seconds.saturating_mul(1000));
        let outcome = self.outcome(name, &machine, wanted_ms > WORKFLOW_LIMIT, context);

        given.insert("owner".into(), context.actor.uuid.to_string().into());
        given.insert("public".into(), false.into());
        let Some(mut record) = Record::from_value(&given) else {
            return Err(Problem::new(500, "InternalError", "the placeholder could not be stored"));
        };
        record.role_tags = context.role_tag.into();
        if let Some(datacenter) = self.datacenters.get_mut(context.datacenter) {
            datacenter.images.put(record);
        }
        let ends = context.now + wanted_ms.min(WORKFLOW_LIMIT);
        self.jobs.create(context.datacenter, id, context.now, ends, outcome);

        let mut response = Response::json(201, &answer);
        response.headers.push("x-joyent-jobid", self.rng.uuid().to_string());
        response.headers.push("Location", format!("/{}/images/{id}", context.actor.login));
        Ok(response)
    }

    /// The instance to capture. Its state does not matter to CloudAPI.
    fn capturable(&self, id: &str, context: &Context<'_>) -> Result<Map<String, Value>, Problem> {
        let unknown = || Problem::invalid_parameter("vm_uuid", format!("VM {id} not found"));
        let machine = self.machine(id, context).ok_or_else(unknown)?;
        if machine.get("state").is_some_and(|state| state == "deleted") {
            return Err(unknown());
        }
        if machine.get("docker").is_some_and(|docker| docker == true) {
            let message = format!("VM {id} is a docker container and cannot be captured");
            return Err(Problem::invalid_parameter("vm_uuid", message));
        }
        Ok(machine.clone())
    }
}
