//! The image calls (section 4), one file each.

mod clone;
mod create;
mod delete;
mod export;
mod get;
mod import;
mod list;
mod outcome;
mod update;

pub use outcome::message as failure_message;

use super::Triton;
use super::handle::Context;
use super::jobs::Job;
use super::problem::Problem;
use super::store::{Record, image_text, is_visible};
use crate::Uuid;
use crate::time::SECOND;
use crate::wire::{Effects, Reply, Response};

/// The front proxy gives up on the backend after this many seconds (section 7.3).
const FRONT_PROXY_SECONDS: i64 = 120;

impl Triton {
    /// An image by id, whoever may see it.
    pub(super) fn find(&self, datacenter: usize, id: &str) -> Option<&Record> {
        self.datacenters.get(datacenter)?.images.get(Uuid::parse(id)?)
    }

    /// An image that the caller sees; 404 otherwise.
    fn visible(&self, datacenter: usize, id: &str, account: Uuid) -> Result<&Record, Problem> {
        if Uuid::parse(id).is_none() {
            return Err(Problem::not_found(format!("{id} not found")));
        }
        let found = self.find(datacenter, id).filter(|record| is_visible(record, account));
        found.ok_or_else(|| Problem::not_found("image not found"))
    }

    /// An image that the caller owns; 422 when it only sees it.
    fn owned(&self, id: &str, context: &Context<'_>) -> Result<&Record, Problem> {
        let actor = context.actor.uuid;
        let record = self.visible(context.datacenter, id, actor)?;
        if record.parts.owner != actor {
            let message = format!("account {actor} is not the owner of image {id}");
            return Err(Problem::new(422, "NotImageOwner", message));
        }
        Ok(record)
    }

    /// `POST /:login/images`, told apart by `action`.
    pub(super) fn post_images(&mut self, context: &Context<'_>) -> Result<Reply, Problem> {
        match context.params.word("action").as_deref() {
            None => self.create_image(context).map(Reply::from),
            Some("import-from-datacenter") => self.import_image(context),
            Some(other) => Err(invalid_action(other)),
        }
    }

    /// `POST /:login/images/:id`, told apart by `action`.
    pub(super) fn post_image(&mut self, id: &str, context: &Context<'_>) -> Result<Reply, Problem> {
        match context.params.word("action").as_deref() {
            None => Err(Problem::missing("action is a required argument")),
            Some("update") => self.update_image(id, context).map(Reply::from),
            Some("export") => self.export_image(id, context),
            Some("clone") => self.clone_image(id, context),
            Some(other) => Err(invalid_action(other)),
        }
    }

    /// A synchronous call that takes its time: the reply is held until the work is done. Past the
    /// front proxy's limit the client gets 503 at once, as if it had waited, and the work goes on.
    fn hold(
        &mut self,
        seconds: Option<i64>,
        job: Job,
        response: Response,
        context: &Context<'_>,
    ) -> Result<Reply, Problem> {
        let now = context.now;
        match seconds.unwrap_or(0) {
            0 => {
                self.jobs.at(now, job);
                self.settle(now);
                Ok(response.into())
            }
            seconds if seconds <= FRONT_PROXY_SECONDS => {
                self.jobs.at(now + seconds * SECOND, job);
                let delay_ms = u64::try_from(seconds * SECOND).unwrap_or(0);
                Ok(Reply { response, effects: Effects { delay_ms, ..Effects::default() } })
            }
            seconds => {
                self.jobs.at(now + (seconds - FRONT_PROXY_SECONDS) * SECOND, job);
                Err(Problem::front_proxy())
            }
        }
    }
}

fn invalid_action(action: &str) -> Problem {
    Problem::invalid_argument(format!("action {action} is not a valid argument"))
}

/// A reply with one image.
fn shown(status: u16, record: &Record, context: &Context<'_>) -> Response {
    let mut response = Response::json_text(status, image_text(record, context.version));
    if !record.role_tags.is_empty() {
        response.headers.push("role-tag", &*record.role_tags);
    }
    response
}
