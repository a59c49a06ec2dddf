//! One request through all checks, in the real server's order.

use base64::{Engine, engine::general_purpose::STANDARD};
use md5::{Digest, Md5};
use serde_json::Value;

use super::accounts::Account;
use super::auth::{self, Caller};
use super::negotiate::{self, Version};
use super::params::Params;
use super::problem::Problem;
use super::route::{self, Call, Route};
use super::sentinel::{self, Sentinel};
use super::{Triton, account_calls, cors};
use crate::Uuid;
use crate::time;
use crate::wire::{Reply, Request, Response};
use crate::world::Moment;

/// Bodies beyond this go out without `Content-MD5`, which would cost more than the answer.
const MAX_DIGEST: usize = 1 << 20;

/// Who calls, detached from the accounts so that the world can be changed meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The account acted for.
    pub uuid: Uuid,
    /// Its login.
    pub login: &'static str,
}

/// A call that passed every check before it.
pub struct Context<'a> {
    /// Index of the datacenter.
    pub datacenter: usize,
    /// Who calls.
    pub actor: Actor,
    /// The negotiated version.
    pub version: Version,
    /// Query and body.
    pub params: &'a Params,
    /// The `role-tag` header.
    pub role_tag: &'a str,
    /// The world's time.
    pub now: i64,
}

impl Triton {
    /// Handles one request at one of the datacenters.
    pub fn handle(&mut self, request: &Request, datacenter: usize, moment: Moment) -> Reply {
        self.settle(moment.world);
        let mut reply = match request.method.as_str() {
            "OPTIONS" => cors::preflight(request).into(),
            _ => self
                .routed(request, datacenter, moment)
                .unwrap_or_else(|problem| problem.into_response().into()),
        };
        let headers = &mut reply.response.headers;
        headers.push("Server", "cloudapi/9.20.0");
        headers.push("Date", time::http(moment.clock));
        if request.method == "HEAD" {
            headers.set("Content-Length", reply.response.body.len().to_string());
            reply.response.body.clear();
        }
        reply
    }

    /// What fails in here is early: no CORS headers and no `Request-Id`.
    fn routed(&mut self, request: &Request, datacenter: usize, moment: Moment) -> Result<Reply, Problem> {
        let route = route::find(&request.method, request.path())?;
        let version = negotiate::version(request)?;
        negotiate::media_type(request)?;
        let credentials = auth::parse(request, moment.clock)?;
        let params = Params::read(request)?;
        let checked = self.checked(request, &route, datacenter, credentials, &params, version, moment);
        let mut reply = match checked {
            Ok(reply) => reply,
            Err(problem) if problem.early => return Err(problem),
            Err(problem) => problem.into_response().into(),
        };
        self.finish(request, &route, datacenter, &mut reply);
        Ok(reply)
    }

