//! Starting and steering an emulator in process.

use std::io;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::options::{ConfigFile, Options};
use super::serve::Connections;
use super::shared::{Shared, now};
use super::{api, page, portal, serve};
use crate::control::{Entry, Fault};
use crate::world::World;

/// Starts emulators.
#[derive(Debug)]
pub struct Emulator;

impl Emulator {
    /// Grows a world and serves it on two loopback ports, and on a third the page that embeds the console.
    ///
    /// # Errors
    /// A port is taken, or `dist` holds no `index.html`; the error's text is one sentence.
    pub async fn start(options: Options) -> io::Result<Running> {
        if let Some(dist) = &options.dist {
            has_index(dist)?;
        }
        let page = listen(options.page_port).await?;
        let api = listen(options.api_port).await?;
        let portal = match options.portal {
            Some(_) => Some(listen(options.portal_port).await?),
            None => None,
        };
        let page_url = format!("http://{}", page.local_addr()?);
        let api_url = format!("http://{}", api.local_addr()?);
        let portal_url = match &portal {
            Some(portal) => format!("http://{}", portal.local_addr()?),
            None => String::new(),
        };
        let world = World::new(options.world_seed(), now());
        let shared =
            Arc::new(Shared::new(world, options, [page_url.clone(), api_url.clone(), portal_url.clone()]));
        let stop = watch::Sender::new(false);
        let mut servers = vec![
            tokio::spawn(serve::serve(
                page,
                page::router(Arc::clone(&shared)),
                Connections::Kept,
                stop.subscribe(),
            )),
            tokio::spawn(serve::serve(
                api,
                api::router(Arc::clone(&shared)),
                Connections::Single,
                stop.subscribe(),
            )),
        ];
        if let Some(portal) = portal {
            let router = portal::router(Arc::clone(&shared));
            servers.push(tokio::spawn(serve::serve(portal, router, Connections::Kept, stop.subscribe())));
        }
        Ok(Running { shared, page_url, api_url, portal_url, stop, servers })
    }
}

/// A running emulator. Dropping it closes all ports as well, without waiting.
#[derive(Debug)]
pub struct Running {
    shared: Arc<Shared>,
    page_url: String,
    api_url: String,
    portal_url: String,
    stop: watch::Sender<bool>,
    servers: Vec<JoinHandle<()>>,
}

impl Running {
    /// Where the page is, such as `http://127.0.0.1:8080`; no slash at its end.
    pub fn page_url(&self) -> &str {
        &self.page_url
    }

    /// Where the API is; no slash at its end.
    pub fn api_url(&self) -> &str {
        &self.api_url
    }

    /// Where the page that embeds the console is; empty when there is none.
    pub fn portal_url(&self) -> &str {
        &self.portal_url
    }

    /// All requests that reached an upstream, in order.
    pub fn journal(&self) -> Vec<Entry> {
        self.shared.world().journal().entries()
    }

    /// Empties the journal.
    pub fn clear_journal(&self) {
        self.shared.world().journal().clear();
    }

    /// Puts a fault in force.
    pub fn add_fault(&self, fault: Fault) {
        self.shared.world().add_fault(fault);
    }

    /// Lifts all faults, and lets go what they hold back.
    pub fn clear_faults(&self) {
        self.shared.world().clear_faults();
        self.shared.let_go();
    }

    /// Moves the world's time on by milliseconds; work that is due ends.
    pub fn advance(&self, ms: i64) {
        let mut world = self.shared.world();
        world.advance(ms);
        world.settle(now());
    }

    /// Sets how far the upstreams' clocks are from real time when they check a signature.
    pub fn set_skew(&self, ms: i64) {
        self.shared.world().set_skew(ms);
    }

    /// Changes the delay of every API answer.
    pub fn set_latency(&self, ms: u64) {
        self.shared.set_latency(ms);
    }

    /// Back to the seed: images, clock, faults, switches, journal and reports.
    pub fn reset(&self) {
        self.shared.world().reset(now());
        self.shared.violations().clear();
        self.shared.page_requests().clear();
        self.shared.let_go();
    }

    /// Looks at the world or changes it, after ending the work that is due. Requests wait meanwhile.
    pub fn with_world<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.shared.world();
        world.settle(now());
        act(&mut world)
    }

    /// Changes what the page finds as `config.json` from now on.
    pub fn set_config(&self, config: ConfigFile) {
        *self.shared.config() = config;
    }

    /// The bodies of all reports of the page's security policy.
    pub fn csp_reports(&self) -> Vec<String> {
        self.shared.violations().clone()
    }

    /// Method, path, query and headers of every request to the page's origin, in order: what a web
    /// server's log would have.
    pub fn page_requests(&self) -> Vec<String> {
        self.shared.page_requests().clone()
    }

    /// Closes all ports and every connection.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        self.shared.let_go();
        for server in self.servers.drain(..) {
            let _ = server.await;
        }
    }
}

fn has_index(dist: &Path) -> io::Result<()> {
    if dist.join("index.html").is_file() {
        return Ok(());
    }
    let message = format!("there is no built page in {} (no index.html)", dist.display());
    Err(io::Error::new(io::ErrorKind::NotFound, message))
}

async fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
        let reason = match error.kind() {
            io::ErrorKind::AddrInUse => "it is taken by another program".to_owned(),
            io::ErrorKind::PermissionDenied => "this user may not open it".to_owned(),
            _ => error.to_string(),
        };
        io::Error::new(error.kind(), format!("port {port} cannot be used: {reason}"))
    })
}
