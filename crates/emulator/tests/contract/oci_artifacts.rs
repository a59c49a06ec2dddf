//! Container images (`oci-container-registry.md`).

use image_console_emulator::World;
use image_console_emulator::oci::Kind;
use image_console_emulator::wire::Response;
use serde_json::{Value, json};

use crate::oci_support::*;

const HOUR: i64 = 3_600_000;

fn list(world: &mut World, query: &str) -> Vec<Value> {
    let shop = shop(world);
    rows(&get(world, "artifacts", &format!("/container/images?compartmentId={shop}&limit=1000{query}")))
}

fn restore(world: &mut World, id: &str, body: &Value) -> Response {
    post(world, "artifacts", &format!("/container/images/{id}/actions/restore"), body)
}

fn read(world: &mut World, id: &str) -> Response {
    get(world, "artifacts", &format!("/container/images/{id}"))
}

#[test]
fn restored_with_a_version_or_without() {
    let mut world = world();
    let id = container(&mut world, "shop/api:0.0.1@sha256:");
    let deleted = read(&mut world, &id);
    assert_eq!(
        (&deleted.value()["lifecycleState"], &deleted.value()["versions"]),
        (&json!("DELETED"), &json!([]))
    );
    let response = restore(&mut world, &id, &json!({"version": "0.0.1"}));
    let image = response.value();
    assert_eq!((response.status, &image["lifecycleState"]), (200, &json!("AVAILABLE")));
    assert_eq!((&image["displayName"], &image["version"]), (&json!("shop/api:0.0.1"), &json!("0.0.1")));
    let (_, user, _) = world.oci().identity("ola").unwrap();
    assert_eq!(
        image["versions"],
        json!([{"createdBy": user, "timeCreated": "2024-03-05T10:15:30.000Z", "version": "0.0.1"}])
    );
    assert_ne!(response.headers.get("etag"), deleted.headers.get("etag"));
    for field in ["digest", "layers", "layersSizeInBytes", "pullCount", "timeCreated"] {
        assert_eq!(image[field], deleted.value()[field], "{field}");
    }
    assert_eq!(problem(&restore(&mut world, &id, &json!({}))), (409, "IncorrectState".into()));

    let id = container(&mut world, "shop/api:1.3.0@sha256:");
    let image = restore(&mut world, &id, &json!({})).value();
    assert_eq!((&image["version"], &image["versions"]), (&Value::Null, &json!([])));
    assert!(image["displayName"].as_str().unwrap().starts_with("shop/api:1.3.0@sha256:"));
    let id = container(&mut world, "shop/web:unknown@sha256:");
    assert_eq!(restore(&mut world, &id, &json!({"version": null})).status, 200);
    world.advance(72 * HOUR);
    assert_eq!(read(&mut world, &id).status, 200, "what was restored stays");
}

#[test]
fn past_48_hours_it_is_gone() {
    let mut world = world();
    let [soon, sooner] = ["shop/web:2.0.0@", "shop/web:1.9.9@"].map(|name| container(&mut world, name));
    world.advance(2 * 60_000);
    assert_eq!(problem(&restore(&mut world, &sooner, &json!({}))), (404, "NotAuthorizedOrNotFound".into()));
    world.advance(7 * 60_000);
    assert_eq!(read(&mut world, &soon).status, 200);
    world.advance(60_000);
    assert_eq!(problem(&restore(&mut world, &soon, &json!({}))), (404, "NotAuthorizedOrNotFound".into()));
    assert!(!texts(&list(&mut world, "&lifecycleState=DELETED"), "id").contains(&soon));
}

#[test]
fn deleting_takes_as_long_as_the_switch_says() {
    let mut world = world();
    let id = container(&mut world, "shop/api:1.5.0");
    let path = format!("/container/images/{id}");
    let response = delete(&mut world, "artifacts", &path);
    assert_eq!((response.status, response.headers.get("etag")), (204, None));
    assert_eq!(read(&mut world, &id).value()["lifecycleState"], "DELETED");
    assert_eq!(problem(&delete(&mut world, "artifacts", &path)), (409, "IncorrectState".into()));
    world.oci().switches().set(&json!({"container_delete_ms": 30_000})).unwrap();
    let id = container(&mut world, "shop/api:1.6.0");
    assert_eq!(delete(&mut world, "artifacts", &format!("/container/images/{id}")).status, 204);
    assert_eq!(read(&mut world, &id).value()["lifecycleState"], "DELETING");
    assert_eq!(problem(&restore(&mut world, &id, &json!({}))), (409, "IncorrectState".into()));
    world.advance(30_000);
    assert_eq!(restore(&mut world, &id, &json!({})).status, 200);
}

