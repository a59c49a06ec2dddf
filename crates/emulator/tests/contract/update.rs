//! Section 4.7.

use serde_json::{Value, json};

use crate::support::*;

const PARENT: &str = "eca995fe-b904-11e3-b05a-83a4899322dc";

fn target(id: &str) -> String {
    format!("/my/images/{id}?action=update")
}

#[test]
fn the_documented_example() {
    let mut world = world();
    let body = fixture(include_str!("../fixtures/triton-cloudapi.update.request.json"));
    let response = post(&mut world, &target(PARENT), &body);
    assert_eq!(response.status, 200);
    assert_eq!(response.value(), fixture(include_str!("../fixtures/triton-cloudapi.update.response.json")));
}

#[test]
fn acl_and_tags_are_replaced_whole_and_null_takes_away() {
    let mut world = world();
    let id = id_of(&mut world, "us-east-1", "web-frontend");
    let mut update = |body: Value| post(&mut world, &target(&id), &body).value();
    let image = update(json!({"acl": [ADMIN], "tags": {"only": true}}));
    assert_eq!((&image["acl"], &image["tags"]), (&json!([ADMIN]), &json!({"only": true})));
    let image = update(json!({"acl": [], "homepage": null, "tags": {}}));
    assert!(image.get("acl").is_none() && image.get("homepage").is_none());
    assert_eq!(image["tags"], json!({}));
    assert_eq!(update(json!({"name": null}))["code"], "ValidationFailed");
    assert_eq!(update(json!({"tags": null}))["code"], "ValidationFailed");
}

#[test]
fn refusals() {
    let mut world = world();
    let shared = id_of(&mut world, "us-east-1", "shared-runtime");
    let cases = [
        (target(PARENT), json!({}), 422, "ValidationFailed"),
        (target(PARENT), json!({"state": "disabled", "public": false}), 422, "ValidationFailed"),
        (target(&shared), json!({"name": "mine"}), 422, "NotImageOwner"),
        (target("00000000-0000-4000-8000-000000000000"), json!({"name": "x"}), 404, "ResourceNotFound"),
        (format!("/my/images/{PARENT}?action=enable"), json!({}), 409, "InvalidArgument"),
        (format!("/my/images/{PARENT}"), json!({}), 409, "MissingParameter"),
    ];
    for (target, body, status, code) in cases {
        assert_eq!(problem(&post(&mut world, &target, &body)), (status, code.into()), "{target} {body}");
    }
    let message = post(&mut world, &target(PARENT), &json!({})).value()["message"].clone();
    assert_eq!(message, "invalid image update data: no parameters provided");
    let message = post(&mut world, &target(&shared), &json!({"name": "x"})).value()["message"].clone();
    assert_eq!(message, format!("account {JDOE} is not the owner of image {shared}"));
}

#[test]
fn the_action_may_stand_in_the_body() {
    let body = json!({"action": "update", "name": "from-the-body"});
    let response = post(&mut world(), &format!("/my/images/{PARENT}?name=from-the-query"), &body);
    assert_eq!(response.value()["name"], "from-the-body");
}
