//! Section 4.

use image_console_emulator::World;
use serde_json::{Value, json};

use crate::cloud_foundry_client::*;
use crate::support::world;

fn list(world: &mut World, name: &str) -> (u16, i64, String) {
    let guid = guid_of(world, name);
    error(&get(world, &format!("/v3/service_instances/{guid}/backups")))
}

#[test]
fn a_list_without_envelope() {
    let mut world = world();
    let target = format!("/v3/service_instances/{ORDERS}/backups");
    let body = get(&mut world, &target).value();
    assert_eq!(body.as_object().unwrap().len(), 1);
    let backups = body["backups"].as_array().unwrap();
    assert!(backups.len() > 20 && backups.iter().all(|backup| backup["created_at"].is_i64()));
    assert_eq!(backups[0], json!({"id": "bk-20240305-0100-7f3a", "created_at": 1_709_600_400}));
    assert_eq!(get(&mut world, &format!("{target}?limit=2")).value()["backups"].as_array().unwrap().len(), 2);
    for query in ["limit=0", "limit=x", "page=1"] {
        assert_eq!(error(&get(&mut world, &format!("{target}?{query}"))).1, 10005, "{query}");
    }
    let many = guid_of(&mut world, "many-backups-db");
    let body = get(&mut world, &format!("/v3/service_instances/{many}/backups")).value();
    let times: Vec<_> =
        body["backups"].as_array().unwrap().iter().map(|backup| backup["created_at"].as_i64()).collect();
    assert_eq!((times.len(), times.is_sorted()), (400, false));
    let mut distinct = times.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 400);
}

#[test]
fn not_every_instance_has_backups() {
    let mut world = world();
    assert_eq!(list(&mut world, "events-queue"), problem(422, 10008, "CF-UnprocessableEntity"));
    assert_eq!(list(&mut world, "mail-relay"), problem(422, 10008, "CF-UnprocessableEntity"));
    assert_eq!(list(&mut world, "session-cache-legacy"), problem(501, 180_003, "CF-ServiceNotImplemented"));
    assert_eq!(list(&mut world, "uploads-bucket"), problem(404, 10010, "CF-ResourceNotFound"));
    assert_eq!(list(&mut world, "empty-db").0, 200);
    world.cloud_foundry().switches().set(&json!({"plain": true})).unwrap();
    let unknown = problem(404, 10000, "CF-NotFound");
    assert_eq!(list(&mut world, "orders-db"), unknown);
    assert_eq!(error(&restore(&mut world, ORDERS, &json!({}))), unknown);
    let backups = format!("/v3/service_instances/{ORDERS}/backups");
    assert_eq!(error(&post_as(&mut world, "dev", &backups, &json!({}))), unknown);
    assert_eq!(get(&mut world, &format!("/v3/service_instances/{ORDERS}")).status, 200);
}

#[test]
fn a_new_backup_is_there_when_its_job_is_done() {
    let mut world = world();
    let target = format!("/v3/service_instances/{ORDERS}/backups");
    let before = world.cloud_foundry().backups(ORDERS).len();
    let request = signed(&mut world, "dev", "POST", &target);
    let response = send(&mut world, &request);
    let job = job_path(&response);
    assert_eq!(send(&mut world, &request).status, 409);
    assert_eq!(world.cloud_foundry().backups(ORDERS).len(), before);
    world.advance(65_000);
    assert_eq!(get(&mut world, &job).value()["state"], "COMPLETE");
    let backups = get(&mut world, &target).value()["backups"].as_array().unwrap().clone();
    assert_eq!(backups.len(), before + 1);
    let newest = backups.iter().max_by_key(|backup| backup["created_at"].as_i64()).unwrap();
    assert!(newest["id"].as_str().unwrap().starts_with("bk-"));
    assert_eq!(restore(&mut world, ORDERS, &json!({"backup_id": newest["id"]})).status, 202);
}

