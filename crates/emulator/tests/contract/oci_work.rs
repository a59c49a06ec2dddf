//! Work requests (`oci-compute.md`, section 5).

use image_console_emulator::World;
use serde_json::{Value, json};

use crate::oci_support::*;

/// Exports to an object of this name; the work request, when the answer names one.
fn begin(world: &mut World, object: &str) -> Option<String> {
    let id = image(world, "ol8-web-2024-03");
    let body = json!({
        "destinationType": "objectStorageTuple", "namespaceName": BUCKETS, "bucketName": "backups",
        "objectName": object,
    });
    let response = post(world, "compute", &format!("/images/{id}/actions/export"), &body);
    assert_eq!(response.status, 200);
    response.headers.get("opc-work-request-id").map(str::to_owned)
}

fn read(world: &mut World, id: &str, rest: &str) -> Value {
    let response = get(world, "compute", &format!("/workRequests/{id}{rest}"));
    assert_eq!(response.status, 200);
    assert_eq!(response.headers.get("etag"), None);
    response.value()
}

#[test]
fn progress_rises_to_the_end() {
    let mut world = world();
    let id = begin(&mut world, "x.oci").unwrap();
    let first = read(&mut world, &id, "");
    assert_eq!((&first["status"], &first["percentComplete"]), (&json!("ACCEPTED"), &json!(0.0)));
    assert_eq!((&first["timeStarted"], &first["timeFinished"]), (&Value::Null, &Value::Null));
    let mut last = 0.0;
    for _ in 0..19 {
        world.advance(1000);
        let now = read(&mut world, &id, "");
        let percent = now["percentComplete"].as_f64().unwrap();
        assert!(percent >= last && percent < 100.0);
        last = percent;
        assert_eq!(now["resources"][0]["actionType"], "IN_PROGRESS");
    }
    assert!(last > 80.0);
    world.advance(1000);
    let end = read(&mut world, &id, "");
    assert_eq!((&end["status"], &end["percentComplete"]), (&json!("SUCCEEDED"), &json!(100.0)));
    assert!(end["timeStarted"].as_str() < end["timeFinished"].as_str());
    assert_eq!(read(&mut world, &id, "/errors"), json!([]));
    let logs = rows(&get(&mut world, "compute", &format!("/workRequests/{id}/logs?sortOrder=ASC")));
    assert_eq!((logs.len(), &logs[0]["message"]), (5, &json!("Accepted.")));
    let page = get(&mut world, "compute", &format!("/workRequests/{id}/logs?limit=2"));
    assert_eq!(rows(&page)[0]["message"], "Finished.");
    assert!(page.headers.get("opc-next-page").is_some());
}

#[test]
fn failure_and_cancellation_leave_the_image_available() {
    let mut world = world();
    let id = begin(&mut world, "x-fails-NotAuthorizedOrNotFound.oci").unwrap();
    world.advance(20_000);
    let end = read(&mut world, &id, "");
    assert_eq!(end["status"], "FAILED");
    assert!(end["percentComplete"].as_f64().unwrap() < 100.0);
    let errors = read(&mut world, &id, "/errors");
    assert_eq!(errors[0]["code"], "NotAuthorizedOrNotFound");
    assert!(errors[0]["message"].is_string() && errors[0]["timestamp"].is_string());
    let image = image(&mut world, "ol8-web-2024-03");
    let state = get(&mut world, "compute", &format!("/images/{image}")).value();
    assert_eq!(state["lifecycleState"], "AVAILABLE");
    assert!(!world.oci().has_exported(FRA, "backups/x-fails-NotAuthorizedOrNotFound.oci"));

    let id = begin(&mut world, "cancels-takes-100s").unwrap();
    world.advance(60_000);
    assert_eq!(read(&mut world, &id, "")["status"], "CANCELING");
    world.advance(40_000);
    assert_eq!(read(&mut world, &id, "")["status"], "CANCELED");
}

#[test]
fn it_may_be_forgotten_or_never_named() {
    let mut world = world();
    let id = begin(&mut world, "x.oci").unwrap();
    world.oci().switches().set(&json!({"work_request_retention_ms": 60_000})).unwrap();
    world.advance(79_000);
    assert_eq!(read(&mut world, &id, "")["status"], "SUCCEEDED");
    world.advance(1000);
    let gone = get(&mut world, "compute", &format!("/workRequests/{id}"));
    assert_eq!(problem(&gone), (404, "NotAuthorizedOrNotFound".into()));
    assert_eq!(begin(&mut world, "without-work-request.oci"), None);
    world.advance(20_000);
    world.oci().switches().set(&json!({"work_requests": false, "work_ms": 5000})).unwrap();
    assert_eq!(begin(&mut world, "y.oci"), None);
    world.advance(5000);
    let image = image(&mut world, "ol8-web-2024-03");
    let state = get(&mut world, "compute", &format!("/images/{image}")).value();
    assert_eq!(state["lifecycleState"], "AVAILABLE");
}

#[test]
fn the_list_is_of_a_compartment_and_perhaps_of_a_resource() {
    let mut world = world();
    let shop = shop(&mut world);
    begin(&mut world, "x.oci").unwrap();
    let all = rows(&get(&mut world, "compute", &format!("/workRequests?compartmentId={shop}")));
    assert_eq!(all.len(), 3, "two were running when the world began");
    assert!(all.iter().all(|one| one.get("resources").is_none()));
    let image = image(&mut world, "nightly-export");
    let path = format!("/workRequests?compartmentId={shop}&resourceId={image}");
    let found = rows(&get(&mut world, "compute", &path));
    assert_eq!((found.len(), &found[0]["operationType"]), (1, &json!("ExportImage")));
    assert_eq!(problem(&get(&mut world, "compute", "/workRequests")), (400, "MissingParameter".into()));
}
