//! Section 5: jobs, and what the instance says meanwhile.

use image_console_emulator::World;
use serde_json::{Value, json};

use crate::cloud_foundry_client::*;
use crate::support::world;

/// States of the job of a restore, and what was last seen of it and of the instance.
struct Seen {
    states: Vec<String>,
    job: Value,
    status: u16,
    operation: Value,
}

fn watch(name: &str) -> Seen {
    let mut world = world();
    let guid = guid_of(&mut world, name);
    let path = job_path(&restore(&mut world, &guid, &json!({})));
    let mut seen = Seen { states: Vec::new(), job: Value::Null, status: 0, operation: Value::Null };
    for _ in 0..100 {
        let response = get(&mut world, &path);
        seen.status = response.status;
        if response.status == 200 {
            seen.job = response.value();
            let state = seen.job["state"].as_str().unwrap().to_owned();
            if seen.states.last() != Some(&state) {
                seen.states.push(state);
            }
        }
        seen.operation =
            get(&mut world, &format!("/v3/service_instances/{guid}")).value()["last_operation"].clone();
        world.advance(1_000);
    }
    seen
}

#[test]
fn processing_polling_complete() {
    let mut world = world();
    let response = restore(&mut world, ORDERS, &json!({"backup_id": "bk-20240305-0100-7f3a"}));
    let path = job_path(&response);
    let job = get(&mut world, &path).value();
    let guid = path.strip_prefix("/v3/jobs/").unwrap();
    assert_eq!((&job["guid"], &job["state"]), (&json!(guid), &json!("PROCESSING")));
    assert_eq!((&job["errors"], &job["warnings"]), (&json!([]), &json!([])));
    let base = "https://api.sys.example.local";
    assert_eq!(job["links"]["self"]["href"], format!("{base}{path}"));
    assert_eq!(job["links"]["service_instances"]["href"], format!("{base}/v3/service_instances/{ORDERS}"));
    assert_eq!(job["created_at"].as_str().unwrap().len(), 20, "no milliseconds");
    let target = format!("/v3/service_instances/{ORDERS}");
    assert_eq!(get(&mut world, &target).value()["last_operation"]["state"], "in progress");
    assert_eq!(error(&restore(&mut world, ORDERS, &json!({}))).1, 60016);
    world.advance(10_000);
    assert_eq!(
        get_as(&mut world, "outsider", &path).value()["state"],
        "POLLING",
        "anyone who knows the guid"
    );
    world.advance(55_000);
    assert_eq!(get(&mut world, &path).value()["state"], "COMPLETE");
    let operation = get(&mut world, &target).value()["last_operation"].clone();
    assert_eq!((&operation["state"], &operation["type"]), (&json!("succeeded"), &json!("update")));
    assert_eq!(world.cloud_foundry().restores(ORDERS).len(), 1);
    world.advance(91 * 86_400_000);
    assert_eq!(error(&get(&mut world, &path)), problem(404, 10010, "CF-ResourceNotFound"));
}

#[test]
fn usual_ways_to_the_end() {
    let usual = ["PROCESSING", "POLLING", "COMPLETE"];
    let seen = watch("job-usual");
    assert_eq!(seen.states, usual);
    let seen = watch("job-warns");
    assert_eq!(seen.states, usual);
    assert_eq!(seen.job["warnings"][0]["detail"], "The instance was restarted.");
    let seen = watch("job-errors-on-the-way");
    assert_eq!((seen.states, &seen.job["errors"]), (usual.map(str::to_owned).to_vec(), &json!([])));
    assert_eq!(watch("job-takes-5s").states, usual);
    let seen = watch("job-takes-3600s");
    assert_eq!((seen.states.len(), &seen.operation["state"]), (1, &json!("in progress")));
}

#[test]
fn failures() {
    for (name, codes) in [
        ("job-fails", vec![10009]),
        ("job-fails-silently", vec![]),
        ("job-many-errors", vec![10009, 270_020, 10001]),
        ("job-times-out", vec![290_006]),
        ("job-loses-instance", vec![10010]),
    ] {
        let seen = watch(name);
        assert_eq!((seen.states.last().unwrap().as_str(), seen.status), ("FAILED", 200), "{name}");
        let found: Vec<_> = seen.job["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| error["code"].as_i64().unwrap())
            .collect();
        assert_eq!(found, codes, "{name}");
        let expected = if name == "job-loses-instance" { Value::Null } else { json!("failed") };
        assert_eq!(seen.operation["state"], expected, "{name}");
        assert_eq!(seen.job["links"]["service_instances"].is_null(), name == "job-loses-instance");
    }
}

#[test]
fn jobs_that_are_forgotten_leave_the_instance() {
    for (name, state) in
        [("job-purged", "succeeded"), ("job-purged-fails", "failed"), ("job-purged-unclear", "in progress")]
    {
        let seen = watch(name);
        assert_eq!((seen.status, &seen.operation["state"]), (404, &json!(state)), "{name}");
        assert_eq!(seen.states, ["PROCESSING", "POLLING"]);
    }
    let mut world = world();
    let path = job_path(&restore(&mut world, ORDERS, &json!({})));
    world.cloud_foundry().purge_job(path.strip_prefix("/v3/jobs/").unwrap());
    assert_eq!(get(&mut world, &path).status, 404);
    world.advance(65_000);
    get(&mut world, "/v3/spaces");
    assert_eq!(world.cloud_foundry().restores(ORDERS)[0]["done"], true, "its work goes on");
}

#[test]
fn odd_ways() {
    assert_eq!(watch("job-stalls").states, ["PROCESSING", "POLLING"]);
    assert_eq!(watch("job-goes-back").states, ["PROCESSING", "POLLING", "PROCESSING", "POLLING", "COMPLETE"]);
    assert_eq!(watch("job-odd-state").states, ["PROCESSING", "POLLING", "REPLAYING", "POLLING", "COMPLETE"]);
    assert_eq!(watch("job-ends-odd").states, ["PROCESSING", "POLLING", "ARCHIVED"]);
    assert_eq!(watch("job-reopens").states, ["PROCESSING", "POLLING", "COMPLETE", "PROCESSING", "COMPLETE"]);
}

#[test]
fn a_flaky_job_is_unavailable_every_second_time() {
    let mut world = world();
    let guid = guid_of(&mut world, "job-flaky");
    let path = job_path(&restore(&mut world, &guid, &json!({})));
    let answers: Vec<_> = (0..4).map(|_| get(&mut world, &path)).collect();
    assert_eq!(answers.iter().map(|answer| answer.status).collect::<Vec<_>>(), [200, 503, 200, 503]);
    assert_eq!(answers[1].headers.get("retry-after"), Some("7"));
}

#[test]
fn where_location_leads() {
    let location = |name: &str| {
        let mut world: World = world();
        let guid = guid_of(&mut world, name);
        let response = restore(&mut world, &guid, &json!({}));
        assert_eq!((response.status, world.cloud_foundry().restores(&guid).len()), (202, 1));
        response.headers.get("location").unwrap_or("none").to_owned()
    };
    for (name, start) in [
        ("foreign-location", "https://api.sys.example.net/v3/jobs/"),
        ("http-location", "http://api.sys.example.local/v3/jobs/"),
        ("relative-location", "/v3/jobs/"),
        ("odd-location", "https://api.sys.example.local/v2/elsewhere"),
        ("unknown-job-location", "https://api.sys.example.local/v3/jobs/00000000-"),
        ("no-location", "none"),
    ] {
        assert!(location(name).starts_with(start), "{name}: {}", location(name));
    }
}