#[test]
fn three_kinds_of_restore() {
    let bodies = [
        json!({"backup_id": "bk-20240305-0100-7f3a"}),
        json!({"restore_point": "pitr", "target_timestamp": "2024-03-05T09:00:00Z"}),
        json!({"backup_id": "bk-20231224-0100-dead", "source_service_instance_guid": "de1e7ed0-5f3a-4c1b-8a2d-0123456789ab"}),
        json!({"source_service_instance_guid": "de1e7ed0-5f3a-4c1b-8a2d-0123456789ab", "restore_point": "pitr",
               "target_timestamp": "2023-12-24T09:00:00Z"}),
        json!({}),
    ];
    let mut world = world();
    for (number, body) in (0..).zip(bodies) {
        job_path(&restore(&mut world, ORDERS, &body));
        let restores = world.cloud_foundry().restores(ORDERS);
        assert_eq!(restores.len(), number + 1, "{body}");
        assert_eq!((&restores[number]["body"], &restores[number]["done"]), (&body, &json!(false)));
        world.advance(65_000);
        get(&mut world, "/v3/info");
        assert_eq!(world.cloud_foundry().restores(ORDERS)[number]["done"], true);
    }
    assert_eq!(world.cloud_foundry().all_restores().len(), 1);
    let source = "/v3/service_instances/de1e7ed0-5f3a-4c1b-8a2d-0123456789ab";
    assert_eq!(get(&mut world, source).status, 404, "it was deleted");
    assert_eq!(get(&mut world, &format!("{source}/backups")).status, 404);
    world.cloud_foundry().switches().set(&json!({"deleted_listed": true})).unwrap();
    assert_eq!(get(&mut world, &format!("{source}/backups")).value()["backups"].as_array().unwrap().len(), 2);
}

#[test]
fn restores_that_are_refused() {
    let mut world = world();
    let pg = guid_of(&mut world, "orders-pg");
    let hidden = guid_of(&mut world, "hidden-db");
    let pitr = |at: &str| json!({"restore_point": "pitr", "target_timestamp": at});
    for body in [
        json!({"backup_id": "bk-unknown"}),
        json!({"backup_id": 7}),
        json!({"backup_id": ""}),
        json!({"colour": "red"}),
        json!({"restore_point": "pitr"}),
        json!({"restore_point": "snapshot", "target_timestamp": "2024-03-05T09:00:00Z"}),
        json!({"backup_id": "bk-20240305-0100-7f3a", "target_timestamp": "2024-03-05T09:00:00Z"}),
        pitr("yesterday"),
        pitr("2999-01-01T00:00:00Z"),
        pitr("2020-01-01T00:00:00Z"),
        json!({"source_service_instance_guid": "nobody"}),
        json!({"source_service_instance_guid": pg}),
        json!({"source_service_instance_guid": hidden}),
    ] {
        let response = restore(&mut world, ORDERS, &body);
        assert_eq!(error(&response), problem(422, 10008, "CF-UnprocessableEntity"), "{body}");
    }
    let slips = restore(&mut world, ORDERS, &json!({"x": 1, "backup_id": 7})).value()["errors"].clone();
    assert_eq!(slips.as_array().unwrap().len(), 2);
    assert_eq!(slips[0]["detail"], "Unknown field(s): 'x'");
    let mut broken =
        signed(&mut world, "dev", "POST", &format!("/v3/service_instances/{ORDERS}/actions/restore"));
    broken.body = b"{\"backup_id\":".to_vec();
    assert_eq!(error(&send(&mut world, &broken)), problem(400, 1001, "CF-MessageParseError"));
    let empty = guid_of(&mut world, "empty-db");
    assert_eq!(restore(&mut world, &empty, &json!({})).status, 422, "there is no backup");
    assert_eq!(world.cloud_foundry().all_restores().len(), 0);
}

#[test]
fn rights_and_conditions() {
    let mut world = world();
    let mut by = |user: &str, name: &str| {
        let guid = guid_of(&mut world, name);
        let target = format!("/v3/service_instances/{guid}/actions/restore");
        error(&post_as(&mut world, user, &target, &Value::Object(Default::default())))
    };
    let forbidden = problem(403, 10003, "CF-NotAuthorized");
    assert_eq!(by("auditor", "orders-db"), forbidden);
    assert_eq!(by("reader", "orders-db"), forbidden, "the token's scope");
    assert_eq!(by("dev", "locked-db"), forbidden);
    assert_eq!(by("dev", "suspended-db"), problem(403, 10017, "CF-OrgSuspended"));
    assert_eq!(by("admin", "suspended-db").0, 202);
    assert_eq!(by("outsider", "orders-db"), problem(404, 10010, "CF-ResourceNotFound"));
    assert_eq!(by("dev", "hidden-db").0, 404);
    let busy = problem(409, 60016, "CF-AsyncServiceInstanceOperationInProgress");
    assert_eq!(by("dev", "busy-db"), busy);
    assert_eq!(by("dev", "bare-db").0, 202);
    assert_eq!(by("dev", "bare-db"), busy);
    assert_eq!(by("dev", "failed-db").0, 202);
    assert_eq!(by("dev", "mail-relay").0, 422);
}