#[test]
fn bodies_versions_and_etags() {
    let mut world = world();
    let id = container(&mut world, "shop/api:0.0.1@sha256:");
    let path = format!("/container/images/{id}/actions/restore");
    let empty = request("POST", "artifacts", FRA, &path);
    assert_eq!(problem(&send(&mut world, empty)), (400, "CannotParseRequest".into()));
    for version in [json!(""), json!("a b"), json!("-x"), json!(1), json!("v".repeat(129))] {
        let response = restore(&mut world, &id, &json!({"version": version}));
        assert_eq!(problem(&response), (400, "InvalidParameter".into()), "{version}");
    }
    let stale = request("POST", "artifacts", FRA, &path).with_json(&json!({})).with_header("if-match", "old");
    assert_eq!(problem(&send(&mut world, stale)), (412, "NoEtagMatch".into()));
    let reader = request("POST", "artifacts", FRA, &path).with_json(&json!({}));
    assert_eq!(problem(&send_as(&mut world, "reader", reader).response).0, 404);
    let sent = || {
        let request = request("POST", "artifacts", FRA, &path).with_json(&json!({"version": "0.0.1"}));
        request.with_header("opc-retry-token", "r1")
    };
    let (first, again) = (send(&mut world, sent()), send(&mut world, sent()));
    assert_eq!(
        (first.status, &first.body, first.headers.get("etag")),
        (200, &again.body, again.headers.get("etag"))
    );
    assert_eq!(world.oci().executed("RestoreContainerImage", &id), 1);
}

#[test]
fn a_version_moves_unless_the_repository_is_immutable() {
    let mut world = world();
    let deleted = container(&mut world, "shop/web:2.0.0@sha256:");
    let holders: Vec<_> =
        list(&mut world, "&version=2.0.0").iter().map(|image| image["id"].clone()).collect();
    assert_eq!(holders.len(), 1);
    let old = holders[0].as_str().unwrap().to_owned();
    assert_eq!(restore(&mut world, &deleted, &json!({"version": "2.0.0"})).status, 200);
    let was = read(&mut world, &old).value();
    assert_eq!((&was["version"], &was["lifecycleState"]), (&Value::Null, &json!("AVAILABLE")));
    assert!(was["displayName"].as_str().unwrap().starts_with("shop/web:2.0.0@sha256:"));
    let locked = container(&mut world, "shop/locked:1.0.0@sha256:");
    let response = restore(&mut world, &locked, &json!({"version": "1.0.0"}));
    assert_eq!(problem(&response), (409, "Conflict".into()));
    assert_eq!(restore(&mut world, &locked, &json!({"version": "1.0.9"})).status, 200);
    let orphan = container(&mut world, "gone/service:7.1.0@");
    assert_eq!(problem(&restore(&mut world, &orphan, &json!({}))), (404, "NotAuthorizedOrNotFound".into()));
}

#[test]
fn versions_are_removed_and_tags_changed() {
    let mut world = world();
    let id = container(&mut world, "shop/api:1.5.0");
    let path = format!("/container/images/{id}");
    let action = format!("{path}/actions/removeVersion");
    assert_eq!(
        problem(&post(&mut world, "artifacts", &action, &json!({}))),
        (400, "MissingParameter".into())
    );
    assert_eq!(post(&mut world, "artifacts", &action, &json!({"version": "9"})).status, 404);
    let image = post(&mut world, "artifacts", &action, &json!({"version": "1.5.0"})).value();
    assert_eq!((&image["version"], &image["versions"]), (&Value::Null, &json!([])));
    assert!(image["displayName"].as_str().unwrap().starts_with("shop/api:1.5.0@sha256:"));
    assert_eq!(image["lifecycleState"], "AVAILABLE");
    let body = json!({"freeformTags": {"a": "b"}});
    let response = put(&mut world, "artifacts", &path, &body);
    assert_eq!(
        (&response.value()["freeformTags"], response.headers.get("etag").is_some()),
        (&json!({"a": "b"}), true)
    );
}

