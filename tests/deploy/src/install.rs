//! The console as installed by `deploy-config`: files, connections, a server, upstreams.

use image_console_deploy::{Server, write};
use image_console_emulator::cloud_foundry;
use serde_json::{Value, json};

use crate::server::{self, Running};
use crate::{Answer, Folder, Upstreams, raw};

/// Where page and API are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Both on one origin.
    One,
    /// Each on an origin of its own.
    Two,
}

/// An installation that runs.
#[derive(Debug)]
pub struct Install {
    /// The upstreams behind it.
    pub upstreams: Upstreams,
    /// Its files.
    pub folder: Folder,
    /// The port of the page.
    pub page: u16,
    /// The port of the API: the page's own where all is on one origin.
    pub api: u16,
    running: Running,
}

/// What the tests install differs in.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Which server.
    pub server: Server,
    /// One origin or two.
    pub layout: Layout,
    /// The path of the page.
    pub base: &'static str,
    /// Whether the upstreams are reached through the gateway that signs.
    pub signed_behind: bool,
    /// The built page; a small one made up for the test without it.
    pub dist: Option<std::path::PathBuf>,
    /// Members of `deployment.json` that a test adds or replaces.
    pub more: Value,
    /// Connections beside the usual ones.
    pub connections: Vec<Value>,
    /// The sites that may show the page in a frame.
    pub embedding: Vec<String>,
    /// Whether the console only looks.
    pub read_only: bool,
    /// The page's port; any free one without it.
    pub port: Option<u16>,
}

impl Plan {
    /// The usual one.
    pub fn new(server: Server, layout: Layout) -> Self {
        Self {
            server,
            layout,
            base: "/",
            signed_behind: false,
            dist: None,
            more: json!({}),
            connections: Vec::new(),
            embedding: Vec::new(),
            read_only: false,
            port: None,
        }
    }

    /// With members of `deployment.json` added or replaced.
    #[must_use]
    pub fn with(mut self, more: Value) -> Self {
        self.more = more;
        self
    }

    /// With these sites around the page.
    #[must_use]
    pub fn embedded_in(mut self, origins: &[&str]) -> Self {
        self.embedding = origins.iter().map(|origin| (*origin).to_owned()).collect();
        self
    }

    /// Below this path.
    #[must_use]
    pub fn at(mut self, base: &'static str) -> Self {
        self.base = base;
        self
    }

    /// With the page at this port rather than at any.
    #[must_use]
    pub fn on_port(mut self, port: u16) -> Self {
        self.port = Some(port);
        self
    }

    /// Starts it.
    pub async fn start(self) -> Install {
        self.start_with(|_| {}).await
    }

