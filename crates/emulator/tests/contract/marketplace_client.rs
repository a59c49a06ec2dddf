//! A publisher's client, as the document's examples have it.

use image_console_emulator::World;
use image_console_emulator::wire::{Request, Response};
use serde_json::Value;

use crate::support::NOW;

pub const HOST: &str = "ocm-apis.cloud.oracle.com";
pub const BASE: &str = "/appstore/publisher/v1";
pub const IMAGES: &str = "/appstore/publisher/v1/machineimages";

/// A request with a token and a user.
pub fn signed(world: &mut World, method: &str, target: &str) -> Request {
    world.settle(NOW);
    let token = world.marketplace().token();
    Request::new(method, HOST, target)
        .with_header("Accept", "application/json")
        .with_header("X-Oracle-UserId", "partner@example.com")
        .with_header("Authorization", &format!("Bearer {token}"))
}

pub fn send(world: &mut World, request: &Request) -> Response {
    world.handle(request, NOW).response
}

pub fn call(world: &mut World, method: &str, target: &str) -> Response {
    let request = signed(world, method, target);
    send(world, &request)
}

pub fn get(world: &mut World, target: &str) -> Response {
    call(world, "GET", target)
}

/// The detailed status of an upload that is there.
pub fn status(world: &mut World, id: i64) -> Value {
    let response = get(world, &format!("{IMAGES}/{id}"));
    assert_eq!(response.status, 200, "{id}");
    response.value()
}

/// The upload of an application.
pub fn id_of(world: &mut World, application: &str) -> i64 {
    world.marketplace().upload_of(application).unwrap_or_else(|| panic!("no upload {application}"))
}

/// A multipart form of named parts.
pub fn form(mut request: Request, parts: &[(&str, &[u8])]) -> Request {
    request.headers.set("Content-Type", "multipart/form-data; boundary=frontier");
    for (name, bytes) in parts {
        let head = format!("--frontier\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        request.body.extend_from_slice(head.as_bytes());
        request.body.extend_from_slice(bytes);
        request.body.extend_from_slice(b"\r\n");
    }
    request.body.extend_from_slice(b"--frontier--\r\n");
    request
}

pub const DESCRIPTION: &[u8] =
    br#"{"application":"SHOP","version":"2.4.0","operatingSystem":"Linux","overwriteStorageFile":false}"#;

/// Creates an upload; with chunks when more than one is announced.
pub fn create(world: &mut World, description: &[u8], chunks: i64) -> Response {
    let mut request = signed(world, "POST", IMAGES).with_header("X-File-Name", "shop.tar.gz");
    if chunks > 1 {
        request = request.with_header("X-Number-Of-Chunks", &chunks.to_string());
    }
    send(world, &form(request, &[("file", b"first bytes"), ("json", description)]))
}

/// The id that a creation has answered: a string with a number in it.
pub fn entity(response: &Response) -> i64 {
    assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
    response.value()["entityId"].as_str().unwrap().parse().unwrap()
}
