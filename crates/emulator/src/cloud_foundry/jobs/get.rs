//! `GET /v3/jobs/{guid}` (section 5).

use serde_json::{Map, Value, json};

use super::Job;
use crate::cloud_foundry::problem::Problem;
use crate::cloud_foundry::{CloudFoundry, href, stamp};
use crate::wire::Response;

impl CloudFoundry {
    /// A job that is not forgotten, for anyone who knows its guid. A failed one is 200 as well.
    pub(in crate::cloud_foundry) fn get_job(&self, guid: &str) -> Result<Response, Problem> {
        let job = self.jobs.get(guid).filter(|job| !job.purged);
        Ok(Response::json(200, &self.job_json(job.ok_or_else(|| Problem::missing("Job"))?)))
    }

    /// The job's object; its link to the instance only while there is one.
    pub(in crate::cloud_foundry) fn job_json(&self, job: &Job) -> Value {
        let mut links = Map::new();
        links.insert("self".into(), json!({"href": href(&format!("/v3/jobs/{}", job.guid))}));
        if self.instances.contains_key(&job.instance) {
            let path = format!("/v3/service_instances/{}", job.instance);
            links.insert("service_instances".into(), json!({"href": href(&path)}));
        }
        json!({
            "guid": job.guid, "created_at": stamp(job.created), "updated_at": stamp(job.updated),
            "operation": job.operation(), "state": job.state, "errors": job.errors, "warnings": job.warnings,
            "links": links,
        })
    }
}
