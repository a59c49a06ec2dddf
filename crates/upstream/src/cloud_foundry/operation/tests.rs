use super::*;
use crate::cloud_foundry::model::LastOperation;
use crate::cloud_foundry::requests::{Restore, RestoreFrom};
use crate::cloud_foundry::testing::{API, INSTANCE, JOB, accepted, answer, fixture, refusal, with};
use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Method, Response};
use image_console_operation::{Follow, Operation, Outcome, Reading, Status};

const FOLLOWER: follow::Job = follow::Job { repeats: false };

fn restore() -> Operation {
    let api = [API.to_owned()];
    let start = Start { id: "op".into(), connection: "tas", api: &api, at: Timestamp(0) };
    let last = LastOperation::default();
    let instance = Instance { guid: INSTANCE, name: "orders-db", last_operation: Some(&last) };
    let from = RestoreFrom::Backup("bk-1".into());
    start.restore(&instance, &Restore { from, source_service_instance_guid: Some("old".into()) }).0
}

/// A restore whose job is being followed.
fn with_job() -> Operation {
    let mut operation = restore();
    let reading = submit(&operation, accepted(&format!("{API}/v3/jobs/{JOB}")));
    operation.address = reading.address.expect("an address");
    operation.status = Status::Running { state: String::new(), progress: None };
    operation
}

fn submit(operation: &Operation, response: Response) -> Reading {
    FOLLOWER.submitted(operation, Ok(response))
}

fn read(operation: &Operation, response: Response) -> Reading {
    FOLLOWER.read(operation, Ok(response))
}

fn target(operation: &Operation) -> String {
    FOLLOWER.poll(operation).map(|request| request.target).unwrap_or_default()
}

#[test]
fn the_job_of_location_is_followed_through_the_connection() {
    let operation = with_job();
    assert_eq!(target(&operation), format!("/v3/jobs/{JOB}"));
    assert_eq!(text(&operation.address).as_deref(), Some(format!("{JOB},{INSTANCE}").as_str()));
    let reading = submit(
        &restore(),
        with(202, "", &[("Location", &format!("{API}/v3/jobs/{JOB}")), ("X-Cf-Warnings", "slow%20plan")]),
    );
    assert_eq!(reading.warnings, ["slow plan"]);
    assert_eq!(reading.facts[0].value, JOB);
}

#[test]
fn a_location_elsewhere_is_never_asked_and_said() {
    for location in [
        format!("https://evil.example/v3/jobs/{JOB}"),
        format!("{API}/v3/apps/{JOB}"),
        format!("{API}/v3/../jobs/{JOB}"),
    ] {
        let mut operation = restore();
        let reading = submit(&operation, accepted(&location));
        assert!(reading.warnings[0].contains("last operation is followed instead"), "{:?}", reading.warnings);
        operation.address = reading.address.expect("an address");
        assert!(target(&operation).starts_with(&format!("/v3/service_instances/{INSTANCE}")));
    }
    let reading = submit(&restore(), answer(202, ""));
    assert!(reading.warnings[0].contains("hide Location"), "{:?}", reading.warnings);
}

