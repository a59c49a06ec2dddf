//! ListMachines and GetMachine (section 5).

use serde_json::{Map, Value};

use super::Triton;
use super::handle::Context;
use super::params::Params;
use super::problem::Problem;
use crate::wire::Response;

/// Rows of one reply, unless fewer are asked for.
const MAX_ROWS: u64 = 1000;
const STATES: [&str; 7] =
    ["provisioning", "stopping", "active", "stopped", "running", "unknown", "destroyed"];

type Machine = Map<String, Value>;

impl Triton {
    pub(super) fn list_machines(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let params = context.params;
        let state = params.word("state");
        if let Some(state) = state.as_deref().filter(|state| !STATES.contains(state)) {
            return Err(Problem::invalid_argument(format!("{state} is not a valid state")));
        }
        if let Some(kind) =
            params.word("type").filter(|kind| !matches!(kind.as_str(), "smartmachine" | "virtualmachine"))
        {
            return Err(Problem::invalid_argument(format!("{kind} is not a valid type")));
        }
        let limit = number(params, "limit", MAX_ROWS)?.min(MAX_ROWS);
        let offset = number(params, "offset", 0)?;
        let rows: Vec<_> = self
            .machines_of(context)
            .filter(|machine| in_state(machine, state.as_deref()) && admits(params, machine))
            .skip(offset as usize)
            .take(limit as usize)
            .cloned()
            .map(Value::Object)
            .collect();
        let count = rows.len();
        let mut response = Response::json(200, &Value::Array(rows));
        response.headers.push("x-query-limit", limit.to_string());
        response.headers.push("x-resource-count", count.to_string());
        Ok(response)
    }

    pub(super) fn get_machine(&self, id: &str, context: &Context<'_>) -> Result<Response, Problem> {
        let machine = self.machine(id, context).ok_or_else(|| Problem::not_found("VM not found"))?;
        let deleted = machine.get("state").is_some_and(|state| state == "deleted");
        Ok(Response::json(if deleted { 410 } else { 200 }, &Value::Object(machine.clone())))
    }

    /// The caller's instance with that id.
    pub(super) fn machine(&self, id: &str, context: &Context<'_>) -> Option<&Machine> {
        self.machines_of(context).find(|machine| machine.get("id").is_some_and(|known| known == id))
    }

    /// Its name.
    pub(super) fn machine_name(&self, id: &str, context: &Context<'_>) -> Option<String> {
        self.machine(id, context)?.get("name")?.as_str().map(str::to_owned)
    }

    fn machines_of(&self, context: &Context<'_>) -> impl Iterator<Item = &Machine> {
        let owner = context.actor.uuid;
        let machines = self.datacenters.get(context.datacenter).map(|datacenter| &datacenter.machines);
        machines.into_iter().flatten().filter(move |(of, _)| *of == owner).map(|(_, machine)| machine)
    }
}

fn number(params: &Params, name: &str, default: u64) -> Result<u64, Problem> {
    match params.word(name) {
        None => Ok(default),
        Some(text) => text
            .parse()
            .map_err(|_| Problem::invalid_argument(format!("{name} {text} is not a valid number"))),
    }
}

/// Destroyed ones are shown only when asked for; `active` is everything else.
fn in_state(machine: &Machine, wanted: Option<&str>) -> bool {
    let state = machine.get("state").and_then(Value::as_str).unwrap_or_default();
    match wanted {
        None | Some("active") => state != "deleted",
        Some("destroyed") => state == "deleted",
        Some(wanted) => state == wanted,
    }
}

fn admits(params: &Params, machine: &Machine) -> bool {
    let text = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => String::new(),
    };
    let exact = ["name", "image", "brand", "memory", "type"]
        .iter()
        .all(|field| params.word(field).is_none_or(|wanted| text(machine.get(*field)) == wanted));
    let docker = params.word("docker").is_none_or(|wanted| {
        (wanted == "true") == machine.get("docker").is_some_and(|docker| docker == true)
    });
    let tags = params.iter().filter_map(|(name, value)| Some((name.strip_prefix("tag.")?, value)));
    let mut tagged = tags
        .map(|(tag, wanted)| text(machine.get("tags").and_then(|tags| tags.get(tag))) == text(Some(wanted)));
    exact && docker && tagged.all(|fits| fits)
}