#[test]
fn lists_filter_and_page() {
    let mut world = world();
    let usual = list(&mut world, "");
    assert!(!texts(&usual, "lifecycleState").contains(&"DELETED".to_owned()), "only when asked for");
    world.oci().switches().set(&json!({"deleted_listed": true})).unwrap();
    assert!(list(&mut world, "").len() > usual.len());
    let deleted = list(&mut world, "&lifecycleState=DELETED");
    assert_eq!(deleted.len(), 8);
    assert!(deleted.iter().any(|image| image.get("systemTags").is_none()));
    assert!(deleted.iter().any(|image| image.get("systemTags").is_some()));
    assert!(deleted.iter().all(|image| image.get("layers").is_none() && image.get("versions").is_none()));
    assert_eq!(list(&mut world, "&lifecycleState=DELETING").len(), 1);
    assert_eq!(list(&mut world, "&repositoryName=shop/*&lifecycleState=AVAILABLE").len(), 24);
    assert_eq!(list(&mut world, "&repositoryName=shop/api&version=1.1*").len(), 3);
    assert_eq!(list(&mut world, "&isVersioned=false&lifecycleState=AVAILABLE").len(), 1);
    let one = &usual[0];
    for (filter, field) in [("imageId", "id"), ("imageDigest", "digest"), ("displayName", "displayName")] {
        let found = list(&mut world, &format!("&{filter}={}", one[field].as_str().unwrap()));
        assert_eq!(found.len(), 1, "{filter}");
    }
    let names = texts(&list(&mut world, "&sortBy=DISPLAYNAME"), "displayName");
    assert!(names.is_sorted());

    let shop = shop(&mut world);
    let path = format!("/container/images?compartmentId={shop}&limit=10");
    let first = get(&mut world, "artifacts", &path).value();
    assert_eq!(first["items"].as_array().unwrap().len(), 10);
    let all = list(&mut world, "").len();
    assert_eq!(first["remainingItemsCount"], all - 10);
    let pages = walk(&mut world, "artifacts", &path);
    assert!(pages[1].is_empty());
    assert_eq!(pages.concat().len(), all);

    let path = format!("/container/images?compartmentId={TENANCY}&compartmentIdInSubtree=true&limit=1000");
    let everything = rows(&get(&mut world, "artifacts", &path));
    let seen = rows(&send_as(&mut world, "reader", request("GET", "artifacts", FRA, &path)).response);
    assert_eq!(everything.len() - seen.len(), 4, "finance is closed");
    let path = format!("/container/images?compartmentId={shop}&compartmentIdInSubtree=true");
    assert_eq!(problem(&get(&mut world, "artifacts", &path)), (400, "InvalidParameter".into()));
}

#[test]
fn repositories_count_what_is_there() {
    let mut world = world();
    let shop = shop(&mut world);
    let path = format!("/container/repositories?compartmentId={shop}");
    let body = get(&mut world, "artifacts", &path).value();
    assert_eq!((&body["repositoryCount"], &body["remainingItemsCount"]), (&json!(5), &json!(0)));
    let items = body["items"].as_array().unwrap();
    let sum: i64 = items.iter().map(|one| one["imageCount"].as_i64().unwrap()).sum();
    assert_eq!((&body["imageCount"], sum), (&json!(24), 24));
    assert!(items.iter().all(|one| one.get("readme").is_none()));
    let api = items.iter().find(|one| one["displayName"] == "shop/api").unwrap();
    let path = format!("/container/repositories/{}", api["id"].as_str().unwrap());
    let whole = get(&mut world, "artifacts", &path).value();
    assert_eq!((&whole["isImmutable"], &whole["readme"]["format"]), (&json!(false), &json!("TEXT_MARKDOWN")));
    assert_eq!(whole["imageCount"], 13);
    let public = format!("/container/repositories?compartmentId={shop}&isPublic=true");
    assert_eq!(rows(&get(&mut world, "artifacts", &public))[0]["displayName"], "shop/web");
}

#[test]
fn fields_are_the_documents() {
    let mut world = world();
    let documented: Value =
        serde_json::from_str(include_str!("../fixtures/oci-container-registry.restore.response.json"))
            .unwrap();
    let id = container(&mut world, "shop/api:1.5.0");
    let image = read(&mut world, &id).value();
    for field in documented.as_object().unwrap().keys() {
        assert!(image.get(field).is_some(), "{field}");
    }
    let sample = world.oci().find(FRA, Kind::ContainerImage, "Duis officia ").unwrap();
    assert_eq!((&sample["pullCount"], &sample["layers"]), (&documented["pullCount"], &documented["layers"]));
}
