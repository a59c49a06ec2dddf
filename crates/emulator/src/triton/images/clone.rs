//! CloneImage (section 4.8).

use serde_json::Value;

use super::shown;
use crate::Uuid;
use crate::triton::Triton;
use crate::triton::accounts::ADMIN;
use crate::triton::handle::Context;
use crate::triton::jobs::Job;
use crate::triton::problem::Problem;
use crate::triton::sentinel;
use crate::triton::store::Record;
use crate::wire::Reply;

impl Triton {
    pub(super) fn clone_image(&mut self, id: &str, context: &Context<'_>) -> Result<Reply, Problem> {
        let actor = context.actor.uuid;
        let source = self.visible(context.datacenter, id, actor)?;
        if source.parts.owner == actor || !source.parts.acl.contains(&actor) {
            // The server has account and image the wrong way round.
            let message = format!("Image {actor} is not shared with account {id}");
            return Err(Problem::new(422, "ImageNotShared", message));
        }
        if source.parts.state != "active" {
            return Err(Problem::validation("image is not active"));
        }
        if source.parts.kind == "docker" {
            return Err(Problem::validation("docker images cannot be cloned"));
        }
        single_file(source)?;
        let seconds = sentinel::takes_seconds(&source.parts.name);
        let mut chain = vec![source.clone()];
        while let Some(origin) = chain.last().and_then(|last| self.customers_origin(last, context)) {
            chain.push(origin.clone());
        }
        let ids: Vec<Uuid> = chain.iter().map(|_| self.rng.uuid()).collect();
        let copies = chain.iter().enumerate().filter_map(|(depth, image)| {
            let id = *ids.get(depth)?;
            copy(image, actor, id, ids.get(depth + 1).copied(), depth > 0)
        });
        let mut records: Vec<Record> = copies.collect();
        let Some(clone) = records.first().cloned() else {
            return Err(Problem::new(500, "InternalError", "the image could not be copied"));
        };
        records.reverse();
        let response = shown(200, &clone, context);
        let job = Job::Appear { datacenter: context.datacenter, records };
        self.hold(seconds, job, response, context)
    }

    /// The origin that has to be copied along: one that neither an operator nor the caller owns.
    fn customers_origin(&self, image: &Record, context: &Context<'_>) -> Option<&Record> {
        let images = &self.datacenters.get(context.datacenter)?.images;
        let origin = images.get(image.parts.origin?)?;
        (origin.parts.owner != ADMIN && origin.parts.owner != context.actor.uuid).then_some(origin)
    }
}

/// The copy: new id, new owner, no ACL; copies of origins are born disabled.
fn copy(image: &Record, owner: Uuid, id: Uuid, origin: Option<Uuid>, is_origin: bool) -> Option<Record> {
    let mut value = image.value();
    value.remove("acl");
    value.insert("id".into(), id.to_string().into());
    value.insert("owner".into(), owner.to_string().into());
    if let Some(origin) = origin {
        value.insert("origin".into(), origin.to_string().into());
    }
    if is_origin {
        value.insert("state".into(), "disabled".into());
    }
    Record::from_value(&value)
}

/// 400 for the images of old that have several files.
pub fn single_file(image: &Record) -> Result<(), Problem> {
    if image.value().get("files").and_then(Value::as_array).is_some_and(|files| files.len() > 1) {
        return Err(Problem::new(400, "NotImplemented", "multi-file images are not supported"));
    }
    Ok(())
}
