//! Each action through its good end, its refusal, and the loss of its answer, by the engine's own
//! rules.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Request, Response};
use image_console_operation::{Follow, Followers, Operation, Outcome, Reading, StoredError};
use std::sync::Arc;

use super::*;
use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::requests::NewImage;
use crate::triton_cloudapi::testing::{answer, fixture, with_type};

const ID: &str = "62306cd7-7b8a-c5dd-d44e-8491c83b9974";
const ME: &str = "47034e57-42d1-0342-b302-00db733e8c8a";

fn with_start<T>(f: impl FnOnce(&Start<'_>) -> T) -> T {
    let caller = Caller::new("j.doe@x", Some("~9"));
    f(&Start { id: "op-1".into(), connection: "us-east-1", caller: &caller, at: Timestamp(0) })
}

fn follower(operation: &Operation) -> Arc<dyn Follow> {
    register(Followers::new()).of(operation).expect("a follower for each action")
}

fn source() -> Source<'static> {
    Source { id: ID, name: "web", version: "1.0" }
}

fn create(known: Known) -> Operation {
    let image =
        NewImage { machine: "m".into(), name: "web".into(), version: "1.0".into(), ..NewImage::default() };
    with_start(|s| s.create(&image, "web01", known).0)
}

fn known() -> Known {
    Known { account: Some(ME.into()), ids: Some(vec!["old".into()]) }
}

fn clone_op(known: Known) -> Operation {
    with_start(|s| s.clone_image(&source(), known).0)
}

fn import() -> Operation {
    with_start(|s| s.import("us-west-1", &source()).0)
}

fn export() -> Operation {
    with_start(|s| s.export(&source(), "/j.doe@x/stor/a b").0)
}

fn delete() -> Operation {
    with_start(|s| s.delete(&source()).0)
}

fn submitted(operation: &Operation, response: Response) -> Reading {
    follower(operation).submitted(operation, Ok(response))
}

fn read(operation: &Operation, response: Response) -> Reading {
    follower(operation).read(operation, Ok(response))
}

fn asked(operation: &Operation) -> Request {
    follower(operation).poll(operation).expect("something to ask")
}

