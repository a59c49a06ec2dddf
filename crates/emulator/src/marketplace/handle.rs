//! One request through all checks.

use super::Marketplace;
use super::auth::User;
use super::problem::Problem;
use super::route::{self, Call};
use super::sentinel;
use crate::parts::Asked;
use crate::time;
use crate::wire::{Reply, Request, Response};
use crate::world::Moment;

/// A call that passed every check before it.
pub struct Context<'a> {
    /// The request itself.
    pub request: &'a Request,
    /// Who calls.
    pub user: &'static User,
    /// The world's time.
    pub now: i64,
}

impl Marketplace {
    /// Handles one request.
    pub fn handle(&mut self, request: &Request, moment: Moment) -> Reply {
        self.settle(moment.world);
        let bodies = self.switches.error_bodies;
        let mut reply =
            self.routed(request, moment).unwrap_or_else(|problem| problem.into_response(bodies).into());
        reply.response.headers.push("Date", time::http(moment.clock));
        if request.method == "HEAD" {
            reply.response.body.clear();
        }
        reply
    }

    fn routed(&mut self, request: &Request, moment: Moment) -> Result<Reply, Problem> {
        let now = moment.world;
        let call = route::find(&request.method, request.path())?;
        match call {
            Call::Authenticate => return self.token_for_client(request, now).map(Reply::from),
            Call::Tokens => return self.token_of_domain(request, now).map(Reply::from),
            _ => {}
        }
        let user = self.authenticate(request, now)?;
        if !user.writes && !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Err(Problem::new(403, "Forbidden"));
        }
        let context = Context { request, user, now };
        match self.asked(&call, &context) {
            Some(Asked::Answer(problem)) => Err(problem()),
            Some(Asked::Spoil(spoil)) if !spoil.lets_through() => Ok(spoil.apply(Reply::default())),
            Some(Asked::Spoil(spoil)) => Ok(spoil.apply(self.call(call, &context)?.into())),
            None => self.call(call, &context).map(Reply::from),
        }
    }

    fn call(&mut self, call: Call, context: &Context<'_>) -> Result<Response, Problem> {
        match call {
            Call::Authenticate | Call::Tokens => Err(Problem::system()),
            Call::Search => self.search(context.request),
            Call::Create => self.create(context),
            Call::Status(id) => self.detailed_status(id),
            Call::ShortStatus(id) => self.short_status(id),
            Call::Chunk(id) => self.receive_chunk(id, context),
            Call::Merge(id) => self.merge(id, context),
            Call::Delete(id) => self.delete(id, context),
            Call::ListStored => self.list_stored(context.request),
            Call::Stored(path) => self.availability(&path),
            Call::Copy(path) => self.copy(&path, context),
        }
    }

    /// The fault that a name asks for: of the upload or image that the path names, or sent.
    fn asked(&mut self, call: &Call, context: &Context<'_>) -> Option<Asked<Problem>> {
        match call {
            Call::Status(id) | Call::ShortStatus(id) => {
                let upload = self.uploads.get_mut(id)?;
                upload.reads += 1;
                sentinel::of_reading(&upload.label(), upload.reads)
            }
            Call::Chunk(id) | Call::Merge(id) | Call::Delete(id) => {
                sentinel::of_action(&self.uploads.get(id)?.label())
            }
            Call::Stored(path) => sentinel::of_reading(path, 1),
            Call::Copy(path) => sentinel::of_action(path),
            Call::Search | Call::ListStored => sentinel::of_sent(context.request.query()),
            Call::Create => sentinel::of_action(&String::from_utf8_lossy(&context.request.body)),
            Call::Authenticate | Call::Tokens => None,
        }
    }
}
