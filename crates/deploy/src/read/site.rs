//! Where the page and the API are served: origin, listening address, TLS.

use serde_json::Value;

use super::access;
use super::reader::{Reader, place};
use crate::plan::{Listen, Page, Site, Tls};
use crate::url::{Origin, plain_path};

/// The site of the page.
pub fn page(reader: &mut Reader, root: &Value) -> Option<Site> {
    let object = reader.object(root, "", "page")?;
    reader.known(object, "page", &["origin", "listen", "tls", "redirectFrom", "root", "base"]);
    let site = site(reader, object, "page");
    let folder = reader
        .needed(object, "page", "root", "the folder with index.html, for example /srv/image-console")
        .and_then(|text| reader.checked("page.root", access::plain_file(text)).map(str::to_owned));
    let base = match reader.text(object, "page", "base") {
        None | Some("/") => Some("/".to_owned()),
        Some(text) => {
            let inner = text.strip_suffix('/').filter(|inner| plain_path(inner));
            let message = "must be a path with a slash at both ends, for example /tools/images/";
            reader.checked("page.base", inner.map(|_| text.to_owned()).ok_or(message))
        }
    };
    let redirect_from = reader
        .text(object, "page", "redirectFrom")
        .and_then(|text| reader.checked("page.redirectFrom", listen(text)));
    if let Some(site) = &site
        && let Some(from) = &redirect_from
    {
        if !site.origin.https {
            reader.fault("page.redirectFrom", "does not go with an origin that is http://");
        }
        if from.port == site.listen.port {
            reader.fault("page.redirectFrom", "is where the page itself listens");
        }
    }
    Some(Site { page: Some(Page { root: folder?, base: base? }), redirect_from, ..site? })
}

/// The site of the API, where it has an origin of its own.
pub fn api(reader: &mut Reader, root: &Value) -> Option<Site> {
    let object = reader.object(root, "", "api")?;
    reader.known(object, "api", &["origin", "listen", "tls"]);
    site(reader, object, "api")
}

fn site(reader: &mut Reader, object: &Value, at: &str) -> Option<Site> {
    let origin = reader
        .needed(object, at, "origin", "what people type, for example https://images.example.com")
        .and_then(|text| reader.checked(&place(at, "origin"), Origin::parse(text)));
    let listen = match reader.text(object, at, "listen") {
        Some(text) => reader.checked(&place(at, "listen"), listen(text)),
        None => origin.as_ref().map(|origin| Listen { address: None, port: origin.effective_port() }),
    };
    let tls = tls(reader, object, at);
    let https = origin.as_ref().is_some_and(|origin| origin.https);
    if origin.is_some() && !https && !matches!(tls, Some(Tls::Elsewhere)) {
        reader.fault(&place(at, "tls"), "does not go with an origin that is http://");
    }
    Some(Site {
        origin: origin?,
        listen: listen?,
        tls: tls?,
        redirect_from: None,
        page: None,
        routes: Vec::new(),
    })
}

/// A port, or an address and a port.
fn listen(text: &str) -> Result<Listen, &'static str> {
    if let Ok(port) = text.parse::<u16>() {
        return Ok(Listen { address: None, port });
    }
    let socket = text.parse::<std::net::SocketAddr>();
    let socket = socket.map_err(|_| "must be a port, or an IP address and a port: 443, 127.0.0.1:8080")?;
    let address = match socket.ip() {
        std::net::IpAddr::V4(ip) => ip.to_string(),
        std::net::IpAddr::V6(ip) => format!("[{ip}]"),
    };
    Ok(Listen { address: Some(address), port: socket.port() })
}

fn tls(reader: &mut Reader, object: &Value, at: &str) -> Option<Tls> {
    let at = place(at, "tls");
    match object.get("tls") {
        None => Some(Tls::Elsewhere),
        Some(Value::String(word)) if word == "automatic" => Some(Tls::Automatic),
        Some(value) if value.is_object() => {
            reader.known(value, &at, &["certificate", "key"]);
            let mut file = |member| {
                reader.needed(value, &at, member, "a PEM file on the server")?;
                access::file(reader, value, &at, member)
            };
            let (certificate, key) = (file("certificate"), file("key"));
            Some(Tls::Files { certificate: certificate?, key: key? })
        }
        Some(_) => {
            reader.fault(&at, "must be {\"certificate\": …, \"key\": …}, or \"automatic\" for Caddy");
            None
        }
    }
}
