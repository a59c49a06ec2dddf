//! Retry tokens and request ids (`oci-compute.md`, sections 2.1 and 2.5).

use image_console_emulator::oci::Kind;
use image_console_emulator::wire::Request;
use image_console_emulator::{Fault, World};
use serde_json::json;

use crate::oci_support::*;

fn export(world: &mut World, object: &str, token: &str) -> Request {
    let id = image(world, "ol8-web-2024-03");
    let body = json!({
        "destinationType": "objectStorageTuple", "namespaceName": BUCKETS, "bucketName": "backups",
        "objectName": object,
    });
    let path = format!("/images/{id}/actions/export");
    request("POST", "compute", FRA, &path).with_json(&body).with_header("opc-retry-token", token)
}

#[test]
fn the_same_intent_is_carried_out_once_and_answered_alike() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    let etag = world.oci().etag(FRA, Kind::Image, &id).unwrap();
    let attempt = export(&mut world, "x.oci", "t1").with_header("if-match", &etag);
    let first = send(&mut world, attempt.clone());
    world.advance(3_600_000);
    let again = send(&mut world, attempt);
    assert_eq!((first.status, again.status), (200, 200));
    assert_eq!(first.body, again.body);
    for header in ["etag", "opc-work-request-id"] {
        assert_eq!(first.headers.get(header), again.headers.get(header));
    }
    assert_ne!(first.headers.get("opc-request-id"), again.headers.get("opc-request-id"));
    assert_eq!(world.oci().executed("ExportImage", &id), 1);

    let other = export(&mut world, "y.oci", "t1");
    assert_eq!(problem(&send(&mut world, other)), (409, "InvalidatedRetryToken".into()));
    world.advance(23 * 3_600_000);
    let later = export(&mut world, "y.oci", "t1");
    assert_eq!(send(&mut world, later).status, 200, "after 24 hours the token is free");
    assert_eq!(world.oci().executed("ExportImage", &id), 2);
}

#[test]
fn what_was_refused_may_be_tried_again_with_its_token() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    world.oci().set_state(FRA, Kind::Image, &id, "DISABLED");
    let attempt = export(&mut world, "x.oci", "t2");
    assert_eq!(send(&mut world, attempt.clone()).status, 409);
    world.oci().set_state(FRA, Kind::Image, &id, "AVAILABLE");
    assert_eq!(send(&mut world, attempt).status, 200);
    let long = export(&mut world, "x.oci", &"t".repeat(65));
    assert_eq!(problem(&send(&mut world, long)), (400, "InvalidParameter".into()));
}

#[test]
fn a_lost_answer_is_given_again() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    let attempt = export(&mut world, "x-fault-drop-after.oci", "t3");
    let lost = send_as(&mut world, "ola", attempt.clone());
    assert!(lost.effects.drop);
    let found = send_as(&mut world, "ola", attempt);
    assert_eq!((found.response.status, found.effects.drop), (200, false));
    assert_eq!(world.oci().executed("ExportImage", &id), 1);

    world.advance(20_000);
    world.add_fault(Fault::on("POST", "/20160918/images/*/actions/export").times(1).after().dropped());
    let attempt = export(&mut world, "y.oci", "t4");
    assert!(send_as(&mut world, "ola", attempt.clone()).effects.drop);
    assert_eq!(send(&mut world, attempt).status, 200);
    assert_eq!(world.oci().executed("ExportImage", &id), 2);
}

#[test]
fn tokens_belong_to_their_user() {
    let mut world = world();
    let attempt = export(&mut world, "x.oci", "t5");
    assert_eq!(send(&mut world, attempt.clone()).status, 200);
    let reader = send_as(&mut world, "reader", attempt).response;
    assert_eq!(reader.status, 404);
}

#[test]
fn request_ids_go_on_from_the_clients() {
    let mut world = world();
    let shop = shop(&mut world);
    let path = format!("/images?compartmentId={shop}");
    let id = |world: &mut World, given: &str| {
        let request = request("GET", "compute", FRA, &path).with_header("opc-request-id", given);
        send(world, request).headers.get("opc-request-id").unwrap().to_owned()
    };
    let found = id(&mut world, "mine_1");
    assert!(found.starts_with("mine_1/") && found.split('/').count() == 3, "{found}");
    assert!(!id(&mut world, "no spaces allowed").contains("allowed"));
    let storage = request("GET", "storage", FRA, "/n").with_header("opc-client-request-id", "c1");
    assert_eq!(send(&mut world, storage).headers.get("opc-client-request-id"), Some("c1"));
}
