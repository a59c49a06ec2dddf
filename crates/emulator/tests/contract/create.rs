//! Section 4.5, and the states of section 3.1.

use image_console_emulator::World;
use image_console_emulator::wire::Request;
use serde_json::{Value, json};

use crate::support::*;

fn create(world: &mut World, machine_name: &str, name: &str) -> String {
    let machine = machine(world, machine_name);
    let response = post(world, "/my/images", &json!({"machine": machine, "name": name, "version": "1.0.0"}));
    assert_eq!(response.status, 201, "{}", response.value());
    response.value()["id"].as_str().unwrap().to_owned()
}

fn image(world: &mut World, id: &str) -> Value {
    get(world, &format!("/my/images/{id}")).value()
}

#[test]
fn the_documented_request_makes_a_placeholder() {
    let mut world = world();
    let request = fixture(include_str!("../fixtures/triton-cloudapi.create.request.json"));
    let documented = fixture(include_str!("../fixtures/triton-cloudapi.create.response.json"));
    let response = post(&mut world, "/my/images", &request);
    assert_eq!(response.status, 201);
    let body = response.value();
    let id = body["id"].as_str().unwrap();
    assert_eq!(response.headers.get("location"), Some(format!("/jdoe/images/{id}").as_str()));
    assert_eq!(response.headers.get("x-joyent-jobid").unwrap().len(), 36);
    let mut fields: Vec<_> = documented.as_object().unwrap().keys().collect();
    fields.retain(|field| !matches!(field.as_str(), "owner" | "public"));
    assert_eq!(body.as_object().unwrap().keys().collect::<Vec<_>>(), fields, "owner and public only later");
    assert_eq!(body["state"], "creating");
    assert_eq!(image(&mut world, id)["owner"], JDOE);
}

#[test]
fn it_becomes_active_after_a_while() {
    let mut world = world();
    let id = create(&mut world, "edge-1", "edge");
    world.advance(14_000);
    let placeholder = image(&mut world, &id);
    assert_eq!(placeholder["state"], "creating");
    assert!(["files", "os", "type", "published_at"].iter().all(|field| placeholder.get(*field).is_none()));
    world.advance(1_000);
    let active = image(&mut world, &id);
    assert_eq!(
        (&active["state"], &active["os"], &active["type"]),
        (&json!("active"), &json!("smartos"), &json!("zone-dataset"))
    );
    assert_eq!(active["published_at"], "2024-03-05T10:15:45.000Z");
    assert_eq!(active["origin"].as_str().unwrap(), id_of(&mut world, "us-east-1", "minimal-64-lts"));
    assert_eq!(active["files"].as_array().unwrap().len(), 1);
}

#[test]
fn each_way_to_fail() {
    for (machine, name, code) in [
        ("fails-PrepareImageDidNotRun", "a", "PrepareImageDidNotRun"),
        ("web-1", "fails-VmHasNoOrigin", "VmHasNoOrigin"),
        ("fails-NotSupported", "a", "NotSupported"),
        ("fails-InternalError", "a", "InternalError"),
        ("without-origin", "a", "VmHasNoOrigin"),
        ("from-custom-image", "a", "NotSupported"),
    ] {
        let mut world = world();
        let id = create(&mut world, machine, name);
        world.advance(15_000);
        let failed = image(&mut world, &id);
        assert_eq!(
            (&failed["state"], &failed["error"]["code"]),
            (&json!("failed"), &json!(code)),
            "{machine} {name}"
        );
        assert!(failed.get("published_at").is_none());
    }
}

#[test]
fn the_workflow_has_a_limit_and_placeholders_are_purged() {
    let mut world = world();
    let id = create(&mut world, "web-1", "takes-9000s");
    world.advance(3_629_000);
    assert_eq!(image(&mut world, &id)["state"], "creating");
    world.advance(1_000);
    assert_eq!(image(&mut world, &id)["error"]["code"], "InternalError");
    world.advance(7 * 86_400_000);
    assert_eq!(image(&mut world, &id)["code"], "ResourceNotFound");
}

#[test]
fn an_active_image_is_not_purged() {
    let mut world = world();
    let id = create(&mut world, "takes-120s", "kept");
    world.advance(119_000);
    assert_eq!(image(&mut world, &id)["state"], "creating");
    world.advance(8 * 86_400_000);
    assert_eq!(image(&mut world, &id)["state"], "active");
}

#[test]
fn what_is_missing_is_named_in_order() {
    let mut world = world();
    for (body, message) in [
        (json!({"name": "a", "version": "1"}), "machine is a required argument"),
        (json!({"machine": "x", "version": "1"}), "Image name is a required argument"),
        (json!({"machine": "x", "name": "a"}), "Image version is a required argument"),
    ] {
        let response = post(&mut world, "/my/images", &body);
        assert_eq!(problem(&response), (409, "MissingParameter".into()));
        assert_eq!(response.value()["message"], message);
    }
}

#[test]
fn bad_fields_and_machines() {
    let mut world = world();
    let source = machine(&mut world, "web-1");
    let body = json!({"machine": source, "name": "a:b", "version": "1 0", "acl": ["acme"], "tags": "x"});
    let response = post(&mut world, "/my/images", &body);
    assert_eq!(problem(&response), (422, "ValidationFailed".into()));
    assert_eq!(response.value()["message"], "invalid image data: name, version, acl, tags");
    let fields: Vec<_> =
        response.value()["errors"].as_array().unwrap().iter().map(|e| e["field"].clone()).collect();
    assert_eq!(fields, ["name", "version", "acl", "tags"]);

    let deleted = machine(&mut world, "is-deleted");
    let docker = machine(&mut world, "docker-2");
    for id in ["not-an-id", deleted.as_str(), docker.as_str()] {
        let response = post(&mut world, "/my/images", &json!({"machine": id, "name": "a", "version": "1"}));
        assert_eq!(problem(&response), (422, "InvalidParameter".into()));
        assert_eq!(response.value()["errors"][0]["field"], "vm_uuid");
    }
    let response = post(&mut world, "/my/images?action=dance", &json!({}));
    assert_eq!(problem(&response), (409, "InvalidArgument".into()));
}

#[test]
fn given_fields_come_back_and_lx_gets_its_kernel() {
    let mut world = world();
    let source = machine(&mut world, "lx-1");
    let body = json!({
        "machine": source, "name": "ci", "version": "2", "tags": {"team": "ci"}, "acl": [ACME],
        "description": "d", "homepage": "https://x", "eula": "http://y", "unknown": 1,
    });
    let answer = post(&mut world, "/my/images", &body).value();
    assert_eq!(answer["tags"]["team"], "ci");
    assert!(answer["tags"]["kernel_version"].is_string());
    assert_eq!((&answer["acl"], &answer["eula"]), (&json!([ACME]), &json!("http://y")));
    assert!(answer.get("unknown").is_none());
}

#[test]
fn role_tags_are_kept() {
    let mut world = world();
    let source = machine(&mut world, "web-1");
    let request = Request::new("POST", US, "/my/images")
        .with_header("role-tag", "readers,editors")
        .with_json(&json!({"machine": source, "name": "a", "version": "1"}));
    let id = send_as(&mut world, "jdoe", request).response.value()["id"].as_str().unwrap().to_owned();
    world.advance(60_000);
    let response = get(&mut world, &format!("/my/images/{id}"));
    assert_eq!(response.headers.get("role-tag"), Some("readers,editors"));
}
