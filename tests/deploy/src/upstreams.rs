//! The emulated upstreams on a port of their own, chosen by `Host` as in life.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response as HttpResponse;
use image_console_emulator::wire::{Headers, Request, Response};
use image_console_emulator::{Entry, Moment, Seed, World, cloud_foundry, marketplace};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// More than any proxy lets through.
const MOST: usize = 16 << 20;

/// Who signs what arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Nobody: it must be signed already.
    Plain,
    /// A gateway of the company, which holds the keys.
    Signing,
}

/// A world on two ports.
#[derive(Debug)]
pub struct Upstreams {
    world: Arc<Mutex<World>>,
    /// The upstreams themselves.
    pub port: u16,
    /// A gateway in front of them that signs for `jdoe` and for `ola`, and adds tokens of the
    /// Marketplace's first partner and of `dev`.
    pub signing_port: u16,
    servers: Vec<JoinHandle<()>>,
}

impl Upstreams {
    /// Grows a small world.
    pub async fn start() -> Self {
        let seed = Seed { images: 60, machines: 8, oci_images: 10, ..Seed::default() };
        let world = Arc::new(Mutex::new(World::new(seed, now())));
        let (port, plain) = serve(&world, Way::Plain).await;
        let (signing_port, signing) = serve(&world, Way::Signing).await;
        Self { world, port, signing_port, servers: vec![plain, signing] }
    }

    /// The world, to look at and to change.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("no test has panicked in it")
    }

    /// What arrived since the last call.
    pub fn arrived(&self) -> Vec<Entry> {
        let mut world = self.world();
        let entries = world.journal().entries();
        world.journal().clear();
        entries
    }

    /// The headers that a client adds to sign a request for a host: `jdoe` for Triton, `ola` for OCI.
    pub fn signed(&self, method: &str, host: &str, target: &str, body: &str) -> Vec<(String, String)> {
        let mut request = Request::new(method, host, target);
        if !body.is_empty() {
            request.body = body.as_bytes().to_vec();
            request.headers.push("Content-Type", "application/json");
        }
        sign(&mut self.world(), &mut request);
        let own = |name: &str| ["host", "content-length"].contains(&name.to_ascii_lowercase().as_str());
        let headers = request.headers.iter().filter(|(name, _)| !own(name));
        headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// A token of the Cloud Foundry user `dev`, as `Authorization` wants it.
    pub fn cloud_foundry_token(&self) -> String {
        let answer = self.world().cloud_foundry().sign_in("dev").expect("dev is known");
        format!("bearer {}", answer["access_token"].as_str().expect("a token"))
    }

    /// A token of the Marketplace, as `Authorization` wants it.
    pub fn marketplace_token(&self) -> String {
        format!("Bearer {}", self.world().marketplace().token())
    }
}

impl Drop for Upstreams {
    fn drop(&mut self) {
        self.servers.iter().for_each(JoinHandle::abort);
    }
}

async fn serve(world: &Arc<Mutex<World>>, way: Way) -> (u16, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let router = Router::new().fallback(handle).with_state((Arc::clone(world), way));
    (port, tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") }))
}

async fn handle(State((world, way)): State<(Arc<Mutex<World>>, Way)>, request: HttpRequest) -> HttpResponse {
    let (parts, body) = request.into_parts();
    let pair = |(name, value): (&HeaderName, &HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let mut asked = Request {
        method: parts.method.as_str().to_owned(),
        target: parts.uri.path_and_query().map_or("/", |target| target.as_str()).to_owned(),
        headers: parts.headers.iter().map(pair).collect::<Headers>(),
        body: to_bytes(body, MOST).await.unwrap_or_default().to_vec(),
        via: String::new(),
    };
    let response = {
        let mut world = world.lock().expect("no test has panicked in it");
        if way == Way::Signing {
            sign(&mut world, &mut asked);
        }
        world.handle(&asked, now()).response
    };
    answer(&response)
}

fn sign(world: &mut World, request: &mut Request) {
    let Moment { world: now, clock } = world.moment(now());
    if request.host().ends_with("oraclecloud.com") {
        world.oci().sign_for("ola", request, clock).expect("a signature");
    } else if request.host().ends_with("api.example.com") {
        world.triton().sign_for("jdoe", request, clock).expect("a signature");
    } else if request.host() == marketplace::HOST {
        world.marketplace().authorise(request, now);
    } else if request.host() == cloud_foundry::API_HOST {
        world.cloud_foundry().authorise("dev", request, now).expect("dev is known");
    }
}

fn answer(response: &Response) -> HttpResponse {
    let mut http = HttpResponse::new(Body::from(response.body.clone()));
    *http.status_mut() = response.status.try_into().expect("a status");
    for (name, value) in response.headers.iter() {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a header's name");
        http.headers_mut().append(name, HeaderValue::from_str(value).expect("a header's value"));
    }
    http
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_millis()).expect("milliseconds")
}