    /// Starts it after `prepare` has put further files into its folder. `/FOLDER/` and `UPSTREAMS` in
    /// [`Plan::more`] stand for the folder and for the upstreams' address.
    pub async fn start_with(self, prepare: impl FnOnce(&Ready<'_>)) -> Install {
        let upstreams = Upstreams::start().await;
        let folder = Folder::new();
        let page = self.port.unwrap_or_else(server::free_port);
        let api = if self.layout == Layout::One { page } else { server::free_port() };
        self.files(&folder);
        let config = self.config(&upstreams, api).to_string();
        folder.write("site/config.json", &config);
        prepare(&Ready { upstreams: &upstreams, folder: &folder });
        let mut deployment = self.deployment(&upstreams, &folder, page, api);
        merge(&mut deployment, &self.more);
        let deployment = deployment
            .to_string()
            .replace("/FOLDER/", &folder.text(""))
            .replace("UPSTREAMS", &format!("127.0.0.1:{}", upstreams.port));
        let text = write(self.server, &config, &deployment)
            .unwrap_or_else(|faults| panic!("the files have faults: {faults:#?}"));
        let mut running = Running::start(self.server, &folder, &text, page).await;
        running.wait(api).await;
        Install { upstreams, folder, page, api, running }
    }

    fn files(&self, folder: &Folder) {
        match &self.dist {
            Some(dist) => {
                folder.copy(dist, "site");
                let index = std::fs::read_to_string(folder.path("site/index.html")).expect("a page");
                let base = format!("<base href=\"{}\">", self.base);
                let index = index.replace("<base href=/>", &base).replace("<base href=\"/\">", &base);
                assert!(index.contains(&base), "the page has one base");
                folder.write("site/index.html", index);
            }
            None => {
                folder.write("site/index.html", "<!doctype html><title>Console</title>");
                folder.write("site/app-0123456789abcdef.js", "plain");
                folder.write("site/app-0123456789abcdef.js.br", "brotli");
                folder.write("site/app-0123456789abcdef.js.gz", "gzip");
                folder.write("site/app-0123456789abcdef_bg.wasm", "wasm");
                folder.write("site/parts/split_oci-0123456789abcdef.wasm", "part");
                folder.write("site/style-0123456789abcde.css", "css");
                folder.write("site/favicon.svg", "<svg/>");
                folder.write("site/image-console-element.js", "window.shown = true;");
                folder.write("site/embed.js", "embed");
            }
        }
    }

    fn config(&self, upstreams: &Upstreams, api: u16) -> Value {
        let prefix = match self.layout {
            Layout::One => "/api".to_owned(),
            Layout::Two => format!("http://127.0.0.1:{api}/api"),
        };
        let (method, entered) =
            if self.signed_behind { ("proxy", "proxy") } else { ("http-signature", "token") };
        let (tenancy, user, compartment) = {
            let mut world = upstreams.world();
            let (tenancy, user, _) = world.oci().identity("ola").expect("ola is known");
            (tenancy, user, world.oci().compartment("shop"))
        };
        let mut connections = vec![
            json!({
                "id": "us-east-1", "kind": "triton", "endpoint": format!("{prefix}/us-east-1"),
                "account": "jdoe", "authentication": { "method": method },
            }),
            json!({
                "id": "fra", "kind": "oci", "region": "eu-frankfurt-1", "tenancy": tenancy, "user": user,
                "compartments": [compartment],
                "endpoints": {
                    "compute": format!("{prefix}/fra/compute"),
                    "artifacts": format!("{prefix}/fra/artifacts"),
                    "identity": format!("{prefix}/fra/identity"),
                    "objectStorage": format!("{prefix}/fra/objectstorage"),
                },
                "authentication": { "method": method },
            }),
            json!({
                "id": "market", "kind": "marketplace", "endpoint": format!("{prefix}/market"),
                "authentication": { "method": entered },
            }),
            json!({
                "id": "cf", "kind": "cloud-foundry", "endpoint": format!("{prefix}/cf"),
                "uaaEndpoint": format!("{prefix}/cf-uaa"), "apiUrl": format!("https://{}", cloud_foundry::API_HOST),
                "authentication": { "method": entered },
            }),
        ];
        connections.extend(self.connections.iter().cloned());
        let mut config = json!({ "connections": connections });
        if !self.embedding.is_empty() {
            config["embedding"] = json!({ "origins": self.embedding });
        }
        if self.read_only {
            config["readOnly"] = json!(true);
        }
        config
    }

    fn deployment(&self, upstreams: &Upstreams, folder: &Folder, page: u16, api: u16) -> Value {
        let port = if self.signed_behind { upstreams.signing_port } else { upstreams.port };
        let via = format!("http://127.0.0.1:{port}");
        let origin = |port: u16| json!({ "origin": format!("http://127.0.0.1:{port}"), "listen": format!("127.0.0.1:{port}") });
        let mut deployment = json!({
            "page": origin(page),
            "brotli": server::has_brotli(),
            "upstreams": {
                "us-east-1": { "api": { "url": "https://us-east-1.api.example.com", "via": via } },
                "fra": {
                    "compute": { "via": via }, "artifacts": { "via": via },
                    "identity": { "via": via }, "objectStorage": { "via": via },
                },
                // Their addresses follow: the Marketplace has one host, a foundation names its own.
                "market": { "api": { "via": via } },
                "cf": {
                    "api": { "via": via },
                    "uaa": { "url": format!("https://{}", cloud_foundry::UAA_HOST), "via": via },
                },
            },
        });
        deployment["page"]["root"] = folder.text("site").into();
        deployment["page"]["base"] = self.base.into();
        if self.layout == Layout::Two {
            deployment["api"] = origin(api);
        }
        deployment
    }
}

/// Objects are merged, everything else is replaced.
fn merge(into: &mut Value, more: &Value) {
    for (name, value) in more.as_object().into_iter().flatten() {
        match into.get_mut(name) {
            Some(known) if known.is_object() && value.is_object() => merge(known, value),
            _ => into[name] = value.clone(),
        }
    }
}

/// What there is before the server runs.
#[derive(Debug, Clone, Copy)]
pub struct Ready<'a> {
    /// The upstreams.
    pub upstreams: &'a Upstreams,
    /// The installation's files.
    pub folder: &'a Folder,
}

impl Install {
    /// The page's origin.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.page)
    }

    /// What the server has written about itself, in both its files.
    pub fn log(&self) -> String {
        let more = std::fs::read_to_string(self.folder.path("error.log")).unwrap_or_default();
        format!("{}{more}", self.running.log())
    }

    /// Asks the page's server.
    pub async fn page(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        let host = format!("127.0.0.1:{}", self.page);
        let headers = [&[("Host", host.as_str())], headers].concat();
        raw::send(self.page, &raw::request(method, target, &headers, b"")).await
    }

    /// Asks the API's server.
    pub async fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let host = format!("127.0.0.1:{}", self.api);
        let headers = [&[("Host", host.as_str())], headers].concat();
        raw::send(self.api, &raw::request(method, target, &headers, body.as_bytes())).await
    }

    /// Asks the API's server as the console does, signed for the upstream behind it.
    pub async fn signed(&self, method: &str, root: &str, host: &str, target: &str, body: &str) -> Answer {
        let mut headers = self.upstreams.signed(method, host, target, body);
        headers.push(("Origin".to_owned(), self.origin()));
        let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.ask(method, &format!("{root}{target}"), &headers, body).await
    }
}
