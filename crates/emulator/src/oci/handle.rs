//! One request through all checks.

use serde_json::{Map, Value};

use super::Oci;
use super::accounts::User;
use super::auth;
use super::body;
use super::executions::Execution;
use super::place::{Place, Service};
use super::problem::Problem;
use super::query::Query;
use super::retry;
use super::route::{self, Call};
use super::sentinel::Sentinel;
use super::store::{Region, Resource};
use crate::time;
use crate::wire::{Reply, Request, Response};
use crate::world::Moment;

/// A call that passed every check before it.
pub struct Context<'a> {
    /// Index of the region.
    pub region: usize,
    /// Who calls.
    pub user: &'static User,
    /// The query.
    pub query: &'a Query,
    /// The body; empty for methods that have none.
    pub body: &'a Map<String, Value>,
    /// The `if-match` header.
    pub if_match: Option<&'a str>,
    /// The world's time.
    pub now: i64,
}

impl Oci {
    /// Handles one request at one service of one region.
    pub fn handle(&mut self, request: &Request, place: Place, moment: Moment) -> Reply {
        self.settle(moment.world);
        let mut reply =
            self.checked(request, place, moment).unwrap_or_else(|problem| problem.into_response().into());
        self.finish(request, place, moment, &mut reply.response);
        reply
    }

    fn checked(&mut self, request: &Request, place: Place, moment: Moment) -> Result<Reply, Problem> {
        let user = auth::authenticate(request, moment)?;
        let call = route::find(place.service, &request.method, request.path())?;
        let (query, body) = (Query::read(request.query()), body::read(request)?);
        let context = Context {
            region: place.region,
            user,
            query: &query,
            body: &body,
            if_match: request.header("if-match"),
            now: moment.world,
        };
        // A retry is answered before anything else is looked at: the etag it was sent with is an
        // old one by now, and the state is the one it brought about.
        let token = retry::token(request)?.filter(|_| auth::signs_body(&request.method));
        let token = token.map(|token| (user.ocid, place.region, token.to_owned()));
        if let Some(name) = &token
            && let Some(answer) = self.retries.replay(name, request, moment.world)?
        {
            return Ok(answer.into());
        }
        let sentinel = self.sentinel(&call, &context);
        if let Some(sentinel) = sentinel.filter(|sentinel| !sentinel.lets_through()) {
            return Ok(sentinel.apply(Reply::default()));
        }
        let response = self.call(&call, &context)?;
        if let Some(name) = token {
            self.retries.keep(name, request, &response, moment.world);
        }
        Ok(match sentinel {
            Some(sentinel) => sentinel.apply(response.into()),
            None => response.into(),
        })
    }

    fn call(&mut self, call: &Call, context: &Context<'_>) -> Result<Response, Problem> {
        match call {
            Call::ListImages => self.list_images(context),
            Call::CreateImage => self.create_image(context),
            Call::GetImage(id) => self.get_image(id, context),
            Call::UpdateImage(id) => self.update_image(id, context),
            Call::DeleteImage(id) => self.delete_image(id, context),
            Call::ExportImage(id) => self.export_image(id, context),
            Call::ChangeImageCompartment(id) => self.change_image_compartment(id, context),
            Call::ListWorkRequests => self.list_work_requests(context),
            Call::GetWorkRequest(id) => self.get_work_request(id, context),
            Call::ListWorkRequestErrors(id) => self.list_work_request_errors(id, context),
            Call::ListWorkRequestLogs(id) => self.list_work_request_logs(id, context),
            Call::ListContainerImages => self.list_container_images(context),
            Call::GetContainerImage(id) => self.get_container_image(id, context),
            Call::UpdateContainerImage(id) => self.update_container_image(id, context),
            Call::DeleteContainerImage(id) => self.delete_container_image(id, context),
            Call::RestoreContainerImage(id) => self.restore_container_image(id, context),
            Call::RemoveContainerVersion(id) => self.remove_container_version(id, context),
            Call::ListContainerRepositories => self.list_container_repositories(context),
            Call::GetContainerRepository(id) => self.get_container_repository(id, context),
            Call::ListCompartments => self.list_compartments(context),
            Call::GetNamespace => Ok(self.get_namespace()),
            Call::ListBuckets(namespace) => self.list_buckets(namespace, context),
        }
    }

    /// The fault that a name in the request, or the name of what it is about, asks for.
    fn sentinel(&mut self, call: &Call, context: &Context<'_>) -> Option<Sentinel> {
        let (prefix, texts) = self.texts(call, context)?;
        let found = texts.into_iter().find_map(|text| Some((Sentinel::find(&text, prefix)?, text)));
        let (sentinel, text) = found?;
        (!sentinel.once || self.met.insert(text)).then_some(sentinel)
    }

