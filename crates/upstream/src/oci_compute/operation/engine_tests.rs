//! Whole lives of exports under the real engine.

use std::cell::Cell;

use image_console_core::{ApiError, ErrorKind, Method, Request, Response};
use image_console_operation::{Event, Followers, Operation, Status};

use super::*;
use crate::oci::bench::{Bench, START};
use crate::oci::testing::{answer, fixture, problem, with};
use crate::oci_compute::requests::{Destination, ExportFormat};

const ID: &str = "ocid1.image.oc1.iad.aaaaaaaaq3xv";
const WORK: &str = "ocid1.coreservicesworkrequest.oc1.iad.abuwcljr7m";
const TOKEN: &str = "5f0d6f3a-8e4c-4f0b-9a57-0c7d2c0be1a4";

fn to(destination: &Destination) -> (Operation, Request) {
    let start =
        Start { id: "op".into(), connection: "oci", retry_token: TOKEN, if_match: Some("7d7e"), at: START };
    let compartment_id = "ocid1.compartment.oc1..aaaaaaaa4x";
    start.export(&Source { id: ID, name: "ol8", compartment_id }, destination, Some(ExportFormat::Vdi))
}

fn export() -> (Operation, Request) {
    to(&Destination::Tuple {
        namespace_name: "ns".into(),
        bucket_name: "b".into(),
        object_name: "o.vdi".into(),
    })
}

fn by_url() -> (Operation, Request) {
    to(&Destination::Uri("https://objectstorage.us-ashburn-1.oraclecloud.com/p/hush/n/ns/b/b/o/o.vdi".into()))
}

fn submit((operation, request): (Operation, Request)) -> Event {
    Event::Submit { operation: Box::new(operation), request }
}

fn bench() -> Bench {
    Bench::new(register(Followers::new()))
}

fn accepted() -> Response {
    with(with(answer(200, fixture!("export-image.json")), "etag", "8a1f33d0"), "opc-work-request-id", WORK)
}

fn work(status: &str, percent: f64) -> Response {
    answer(
        200,
        &format!(
            r#"{{"id":"{WORK}","status":"{status}","percentComplete":{percent},"operationType":"ExportImage","timeAccepted":"2024-03-05T10:15:31.020Z",
            "resources":[{{"actionType":"IN_PROGRESS","entityType":"image","identifier":"{ID}"}}]}}"#
        ),
    )
}

