//! Putting instances into the world and looking at them, for tests and for the proxy.

use serde_json::{Map, Value, json};

use super::access::User;
use super::store::Instance;
use super::switches::Switches;
use super::{CloudFoundry, stamp};
use crate::parts::Refused;
use crate::time::SECOND;
use crate::wire::Request;

impl CloudFoundry {
    /// Puts an instance in, or in the place of the one with its `guid`, and answers its guid.
    /// `space`, `plan` and `backups` are taken out of the object: names such as `shop/prod` and
    /// `p.mysql/db-small` (these by default; a `type` of `user-provided` has no plan), and the list
    /// as it is to be listed. What is missing is made up; everything else stays as given, right or
    /// wrong.
    ///
    /// # Errors
    /// No JSON object, or a space or plan that there is not.
    pub fn put_instance(&mut self, instance: Value) -> Result<String, Refused> {
        let mut fields = Refused::unless_object(instance)?;
        let mut taken = |name: &str| fields.remove(name).and_then(|value| value.as_str().map(str::to_owned));
        let (space, plan) = (taken("space"), taken("plan"));
        let space = self.space_at(space.as_deref().unwrap_or("shop/prod"))?;
        let provided = fields.get("type") == Some(&json!("user-provided"));
        let plan = match provided {
            true => None,
            false => Some(self.plan_at(plan.as_deref().unwrap_or("p.mysql/db-small"))?),
        };
        let backups = fields.remove("backups").and_then(|list| list.as_array().cloned()).unwrap_or_default();
        let guid = fields.get("guid").and_then(Value::as_str).map(str::to_owned);
        let guid = guid.unwrap_or_else(|| self.rng.uuid().to_string());
        complete(&mut fields, &guid, provided, self.now);
        let number = self.instances.len() as u64;
        let instance = Instance {
            number,
            guid: guid.clone(),
            fields,
            space,
            plan,
            backups,
            deleted: false,
            restores: Vec::new(),
        };
        self.instances.insert(guid.clone(), instance);
        Ok(guid)
    }

    /// Adds a backup to an instance; whether there is one.
    pub fn put_backup(&mut self, instance: &str, id: &str, created_at: i64) -> bool {
        let found = self.instances.get_mut(instance);
        found.map(|instance| instance.backups.push(json!({"id": id, "created_at": created_at}))).is_some()
    }

    /// Deletes an instance; its backups can still be restored from. Whether it was there.
    pub fn delete_instance(&mut self, guid: &str) -> bool {
        self.instances.get_mut(guid).map(|instance| instance.deleted = true).is_some()
    }

    /// Takes all instances and jobs out.
    pub fn clear_instances(&mut self) {
        self.schedule.retain(|_| false);
        self.jobs.clear();
        self.instances.clear();
    }

    /// An instance as the API shows it.
    pub fn instance(&self, guid: &str) -> Option<Value> {
        self.instances.get(guid).map(|instance| self.instance_json(instance))
    }

    /// The guid of an instance that was not deleted; of the first when there are several.
    pub fn instance_named(&self, name: &str) -> Option<String> {
        let named = self.instances.values().filter(|instance| instance.name() == name && !instance.deleted);
        named.min_by_key(|instance| instance.number).map(|instance| instance.guid.clone())
    }

    /// An instance's backups as they are listed.
    pub fn backups(&self, guid: &str) -> Vec<Value> {
        self.instances.get(guid).map(|instance| instance.backups.clone()).unwrap_or_default()
    }

    /// How many instances there are, whoever sees them, the deleted ones left out.
    pub fn instance_count(&self) -> usize {
        self.instances.values().filter(|instance| !instance.deleted).count()
    }

    /// The restores into an instance that were taken on, in order: `job`, `body`, `user`, `at`, and
    /// whether each is `done`.
    pub fn restores(&self, guid: &str) -> Vec<Value> {
        self.restores_json(guid)
    }

