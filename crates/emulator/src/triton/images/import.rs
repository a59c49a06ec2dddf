//! ImportImageFromDatacenter (section 4.6).

use super::shown;
use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::jobs::Job;
use crate::triton::problem::Problem;
use crate::triton::sentinel;
use crate::triton::store::Record;
use crate::wire::Reply;

/// How long an import takes when all of them are to be cut.
const CUT_SECONDS: i64 = 180;

impl Triton {
    pub(super) fn import_image(&mut self, context: &Context<'_>) -> Result<Reply, Problem> {
        let params = context.params;
        let name =
            params.word("datacenter").ok_or_else(|| Problem::missing("datacenter is a required argument"))?;
        let id = params.word("id").unwrap_or_default();
        if crate::Uuid::parse(&id).is_none() {
            return Err(Problem::invalid_argument(format!("id {id} must be a UUID")));
        }
        let source = self.import_source(&name, context)?;
        if self.find(context.datacenter, &id).is_some() {
            let message = format!("image uuid \"{id}\" already exists");
            return Err(Problem::new(409, "ImageUuidAlreadyExists", message));
        }
        let image = self.visible(source, &id, context.actor.uuid)?;
        if image.parts.owner != context.actor.uuid {
            let message = format!("Cannot import image {id} - you are not the owner.");
            return Err(Problem::new(401, "UnauthorizedError", message));
        }
        if image.parts.state != "active" {
            return Err(Problem::new(500, "InternalError", "an unexpected error occurred"));
        }
        let mut records = self.missing_origins(image, source, context)?;
        records.push(image.clone());

        let by_name = sentinel::takes_seconds(&image.parts.name);
        let seconds = by_name.or(self.switches.import_cut.then_some(CUT_SECONDS));
        let created = image.parts.name.contains("import-201") || self.switches.import_status == 201;
        let response = shown(if created { 201 } else { 200 }, image, context);
        let job = Job::Appear { datacenter: context.datacenter, records };
        self.hold(seconds, job, response, context)
    }

    fn import_source(&self, name: &str, context: &Context<'_>) -> Result<usize, Problem> {
        let refused = |message: String| {
            Problem::validation("invalid parameters").field("datacenter", "Invalid", Some(message))
        };
        let names: Vec<_> = self.datacenters.iter().map(|datacenter| datacenter.name).collect();
        match self.datacenter_named(name) {
            None => Err(refused(format!("unknown datacenter {name}, must be one of: {}", names.join(", ")))),
            Some(source) if source == context.datacenter => {
                Err(refused(format!("{name} is the datacenter to import into")))
            }
            Some(source) => Ok(source),
        }
    }

    /// The origins that the target does not have yet, the oldest first.
    fn missing_origins(
        &self,
        image: &Record,
        source: usize,
        context: &Context<'_>,
    ) -> Result<Vec<Record>, Problem> {
        let mut missing = Vec::new();
        let mut next = image.parts.origin;
        while let Some(id) = next.map(|id| id.to_string()) {
            if self.find(context.datacenter, &id).is_some() {
                break;
            }
            let origin = self.find(source, &id);
            let origin = origin.ok_or_else(|| Problem::not_found(format!("origin image {id} not found")))?;
            if origin.parts.state != "active" {
                let message = format!("origin image \"{id}\" is not active");
                return Err(Problem::new(422, "OriginIsNotActive", message));
            }
            missing.push(origin.clone());
            next = origin.parts.origin;
        }
        missing.reverse();
        Ok(missing)
    }
}
