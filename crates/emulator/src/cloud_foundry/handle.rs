//! One request through all checks.

use super::access::{Role, User};
use super::problem::Problem;
use super::route::{self, Call};
use super::sentinel::{self, Of};
use super::{API_HOST, CloudFoundry};
use crate::parts::{Asked, Bearers};
use crate::time;
use crate::wire::{Reply, Request, Response, query};
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

impl CloudFoundry {
    /// Handles one request at the Cloud Controller or at the token server.
    pub fn handle(&mut self, request: &Request, moment: Moment) -> Reply {
        self.settle(moment.world);
        let mut reply = if request.host() == API_HOST {
            let mut reply =
                self.routed(request, moment.world).unwrap_or_else(|problem| problem.into_response().into());
            self.finish(request, &mut reply.response);
            reply
        } else {
            self.token_server(request, moment.world)
        };
        reply.response.headers.push("Date", time::http(moment.clock));
        reply
    }

    fn routed(&mut self, request: &Request, now: i64) -> Result<Reply, Problem> {
        let call = route::find(&request.method, request.path());
        match call {
            Ok(Call::Root) => return Ok(self.root().into()),
            Ok(Call::Collections) => return Ok(self.collections().into()),
            Ok(Call::Info) => return Ok(self.info().into()),
            _ => {}
        }
        let user = self.authenticate(request, now)?;
        let limits = match self.switches.rate_limit {
            Some(limit) if user.role != Role::Admin => Some(self.throttle.admit(user.name, limit, now)?),
            _ => None,
        };
        user.permit(request.method != "GET")?;
        let call = call?;
        if call.is_of_tanzu() && self.switches.plain {
            return Err(Problem::route());
        }
        let context = Context { request, user, now };
        let mut reply = match self.asked(&call, &context) {
            Some(Asked::Answer(problem)) => Err(problem()),
            Some(Asked::Spoil(spoil)) if !spoil.lets_through() => Ok(spoil.apply(Reply::default())),
            Some(Asked::Spoil(spoil)) => {
                self.call(call, &context).map(|response| spoil.apply(response.into()))
            }
            None => self.call(call, &context).map(Reply::from),
        }
        .unwrap_or_else(|problem| problem.into_response().into());
        for (name, value) in limits.iter().flat_map(|limits| limits.iter()) {
            reply.response.headers.push(name, value);
        }
        Ok(reply)
    }

    /// The user of a good token (section 1.2).
    fn authenticate(&self, request: &Request, now: i64) -> Result<&'static User, Problem> {
        if request.header("authorization").is_none() {
            return Err(Problem::authentication());
        }
        let token = Bearers::<&User>::of(request).ok_or_else(Problem::token)?;
        self.uaa.user(token, now).ok_or_else(Problem::token)
    }

    fn call(&mut self, call: Call, context: &Context<'_>) -> Result<Response, Problem> {
        match call {
            Call::Root | Call::Collections | Call::Info => Err(Problem::route()),
            Call::Organizations => self.list_organizations(context),
            Call::Organization(guid) => self.get_organization(&guid, context),
            Call::Spaces => self.list_spaces(context),
            Call::Space(guid) => self.get_space(&guid, context),
            Call::Instances => self.list_instances(context),
            Call::Instance(guid) => self.get_instance(&guid, context),
            Call::Permissions(guid) => self.permissions(&guid, context),
            Call::CreateBackup(guid) => self.create_backup(&guid, context),
            Call::Backups(guid) => self.list_backups(&guid, context),
            Call::Restore(guid) => self.restore(&guid, context),
            Call::Job(guid) => self.get_job(&guid),
        }
    }

    /// The fault that a name asks for: the instance's, or one that is sent.
    fn asked(&mut self, call: &Call, context: &Context<'_>) -> Option<Asked<Problem>> {
        let name = |guid: &str| self.instances.get(guid).map(|instance| instance.name().to_owned());
        match call {
            Call::Instance(guid) | Call::Permissions(guid) => sentinel::find(&name(guid)?, Of::Reading),
            Call::Backups(guid) => sentinel::find(&name(guid)?, Of::Backups),
            Call::CreateBackup(guid) => sentinel::find(&name(guid)?, Of::Action),
            Call::Restore(guid) => {
                let sent = String::from_utf8_lossy(&context.request.body);
                sentinel::find(&name(guid)?, Of::Action).or_else(|| sentinel::find(&sent, Of::Action))
            }
            Call::Job(guid) => {
                let job = self.jobs.get_mut(guid)?;
                job.reads += 1;
                let (reads, instance) = (job.reads, job.instance.clone());
                let name = self.instances.get(&instance)?.name();
                let flaky = name.contains("job-flaky") && reads.is_multiple_of(2);
                let unavailable = || Problem::unavailable().header("Retry-After", "7");
                sentinel::find(name, Of::Job).or_else(|| flaky.then_some(Asked::Answer(unavailable)))
            }
            Call::Instances | Call::Organizations | Call::Spaces => {
                sentinel::of_query(context.request.query())
            }
            _ => None,
        }
    }

    /// The headers of every answer of the Cloud Controller (section 1.3).
    fn finish(&mut self, request: &Request, response: &mut Response) {
        let own = self.rng.uuid().to_string();
        let id = match request.header("x-vcap-request-id") {
            Some(given) => format!("{given}::{own}"),
            None => own,
        };
        response.headers.push("X-VCAP-Request-ID", id);
        response.headers.push("X-Content-Type-Options", "nosniff");
        if response.headers.get("content-type") == Some("application/json") {
            response.headers.set("Content-Type", "application/json; charset=utf-8");
        }
        if self.switches.warnings {
            let text = "This foundation is upgraded on Sunday, 02:00-04:00 UTC";
            response.headers.push("X-Cf-Warnings", query::encode(text));
        }
    }
}
