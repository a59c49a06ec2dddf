//! Test keys to download: the demo accounts' in every common form (`keys/README.md`).

use axum::extract::RawQuery;
use axum::response::Response as HttpResponse;
use serde_json::json;

use super::super::send;
use crate::wire::{Response, query};

macro_rules! key {
    ($format:literal, $file:literal) => {
        ($format, $file, include_str!(concat!("../../../keys/", $file)))
    };
}

/// Word for `format`, file name, content.
const FORMATS: &[(&str, &str, &str)] = &[
    key!("pkcs8", "jdoe-rsa.pkcs8.pem"),
    key!("pkcs8-encrypted", "jdoe-rsa.pkcs8-encrypted.pem"),
    key!("pkcs1", "jdoe-rsa.pkcs1.pem"),
    key!("openssh", "jdoe-rsa.openssh.pem"),
    key!("openssh-encrypted", "jdoe-rsa.openssh-encrypted.pem"),
    key!("public", "jdoe-rsa.pub"),
    key!("ec", "jdoe-ecdsa.sec1.pem"),
    key!("ec-pkcs8", "jdoe-ecdsa.pkcs8.pem"),
    key!("ec-openssh", "jdoe-ecdsa.openssh.pem"),
    key!("ec-p384", "jdoe-p384.pkcs8.pem"),
    key!("ec-p521", "jdoe-p521.pkcs8.pem"),
    key!("alice", "jdoe-alice.pkcs8.pem"),
    key!("acme", "acme.pkcs8.pem"),
    key!("admin", "admin.pkcs8.pem"),
    key!("globex", "globex.pkcs8.pem"),
    key!("retired", "retired.pkcs8.pem"),
    key!("ola", "ola.pkcs8.pem"),
    key!("ola-encrypted", "ola.pkcs8-encrypted.pem"),
    key!("ola-pkcs1", "ola.pkcs1.pem"),
    key!("ola-public", "ola.public.pem"),
    key!("ola-session", "ola-session.pkcs8.pem"),
    key!("reader", "reader.pkcs8.pem"),
];

/// What the vendor's console writes below a key that it lets download, and clients have to skip.
const LABEL: (&str, &str) = ("ola-labelled", "OCI_API_KEY\n");

/// `GET key?format=…`
pub async fn download(RawQuery(text): RawQuery) -> HttpResponse {
    let pairs = query::pairs(text.as_deref().unwrap_or_default());
    let format = pairs.iter().find(|(name, _)| name == "format").map_or("pkcs8", |(_, value)| value.as_str());
    let (format, label) = if format == LABEL.0 { ("ola", LABEL.1) } else { (format, "") };
    let Some((_, file, content)) = FORMATS.iter().find(|(known, _, _)| *known == format) else {
        let known: Vec<_> = FORMATS.iter().map(|(known, _, _)| *known).chain([LABEL.0]).collect();
        let message = format!("format is one of: {}", known.join(", "));
        return send::plain(Response::json(400, &json!({"message": message})));
    };
    let body = format!("{content}{label}").into_bytes();
    let mut response = Response { status: 200, body, ..Response::default() };
    response.headers.push("Content-Type", "application/x-pem-file");
    response.headers.push("Content-Disposition", format!("attachment; filename=\"{file}\""));
    send::plain(response)
}