    #[expect(clippy::too_many_arguments, reason = "one step of the pipeline above, called once")]
    fn checked(
        &mut self,
        request: &Request,
        route: &Route,
        datacenter: usize,
        credentials: Option<auth::Credentials>,
        params: &Params,
        version: Version,
        moment: Moment,
    ) -> Result<Reply, Problem> {
        if route.call == Call::Ping {
            return Ok(account_calls::ping().into());
        }
        let (caller, key_id) =
            auth::authenticate(&self.accounts, request, credentials.as_ref(), params, version, moment.clock)?;
        if self.switches.throttle {
            self.throttle.admit(&key_id, moment.clock)?;
        }
        if self.switches.maintenance && !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Err(sentinel::maintenance(&time::http(moment.clock + 3_600_000)));
        }
        self.admit(caller, route, datacenter, request.path(), params)?;
        let account = caller.account.clone();
        let context = Context {
            datacenter,
            actor: Actor { uuid: account.uuid, login: account.login },
            version,
            params,
            role_tag: request.header("role-tag").unwrap_or_default(),
            now: moment.world,
        };
        match self.sentinel(&route.call, &context) {
            Some(Sentinel::Answer(problem)) => Err(problem()),
            Some(sentinel) if !sentinel.lets_through() => Ok(sentinel.garble(Reply::default())),
            Some(sentinel) => {
                let reply = self.call(&account, &route.call, &context)?;
                Ok(sentinel.garble(reply))
            }
            None => self.call(&account, &route.call, &context),
        }
    }

    /// Account segment, datacenter and roles.
    fn admit(
        &self,
        caller: Caller<'_>,
        route: &Route,
        datacenter: usize,
        path: &str,
        params: &Params,
    ) -> Result<(), Problem> {
        let name = self.datacenters.get(datacenter).map(|datacenter| datacenter.name);
        if caller.account.only.is_some_and(|only| Some(only) != name) {
            return Err(Problem::forbidden("Forbidden (this account may not use this datacenter)"));
        }
        let owner = match route.login.as_str() {
            "my" => caller.account.login,
            login if self.accounts.named(login).is_some() => login,
            login => return Err(Problem::not_found(format!("{login} does not exist"))),
        };
        auth::permit(caller, owner, &route.call, path, params)
    }

    fn call(&mut self, account: &Account, call: &Call, context: &Context<'_>) -> Result<Reply, Problem> {
        let response = match call {
            Call::Ping => account_calls::ping(),
            Call::GetAccount => account_calls::get_account(account),
            Call::ListKeys => account_calls::list_keys(account),
            Call::GetKey(key) => account_calls::get_key(account, key)?,
            Call::ListImages => self.list_images(context)?,
            Call::GetImage(id) => self.get_image(id, context)?,
            Call::DeleteImage(id) => self.delete_image(id, context)?,
            Call::ListMachines => self.list_machines(context)?,
            Call::GetMachine(id) => self.get_machine(id, context)?,
            Call::ListDatacenters => self.list_datacenters(),
            Call::GetDatacenter(name) => self.get_datacenter(name)?,
            Call::PostImages => return self.post_images(context),
            Call::PostImage(id) => return self.post_image(id, context),
        };
        Ok(response.into())
    }

    /// The fault that a name in the request, or the name of what it is about, asks for.
    fn sentinel(&self, call: &Call, context: &Context<'_>) -> Option<Sentinel> {
        let named = ["name", "version", "manta_path"];
        let sent = named.iter().filter_map(|field| context.params.get(field)?.as_str()).map(str::to_owned);
        let image = |id: &str| self.find(context.datacenter, id).map(|record| record.parts.name.to_string());
        match call {
            Call::GetImage(id) => image(id).and_then(|name| Sentinel::of_reading(&name)),
            Call::PostImage(id) | Call::DeleteImage(id) => {
                sent.chain(image(id)).find_map(|text| Sentinel::of_action(&text))
            }
            Call::PostImages => {
                let machine = context.params.text("machine").and_then(|id| self.machine_name(id, context));
                let source = context.params.text("id").and_then(|id| {
                    let source = self.datacenter_named(context.params.text("datacenter")?)?;
                    self.find(source, id).map(|record| record.parts.name.to_string())
                });
                sent.chain(machine).chain(source).find_map(|text| Sentinel::of_action(&text))
            }
            Call::ListImages | Call::ListMachines => {
                sent.into_iter().find_map(|text| Sentinel::of_action(&text))
            }
            _ => None,
        }
    }

    /// The headers of every routed reply (section 1.2).
    fn finish(&mut self, request: &Request, route: &Route, datacenter: usize, reply: &mut Reply) {
        let response: &mut Response = &mut reply.response;
        if !response.body.is_empty() && response.body.len() <= MAX_DIGEST {
            response.headers.push("Content-MD5", STANDARD.encode(Md5::digest(&response.body)));
        }
        let given = request.header("x-request-id").map(str::to_owned);
        let time = 20 + self.rng.below(180) + reply.effects.delay_ms;
        response.headers.push("Api-Version", "9.0.0");
        response.headers.push("Request-Id", given.unwrap_or_else(|| self.rng.uuid().to_string()));
        response.headers.push("Response-Time", time.to_string());
        if matches!(route.call, Call::Ping | Call::ListDatacenters)
            && let Some(datacenter) = self.datacenters.get(datacenter)
        {
            response.headers.push("Triton-Datacenter-Name", datacenter.name);
        }
        cors::decorate(response, route.methods);
    }

    /// The switches, to read and to set.
    pub fn switches(&mut self) -> &mut super::Switches {
        &mut self.switches
    }

    /// What one image looks like in the store, whoever may see it.
    pub fn image(&self, datacenter: &str, id: &str) -> Option<Value> {
        let record = self.find(self.datacenter_named(datacenter)?, id)?;
        Some(Value::Object(record.value()))
    }
}
