//! The companions of ExportImage (`oci-compute.md`, section 4.5).

use image_console_emulator::oci::Kind;
use serde_json::{Value, json};

use crate::oci_support::*;

#[test]
fn get_with_etag() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    let response = get(&mut world, "compute", &format!("/images/{id}"));
    assert_eq!(response.headers.get("etag").map(str::to_owned), world.oci().etag(FRA, Kind::Image, &id));
    let documented: Value =
        serde_json::from_str(include_str!("../fixtures/oci-compute.export.response.json")).unwrap();
    for field in documented.as_object().unwrap().keys() {
        assert!(response.value().get(field).is_some(), "{field}");
    }
    let missing = get(&mut world, "compute", "/images/ocid1.image.oc1..none");
    assert_eq!(problem(&missing), (404, "NotAuthorizedOrNotFound".into()));
}

#[test]
fn update_changes_what_is_given() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    let path = format!("/images/{id}");
    let body = json!({"displayName": "Grüße", "freeformTags": {"a": "b"}, "sizeInMBs": 1});
    let response = put(&mut world, "compute", &path, &body);
    let image = response.value();
    assert_eq!((&image["displayName"], &image["freeformTags"]), (&json!("Grüße"), &json!({"a": "b"})));
    assert_eq!(image["sizeInMBs"], 47_694);
    assert!(response.headers.get("etag").is_some());
    for body in [json!({"displayName": ""}), json!({"displayName": 1}), json!({"freeformTags": {"a": 1}})] {
        assert_eq!(problem(&put(&mut world, "compute", &path, &body)).0, 400, "{body}");
    }
    let stale = request("PUT", "compute", FRA, &path).with_json(&json!({})).with_header("if-match", "old");
    assert_eq!(problem(&send(&mut world, stale)), (412, "NoEtagMatch".into()));
}

#[test]
fn delete_is_204_and_forgotten_after_a_day() {
    let mut world = world();
    let busy = image(&mut world, "appliance-upload");
    assert_eq!(
        problem(&delete(&mut world, "compute", &format!("/images/{busy}"))),
        (409, "IncorrectState".into())
    );
    let id = image(&mut world, "ol8-web-2024-03");
    let path = format!("/images/{id}");
    let response = delete(&mut world, "compute", &path);
    assert_eq!((response.status, response.body.len()), (204, 0));
    assert!(response.headers.get("etag").is_none() && response.headers.get("opc-request-id").is_some());
    assert_eq!(get(&mut world, "compute", &path).value()["lifecycleState"], "DELETED");
    assert_eq!(problem(&delete(&mut world, "compute", &path)).0, 404);
    world.advance(86_400_000);
    assert_eq!(get(&mut world, "compute", &path).status, 404);
}

#[test]
fn create_from_an_instance_or_from_an_object() {
    let mut world = world();
    let shop = shop(&mut world);
    let source = json!({
        "sourceType": "objectStorageTuple", "namespaceName": BUCKETS, "bucketName": "backups",
        "objectName": "a.qcow2", "sourceImageType": "QCOW2",
    });
    for (body, state) in [
        (
            json!({"compartmentId": shop, "displayName": "a", "instanceId": "ocid1.instance.oc1..x"}),
            "PROVISIONING",
        ),
        (json!({"compartmentId": shop, "displayName": "b", "imageSourceDetails": source}), "IMPORTING"),
    ] {
        let response = post(&mut world, "compute", "/images", &body);
        assert_eq!((response.status, &response.value()["lifecycleState"]), (200, &json!(state)));
        let work = response.headers.get("opc-work-request-id").unwrap();
        let path = format!("/workRequests/{work}");
        world.advance(20_000);
        let work = get(&mut world, "compute", &path).value();
        assert_eq!(
            (&work["status"], &work["resources"][0]["actionType"]),
            (&json!("SUCCEEDED"), &json!("CREATED"))
        );
        let id = response.value()["id"].as_str().unwrap().to_owned();
        let image = get(&mut world, "compute", &format!("/images/{id}")).value();
        assert_eq!(image["lifecycleState"], "AVAILABLE");
    }
    for (body, status) in [
        (json!({"displayName": "a", "instanceId": "ocid1.instance.oc1..x"}), 400),
        (json!({"compartmentId": shop}), 400),
        (json!({"compartmentId": shop, "instanceId": "x"}), 404),
        (
            json!({"compartmentId": world.oci().compartment("old-project"), "instanceId": "ocid1.instance.x"}),
            404,
        ),
    ] {
        assert_eq!(post(&mut world, "compute", "/images", &body).status, status, "{body}");
    }
}

#[test]
fn another_compartment() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    let path = format!("/images/{id}/actions/changeCompartment");
    let build = world.oci().compartment("build");
    assert_eq!(post(&mut world, "compute", &path, &json!({"compartmentId": build})).status, 204);
    assert_eq!(get(&mut world, "compute", &format!("/images/{id}")).value()["compartmentId"], build.as_str());
    let gone = world.oci().compartment("old-project");
    let refused = post(&mut world, "compute", &path, &json!({"compartmentId": gone}));
    assert_eq!(problem(&refused), (400, "RelatedResourceNotAuthorizedOrNotFound".into()));
    assert_eq!(problem(&post(&mut world, "compute", &path, &json!({}))), (400, "MissingParameter".into()));
}

#[test]
fn unknown_paths_and_methods() {
    let mut world = world();
    assert_eq!(problem(&get(&mut world, "compute", "/instances")), (404, "NotFound".into()));
    assert_eq!(problem(&get(&mut world, "artifacts", "/images")), (404, "NotFound".into()));
    assert_eq!(problem(&delete(&mut world, "compute", "/images")), (405, "MethodNotAllowed".into()));
    let options = request("OPTIONS", "compute", FRA, "/images").with_header("origin", "http://localhost");
    let response = world.handle(&options, NOW).response;
    assert_eq!(response.status, 401);
    assert!(response.headers.iter().all(|(name, _)| !name.to_lowercase().starts_with("access-control")));
}