    /// All restores that were taken on, by the guid of the instance restored into.
    pub fn all_restores(&self) -> Map<String, Value> {
        let restored = self.instances.values().filter(|instance| !instance.restores.is_empty());
        restored.map(|instance| (instance.guid.clone(), self.restores_json(&instance.guid).into())).collect()
    }

    /// A job as the API shows it, be it purged.
    pub fn job(&self, guid: &str) -> Option<Value> {
        self.jobs.get(guid).map(|job| self.job_json(job))
    }

    /// Forgets a job, as age does; the work it stands for goes on.
    pub fn purge_job(&mut self, guid: &str) {
        self.purge(guid);
    }

    /// What the token server would answer to a user's sign-in; none for a user that there is not.
    pub fn sign_in(&mut self, user: &str) -> Option<Value> {
        let user = User::named(user)?;
        let refresh = self.refresh_token(user, self.now);
        Some(self.tokens(user, Some(refresh), self.now))
    }

    /// All access tokens are refused from now on; with `refresh`, the tokens to renew them too.
    pub fn expire_tokens(&mut self, refresh: bool) {
        self.uaa.expire(refresh);
    }

    /// Adds a good token of a user to a request, as the authenticating proxy does.
    ///
    /// # Errors
    /// There is no such user.
    pub fn authorise(&mut self, user: &str, request: &mut Request, now: i64) -> Result<(), Refused> {
        let user = User::named(user).ok_or_else(|| Refused(format!("there is no user {user}")))?;
        let token = self.uaa.for_proxy(&mut self.rng, user, now, now + SECOND);
        request.headers.set("authorization", format!("bearer {token}"));
        Ok(())
    }

    /// The switches, to read and to set.
    pub fn switches(&mut self) -> &mut Switches {
        &mut self.switches
    }

    fn space_at(&self, name: &str) -> Result<usize, Refused> {
        let (org, space) = name.split_once('/').unwrap_or(("shop", name));
        let fits = |at: &super::store::Space| {
            at.name == space && self.places.orgs.get(at.org).is_some_and(|known| known.name == org)
        };
        self.places.spaces.iter().position(fits).ok_or_else(|| Refused(format!("there is no space {name}")))
    }

    fn plan_at(&self, name: &str) -> Result<usize, Refused> {
        let (offering, plan) = name.split_once('/').unwrap_or((name, ""));
        let fits = |at: &super::store::Plan| {
            let own = self.places.offerings.get(at.offering).is_some_and(|known| known.name == offering);
            own && (plan.is_empty() || at.name == plan)
        };
        self.places.plans.iter().position(fits).ok_or_else(|| Refused(format!("there is no plan {name}")))
    }
}

/// What every instance has (section 3.3).
fn complete(fields: &mut Map<String, Value>, guid: &str, provided: bool, now: i64) {
    let made = fields.get("created_at").cloned().unwrap_or_else(|| stamp(now).into());
    let updated = fields.get("updated_at").cloned().unwrap_or_else(|| made.clone());
    let operation = json!({
        "type": "create", "state": "succeeded", "description": "Operation succeeded", "created_at": made, "updated_at": updated,
    });
    let managed = [
        ("maintenance_info", json!({"version": "1.0.0"})),
        ("upgrade_available", json!(false)),
        ("dashboard_url", Value::Null),
    ];
    let user_provided = [("syslog_drain_url", Value::Null), ("route_service_url", Value::Null)];
    let always = [
        ("guid", json!(guid)),
        ("name", json!(format!("instance-{guid}"))),
        ("created_at", made),
        ("updated_at", updated),
        ("type", json!("managed")),
        ("tags", json!([])),
        ("last_operation", operation),
        ("metadata", json!({"labels": {}, "annotations": {}})),
    ];
    let kind = if provided { user_provided.to_vec() } else { managed.to_vec() };
    for (name, value) in always.into_iter().chain(kind) {
        fields.entry(name).or_insert(value);
    }
}
