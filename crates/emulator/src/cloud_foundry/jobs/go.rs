//! Taking work on, and the steps that are due.

use serde_json::{Value, json};

use super::{Job, Step, Work, course};
use crate::cloud_foundry::handle::Context;
use crate::cloud_foundry::sentinel::{self, Leads};
use crate::cloud_foundry::store::Restored;
use crate::cloud_foundry::{API_HOST, CloudFoundry, href};
use crate::parts::seconds;
use crate::time::{self, DAY, SECOND};
use crate::wire::Response;

/// Jobs are forgotten after this long (section 5).
const KEPT: i64 = 90 * DAY;

impl CloudFoundry {
    /// Takes all steps that are due.
    pub fn settle(&mut self, now: i64) {
        while let Some((at, (guid, step))) = self.schedule.next_due(now) {
            self.step(&guid, step, at);
        }
        self.now = self.now.max(now);
    }

    /// Starts a job on an instance: 202 with its address.
    pub(in crate::cloud_foundry) fn take_on(
        &mut self,
        instance: &str,
        work: Work,
        context: &Context<'_>,
    ) -> Response {
        let (guid, now) = (self.rng.uuid().to_string(), context.now);
        let Some(target) = self.instances.get_mut(instance) else { return Response::empty(202) };
        let name = target.name().to_owned();
        let says = match &work {
            Work::Backup => "Backup in progress",
            Work::Restore(body) => {
                let (body, user) = (body.clone(), context.user.name);
                target.restores.push(Restored { job: guid.clone(), body, user, at: now, done: false });
                "Restore in progress"
            }
        };
        target.begin(&self.switches.operation_type, says, now);
        let job = Job {
            guid: guid.clone(),
            instance: instance.to_owned(),
            work,
            state: "PROCESSING",
            errors: Vec::new(),
            warnings: Vec::new(),
            created: now,
            updated: now,
            reads: 0,
            purged: false,
        };
        self.jobs.insert(guid.clone(), job);
        let total = seconds(&name).map_or(self.switches.job_ms, |seconds| seconds * SECOND);
        for (thousandths, step) in course::steps(&name) {
            self.schedule.at(now + total * thousandths / 1000, (guid.clone(), step));
        }
        self.schedule.at(now + total + KEPT, (guid.clone(), Step::Purge));
        let mut response = Response::empty(202);
        let path = format!("/v3/jobs/{guid}");
        let location = match sentinel::location(&name) {
            None => Some(href(&path)),
            Some(Leads::Foreign) => Some(format!("https://api.sys.example.net{path}")),
            Some(Leads::Http) => Some(format!("http://{API_HOST}{path}")),
            Some(Leads::Nowhere) => None,
            Some(Leads::Relative) => Some(path),
            Some(Leads::Odd) => Some(href("/v2/elsewhere")),
            Some(Leads::UnknownJob) => Some(href("/v3/jobs/00000000-0000-4000-8000-000000000000")),
        };
        if let Some(location) = location {
            response.headers.push("Location", location);
        }
        self.settle(now);
        response
    }

    fn step(&mut self, guid: &str, step: Step, at: i64) {
        // A purged job stays here unseen, since its work goes on.
        let (instance, work) = match self.jobs.get_mut(guid) {
            Some(job) => {
                job.updated = at;
                match &step {
                    Step::State(state) => job.state = state,
                    Step::Errors(errors) => job.errors = errors.clone(),
                    Step::Warnings(warnings) => job.warnings = warnings.clone(),
                    _ => {}
                }
                (job.instance.clone(), job.work.clone())
            }
            None => return,
        };
        match step {
            Step::Says(text) => self.say(&instance, None, text, at),
            Step::Failed(text) => self.say(&instance, Some("failed"), text, at),
            Step::Done => {
                self.say(&instance, Some("succeeded"), "Operation succeeded", at);
                self.carry_out(&instance, guid, &work, at);
            }
            Step::LoseInstance => {
                self.instances.remove(&instance);
            }
            Step::Purge => self.purge(guid),
            Step::State(_) | Step::Errors(_) | Step::Warnings(_) => {}
        }
    }

    fn say(&mut self, instance: &str, state: Option<&str>, text: &str, at: i64) {
        if let Some(instance) = self.instances.get_mut(instance) {
            instance.operation(state, text, at);
        }
    }

    /// What the work leaves behind.
    fn carry_out(&mut self, instance: &str, job: &str, work: &Work, at: i64) {
        let Some(instance) = self.instances.get_mut(instance) else { return };
        match work {
            Work::Backup => {
                let id = backup_id(at, self.rng.next());
                instance.backups.push(json!({"id": id, "created_at": at / SECOND}));
            }
            Work::Restore(_) => {
                let restore = instance.restores.iter_mut().find(|restore| restore.job == job);
                restore.into_iter().for_each(|restore| restore.done = true);
            }
        }
    }
}

/// `bk-20240305-0100-7f3a`
pub fn backup_id(at: i64, bits: u64) -> String {
    let digits: String = time::iso(at).chars().filter(char::is_ascii_digit).collect();
    let (day, hour) = (digits.get(..8).unwrap_or_default(), digits.get(8..12).unwrap_or_default());
    format!("bk-{day}-{hour}-{:04x}", bits & 0xffff)
}

impl CloudFoundry {
    /// Forgets a job as age does; the work it stands for goes on.
    pub(in crate::cloud_foundry) fn purge(&mut self, guid: &str) {
        if let Some(job) = self.jobs.get_mut(guid) {
            job.purged = true;
        }
    }

    /// Everything there is to know of the restores into an instance.
    pub(in crate::cloud_foundry) fn restores_json(&self, instance: &str) -> Vec<Value> {
        let restores =
            self.instances.get(instance).map(|instance| instance.restores.as_slice()).unwrap_or_default();
        let shown = restores.iter().map(|restore| {
            json!({
                "job": restore.job, "body": restore.body, "user": restore.user,
                "at": crate::cloud_foundry::stamp(restore.at), "done": restore.done,
            })
        });
        shown.collect()
    }
}