fn image(state: &str) -> Response {
    answer(200, &format!(r#"{{"id":"{ID}","compartmentId":"c","lifecycleState":"{state}"}}"#))
}

/// A work request that walks to its end within two minutes.
fn walk(request: &Request, now: i64, end: &str) -> Response {
    let seconds = (now - START.0) / 1000;
    match request.target.as_str() {
        t if t.ends_with("/errors?limit=50&sortOrder=ASC") => answer(
            200,
            r#"[{"code":"BucketNotFound","message":"no bucket at /p/hush/n/ns"},{"code":"X","message":"more"}]"#,
        ),
        t if t.contains("/logs?") => answer(
            200,
            r#"[{"message":"Ended","timestamp":"2024-03-05T10:17:31Z"},{"message":"Began","timestamp":"2024-03-05T10:15:35Z"}]"#,
        ),
        t if t.contains("/workRequests/") => match seconds {
            ..10 => work("ACCEPTED", 0.0),
            10..120 => work("IN_PROGRESS", seconds as f64 * 0.8),
            _ => work(end, 100.0),
        },
        _ => accepted(),
    }
}

#[test]
fn an_export_is_followed_by_its_work_request_to_the_end_and_its_log() {
    let mut bench = bench();
    let status = bench.run(submit(export()), |request, now| Ok(walk(request, now, "SUCCEEDED")));
    assert_eq!(status, Status::Succeeded);
    assert_eq!(bench.states(), ["EXPORTING", "ACCEPTED", "IN_PROGRESS", "SUCCEEDED"]);
    assert_eq!(bench.posts().len(), 1);
    let operation = bench.operation();
    for (label, value) in [
        ("bucketName", "b"),
        ("exportFormat", "VDI"),
        ("etag", "8a1f33d0"),
        ("opc-work-request-id", WORK),
        ("log 1 5 Mar 2024, 10:15:35 UTC", "Began"),
        ("log 2 5 Mar 2024, 10:17:31 UTC", "Ended"),
    ] {
        assert_eq!(operation.fact(label), Some(value), "{label}: {:?}", operation.facts);
    }
    assert_eq!(
        (operation.parts[0].name.as_str(), operation.parts[0].state.as_str()),
        (&*format!("image {ID}"), "IN_PROGRESS")
    );
    let moved = operation.timeline.entries.iter().find(|e| e.state == "IN_PROGRESS").expect("progress");
    assert!(moved.from.as_ref().map(|p| p.done) < moved.progress.as_ref().map(|p| p.done));
    assert!(bench.sent.len() < 30, "{} requests", bench.sent.len());
}

#[test]
fn a_failed_work_request_tells_its_errors_and_then_its_log() {
    let mut bench = bench();
    let status = bench.run(submit(export()), |request, now| Ok(walk(request, now, "FAILED")));
    assert_eq!(status, Status::Failed);
    let operation = bench.operation();
    let error = operation.error.as_ref().map(ApiError::from).expect("an error");
    assert_eq!((error.status, error.code.as_deref()), (None, Some("BucketNotFound")));
    assert_eq!(error.message, "no bucket at /p/•••/n/ns");
    assert_eq!(operation.fact("error 2"), Some("X: more"));
    assert!(operation.fact("log 1 5 Mar 2024, 10:15:35 UTC").is_some());
    assert!(explain_error(&error).why.contains("work request"));
    let last: Vec<_> = bench.questions().into_iter().rev().take(2).collect();
    assert!(last[0].contains("/logs?") && last[1].contains("/errors?"), "{last:?}");
}

#[test]
fn an_ended_work_request_ends_the_operation_even_where_its_errors_may_not_be_read() {
    let mut bench = bench();
    let status = bench.run(submit(export()), |request, now| {
        let details = request.target.contains("/errors?") || request.target.contains("/logs?");
        Ok(if details { problem(404, "NotAuthorizedOrNotFound") } else { walk(request, now, "CANCELED") })
    });
    assert_eq!(status, Status::Failed);
    assert!(bench.operation().error.as_ref().is_some_and(|e| e.message.contains("CANCELED")));
}

#[test]
fn throttling_and_outages_are_waited_out_under_the_same_token() {
    let mut bench = bench();
    let mut attempts = 0;
    let status = bench.run(submit(export()), |request, now| {
        if request.method != Method::Post {
            return Ok(walk(request, now - 20_000, "SUCCEEDED"));
        }
        attempts += 1;
        Ok(match attempts {
            1 => problem(429, "TooManyRequests"),
            2 => problem(409, "IncorrectState"),
            3 => problem(503, "ServiceUnavailable"),
            4 => problem(429, "TooManyRequests"),
            _ => accepted(),
        })
    });
    assert_eq!(status, Status::Succeeded);
    let posts = bench.posts();
    assert_eq!(posts.len(), 5);
    assert!(posts.iter().all(|r| *r == posts[0] && r.headers.get("opc-retry-token") == Some(TOKEN)));
}

#[test]
fn a_state_that_does_not_change_fails_after_the_sdks_attempts() {
    let mut bench = bench();
    let status = bench.run(submit(export()), |_, _| Ok(problem(409, "IncorrectState")));
    assert_eq!((status, bench.sent.len()), (Status::Failed, 8));
    assert!(bench.now - START.0 < 600_000);
    assert!(bench.engine.may_repeat("op"));
}

#[test]
fn a_stale_etag_or_a_plain_refusal_fails_at_once() {
    for (status, code) in
        [(412, "NoEtagMatch"), (404, "NotAuthorizedOrNotFound"), (409, "InvalidatedRetryToken")]
    {
        let mut bench = bench();
        assert_eq!(bench.run(submit(export()), |_, _| Ok(problem(status, code))), Status::Failed);
        assert_eq!(bench.sent.len(), 1, "{code}");
        let error = bench.operation().error.as_ref().map(ApiError::from).expect("an error");
        assert_eq!(crate::oci::error::is_stale(&error), status == 412);
        assert!(!bench.engine.may_repeat("op"), "{code}");
    }
}

/// A service that remembers tokens: the first request under one is carried out, later ones get the
/// first answer again.
struct Service {
    known: Cell<Option<i64>>,
    executions: Cell<u32>,
}

impl Service {
    fn new() -> Self {
        Self { known: Cell::new(None), executions: Cell::new(0) }
    }

    fn post(&self, now: i64) -> Response {
        if self.known.get().is_none_or(|at| now - at >= 86_400_000) {
            self.known.set(Some(now));
            self.executions.set(self.executions.get() + 1);
        }
        accepted()
    }
}

#[test]
fn a_reload_before_the_answer_sends_the_same_again_and_it_is_carried_out_once() {
    let service = Service::new();
    let (operation, request) = export();
    let mut first = bench();
    let loaded = first.submit_and_die(operation, request);
    service.post(first.now);
    let mut second = bench();
    second.now = first.now + 60_000;
    let status = second.run(loaded, |request, now| {
        Ok(if request.method == Method::Post { service.post(now) } else { walk(request, now, "SUCCEEDED") })
    });
    assert_eq!((status, service.executions.get()), (Status::Succeeded, 1));
    assert_eq!(first.posts(), second.posts(), "the very same request");
}

#[test]
fn a_refusal_after_a_reload_does_not_hide_that_the_first_attempt_was_carried_out() {
    let (operation, request) = export();
    let mut first = bench();
    let loaded = first.submit_and_die(operation, request);
    let mut second = bench();
    second.now = first.now + 3_600_000;
    let status = second.run(loaded, |request, now| {
        Ok(if request.method == Method::Post {
            problem(429, "TooManyRequests")
        } else if request.target.contains("/workRequests?") {
            answer(200, &format!(r#"[{{"id":"{WORK}","timeAccepted":"2024-03-05T10:15:31Z"}}]"#))
        } else {
            walk(request, now, "SUCCEEDED")
        })
    });
    assert_eq!((status, second.posts().len()), (Status::Succeeded, 1));
}

#[test]
fn a_day_later_nothing_is_sent_again_and_the_work_request_is_looked_for() {
    let (operation, request) = export();
    let mut first = bench();
    let loaded = first.submit_and_die(operation, request);
    let mut second = bench();
    second.now = first.now + 86_400_000;
    let status = second.run(loaded, |request, now| {
        Ok(if request.target.contains("/workRequests?") {
            answer(200, &format!(r#"[{{"id":"{WORK}","timeAccepted":"2024-03-05T10:15:31Z"}},{{"id":"old","timeAccepted":"2024-03-01T00:00:00Z"}}]"#))
        } else {
            walk(request, now, "SUCCEEDED")
        })
    });
    assert_eq!((status, second.posts().len()), (Status::Succeeded, 0));
    assert_eq!(second.operation().fact("opc-work-request-id"), Some(WORK));
}

#[test]
fn a_secret_url_is_not_stored_so_a_reload_looks_instead_of_sending() {
    let (operation, request) = by_url();
    assert!(request.body.as_deref().is_some_and(|body| body.contains("hush")));
    let mut first = bench();
    let loaded = first.submit_and_die(operation, request);
    assert!(!format!("{loaded:?}").contains("hush"));
    let mut second = bench();
    let status = second.run(loaded, |request, _| {
        Ok(if request.target.contains("/workRequests") { answer(200, "[]") } else { image("AVAILABLE") })
    });
    let Status::Unknown { why, look_at } = status else { panic!("{status:?}") };
    assert!(why.contains("most likely not carried out"), "{why}");
    assert!(look_at.contains("/p/•••/") && second.posts().is_empty(), "{look_at}");
    assert!(second.sent.len() < 10);
}

#[test]
fn within_the_page_a_secret_url_is_tried_again_like_any_other() {
    let mut bench = bench();
    let mut attempts = 0;
    let status = bench.run(submit(by_url()), |request, now| {
        if request.method == Method::Post {
            attempts += 1;
            return Ok(if attempts == 1 { problem(500, "InternalServerError") } else { accepted() });
        }
        Ok(walk(request, now, "SUCCEEDED"))
    });
    assert_eq!((status, bench.posts().len()), (Status::Succeeded, 2));
    assert_eq!(bench.posts()[0], bench.posts()[1]);
    assert!(!bench.saved.as_ref().map(|o| format!("{o:?}")).unwrap_or_default().contains("hush"));
}

#[test]
fn a_refusal_after_an_attempt_without_answer_is_no_failure_but_looked_into() {
    for (status, code) in [(412, "NoEtagMatch"), (409, "IncorrectState"), (409, "InvalidatedRetryToken")] {
        let mut bench = bench();
        let mut attempts = 0;
        let ended = bench.run(submit(export()), |request, now| {
            if request.method == Method::Post {
                attempts += 1;
                let lost = || ApiError::without_answer(ErrorKind::TimedOut(60), "no answer");
                return if attempts == 1 { Err(lost()) } else { Ok(problem(status, code)) };
            }
            Ok(if request.target.contains("/workRequests?") {
                answer(200, &format!(r#"[{{"id":"{WORK}","timeAccepted":"2024-03-05T10:15:31Z"}}]"#))
            } else {
                walk(request, now, "SUCCEEDED")
            })
        });
        assert_eq!((ended, attempts), (Status::Succeeded, 2), "{code}");
    }
}

#[test]
fn a_vanished_work_request_leaves_the_image_and_an_honest_end() {
    let mut bench = bench();
    let status = bench.run(submit(export()), |request, now| {
        let seconds = (now - START.0) / 1000;
        Ok(match request.target.as_str() {
            t if t.contains("/workRequests/") && seconds > 30 => problem(404, "NotAuthorizedOrNotFound"),
            t if t.contains("/workRequests/") || t.ends_with("/export") => walk(request, now, "SUCCEEDED"),
            _ => image(if seconds < 90 { "EXPORTING" } else { "AVAILABLE" }),
        })
    });
    let Status::Unknown { why, look_at } = status else { panic!("{status:?}") };
    assert!(why.contains("no longer known") && why.contains("success and failure alike"), "{why}");
    assert!(look_at.contains("object o.vdi in bucket b of namespace ns"), "{look_at}");
    assert_eq!(bench.states(), ["EXPORTING", "ACCEPTED", "IN_PROGRESS", "EXPORTING"]);
}

#[test]
fn a_work_request_that_is_not_known_yet_is_waited_for() {
    let mut bench = bench();
    let mut asked = 0;
    let status = bench.run(submit(export()), |request, now| {
        asked += u32::from(request.target.ends_with(WORK));
        let early = request.target.ends_with(WORK) && asked <= 2;
        Ok(if early { problem(404, "NotAuthorizedOrNotFound") } else { walk(request, now, "SUCCEEDED") })
    });
    assert_eq!(status, Status::Succeeded);
}

#[test]
fn an_answer_that_names_no_work_request_is_followed_all_the_same() {
    for (list, ends_well) in [
        (format!(r#"[{{"id":"{WORK}","timeAccepted":"2024-03-05T10:15:31Z"}}]"#), true),
        ("[]".into(), false),
    ] {
        let mut bench = bench();
        let status = bench.run(submit(export()), |request, now| {
            let seconds = (now - START.0) / 1000;
            Ok(match request.target.as_str() {
                t if t.ends_with("/export") => answer(200, fixture!("export-image.json")),
                t if t.contains("/workRequests?") => answer(200, &list),
                t if t.contains("/workRequests/") => walk(request, now, "SUCCEEDED"),
                _ => image(if seconds < 90 { "EXPORTING" } else { "AVAILABLE" }),
            })
        });
        assert_eq!(status == Status::Succeeded, ends_well);
        if let Status::Unknown { why, .. } = status {
            assert!(why.contains("has ended") && why.contains("none is known"), "{why}");
        }
    }
}