#[test]
fn the_states_of_a_job_are_read_and_a_failed_one_is_a_success_answer() {
    let operation = with_job();
    for (state, running) in [("PROCESSING", true), ("POLLING", true), ("DREAMING", true), ("COMPLETE", false)]
    {
        let reading = read(&operation, answer(200, &format!(r#"{{"guid":"{JOB}","state":"{state}"}}"#)));
        match &reading.outcome {
            Outcome::Running { state: seen, .. } if running => assert_eq!(seen, state),
            Outcome::Succeeded { state: seen } if !running => assert_eq!(seen, state),
            other => panic!("{other:?}"),
        }
    }
    let reading = read(&operation, answer(200, fixture!("job.failed.json")));
    let Outcome::Failed { error, .. } = &reading.outcome else { panic!("{reading:?}") };
    assert_eq!(error.code.as_deref(), Some("CF-UnableToPerform (10009)"));
    let retried = fixture!("job.failed.json")
        .replace("FAILED", "POLLING")
        .replace(r#""warnings":[]"#, r#""warnings":[{"detail":"w"}]"#);
    let reading = read(&operation, answer(200, &retried));
    assert!(matches!(&reading.outcome, Outcome::Running { .. }), "judged by its state");
    assert!(reading.note.is_some_and(|n| n.contains("not readable")));
    assert_eq!(reading.warnings, ["w"]);
}

#[test]
fn an_answer_about_another_job_is_no_news() {
    let other = fixture!("job.polling.json").replace(JOB, "another-job").replace("POLLING", "COMPLETE");
    assert!(matches!(read(&with_job(), answer(200, &other)).outcome, Outcome::NoNews(_)));
}

#[test]
fn now_and_then_the_instance_adds_the_brokers_words() {
    let mut operation = with_job();
    let mut asked = Vec::new();
    for _ in 0..10 {
        let target = target(&operation);
        let reading = if target.contains("/jobs/") {
            read(&operation, answer(200, fixture!("job.polling.json")))
        } else {
            let body =
                r#"{"last_operation":{"type":"update","state":"in progress","description":"40% restored"}}"#;
            read(&operation, answer(200, body))
        };
        let Outcome::Running { state, .. } = &reading.outcome else { panic!("{reading:?}") };
        operation.timeline.see(Timestamp(1), state, reading.note.as_deref(), None);
        operation.address = reading.address.clone().expect("an address");
        asked.push(target.contains("/jobs/"));
    }
    assert_eq!(asked, [true, true, true, true, false, true, true, true, true, false]);
    let seen: Vec<_> =
        operation.timeline.entries.iter().map(|e| (e.state.as_str(), e.note.as_deref())).collect();
    assert_eq!(seen, [("POLLING", None), ("POLLING", Some("40% restored"))]);
}

#[test]
fn a_job_found_by_a_link_learns_its_instance() {
    let link = address(JOB).expect("an address");
    let operation = found("op", "tas", "RestoreServiceInstance", link, None, Timestamp(0));
    let reading = read(&operation, answer(200, fixture!("job.polling.json")));
    assert_eq!(reading.resource_id.as_deref(), Some(INSTANCE));
    let gone = read(&operation, refusal(404, 10010, "CF-ResourceNotFound"));
    assert!(matches!(gone.outcome, Outcome::Unknown { .. }), "nothing is left to ask");
}

#[test]
fn a_refusal_is_left_to_the_engine_and_one_of_the_broker_is_certain() {
    let busy = submit(&restore(), answer(409, fixture!("busy.json")));
    let Outcome::NoNews(error) = &busy.outcome else { panic!("{busy:?}") };
    assert!(is_busy(error));
    let rejected = submit(&restore(), refusal(502, 270_020, "CF-ServiceBrokerRequestRejected"));
    assert!(matches!(rejected.outcome, Outcome::Failed { .. }));
    let cut = ApiError::without_answer(ErrorKind::Unreachable, "");
    assert!(matches!(FOLLOWER.submitted(&restore(), Err(cut)).outcome, Outcome::NoNews(_)));
}

#[test]
fn the_values_of_a_restore_come_back_for_its_dialog_and_it_is_never_repeated_by_itself() {
    let mut operation = restore();
    let values = restore_values(&operation).expect("values");
    assert_eq!(values.from, RestoreFrom::Backup("bk-1".into()));
    assert_eq!(values.source_service_instance_guid.as_deref(), Some("old"));
    let error = crate::cloud_foundry::error::parse_error(&answer(409, fixture!("busy.json")));
    operation.error = Some((&error).into());
    assert!(!FOLLOWER.may_repeat(&operation));
    assert!(follow::Job { repeats: true }.may_repeat(&operation));
}

#[test]
fn a_repeated_operation_knows_its_instance_and_can_be_prepared() {
    let (mut again, request) = restore().repeated("two", None, Timestamp(5)).expect("complete");
    assert_eq!(request.method, Method::Post);
    assert!(target(&again).contains(INSTANCE));
    prepare(&mut again, &[API.to_owned()], None);
    let reading = submit(&again, accepted(&format!("{API}/v3/jobs/{JOB}")));
    assert_eq!(reading.warnings, Vec::<String>::new());
}
