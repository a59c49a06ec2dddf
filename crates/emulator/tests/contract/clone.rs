//! Section 4.8.

use serde_json::{Value, json};

use crate::support::*;

fn clone(world: &mut image_console_emulator::World, id: &str) -> image_console_emulator::wire::Response {
    post(world, &format!("/my/images/{id}?action=clone"), &json!({}))
}

#[test]
fn a_shared_image_is_copied_to_the_caller() {
    let mut world = world();
    let id = id_of(&mut world, "us-east-1", "shared-runtime");
    let response = clone(&mut world, &id);
    assert_eq!(response.status, 200);
    let image = response.value();
    assert_ne!(image["id"], id);
    assert_eq!((&image["owner"], &image["state"]), (&json!(JDOE), &json!("active")));
    assert_eq!(image["description"], "Shared by Acme with a few accounts.");
    assert!(image.get("acl").is_none());
    let documented = fixture(include_str!("../fixtures/triton-cloudapi.clone.response.json"));
    assert!(documented.as_object().unwrap().keys().all(|field| image.get(field).is_some()));
    let id = image["id"].as_str().unwrap();
    assert_eq!(get(&mut world, &format!("/my/images/{id}")).value(), image);
}

#[test]
fn origins_of_other_customers_are_copied_as_disabled() {
    let mut world = world();
    let id = id_of(&mut world, "us-east-1", "shared-runtime-gpu");
    let image = clone(&mut world, &id).value();
    let origin = image["origin"].as_str().unwrap();
    let origin: Value = get(&mut world, &format!("/my/images/{origin}")).value();
    assert_eq!((&origin["name"], &origin["state"]), (&json!("shared-runtime-base"), &json!("disabled")));
    assert_eq!(origin["owner"], JDOE);
    assert_eq!(origin["origin"], "2b683a82-a066-11e3-97ab-2faa44701c5a", "the operator's stays");
}

#[test]
fn refusals() {
    let mut world = world();
    world
        .triton()
        .put_image("us-east-1", json!({
            "id": "00000000-0000-4000-8000-000000000001", "name": "layer", "version": "1", "type": "docker",
            "owner": ACME, "acl": [JDOE],
        }))
        .unwrap();
    world
        .triton()
        .put_image("us-east-1", json!({
            "id": "00000000-0000-4000-8000-000000000002", "name": "off", "version": "1", "state": "disabled",
            "owner": ACME, "acl": [JDOE],
        }))
        .unwrap();
    world
        .triton()
        .put_image("us-east-1", json!({
            "id": "00000000-0000-4000-8000-000000000003", "name": "parts", "version": "1", "files": [{}, {}],
            "owner": ACME, "acl": [JDOE],
        }))
        .unwrap();
    for (id, status, code) in [
        ("2b683a82-a066-11e3-97ab-2faa44701c5a", 422, "ImageNotShared"),
        ("e42f8c84-bbea-11e2-b920-078fab2aab1f", 422, "ImageNotShared"),
        ("00000000-0000-4000-8000-000000000000", 404, "ResourceNotFound"),
        ("00000000-0000-4000-8000-000000000001", 422, "ValidationFailed"),
        ("00000000-0000-4000-8000-000000000002", 422, "ValidationFailed"),
        ("00000000-0000-4000-8000-000000000003", 400, "NotImplemented"),
    ] {
        assert_eq!(problem(&clone(&mut world, id)), (status, code.into()), "{id}");
    }
    let message = clone(&mut world, "2b683a82-a066-11e3-97ab-2faa44701c5a").value()["message"].clone();
    let swapped = format!("Image {JDOE} is not shared with account 2b683a82-a066-11e3-97ab-2faa44701c5a");
    assert_eq!(message, swapped);
}