fn proxy_gave_up() -> Response {
    answer(503, r#"{"code":"ServiceUnavailable","message":"CloudAPI service is currently unavailable"}"#)
}

fn image(id: &str, state: &str) -> String {
    format!(r#"{{"id":"{id}","name":"web","version":"1.0","owner":"{ME}","state":"{state}"}}"#)
}

fn not_found() -> Response {
    answer(404, r#"{"code":"ResourceNotFound","message":"image not found"}"#)
}

/// The operation after a reading, as far as a follower looks at it.
fn after(mut operation: Operation, reading: &Reading) -> Operation {
    if let Some(address) = &reading.address {
        operation.address.clone_from(address);
    }
    if let Some(id) = &reading.resource_id {
        operation.resource.id = Some(id.clone());
    }
    operation
}

#[test]
fn every_operation_can_be_stored_with_its_request_and_names_its_resource() {
    for (operation, title_, target) in [
        (create(known()), "Create image from machine", "/j.doe%40x/images"),
        (
            import(),
            "Import image from datacenter",
            "/j.doe%40x/images?action=import-from-datacenter&datacenter=us-west-1&id=62306cd7-7b8a-c5dd-d44e-8491c83b9974",
        ),
        (
            export(),
            "Export image",
            "/j.doe%40x/images/62306cd7-7b8a-c5dd-d44e-8491c83b9974?action=export&manta_path=%2Fj.doe%40x%2Fstor%2Fa%20b",
        ),
        (
            clone_op(known()),
            "Clone image",
            "/j.doe%40x/images/62306cd7-7b8a-c5dd-d44e-8491c83b9974?action=clone",
        ),
        (delete(), "Delete image", "/j.doe%40x/images/62306cd7-7b8a-c5dd-d44e-8491c83b9974"),
    ] {
        assert_eq!(title(&operation.action), title_);
        assert_eq!(operation.request.as_ref().map(|r| r.target.as_str()), Some(target));
        assert_eq!(
            (operation.resource.kind.as_str(), operation.resource.name.as_str()),
            ("image", "web 1.0")
        );
        let back = serde_json::to_string(&operation).ok().and_then(|t| serde_json::from_str(&t).ok());
        assert_eq!(back, Some(operation));
    }
}

#[test]
fn a_created_image_is_followed_to_active() {
    let operation = create(known());
    let mut response = answer(201, fixture!("create.response.json"));
    response.headers.add("x-joyent-jobid", "0b30ef20");
    let reading = submitted(&operation, response);
    assert!(matches!(&reading.outcome, Outcome::Running { state, .. } if state == "creating"));
    assert_eq!(reading.facts[0].value, "0b30ef20");
    let operation = after(operation, &reading);
    assert_eq!(operation.resource.id.as_deref(), Some(ID));
    let poll = asked(&operation);
    assert_eq!(poll.target, format!("/j.doe%40x/images/{ID}"));
    assert_eq!(poll.headers.get("Accept-Version"), Some("~9"));
    for (state, ends) in [
        ("creating", false),
        ("unactivated", false),
        ("some-new-state", false),
        ("active", true),
        ("disabled", true),
    ] {
        let outcome = read(&operation, answer(200, &image(ID, state))).outcome;
        assert_eq!(matches!(outcome, Outcome::Succeeded { .. }), ends, "{state}");
        assert!(ends || matches!(&outcome, Outcome::Running { state: s, .. } if s == state), "{state}");
    }
}

#[test]
fn a_failed_image_tells_why() {
    let operation = after(create(known()), &Reading::running("").ask(serde_json::json!({"image": ID})));
    let body = format!(
        r#"{{"id":"{ID}","state":"failed","error":{{"code":"VmHasNoOrigin","message":"cannot create an incremental image"}}}}"#
    );
    let Outcome::Failed { state, error } = read(&operation, answer(200, &body)).outcome else {
        panic!("failed")
    };
    assert_eq!((state.as_str(), error.code.as_deref()), ("failed", Some("VmHasNoOrigin")));
    assert!(explain_error(&error).why.contains("missing on its host"));
}

#[test]
fn an_image_deleted_while_it_is_made_fails_only_when_that_is_certain() {
    let mut operation = after(create(known()), &Reading::running("").ask(serde_json::json!({"image": ID})));
    assert!(matches!(read(&operation, not_found()).outcome, Outcome::NoNews(_)));
    operation.polls.errors = 3;
    assert!(
        matches!(read(&operation, not_found()).outcome, Outcome::NoNews(_)),
        "three lost connections prove nothing"
    );
    let Outcome::NoNews(error) = read(&operation, not_found()).outcome else { panic!("not certain yet") };
    operation.error = Some(StoredError::from(&error));
    assert!(matches!(read(&operation, not_found()).outcome, Outcome::Failed { .. }));
    assert!(matches!(read(&operation, with_type(404, "text/html", "<html>")).outcome, Outcome::NoNews(_)));
}

#[test]
fn a_201_that_cannot_be_read_gives_its_id_by_location() {
    let mut response = answer(201, r#"{"id":"623"#);
    response.headers.add("Location", &format!("/jdoe/images/{ID}"));
    let reading = submitted(&create(known()), response);
    assert_eq!(reading.resource_id.as_deref(), Some(ID));
    assert!(matches!(reading.outcome, Outcome::Running { .. }));
    assert!(matches!(submitted(&create(known()), answer(201, "")).outcome, Outcome::NoNews(_)));
}

#[test]
fn a_creation_or_clone_without_answer_is_looked_for_and_never_sent_again() {
    for operation in [create(known()), clone_op(known())] {
        assert!(matches!(submitted(&operation, proxy_gave_up()).outcome, Outcome::NoNews(_)));
        assert!(matches!(follower(&operation).resumed(&operation).outcome, Outcome::Running { .. }));
        assert!(!follower(&operation).may_send_again(&operation));
        assert_eq!(
            asked(&operation).target,
            format!("/j.doe%40x/images?name=web&version=1.0&state=all&owner={ME}")
        );
        let list = |ids: &[&str]| {
            let images: Vec<String> = ids.iter().map(|id| image(id, "active")).collect();
            answer(200, &format!("[{}]", images.join(",")))
        };
        assert!(matches!(read(&operation, list(&["old"])).outcome, Outcome::Running { .. }));
        let found = read(&operation, list(&["old", "new"]));
        assert_eq!(found.resource_id.as_deref(), Some("new"));
        assert!(matches!(found.outcome, Outcome::Succeeded { .. }));
        assert!(found.note.is_some_and(|n| n.contains("was lost")));
        let Outcome::Unknown { look_at, .. } = read(&operation, list(&["old", "a", "b"])).outcome else {
            panic!("two candidates cannot be told apart")
        };
        assert!(look_at.contains("a, b"));
    }
}

#[test]
fn without_knowing_what_was_there_a_candidate_is_only_shown() {
    let operation = clone_op(Known::default());
    let list = answer(200, &format!("[{},{}]", image(ID, "active"), image("other", "active")));
    let Outcome::Unknown { look_at, .. } = read(&operation, list).outcome else { panic!("not certain") };
    assert!(look_at.contains("other") && !look_at.contains(ID), "the source is not its clone: {look_at}");
}

#[test]
fn an_import_ends_with_its_answer_or_is_watched_in_the_target() {
    let operation = import();
    for status in [200, 201] {
        let reading = submitted(&operation, answer(status, fixture!("import.response.json")));
        assert!(matches!(reading.outcome, Outcome::Succeeded { .. }));
    }
    assert!(matches!(submitted(&operation, proxy_gave_up()).outcome, Outcome::NoNews(_)));
    assert_eq!(asked(&operation).target, format!("/j.doe%40x/images/{ID}"));
    assert!(matches!(read(&operation, not_found()).outcome, Outcome::Running { .. }));
    assert!(matches!(read(&operation, answer(200, &image(ID, "active"))).outcome, Outcome::Succeeded { .. }));
    assert!(matches!(
        submitted(&operation, answer(500, r#"{"message":"job failed"}"#)).outcome,
        Outcome::Failed { .. }
    ));
    assert!(matches!(
        submitted(&operation, answer(500, r#"{"code":"InternalError","message":"x"}"#)).outcome,
        Outcome::NoNews(_)
    ));
}

#[test]
fn an_export_gives_its_paths_or_says_where_to_look() {
    let operation = export();
    let reading = submitted(&operation, answer(200, fixture!("export.response.json")));
    assert!(matches!(reading.outcome, Outcome::Succeeded { .. }));
    let labels: Vec<_> = reading.facts.iter().map(|f| f.label.as_str()).collect();
    assert_eq!(labels, ["manta_url", "image_path", "manifest_path"]);
    assert!(follower(&operation).poll(&operation).is_none());
    let lost = ApiError::without_answer(ErrorKind::Unreachable, "connection lost");
    for reading in [
        submitted(&operation, proxy_gave_up()),
        follower(&operation).submitted(&operation, Err(lost)),
        follower(&operation).resumed(&operation),
    ] {
        let Outcome::Unknown { look_at, .. } = reading.outcome else { panic!("not known") };
        assert!(look_at.contains("/j.doe@x/stor/a b"), "{look_at}");
    }
}

#[test]
fn a_deletion_whose_answer_is_lost_is_done_when_the_image_is_gone() {
    let mut operation = delete();
    assert!(matches!(
        submitted(&operation, with_type(204, "text/plain", "")).outcome,
        Outcome::Succeeded { .. }
    ));
    assert_eq!(asked(&operation).target, format!("/j.doe%40x/images/{ID}"));
    assert!(matches!(read(&operation, not_found()).outcome, Outcome::Succeeded { .. }));
    assert!(matches!(read(&operation, with_type(404, "text/html", "<html>")).outcome, Outcome::NoNews(_)));
    let there = || answer(200, &image(ID, "active"));
    assert!(matches!(read(&operation, there()).outcome, Outcome::Running { .. }));
    operation.polls.count = 4;
    assert!(matches!(read(&operation, there()).outcome, Outcome::Unknown { .. }));
}

#[test]
fn maintenance_and_missing_storage_are_refusals_although_their_status_is_503() {
    for operation in [create(known()), import(), export(), clone_op(known()), delete()] {
        for code in ["ServiceUnavailableError", "StorageIsDown", "StorageUnsupportedError"] {
            let body = format!(r#"{{"code":"{code}","message":"no"}}"#);
            assert!(
                matches!(submitted(&operation, answer(503, &body)).outcome, Outcome::Failed { .. }),
                "{code}"
            );
        }
    }
}
