//! Faults by name.

use image_console_emulator::oci::Kind;
use serde_json::{Value, json};

use crate::oci_support::*;

fn tuple(object: &str) -> Value {
    json!({
        "destinationType": "objectStorageTuple", "namespaceName": BUCKETS, "bucketName": "backups",
        "objectName": object,
    })
}

#[test]
fn every_documented_error_is_within_reach() {
    let mut world = world();
    let id = image(&mut world, "ol8-web-2024-03");
    for (word, status, code) in [
        ("400", 400, "InvalidParameter"),
        ("400-parse", 400, "CannotParseRequest"),
        ("400-missing", 400, "MissingParameter"),
        ("400-limit", 400, "LimitExceeded"),
        ("400-quota", 400, "QuotaExceeded"),
        ("400-related", 400, "RelatedResourceNotAuthorizedOrNotFound"),
        ("401", 401, "NotAuthenticated"),
        ("402", 402, "SignUpRequired"),
        ("403", 403, "NotAuthorized"),
        ("403-allowed", 403, "NotAllowed"),
        ("403-signup", 403, "SignUpRequired"),
        ("404", 404, "NotAuthorizedOrNotFound"),
        ("404-plain", 404, "NotFound"),
        ("404-parameter", 404, "InvalidParameter"),
        ("404-namespace", 404, "NamespaceNotFound"),
        ("405", 405, "MethodNotAllowed"),
        ("409", 409, "IncorrectState"),
        ("409-conflict", 409, "Conflict"),
        ("409-token", 409, "InvalidatedRetryToken"),
        ("409-exists", 409, "NotAuthorizedOrResourceAlreadyExists"),
        ("409-external", 409, "ExternalServerIncorrectState"),
        ("409-locked", 409, "ResourceLocked"),
        ("409-lock", 409, "LockConflict"),
        ("412", 412, "NoEtagMatch"),
        ("413", 413, "PayloadTooLarge"),
        ("422", 422, "UnprocessableEntity"),
        ("429", 429, "TooManyRequests"),
        ("431", 431, "RequestHeaderFieldsTooLarge"),
        ("500", 500, "InternalServerError"),
        ("501", 501, "MethodNotImplemented"),
        ("503", 503, "ServiceUnavailable"),
        ("503-unreachable", 503, "ExternalServerUnreachable"),
        ("503-timeout", 503, "ExternalServerTimeout"),
        ("503-invalid", 503, "ExternalServerInvalidResponse"),
    ] {
        let body = tuple(&format!("my-fault-{word}"));
        let response = post(&mut world, "compute", &format!("/images/{id}/actions/export"), &body);
        assert_eq!(problem(&response), (status, code.into()), "{word}");
        assert!(response.value()["message"].is_string());
    }
    assert!(world.oci().executions().is_empty());
    let body = tuple("fault-500-template");
    let response = post(&mut world, "compute", &format!("/images/{id}/actions/export"), &body).value();
    assert_eq!(response["originalMessage"], "Host images-7 did not answer.");
    assert_eq!(response["messageArguments"], json!({"host": "images-7"}));
    let response =
        post(&mut world, "compute", &format!("/images/{id}/actions/export"), &tuple("fault-429-retry-after"));
    assert_eq!(response.headers.get("retry-after"), Some("2"));
}

#[test]
fn after_once_and_the_network() {
    let mut world = world();
    let path = |id: &str| format!("/images/{id}/actions/export");
    let id = image(&mut world, "ol8-web-2024-03");
    let response = post(&mut world, "compute", &path(&id), &tuple("fault-500-after"));
    assert_eq!(response.status, 500);
    assert_eq!(world.oci().executed("ExportImage", &id), 1);
    world.advance(20_000);
    let once = tuple("fault-503-once");
    assert_eq!(post(&mut world, "compute", &path(&id), &once).status, 503);
    assert_eq!(post(&mut world, "compute", &path(&id), &once).status, 200);
    world.advance(20_000);
    for (object, hang, drop) in [("fault-hang", true, false), ("fault-drop", false, true)] {
        let attempt = request("POST", "compute", FRA, &path(&id)).with_json(&tuple(object));
        let effects = send_as(&mut world, "ola", attempt).effects;
        assert_eq!((effects.hang, effects.drop), (hang, drop));
    }
    let html = post(&mut world, "compute", &path(&id), &tuple("fault-html"));
    assert_eq!((html.status, html.headers.get("content-type")), (502, Some("text/html; charset=utf-8")));
    assert_eq!(world.oci().executed("ExportImage", &id), 2);
    let wrong = post(&mut world, "compute", &path(&id), &tuple("fault-wrong-types"));
    assert_eq!(wrong.value()["id"], id.as_str());
    assert!(wrong.value()["createImageAllowed"].is_object());
    assert_eq!(world.oci().executed("ExportImage", &id), 3);
}

#[test]
fn names_of_images_lists_and_work() {
    let mut world = world();
    let id = image_in(&mut world, IAD, "fault-get-500");
    let read = send(&mut world, request("GET", "compute", IAD, &format!("/images/{id}")));
    assert_eq!(read.status, 500);
    let exported =
        request("POST", "compute", IAD, &format!("/images/{id}/actions/export")).with_json(&tuple("x"));
    assert_eq!(send(&mut world, exported).status, 200, "its other calls stay well");
    let id = image_in(&mut world, IAD, "fault-work-404");
    let exported =
        request("POST", "compute", IAD, &format!("/images/{id}/actions/export")).with_json(&tuple("x"));
    let work = send(&mut world, exported).headers.get("opc-work-request-id").unwrap().to_owned();
    let read = send(&mut world, request("GET", "compute", IAD, &format!("/workRequests/{work}")));
    assert_eq!(read.status, 404);
    let shop = shop(&mut world);
    let list = get(&mut world, "compute", &format!("/images?compartmentId={shop}&displayName=fault-503"));
    assert_eq!(list.status, 503);
    let id = container_in(&mut world, IAD, "shop/faults:fault-409-conflict");
    let path = format!("/container/images/{id}/actions/restore");
    let restored = send(&mut world, request("POST", "artifacts", IAD, &path).with_json(&json!({})));
    assert_eq!(problem(&restored), (409, "Conflict".into()));
    let id = container(&mut world, "shop/api:0.0.1@");
    let path = format!("/container/images/{id}/actions/restore");
    let lost = request("POST", "artifacts", FRA, &path).with_json(&json!({"version": "fault-drop-after"}));
    assert!(send_as(&mut world, "ola", lost).effects.drop);
    let found = world.oci().find(FRA, Kind::ContainerImage, &id).unwrap();
    assert_eq!(found["lifecycleState"], "AVAILABLE");
}
