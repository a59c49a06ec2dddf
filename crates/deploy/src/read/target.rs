//! Where a service really is: what `deployment.json` says of it, or what follows from the connection.

use image_console_core::Service;
use image_console_core::config::{Connection, Upstream};
use image_console_upstream::oci;
use serde_json::Value;

use super::access;
use super::reader::{Reader, place};
use crate::plan::Credentials;
use crate::url::Url;

/// The host of the Marketplace Publisher API (marketplace-publisher.md §1).
const MARKETPLACE: &str = "https://ocm-apis.cloud.oracle.com";

/// What stands about one service.
pub struct Target {
    /// The upstream's real address.
    pub url: Url,
    /// Where to connect to in its place.
    pub via: Option<Url>,
    /// What the proxy adds.
    pub credentials: Option<Credentials>,
}

/// What is known of a service of a connection.
pub fn of_service(
    reader: &mut Reader,
    root: &Value,
    connection: &Connection,
    service: Service,
) -> Option<Target> {
    let at = place("upstreams", &connection.id);
    let entry = root.get("upstreams").and_then(|upstreams| upstreams.get(&connection.id));
    let (entry, at) = match entry {
        // A text is short for the address of the connection's one API.
        Some(Value::String(_)) if service == Service::Api => (entry, at),
        Some(Value::Object(services)) => (services.get(service.word()), place(&at, service.word())),
        _ => (None, place(&at, service.word())),
    };
    let implied = implied(connection, service);
    match entry {
        Some(entry) => {
            reader.known(entry, &at, &["url", "via", "credentials"]);
            let target = written(reader, entry, &at, implied)?;
            contradicts(reader, connection, service, &target, &at);
            Some(target)
        }
        None => {
            let url = implied.and_then(|text| Url::parse(&text).ok());
            if url.is_none() {
                let example = match service {
                    Service::Uaa => "uaa.sys.example.com",
                    _ => "api.example.com",
                };
                let message =
                    format!("is missing: the upstream's real address, for example https://{example}");
                reader.fault(&at, message);
            }
            Some(Target { url: url?, via: None, credentials: None })
        }
    }
}

/// An address, or an object with more.
pub fn written(reader: &mut Reader, entry: &Value, at: &str, implied: Option<String>) -> Option<Target> {
    if let Some(text) = entry.as_str() {
        let url = reader.checked(at, Url::parse(text))?;
        return Some(Target { url, via: None, credentials: None });
    }
    if !entry.is_object() {
        reader.fault(at, "must be an address, or an object with url, via and credentials");
        return None;
    }
    let via = match reader.text(entry, at, "via") {
        Some(text) => Some(reader.checked(&place(at, "via"), Url::parse(text))?),
        None => None,
    };
    let url = match (entry.get("url"), implied) {
        (None, Some(implied)) => implied,
        _ => reader.needed(entry, at, "url", "the upstream's real address")?.to_owned(),
    };
    let url = reader.checked(&place(at, "url"), Url::parse(&url))?;
    let credentials = credentials(reader, entry, at)?;
    Some(Target { url, via, credentials })
}

/// The addresses that are the same for everybody, or that the connection says itself.
fn implied(connection: &Connection, service: Service) -> Option<String> {
    match &connection.upstream {
        Upstream::Oci(oci) => oci::endpoint(service, &oci.region, &oci.realm_domain),
        Upstream::Marketplace(_) if service == Service::Api => Some(MARKETPLACE.to_owned()),
        Upstream::CloudFoundry(_) => api_url(connection, service).map(str::to_owned),
        Upstream::Triton(_) | Upstream::Marketplace(_) => None,
    }
}

/// The address that the Cloud Controller gives itself, when `config.json` says it and it is an
/// address rather than a path.
fn api_url(connection: &Connection, service: Service) -> Option<&str> {
    let url = connection.cloud_foundry().filter(|_| service == Service::Api)?.api_url.as_str();
    (!url.is_empty() && !url.starts_with('/')).then_some(url)
}

/// The `Location` of a job names the Cloud Controller's own address, and the page follows it only
/// there (cloud-foundry-v3.md §1, §5): both files must mean the same one.
fn contradicts(reader: &mut Reader, connection: &Connection, service: Service, target: &Target, at: &str) {
    let Some(own) = api_url(connection, service).and_then(|url| Url::parse(url).ok()) else { return };
    if own.origin != target.url.origin {
        let message = format!(
            "is {}, but \"apiUrl\" of the connection is {}: jobs would not be followed. Name the Cloud \
             Controller's own address in both; \"via\" says where else to connect to",
            target.url.origin, own.origin
        );
        reader.fault(at, message);
    }
}

/// `Some(None)` where there are none, `None` where they are wrong.
fn credentials(reader: &mut Reader, entry: &Value, at: &str) -> Option<Option<Credentials>> {
    if entry.get("credentials").is_none() {
        return Some(None);
    }
    let value = reader.object(entry, at, "credentials")?;
    let at = place(at, "credentials");
    reader.known(value, &at, &["file", "header", "environment"]);
    if value.get("file").is_some() {
        if value.get("environment").is_some() || value.get("header").is_some() {
            reader.fault(&at, "has a file and an environment: one of them");
            return None;
        }
        return Some(Some(Credentials::File(access::file(reader, value, &at, "file")?)));
    }
    let variable = reader.needed(value, &at, "environment", "a variable's name, or \"file\"")?.to_owned();
    let header = reader.text(value, &at, "header").unwrap_or("Authorization").to_owned();
    let is_name = |text: &str, also: u8| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == also)
    };
    let variable = if is_name(&variable, b'_') { Ok(variable) } else { Err("is not a variable's name") };
    let variable = reader.checked(&place(&at, "environment"), variable);
    let header = if is_name(&header, b'-') { Ok(header) } else { Err("is not a header's name") };
    let header = reader.checked(&place(&at, "header"), header);
    Some(Some(Credentials::Environment { header: header?, variable: variable? }))
}
