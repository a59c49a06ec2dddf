//! A signed-in user of the Cloud Foundry API.

use image_console_emulator::World;
use image_console_emulator::wire::{Request, Response};
use serde_json::Value;

use crate::support::NOW;

pub const API: &str = "api.sys.example.local";
pub const UAA: &str = "uaa.sys.example.local";
pub const ORDERS: &str = "c89b3280-fe8d-4aa0-a42e-44465bb1c61c";

/// A request with a token of the user.
pub fn signed(world: &mut World, user: &str, method: &str, target: &str) -> Request {
    world.settle(NOW);
    let tokens = world.cloud_foundry().sign_in(user).unwrap();
    let token = tokens["access_token"].as_str().unwrap();
    Request::new(method, API, target).with_header("Authorization", &format!("bearer {token}"))
}

pub fn send(world: &mut World, request: &Request) -> Response {
    world.handle(request, NOW).response
}

pub fn get_as(world: &mut World, user: &str, target: &str) -> Response {
    let request = signed(world, user, "GET", target);
    send(world, &request)
}

pub fn get(world: &mut World, target: &str) -> Response {
    get_as(world, "dev", target)
}

pub fn post_as(world: &mut World, user: &str, target: &str, body: &Value) -> Response {
    let request = signed(world, user, "POST", target).with_json(body);
    send(world, &request)
}

/// Restores into an instance as `dev`.
pub fn restore(world: &mut World, guid: &str, body: &Value) -> Response {
    post_as(world, "dev", &format!("/v3/service_instances/{guid}/actions/restore"), body)
}

/// The path of the job that an answer leads to.
pub fn job_path(response: &Response) -> String {
    assert_eq!((response.status, response.body.len()), (202, 0), "{}", response.value());
    let location = response.headers.get("location").unwrap();
    location.strip_prefix("https://api.sys.example.local").unwrap().to_owned()
}

pub fn guid_of(world: &mut World, name: &str) -> String {
    world.cloud_foundry().instance_named(name).unwrap_or_else(|| panic!("no instance {name}"))
}

/// Status, code and title of an error.
pub fn error(response: &Response) -> (u16, i64, String) {
    let first = response.value()["errors"][0].clone();
    (
        response.status,
        first["code"].as_i64().unwrap_or(-1),
        first["title"].as_str().unwrap_or_default().to_owned(),
    )
}

pub fn problem(status: u16, code: i64, title: &str) -> (u16, i64, String) {
    (status, code, title.to_owned())
}
