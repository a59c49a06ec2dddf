//! Single answers, beside the whole lives in `engine_tests`.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Service};
use image_console_operation::{Follow, Followers, Operation, Outcome, Reading};
use std::sync::Arc;

use super::stage::Stage;
use super::*;
use crate::oci::testing::{answer, problem, refused, with, with_type};
use crate::oci_compute::requests::Destination;

fn operation() -> Operation {
    let start =
        Start { id: "op".into(), connection: "oci", retry_token: "t", if_match: None, at: Timestamp(0) };
    let destination =
        Destination::Tuple { namespace_name: "ns".into(), bucket_name: "b".into(), object_name: "o".into() };
    start.export(&Source { id: "i", ..Source::default() }, &destination, None).0
}

fn follower(operation: &Operation) -> Arc<dyn Follow> {
    register(Followers::new()).of(operation).expect("a follower")
}

fn at(stage: &Stage) -> Operation {
    Operation { address: stage.address(), ..operation() }
}

fn read(operation: &Operation, status: u16, body: &str) -> Reading {
    follower(operation).read(operation, Ok(answer(status, body)))
}

#[test]
fn an_operation_says_what_it_is_and_survives_storage() {
    let operation = operation();
    assert_eq!(title(&operation.action), "Export image");
    assert_eq!((operation.upstream.as_str(), operation.resource.kind.as_str()), (UPSTREAM, "image"));
    assert_eq!(
        operation.retry_token.as_ref().map(|t| (t.value.as_str(), t.expires.0)),
        Some(("t", 86_400_000))
    );
    assert_eq!(operation.fact("exportFormat"), Some("OCI"));
    let back = serde_json::to_string(&operation).ok().and_then(|t| serde_json::from_str(&t).ok());
    assert_eq!(back, Some(operation.clone()));
    let request = operation.request.as_ref().and_then(|r| r.to_request()).expect("complete");
    assert_eq!(request.service, Service::Compute);
}

#[test]
fn every_stage_survives_its_stored_form() {
    let some = |text: &str| Some(text.to_owned());
    for stage in [
        Stage::Work { id: "w".into(), seen: true },
        Stage::Errors { id: "w".into(), status: "FAILED".into() },
        Stage::Logs { id: "w".into(), status: "FAILED".into(), code: None, message: some("m") },
        Stage::Looking { compartment: some("c"), page: some("p"), found: vec!["w".into()], accepted: true },
        Stage::looking(None),
        Stage::Image { vanished: true, accepted: true },
    ] {
        assert_eq!(Stage::of(&at(&stage)), stage);
    }
    assert_eq!(Stage::of(&operation()), Stage::looking(None), "a repeated operation has no address");
}

#[test]
fn a_success_that_cannot_be_read_is_followed_by_its_header() {
    let operation = operation();
    let broken = with(with_type(200, "application/json", r#"{"id":"oc"#), "opc-work-request-id", "w");
    let reading = follower(&operation).submitted(&operation, Ok(broken));
    assert!(matches!(reading.outcome, Outcome::Running { .. }));
    assert_eq!(reading.address, Some(Stage::Work { id: "w".into(), seen: false }.address()));
}

#[test]
fn an_unknown_status_word_and_a_missing_percent_are_shown_as_they_are() {
    let operation = at(&Stage::Work { id: "w".into(), seen: true });
    for (body, word) in [
        (r#"{"status":"RESTING"}"#, "RESTING"),
        (r#"{"status":7,"percentComplete":"half"}"#, "7"),
        ("{}", ""),
    ] {
        let Outcome::Running { state, progress } = read(&operation, 200, body).outcome else {
            panic!("goes on")
        };
        assert_eq!((state.as_str(), progress), (word, None));
    }
    assert!(matches!(read(&operation, 503, "").outcome, Outcome::NoNews(_)));
    let page = follower(&operation).read(&operation, Ok(with_type(404, "text/html", "<html>")));
    assert!(matches!(page.outcome, Outcome::NoNews(_)), "a gateway's page says nothing about work requests");
}

#[test]
fn the_search_walks_pages_and_does_not_guess_between_several() {
    let list = Stage::Looking { compartment: Some("c".into()), page: None, found: vec![], accepted: false };
    let operation = at(&list);
    let page = |ids: &[&str]| {
        let items: Vec<_> = ids
            .iter()
            .map(|id| format!(r#"{{"id":"{id}","timeAccepted":"1970-01-01T00:00:01Z"}}"#))
            .collect();
        answer(200, &format!("[{}]", items.join(",")))
    };
    let empty = with(page(&[]), "opc-next-page", "p2");
    let reading = follower(&operation).read(&operation, Ok(empty));
    assert!(reading.ask_again_at_once, "an empty page is not the end");
    let second = Operation { address: reading.address.clone().unwrap_or_default(), ..operation };
    let asked = follower(&second).poll(&second).expect("a question");
    assert_eq!(asked.target, "/20160918/workRequests?compartmentId=c&resourceId=i&limit=50&page=p2");
    let one = follower(&second).read(&second, Ok(page(&["w"])));
    assert_eq!(one.address, Some(Stage::Work { id: "w".into(), seen: false }.address()));
    let Outcome::Unknown { look_at, .. } = follower(&second).read(&second, Ok(page(&["w", "x"]))).outcome
    else {
        panic!("two cannot be told apart")
    };
    assert!(look_at.contains("w, x"), "{look_at}");
}

#[test]
fn the_compartment_is_learned_from_the_image_and_its_lack_is_no_dead_end() {
    let operation = at(&Stage::looking(None));
    assert_eq!(
        follower(&operation).poll(&operation).map(|r| r.target).as_deref(),
        Some("/20160918/images/i")
    );
    let reading = read(&operation, 200, r#"{"compartmentId":"c","lifecycleState":"EXPORTING"}"#);
    assert_eq!(reading.address, Some(Stage::looking(Some("c")).address()));
    let reading = read(&operation, 200, r#"{"compartmentId":null}"#);
    assert_eq!(reading.address, Some(Stage::Image { vanished: false, accepted: false }.address()));
    let list = at(&Stage::looking(Some("c")));
    let reading = read(&list, 404, r#"{"code":"NotAuthorizedOrNotFound","message":"no"}"#);
    assert_eq!(reading.address, Some(Stage::Image { vanished: false, accepted: false }.address()));
}

#[test]
fn failures_are_explained_for_exports() {
    let either = explain_error(&refused(404, "NotAuthorizedOrNotFound", ""));
    assert!(either.why.contains("image or the bucket") && either.why.contains("may not"), "{}", either.why);
    assert!(explain_error(&refused(409, "IncorrectState", "")).why.contains("AVAILABLE"));
    assert!(explain_error(&refused(412, "NoEtagMatch", "")).why.contains("changed"));
    let lost = ApiError::without_answer(ErrorKind::TimedOut(60), "");
    assert!(explain_error(&lost).why.contains("60 seconds"));
    let operation = operation();
    let late = follower(&operation).submitted(&operation, Ok(problem(429, "TooManyRequests")));
    assert!(matches!(late.outcome, Outcome::TryLater(_)));
}
