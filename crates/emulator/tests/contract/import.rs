//! Section 4.6 and the front proxy of section 7.3.

use image_console_emulator::World;
use image_console_emulator::wire::Response;
use serde_json::json;

use crate::support::*;

const MYIMAGE: &str = "7eed8e50-e452-428d-9131-bf056aa911bd";

fn import(world: &mut World, query: &str) -> Response {
    post(world, &format!("/my/images?action=import-from-datacenter&{query}"), &json!({}))
}

fn import_named(world: &mut World, name: &str) -> (Response, String) {
    let id = id_of(world, "eu-central-1", name);
    (import(world, &format!("datacenter=eu-central-1&id={id}")), format!("/my/images/{id}"))
}

#[test]
fn the_image_arrives_as_it_was() {
    let mut world = world();
    let response = import(&mut world, &format!("datacenter=eu-central-1&id={MYIMAGE}"));
    assert_eq!(response.status, 200);
    let documented = fixture(include_str!("../fixtures/triton-cloudapi.import.response.json"));
    for field in ["id", "name", "version", "os", "type", "description", "files", "public", "state"] {
        assert_eq!(response.value()[field], documented[field], "{field}");
    }
    assert_eq!(response.value()["published_at"], "2015-02-28T10:50:42Z");
    assert_eq!(get(&mut world, &format!("/my/images/{MYIMAGE}")).value(), response.value());
}

#[test]
fn the_origin_chain_comes_along() {
    let mut world = world();
    let origin = id_of(&mut world, "eu-central-1", "eu-app-base");
    assert_eq!(get(&mut world, &format!("/my/images/{origin}")).status, 404);
    assert_eq!(import_named(&mut world, "eu-app").0.status, 200);
    assert_eq!(get(&mut world, &format!("/my/images/{origin}")).status, 200);
}

#[test]
fn refusals() {
    let mut world = world();
    let on_frozen = id_of(&mut world, "eu-central-1", "eu-on-frozen-base");
    let orphan = id_of(&mut world, "eu-central-1", "eu-orphan");
    let frozen = id_of(&mut world, "eu-central-1", "eu-frozen-base");
    world.triton().remove_image("us-east-1", "2b683a82-a066-11e3-97ab-2faa44701c5a");
    let nowhere = "00000000-0000-4000-8000-000000000000";
    for (query, status, code) in [
        (format!("id={MYIMAGE}"), 409, "MissingParameter"),
        ("datacenter=eu-central-1".into(), 409, "InvalidArgument"),
        ("datacenter=eu-central-1&id=x".into(), 409, "InvalidArgument"),
        (format!("datacenter=mars-1&id={MYIMAGE}"), 422, "ValidationFailed"),
        (format!("datacenter=us-east-1&id={MYIMAGE}"), 422, "ValidationFailed"),
        (format!("datacenter=eu-central-1&id={nowhere}"), 404, "ResourceNotFound"),
        ("datacenter=eu-central-1&id=2b683a82-a066-11e3-97ab-2faa44701c5a".into(), 401, "UnauthorizedError"),
        (
            "datacenter=eu-central-1&id=e42f8c84-bbea-11e2-b920-078fab2aab1f".into(),
            409,
            "ImageUuidAlreadyExists",
        ),
        (format!("datacenter=eu-central-1&id={on_frozen}"), 422, "OriginIsNotActive"),
        (format!("datacenter=eu-central-1&id={orphan}"), 404, "ResourceNotFound"),
        (format!("datacenter=eu-central-1&id={frozen}"), 500, "InternalError"),
    ] {
        assert_eq!(problem(&import(&mut world, &query)), (status, code.into()), "{query}");
    }
    let response = import(&mut world, &format!("datacenter=mars-1&id={MYIMAGE}"));
    assert_eq!(response.value()["errors"][0]["field"], "datacenter");
    let message = response.value()["errors"][0]["message"].as_str().unwrap().to_owned();
    assert!(message.ends_with("must be one of: us-east-1, eu-central-1"), "{message}");
}

#[test]
fn the_front_proxy_cuts_a_long_one_off_and_it_arrives_later() {
    let mut world = world();
    let (response, target) = import_named(&mut world, "import-takes-180s");
    assert_eq!(problem(&response), (503, "ServiceUnavailable".into()));
    assert_eq!(response.headers.get("request-id"), None, "it does not come from CloudAPI");
    assert_eq!(get(&mut world, &target).status, 404);
    world.advance(59_000);
    assert_eq!(get(&mut world, &target).status, 404);
    world.advance(1_000);
    assert_eq!(get(&mut world, &target).status, 200);
}

#[test]
fn status_201_by_name_or_by_switch() {
    let mut world = world();
    assert_eq!(import_named(&mut world, "import-201").0.status, 201);
    world.triton().switches().set(&json!({"import_status": 201})).unwrap();
    assert_eq!(import_named(&mut world, "myimage").0.status, 201);
    world.triton().switches().set(&json!({"import_cut": true})).unwrap();
    let (response, target) = import_named(&mut world, "eu-app");
    assert_eq!(response.status, 503);
    world.advance(60_000);
    assert_eq!(get(&mut world, &target).status, 200);
}
