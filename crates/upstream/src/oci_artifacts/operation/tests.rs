//! Whole lives of restorations under the real engine.

use image_console_core::{ApiError, ErrorKind, Method, Request, Response};
use image_console_operation::{Event, Followers, Operation, Status};

use super::*;
use crate::oci::bench::{Bench, START};
use crate::oci::testing::{answer, fixture, problem, refused, with};

const ID: &str = "ocid1.containerimage.oc1.phx.0.axaxnpcrorw5.aaaaaaaabq7c";
const TOKEN: &str = "0c7d2c0be1a44f0b9a575f0d6f3a8e";

fn restore(version: Option<&str>) -> (Operation, Request) {
    let start =
        Start { id: "op".into(), connection: "oci", retry_token: TOKEN, if_match: Some("e1"), at: START };
    start.restore(&Source { id: ID, name: "shop/api:unknown" }, version)
}

fn submit((operation, request): (Operation, Request)) -> Event {
    Event::Submit { operation: Box::new(operation), request }
}

fn bench() -> Bench {
    Bench::new(register(Followers::new()))
}

fn restored() -> Response {
    with(answer(200, fixture!("restore-container-image.json")), "etag", "c0f5b8a1")
}

fn deleted() -> Response {
    answer(200, r#"{"lifecycleState":"DELETED","versions":[]}"#)
}

fn lost() -> ApiError {
    ApiError::without_answer(ErrorKind::TimedOut(60), "no answer")
}

#[test]
fn a_restoration_ends_with_its_answer_and_shows_the_image() {
    let mut bench = bench();
    assert_eq!(bench.run(submit(restore(Some("0.0.1"))), |_, _| Ok(restored())), Status::Succeeded);
    assert_eq!((bench.sent.len(), bench.states()), (1, vec!["AVAILABLE"]));
    let operation = bench.operation();
    assert_eq!(title(&operation.action), "Restore container image");
    for (label, value) in [("displayName", "shop/api:0.0.1"), ("version", "0.0.1"), ("etag", "c0f5b8a1")] {
        assert_eq!(operation.fact(label), Some(value));
    }
}

#[test]
fn the_generated_answer_is_a_success_with_the_state_it_claims() {
    let mut bench = bench();
    let answer = || answer(200, fixture!("restore-container-image.generated.json"));
    assert_eq!(bench.run(submit(restore(None)), |_, _| Ok(answer())), Status::Succeeded);
    assert_eq!(bench.states(), ["DELETED"]);
}

#[test]
fn throttling_and_outages_are_waited_out_under_the_same_token() {
    let mut bench = bench();
    let mut attempts = 0;
    let status = bench.run(submit(restore(None)), |_, _| {
        attempts += 1;
        match attempts {
            1 => Ok(problem(429, "TooManyRequests")),
            2 => Ok(problem(503, "ServiceUnavailable")),
            3 => Err(lost()),
            _ => Ok(restored()),
        }
    });
    assert_eq!((status, attempts), (Status::Succeeded, 4));
    assert!(
        bench.sent.iter().all(|r| *r == bench.sent[0] && r.headers.get("opc-retry-token") == Some(TOKEN))
    );
}

#[test]
fn a_refusal_fails_at_once_and_is_explained() {
    for (status, code, words) in [
        (404, "NotAuthorizedOrNotFound", "48 hours"),
        (409, "Conflict", "another image"),
        (412, "NoEtagMatch", "changed"),
    ] {
        let mut bench = bench();
        assert_eq!(bench.run(submit(restore(None)), |_, _| Ok(problem(status, code))), Status::Failed);
        let error = bench.operation().error.as_ref().map(ApiError::from).expect("an error");
        assert!(explain_error(&error).why.contains(words), "{code}");
        assert_eq!(bench.sent.len(), 1);
    }
    assert!(explain_error(&refused(409, "IncorrectState", "")).why.contains("DELETED"));
    assert!(explain_error(&refused(400, "InvalidParameter", "")).next.contains("message"));
}

#[test]
fn a_reload_before_the_answer_sends_the_very_same_again() {
    let (operation, request) = restore(Some("0.0.1"));
    let mut first = bench();
    let loaded = first.submit_and_die(operation, request);
    let mut second = bench();
    second.now = first.now + 3_600_000;
    assert_eq!(second.run(loaded, |_, _| Ok(restored())), Status::Succeeded);
    assert_eq!(first.posts(), second.posts());
}

#[test]
fn a_day_later_the_image_itself_tells() {
    for (answers, version, ends_well, words) in [
        (restored(), Some("0.0.1"), true, ""),
        (restored(), Some("9"), false, "without the version"),
        (deleted(), None, false, "still DELETED"),
    ] {
        let (operation, request) = restore(version);
        let mut first = bench();
        let loaded = first.submit_and_die(operation, request);
        let mut second = bench();
        second.now = first.now + 86_400_000;
        let status = second.run(loaded, |_, _| Ok(answers.clone()));
        assert_eq!((status == Status::Succeeded, second.posts().len()), (ends_well, 0));
        if let Status::Unknown { why, look_at } = status {
            assert!(why.contains(words) && look_at.contains("shop/api"), "{why} {look_at}");
        }
    }
}

#[test]
fn a_refusal_after_an_attempt_without_answer_is_looked_into() {
    for (status, code) in [(409, "IncorrectState"), (412, "NoEtagMatch"), (409, "InvalidatedRetryToken")] {
        let mut bench = bench();
        let mut attempts = 0;
        let ended = bench.run(submit(restore(None)), |request, _| {
            if request.method == Method::Get {
                return Ok(restored());
            }
            attempts += 1;
            if attempts == 1 { Err(lost()) } else { Ok(problem(status, code)) }
        });
        assert_eq!((ended, attempts), (Status::Succeeded, 2), "{code}");
    }
}
