//! A world and a way to call it as one of its accounts.

use image_console_emulator::wire::{Reply, Request, Response};
use image_console_emulator::{Seed, World};
use serde_json::Value;

pub const US: &str = "us-east-1.api.example.com";
pub const EU: &str = "eu-central-1.api.example.com";
pub use crate::vectors::NOW;
pub const JDOE: &str = "47034e57-42d1-0342-b302-00db733e8c8a";
pub const ACME: &str = "77034e57-42d1-0342-b302-00db733e8c8a";
pub const ADMIN: &str = "930896af-bf8c-48d4-885c-6573a94b1853";

/// A fresh world with its default catalogue.
pub fn world() -> World {
    World::new(Seed::default(), NOW)
}

/// Signs as `login` (or `login:subuser`) and sends.
pub fn send_as(world: &mut World, login: &str, mut request: Request) -> Reply {
    let clock = world.moment(NOW).clock;
    world.triton().sign_for(login, &mut request, clock).unwrap();
    world.handle(&request, NOW)
}

/// The demo account calls the first datacenter.
pub fn get(world: &mut World, target: &str) -> Response {
    send_as(world, "jdoe", Request::new("GET", US, target)).response
}

pub fn post(world: &mut World, target: &str, body: &Value) -> Response {
    send_as(world, "jdoe", Request::new("POST", US, target).with_json(body)).response
}

pub fn delete(world: &mut World, target: &str) -> Response {
    send_as(world, "jdoe", Request::new("DELETE", US, target)).response
}

/// Status and `code`.
pub fn problem(response: &Response) -> (u16, String) {
    (response.status, response.value()["code"].as_str().unwrap_or("none").to_owned())
}

/// The names in a list of images or machines.
pub fn names(response: &Response) -> Vec<String> {
    assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
    let list = response.value();
    list.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// An image of the first datacenter by name, whoever owns it.
pub fn id_of(world: &mut World, datacenter: &str, name: &str) -> String {
    let images = world.triton().images(datacenter);
    let image =
        images.iter().find(|image| image["name"] == name).unwrap_or_else(|| panic!("no image {name}"));
    image["id"].as_str().unwrap().to_owned()
}

/// The demo account's machine with that name.
pub fn machine(world: &mut World, name: &str) -> String {
    let machines = world.triton().machines("us-east-1");
    let machine = machines.iter().find(|machine| machine["name"] == name).unwrap();
    machine["id"].as_str().unwrap().to_owned()
}

/// A documented body.
pub fn fixture(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}
