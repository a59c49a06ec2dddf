//! A world and a way to call its OCI regions as one of their users.

use image_console_emulator::oci::Kind;
use image_console_emulator::wire::{Reply, Request, Response};
use image_console_emulator::{Seed, World};
use serde_json::Value;

pub use crate::vectors::NOW;

pub const FRA: &str = "eu-frankfurt-1";
pub const IAD: &str = "us-ashburn-1";
pub const TENANCY: &str = "ocid1.tenancy.oc1..aaaaaaaaimage4console7emulated2tenancy5for6demo3and2tests7aaaa";
pub const BUCKETS: &str = "axaxnpcrorw5";

/// A fresh world with its default images.
pub fn world() -> World {
    World::new(Seed::default(), NOW)
}

/// The host of a service in a region, as the documents have it.
pub fn host(service: &str, region: &str) -> String {
    match service {
        "compute" => format!("iaas.{region}.oraclecloud.com"),
        "storage" => format!("objectstorage.{region}.oraclecloud.com"),
        other => format!("{other}.{region}.oci.oraclecloud.com"),
    }
}

/// A request to a service; the path is the one after the version.
pub fn request(method: &str, service: &str, region: &str, path: &str) -> Request {
    let version = if service == "storage" { "" } else { "/20160918" };
    Request::new(method, &host(service, region), &format!("{version}{path}"))
}

/// Signs as a user and sends.
pub fn send_as(world: &mut World, user: &str, mut request: Request) -> Reply {
    let clock = world.moment(NOW).clock;
    world.oci().sign_for(user, &mut request, clock).unwrap();
    world.handle(&request, NOW)
}

pub fn send(world: &mut World, request: Request) -> Response {
    send_as(world, "ola", request).response
}

/// `ola` reads in the first region.
pub fn get(world: &mut World, service: &str, path: &str) -> Response {
    send(world, request("GET", service, FRA, path))
}

pub fn post(world: &mut World, service: &str, path: &str, body: &Value) -> Response {
    send(world, request("POST", service, FRA, path).with_json(body))
}

pub fn put(world: &mut World, service: &str, path: &str, body: &Value) -> Response {
    send(world, request("PUT", service, FRA, path).with_json(body))
}

pub fn delete(world: &mut World, service: &str, path: &str) -> Response {
    send(world, request("DELETE", service, FRA, path))
}

/// Status and `code`.
pub fn problem(response: &Response) -> (u16, String) {
    assert!(response.headers.get("opc-request-id").is_some());
    (response.status, response.value()["code"].as_str().unwrap_or("none").to_owned())
}

/// OCID of a compute image of the first region.
pub fn image(world: &mut World, name: &str) -> String {
    image_in(world, FRA, name)
}

pub fn image_in(world: &mut World, region: &str, name: &str) -> String {
    world.oci().id_of(region, Kind::Image, name).unwrap_or_else(|| panic!("no image {name}"))
}

/// OCID of the container image of the first region whose name begins so.
pub fn container(world: &mut World, name: &str) -> String {
    container_in(world, FRA, name)
}

pub fn container_in(world: &mut World, region: &str, name: &str) -> String {
    let all = world.oci().all(region, Kind::ContainerImage);
    let fits = |image: &&Value| image["displayName"].as_str().is_some_and(|known| known.starts_with(name));
    let found = all.iter().find(fits).unwrap_or_else(|| panic!("no container image {name}"));
    found["id"].as_str().unwrap().to_owned()
}

/// The rows of a list, be it bare or in an envelope.
pub fn rows(response: &Response) -> Vec<Value> {
    assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
    let value = response.value();
    value.as_array().or_else(|| value["items"].as_array()).unwrap().clone()
}

/// All pages of a list, page by page.
pub fn walk(world: &mut World, service: &str, path: &str) -> Vec<Vec<Value>> {
    let mut pages = Vec::new();
    let mut page = String::new();
    loop {
        let response = get(world, service, &format!("{path}{page}"));
        pages.push(rows(&response));
        match response.headers.get("opc-next-page") {
            Some(next) => page = format!("&page={next}"),
            None => return pages,
        }
    }
}

/// The values of a text field.
pub fn texts(rows: &[Value], field: &str) -> Vec<String> {
    rows.iter().map(|row| row[field].as_str().unwrap_or_default().to_owned()).collect()
}

pub fn shop(world: &mut World) -> String {
    world.oci().compartment("shop")
}
