//! An installation, checked and complete: all that a server's configuration is written from.

use crate::kinds::Kind;
use crate::url::{Origin, Url};

/// One installation of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The servers: the page with what is proxied on its origin, and the API's own where it has one.
    pub sites: Vec<Site>,
    /// Origins of other pages that may call the API and load the console's files.
    pub allowed_origins: Vec<Origin>,
    /// Origins beside the page's own that the page may connect to.
    pub connect: Vec<Origin>,
    /// Sites that may show the page in a frame, and load the script for that; empty for nobody.
    pub embedding: Vec<Origin>,
    /// Whether the console changes nothing, so that nothing that changes has to pass.
    pub read_only: bool,
    /// A file in the server's own language that says who may come in at all.
    pub guard: Option<String>,
    /// The name server that upstreams are looked up at while running (nginx); looked up once, at the
    /// start, without one.
    pub resolver: Option<String>,
    /// The certificates that upstreams are checked against; the system's own without this.
    pub trusted_certificates: Option<String>,
    /// Whether nginx has the module that hands out `.br` files.
    pub brotli: bool,
}

/// One origin and what answers there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// What people type.
    pub origin: Origin,
    /// Where it listens.
    pub listen: Listen,
    /// How TLS is ended here.
    pub tls: Tls,
    /// Where visitors without TLS are sent here from.
    pub redirect_from: Option<Listen>,
    /// The page's files, on the site that has the page.
    pub page: Option<Page>,
    /// What is handed on to an upstream, longest path first.
    pub routes: Vec<Route>,
}

/// An address to listen on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// An IP address; every one of the machine without it.
    pub address: Option<String>,
    /// A TCP port.
    pub port: u16,
}

/// Who ends TLS, and with which certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tls {
    /// Something in front does, or nobody.
    Elsewhere,
    /// This server, with these files.
    Files {
        /// The certificate chain, PEM.
        certificate: String,
        /// Its private key, PEM.
        key: String,
    },
    /// This server, with certificates that it orders itself (Caddy).
    Automatic,
}

/// Where the built page lies, and below which path it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The folder with `index.html`, without a slash at its end.
    pub root: String,
    /// The path of `<base href>`, with a slash at both ends.
    pub base: String,
}

/// One proxied root: everything below a path goes to one upstream and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The path without a slash at its end; empty for the whole origin.
    pub path: String,
    /// What it is for, in the comments of the written file.
    pub title: String,
    /// Which API answers there; decides methods, headers and time-outs.
    pub kind: Kind,
    /// The upstream's real address: its host is what is sent as `Host` and checked in TLS.
    pub upstream: Url,
    /// Where to connect to in its place, such as a gateway that signs.
    pub via: Option<Url>,
    /// Whether the browser authenticates its requests itself.
    pub browser_authenticates: bool,
    /// What the proxy adds so that the browser need not hold it.
    pub credentials: Option<Credentials>,
}

/// Where the proxy finds the credentials it adds. They are never part of the written file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credentials {
    /// A file in the server's own language that sets the header.
    File(String),
    /// A header whose value is in the server's environment (Caddy).
    Environment {
        /// The header's name.
        header: String,
        /// The variable's name.
        variable: String,
    },
}

impl Plan {
    /// The origins whose scripts may call the proxied roots: the sites' own and those allowed.
    pub fn known_origins(&self) -> impl Iterator<Item = &Origin> {
        let own = self.sites.iter().filter(|site| site.page.is_some()).map(|site| &site.origin);
        own.chain(self.allowed_origins.iter())
    }

    /// The methods that pass to an API of this kind.
    #[must_use]
    pub fn methods(&self, kind: Kind) -> Vec<&'static str> {
        // At the token server a POST signs people in, and changes nothing.
        let all = !self.read_only || kind == Kind::Uaa;
        kind.methods().iter().copied().filter(|method| all || ["GET", "HEAD"].contains(method)).collect()
    }

    /// The page, where sites may show it in a frame.
    #[must_use]
    pub fn embedded_page(&self) -> Option<&Page> {
        let page = self.sites.iter().find_map(|site| site.page.as_ref());
        page.filter(|_| !self.embedding.is_empty())
    }

    /// The origins that may read [`crate::paths::ELEMENT`]: those that embed the page, and those that may load
    /// all its files anyway.
    #[must_use]
    pub fn element_origins(&self) -> Vec<&Origin> {
        let mut origins: Vec<&Origin> = self.embedding.iter().collect();
        for origin in self.cors_origins() {
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        origins
    }

    /// The origins that are told so by CORS: every known one that is not the site's own.
    pub fn cors_origins(&self) -> Vec<&Origin> {
        let apart = self.sites.len() > 1 || self.sites.iter().all(|site| site.page.is_none());
        let mut origins: Vec<&Origin> = if apart { self.known_origins().collect() } else { Vec::new() };
        for origin in &self.allowed_origins {
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        origins
    }
}

impl Route {
    /// Where the connection goes.
    #[must_use]
    pub fn address(&self) -> &Url {
        self.via.as_ref().unwrap_or(&self.upstream)
    }
}
