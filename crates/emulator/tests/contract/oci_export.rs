//! ExportImage (`oci-compute.md`, section 4.3 and checklist 3 to 6).

use image_console_emulator::World;
use image_console_emulator::oci::Kind;
use image_console_emulator::wire::Response;
use serde_json::{Value, json};

use crate::oci_support::*;

const NAME: &str = "ol8-web-2024-03";

fn tuple(object: &str) -> Value {
    json!({
        "destinationType": "objectStorageTuple", "namespaceName": BUCKETS, "bucketName": "image-exports",
        "objectName": object,
    })
}

fn uri(address: &str) -> Value {
    json!({"destinationType": "objectStorageUri", "destinationUri": address})
}

fn export(world: &mut World, id: &str, body: &Value) -> Response {
    post(world, "compute", &format!("/images/{id}/actions/export"), body)
}

#[test]
fn an_export_runs_and_ends() {
    let mut world = world();
    let id = image(&mut world, NAME);
    let before = world.oci().etag(FRA, Kind::Image, &id).unwrap();
    let response = export(&mut world, &id, &tuple("web.oci"));
    assert_eq!((response.status, &response.value()["lifecycleState"]), (200, &json!("EXPORTING")));
    let during = response.headers.get("etag").unwrap().to_owned();
    assert_ne!(during, before);
    let work = response.headers.get("opc-work-request-id").unwrap().to_owned();
    let status = |world: &mut World| get(world, "compute", &format!("/workRequests/{work}")).value();
    assert_eq!(status(&mut world)["status"], "ACCEPTED");
    assert_eq!(problem(&export(&mut world, &id, &tuple("again.oci"))), (409, "IncorrectState".into()));
    world.advance(19_999);
    assert_eq!(status(&mut world)["status"], "IN_PROGRESS");
    assert!(!world.oci().has_exported(FRA, "image-exports/web.oci"));
    world.advance(1);
    assert_eq!(status(&mut world)["status"], "SUCCEEDED");
    let after = get(&mut world, "compute", &format!("/images/{id}"));
    assert_eq!(after.value()["lifecycleState"], "AVAILABLE");
    assert_ne!(after.headers.get("etag"), Some(during.as_str()));
    assert!(world.oci().has_exported(FRA, "image-exports/web.oci"));
    assert_eq!(world.oci().executed("ExportImage", &id), 1);
}

#[test]
fn every_format_and_both_destinations() {
    let mut world = world();
    let id = image(&mut world, NAME);
    let storage = format!("https://objectstorage.{FRA}.oraclecloud.com");
    let mut bodies: Vec<Value> = ["QCOW2", "VMDK", "OCI", "VHD", "VDI"]
        .iter()
        .map(|format| {
            let mut body = tuple(format);
            body["exportFormat"] = json!(format);
            body
        })
        .collect();
    bodies.push(uri(&format!("{storage}/n/{BUCKETS}/b/image-exports/o/folder/by-uri.oci")));
    bodies.push(uri(&format!("{storage}/p/s3cr3t-t0k3n/n/{BUCKETS}/b/backups/o/par.oci")));
    bodies.push(uri("https://objectstorage.us-phoenix-1.oraclecloud.com/n/other/b/far/o/away.oci"));
    for body in bodies {
        assert_eq!(export(&mut world, &id, &body).status, 200, "{body}");
        world.advance(20_000);
    }
    for object in ["image-exports/VDI", "image-exports/folder/by-uri.oci", "backups/par.oci", "far/away.oci"]
    {
        world.settle(NOW);
        assert!(world.oci().has_exported(FRA, object), "{object}");
    }
}

#[test]
fn refusals() {
    let mut world = world();
    let id = image(&mut world, NAME);
    let storage = format!("https://objectstorage.{FRA}.oraclecloud.com");
    let without = |name: &str| {
        let mut body = tuple("x");
        body.as_object_mut().unwrap().remove(name);
        body
    };
    let with = |name: &str, value: Value| {
        let mut body = tuple("x");
        body[name] = value;
        body
    };
    for (body, status, code) in [
        (json!({}), 400, "MissingParameter"),
        (with("destinationType", json!("objectstoragetuple")), 400, "InvalidParameter"),
        (without("namespaceName"), 400, "MissingParameter"),
        (without("bucketName"), 400, "MissingParameter"),
        (without("objectName"), 400, "MissingParameter"),
        (with("objectName", json!(7)), 400, "InvalidParameter"),
        (with("exportFormat", json!("ISO")), 400, "InvalidParameter"),
        (with("bucketName", json!("nowhere")), 400, "RelatedResourceNotAuthorizedOrNotFound"),
        (with("namespaceName", json!("other")), 400, "RelatedResourceNotAuthorizedOrNotFound"),
        (json!({"destinationType": "objectStorageUri"}), 400, "MissingParameter"),
        (uri("https://example.com/n/a/b/c/o/d"), 400, "InvalidParameter"),
        (uri(&format!("{storage}/n/{BUCKETS}/b/image-exports")), 400, "InvalidParameter"),
        (uri(&format!("{storage}/n/{BUCKETS}/b/nowhere/o/x")), 400, "RelatedResourceNotAuthorizedOrNotFound"),
        (
            uri(&format!("{storage}/p/expired/n/{BUCKETS}/b/backups/o/x")),
            400,
            "RelatedResourceNotAuthorizedOrNotFound",
        ),
    ] {
        assert_eq!(problem(&export(&mut world, &id, &body)), (status, code.into()), "{body}");
    }
    let mut broken =
        request("POST", "compute", FRA, &format!("/images/{id}/actions/export")).with_json(&json!(1));
    broken.body = b"{".to_vec();
    assert_eq!(problem(&send(&mut world, broken)), (400, "CannotParseRequest".into()));
    for name in ["withdrawn-by-policy", "nightly-export", "held-back"] {
        let id = image(&mut world, name);
        assert_eq!(problem(&export(&mut world, &id, &tuple("x"))), (409, "IncorrectState".into()));
    }
    for name in ["Oracle-Linux-9.4-2024.06.26-0", "deleted-last-week"] {
        let id = image(&mut world, name);
        assert_eq!(problem(&export(&mut world, &id, &tuple("x"))), (404, "NotAuthorizedOrNotFound".into()));
    }
    let path = format!("/images/{id}/actions/export");
    let reader = request("POST", "compute", FRA, &path).with_json(&tuple("x"));
    let reader = send_as(&mut world, "reader", reader).response;
    assert_eq!(problem(&reader), (404, "NotAuthorizedOrNotFound".into()));
    assert!(world.oci().executions().is_empty());
}

#[test]
fn an_old_etag_is_412_and_the_present_one_is_not() {
    let mut world = world();
    let id = image(&mut world, NAME);
    let etag = world.oci().etag(FRA, Kind::Image, &id).unwrap();
    assert!(world.oci().edit(FRA, Kind::Image, NAME, json!({"operatingSystemVersion": "9"})));
    let path = format!("/images/{id}/actions/export");
    let sent = |etag: &str| {
        request("POST", "compute", FRA, &path).with_json(&tuple("x")).with_header("if-match", etag)
    };
    assert_eq!(problem(&send(&mut world, sent(&etag))), (412, "NoEtagMatch".into()));
    let etag = get(&mut world, "compute", &format!("/images/{id}")).headers.get("etag").unwrap().to_owned();
    assert_eq!(send(&mut world, sent(&etag)).status, 200);
}
