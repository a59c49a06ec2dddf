//! What is claimed where only the instance's last operation can be asked.

use super::*;
use crate::cloud_foundry::model::ServiceInstance;
use crate::cloud_foundry::requests::{Restore, RestoreFrom};
use crate::cloud_foundry::testing::{API, INSTANCE, JOB, accepted, answer, refusal};
use image_console_core::time::Timestamp;
use image_console_operation::{Follow, Operation, Outcome, Reading};
use serde_json::json;

const FOLLOWER: follow::Job = follow::Job { repeats: false };
const START: &str = "2024-03-05T10:00:00Z";

fn instance(type_: &str, state: &str, created: &str) -> String {
    json!({"guid": INSTANCE, "name": "orders-db", "last_operation":
        {"type": type_, "state": state, "description": "d", "created_at": created, "updated_at": created}})
    .to_string()
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

/// A restore that was sent at [`START`], with an operation of the day before known or not.
fn sent(known: bool) -> Operation {
    let api = [API.to_owned()];
    let start = Start { id: "op".into(), connection: "tas", api: &api, at: at(START) };
    let text = instance("create", "succeeded", "2024-03-04T10:00:00Z");
    let map = serde_json::from_str::<serde_json::Value>(&text)
        .expect("JSON")
        .as_object()
        .cloned()
        .expect("an object");
    let before = ServiceInstance::from_map(map, &json!(null));
    let mut target = Instance::from(&before);
    target.last_operation = target.last_operation.filter(|_| known);
    let restore = Restore { from: RestoreFrom::Backup("b".into()), source_service_instance_guid: None };
    let mut operation = start.restore(&target, &restore).0;
    operation.polls.last = Some(operation.started);
    operation
}

fn purged(known: bool) -> Operation {
    let mut operation = sent(known);
    let reading = FOLLOWER.submitted(&operation, Ok(accepted(&format!("{API}/v3/jobs/{JOB}"))));
    operation.address = reading.address.expect("an address");
    let seen = format!(r#"{{"guid":"{JOB}","state":"POLLING","created_at":"{START}"}}"#);
    operation.address = read(&operation, &seen).address.expect("an address");
    let reading = FOLLOWER.read(&operation, Ok(refusal(404, 10010, "CF-ResourceNotFound")));
    assert!(reading.ask_again_at_once);
    assert_eq!(reading.note.as_deref(), Some(words::JOB_GONE));
    operation.address = reading.address.expect("an address");
    assert!(FOLLOWER.poll(&operation).is_some_and(|r| r.target.contains("/service_instances/")));
    operation
}

fn read(operation: &Operation, body: &str) -> Reading {
    FOLLOWER.read(operation, Ok(answer(200, body)))
}

fn word(reading: &Reading) -> &'static str {
    match reading.outcome {
        Outcome::Running { .. } => "running",
        Outcome::Succeeded { .. } => "succeeded",
        Outcome::Failed { .. } => "failed",
        Outcome::Unknown { .. } => "unknown",
        Outcome::NoNews(_) | Outcome::TryLater(_) => "no news",
    }
}

const LATER: &str = "2024-03-05T10:00:02Z";
const EARLIER: &str = "2024-03-04T10:00:00Z";

#[test]
fn for_a_purged_job_a_later_operation_of_the_instance_speaks_and_it_says_so() {
    for known in [true, false] {
        let operation = purged(known);
        for (state, created, wanted) in [
            ("in progress", LATER, "running"),
            ("something new", LATER, "running"),
            ("succeeded", LATER, "succeeded"),
            ("failed", LATER, "failed"),
        ] {
            let reading = read(&operation, &instance("update", state, created));
            assert_eq!((word(&reading), reading.note.as_deref()), (wanted, Some(words::JOB_GONE)), "{state}");
        }
        let old = read(&operation, &instance("create", "succeeded", EARLIER));
        assert_eq!(word(&old), "unknown", "an older operation is not this one");
    }
}

#[test]
fn an_operation_that_may_be_another_one_is_watched_and_not_claimed() {
    // Nothing was known before, the answer named no job, and the clocks may differ by as much.
    let mut operation = sent(false);
    let reading = FOLLOWER.submitted(&operation, Ok(answer(202, "")));
    operation.address = reading.address.expect("an address");
    assert_eq!(word(&read(&operation, &instance("update", "in progress", LATER))), "running");
    assert_eq!(word(&read(&operation, &instance("update", "succeeded", LATER))), "unknown");
    // Long after the job began, the last operation is somebody's next one.
    let next = instance("update", "succeeded", "2024-06-05T10:00:00Z");
    assert_eq!(word(&read(&purged(true), &next)), "unknown");
}

#[test]
fn a_page_of_a_proxy_does_not_make_a_job_gone() {
    let mut operation = sent(true);
    let reading = FOLLOWER.submitted(&operation, Ok(accepted(&format!("{API}/v3/jobs/{JOB}"))));
    operation.address = reading.address.expect("an address");
    for response in [answer(404, "<html>"), refusal(404, 10000, "CF-NotFound"), answer(503, "")] {
        let reading = FOLLOWER.read(&operation, Ok(response));
        assert_eq!((word(&reading), reading.address), ("no news", None));
    }
}

#[test]
fn a_lost_answer_is_looked_for_and_its_end_is_never_claimed() {
    for known in [true, false] {
        let operation = sent(known);
        assert_eq!(word(&FOLLOWER.resumed(&operation)), "running");
        let reading = read(&operation, &instance("create", "succeeded", EARLIER));
        assert_eq!((word(&reading), reading.note.as_deref()), ("running", Some(words::NOT_SEEN)));
        let reading = read(&operation, &instance("update", "in progress", LATER));
        let note = if known { words::PROBABLY } else { words::PERHAPS };
        assert_eq!((word(&reading), reading.note.as_deref()), ("running", Some(note)));
        for state in ["succeeded", "failed"] {
            let reading = read(&operation, &instance("update", state, LATER));
            let Outcome::Unknown { why, look_at } = &reading.outcome else { panic!("{reading:?}") };
            let words = if known { "began since" } else { "cannot be told" };
            assert!(why.contains(&format!("update {state}")) && why.contains(words), "{why}");
            assert_eq!(look_at, "service instance orders-db on tas");
        }
    }
}

#[test]
fn a_request_that_left_no_trace_ends_in_not_knowing_after_a_while() {
    let mut operation = sent(true);
    operation.polls.last = Some(at("2024-03-05T10:11:00Z"));
    let reading = read(&operation, &instance("create", "succeeded", EARLIER));
    let Outcome::Unknown { why, .. } = &reading.outcome else { panic!("{reading:?}") };
    assert!(why.contains("probably not carried out"), "{why}");
}

#[test]
fn an_operation_that_was_under_way_before_is_not_taken_for_this_one() {
    let mut operation = sent(true);
    let map = |text: &str| {
        serde_json::from_str::<serde_json::Value>(text)
            .expect("JSON")
            .as_object()
            .cloned()
            .expect("an object")
    };
    let busy = ServiceInstance::from_map(map(&instance("update", "in progress", EARLIER)), &json!(null));
    prepare(&mut operation, &[API.to_owned()], busy.last_operation.value());
    let reading = read(&operation, &instance("update", "succeeded", EARLIER));
    assert_eq!(word(&reading), "running", "it is the old one that ended");
}

#[test]
fn the_last_operation_itself_is_followed_to_its_end() {
    let target = Instance { guid: INSTANCE, name: "orders-db", last_operation: None };
    let mut operation = found_last_operation("op", "tas", &target, at(START));
    let read = |operation: &Operation, response| follow::Last.read(operation, Ok(response));
    for (state, wanted) in [("in progress", "running"), ("succeeded", "succeeded"), ("failed", "failed")] {
        assert_eq!(word(&read(&operation, answer(200, &instance("update", state, EARLIER)))), wanted);
    }
    assert_eq!(word(&read(&operation, answer(200, r#"{"last_operation":{}}"#))), "unknown");
    let gone = || refusal(404, 10010, "CF-ResourceNotFound");
    let Outcome::NoNews(error) = read(&operation, gone()).outcome else { panic!("once is not certain") };
    operation.error = Some((&error).into());
    operation.polls.errors = 2;
    assert_eq!(word(&read(&operation, gone())), "unknown");
}