    /// Where a sentinel is looked for, and after which prefix.
    fn texts(&self, call: &Call, context: &Context<'_>) -> Option<(&'static str, Vec<String>)> {
        let region = self.regions.get(context.region)?;
        let name = |resource: Option<&Resource>| resource.map(|found| found.text("displayName").to_owned());
        let sent = |names: &[&str]| -> Vec<String> {
            let texts = names.iter().filter_map(|name| context.body.get(*name)?.as_str());
            texts.map(str::to_owned).collect()
        };
        let asked = |names: &[&str]| -> Vec<String> {
            names.iter().filter_map(|name| context.query.text(name)).map(str::to_owned).collect()
        };
        Some(match call {
            Call::GetImage(id) => ("fault-get-", name(region.images.get(id)).into_iter().collect()),
            Call::GetContainerImage(id) => {
                ("fault-get-", name(region.containers.get(id)).into_iter().collect())
            }
            Call::GetWorkRequest(id) => {
                let work = region.work.iter().find(|work| work.id == *id);
                ("fault-work-", work.map(|work| work.texts.clone()).unwrap_or_default())
            }
            Call::CreateImage => ("fault-", sent(&["displayName"])),
            Call::UpdateImage(id)
            | Call::DeleteImage(id)
            | Call::ExportImage(id)
            | Call::ChangeImageCompartment(id) => {
                let mut texts = sent(&["displayName", "objectName", "destinationUri", "bucketName"]);
                texts.extend(name(region.images.get(id)));
                ("fault-", texts)
            }
            Call::UpdateContainerImage(id)
            | Call::DeleteContainerImage(id)
            | Call::RestoreContainerImage(id)
            | Call::RemoveContainerVersion(id) => {
                let mut texts = sent(&["version"]);
                texts.extend(name(region.containers.get(id)));
                ("fault-", texts)
            }
            _ => ("fault-", asked(&["displayName", "repositoryName", "name", "version"])),
        })
    }

    /// The headers of every answer.
    fn finish(&mut self, request: &Request, place: Place, moment: Moment, response: &mut Response) {
        let given = request.header("opc-request-id").filter(|id| is_request_id(id));
        let mut part = || format!("{:016X}{:016X}", self.rng.next(), self.rng.next());
        let id = match given {
            Some(given) => format!("{}/{}/{}", given.split('/').next().unwrap_or_default(), part(), part()),
            None => format!("{}/{}/{}", part(), part(), part()),
        };
        response.headers.push("opc-request-id", id);
        if place.service == Service::ObjectStorage
            && let Some(given) = request.header("opc-client-request-id")
        {
            response.headers.push("opc-client-request-id", given);
        }
        response.headers.push("Date", time::http(moment.clock));
        response.headers.push("X-Content-Type-Options", "nosniff");
    }

    /// A region by its index.
    pub(super) fn region(&self, at: usize) -> Result<&Region, Problem> {
        self.regions.get(at).ok_or_else(Problem::not_found)
    }

    /// A region by its index, to change.
    pub(super) fn region_mut(&mut self, at: usize) -> Result<&mut Region, Problem> {
        self.regions.get_mut(at).ok_or_else(Problem::not_found)
    }

    /// Notes that an operation took effect.
    pub(super) fn executed_now(&mut self, operation: &'static str, id: &str, context: &Context<'_>) {
        self.executions.push(Execution { operation, id: id.to_owned(), user: context.user.name });
    }
}

impl Context<'_> {
    /// 412 when the resource is no longer the one that was looked at.
    pub fn check_etag(&self, resource: &Resource) -> Result<(), Problem> {
        let fits = self.if_match.is_none_or(|etag| etag == "*" || etag == resource.etag);
        if fits { Ok(()) } else { Err(Problem::no_etag_match()) }
    }
}

/// At most three parts of at most 32 characters (section 2.1).
fn is_request_id(id: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty()
            && part.len() <= 32
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    id.split('/').count() <= 3 && id.split('/').all(fits)
}

/// One resource and its etag.
pub fn shown(resource: &Resource) -> Response {
    let mut response = Response::json(200, &resource.value());
    response.headers.push("etag", resource.etag.as_str());
    response
}

/// The same list with the cursor of its next page.
pub fn with_next(mut response: Response, next: Option<String>) -> Response {
    if let Some(next) = next {
        response.headers.push("opc-next-page", next);
    }
    response
}
