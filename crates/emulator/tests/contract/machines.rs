//! Section 5.

use image_console_emulator::{Seed, World};
use serde_json::json;

use crate::support::*;

#[test]
fn pages_of_at_most_a_thousand() {
    let mut world = World::new(Seed { machines: 1203, ..Seed::default() }, NOW);
    let first = get(&mut world, "/my/machines");
    assert_eq!(first.headers.get("x-query-limit"), Some("1000"));
    assert_eq!(first.headers.get("x-resource-count"), Some("1000"));
    let second = get(&mut world, "/my/machines?offset=1000&limit=5000");
    assert_eq!(second.headers.get("x-resource-count"), Some("202"), "one of them is deleted");
    let small = get(&mut world, "/my/machines?limit=5&offset=2");
    assert_eq!(small.value().as_array().unwrap().len(), 5);
    assert_eq!(problem(&get(&mut world, "/my/machines?limit=many")), (409, "InvalidArgument".into()));
}

#[test]
fn every_state_and_brand_is_there_and_deleted_ones_on_request_only() {
    let mut world = world();
    let rows = get(&mut world, "/my/machines").value();
    let rows = rows.as_array().unwrap();
    for state in ["provisioning", "ready", "running", "stopping", "stopped", "offline", "failed", "unknown"] {
        assert!(rows.iter().any(|row| row["state"] == state), "{state}");
    }
    for brand in ["joyent", "joyent-minimal", "lx", "kvm", "bhyve"] {
        assert!(rows.iter().any(|row| row["brand"] == brand), "{brand}");
    }
    assert!(rows.iter().all(|row| row["state"] != "deleted"));
    assert_eq!(names(&get(&mut world, "/my/machines?state=destroyed")), ["is-deleted"]);
    let response = get(&mut world, "/my/machines?state=asleep");
    assert_eq!(
        response.value(),
        json!({"code": "InvalidArgument", "message": "asleep is not a valid state"})
    );
}

#[test]
fn filters() {
    let mut world = world();
    assert_eq!(names(&get(&mut world, "/my/machines?name=web-1")), ["web-1"]);
    assert_eq!(names(&get(&mut world, "/my/machines?docker=true&state=stopped")), ["docker-2"]);
    assert_eq!(names(&get(&mut world, "/my/machines?tag.role=db")), ["db-1"]);
    assert_eq!(names(&get(&mut world, "/my/machines?brand=kvm&type=virtualmachine")), ["legacy-kvm-1"]);
    assert_eq!(problem(&get(&mut world, "/my/machines?type=mainframe")), (409, "InvalidArgument".into()));
}

#[test]
fn one_machine() {
    let mut world = world();
    let web = get(&mut world, "/my/machines/a44f2b9b-e7af-f548-b0ba-4d9270423f1a");
    assert_eq!((web.status, &web.value()["state"]), (200, &json!("stopped")));
    let deleted = machine(&mut world, "is-deleted");
    let response = get(&mut world, &format!("/my/machines/{deleted}"));
    assert_eq!((response.status, &response.value()["name"]), (410, &json!("is-deleted")));
    let others = machine(&mut world, "acme-1");
    assert_eq!(get(&mut world, &format!("/my/machines/{others}")).status, 404);
}
