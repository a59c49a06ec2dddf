use super::*;
use crate::oracle_marketplace::testing::{answer, fixture, head};
use image_console_core::{ApiError, ErrorKind, Method, Response};
use image_console_operation::{Follow, Outcome, Progress, Reading, StoredError};

const MODIFIED: &str = "Tue, 05 Mar 2024 10:21:02 GMT";

fn upload() -> Operation {
    found("op", "market", "7934470", None, Timestamp(0))
}

fn read(operation: &Operation, response: Response) -> Reading {
    follow::MachineImageUpload.read(operation, Ok(response))
}

/// What the engine does with a running reading, as far as these tests need it.
fn keep(operation: &mut Operation, reading: Reading) {
    let Outcome::Running { state, progress } = &reading.outcome else { panic!("{reading:?}") };
    operation.timeline.see(Timestamp(1), state, reading.note.as_deref(), progress.as_ref());
    operation.address = reading.address.clone().unwrap_or_else(|| operation.address.clone());
    operation.parts = reading.parts.unwrap_or_else(|| operation.parts.clone());
}

fn method(operation: &Operation) -> Option<Method> {
    follow::MachineImageUpload.poll(operation).map(|request| request.method)
}

fn at_rest() -> Operation {
    let mut operation = upload();
    let reading = read(&operation, answer(200, fixture!("running.response.json")));
    keep(&mut operation, reading);
    operation
}

#[test]
fn the_full_status_tells_progress_parts_and_facts() {
    let reading = read(&upload(), answer(200, fixture!("running.response.json")));
    let Outcome::Running { state, progress } = &reading.outcome else { panic!("{reading:?}") };
    assert_eq!((state.as_str(), progress), ("In Progress", &Some(Progress::percent(73))));
    assert_eq!(reading.note.as_deref(), Some("1 of 2 data centres completed"));
    let parts = reading.parts.expect("parts");
    assert_eq!(parts[1].name, "EM2 COMMERCIAL TEAK");
    assert_eq!(parts[1].progress, Some(Progress::percent(47)));
    let marks = parts[1].facts.iter().find(|f| f.label == "marks").map(|f| f.value.as_str());
    assert_eq!(marks, Some("copy, overwrite, replica"));
    assert!(reading.facts.iter().any(|f| f.label == "imageFilePath"));
}

#[test]
fn an_upload_at_rest_is_asked_about_by_head_and_in_full_every_fifth_time() {
    let mut operation = at_rest();
    let mut methods = Vec::new();
    for _ in 0..10 {
        let method = method(&operation).expect("a question");
        methods.push(method);
        let response = match method {
            Method::Head => {
                head(200, &[("X-Upload-Status", "In Progress"), ("X-Last-Modified-Date", MODIFIED)])
            }
            _ => answer(200, fixture!("running.response.json")),
        };
        let reading = read(&operation, response);
        assert!(!reading.ask_again_at_once);
        keep(&mut operation, reading);
    }
    let full: Vec<_> = methods.iter().map(|m| *m == Method::Get).collect();
    assert_eq!(full, [false, false, false, false, true, false, false, false, false, true]);
    assert_eq!(operation.timeline.entries.len(), 1, "a cheap answer that says nothing new is no new line");
}

#[test]
fn a_change_that_head_shows_is_read_in_full_at_once() {
    for fields in [
        [("X-Upload-Status", "Completed"), ("X-Last-Modified-Date", MODIFIED)],
        [("X-Upload-Status", "IN PROGESS"), ("X-Last-Modified-Date", "Tue, 05 Mar 2024 10:25:00 GMT")],
        [("X-Upload-Status", "Quarantined"), ("X-Last-Modified-Date", MODIFIED)],
    ] {
        let mut operation = at_rest();
        assert_eq!(method(&operation), Some(Method::Head));
        let reading = read(&operation, head(200, &fields));
        assert!(reading.ask_again_at_once, "{fields:?}");
        keep(&mut operation, reading);
        assert_eq!(method(&operation), Some(Method::Get));
        assert_eq!(operation.state(), "In Progress", "the end is read from the full status");
    }
}

#[test]
fn while_things_move_the_full_status_is_asked_for_each_time() {
    let mut operation = at_rest();
    let moved = fixture!("running.response.json").replace("47%", "53%");
    let reading = read(&operation, answer(200, &moved));
    keep(&mut operation, reading);
    assert_eq!(method(&operation), Some(Method::Get));
}

#[test]
fn head_without_headers_a_page_may_read_is_given_up() {
    for response in [head(200, &[]), head(405, &[])] {
        let operation = at_rest();
        let reading = read(&operation, response);
        let mut next = at_rest();
        next.address = reading.address.expect("an address");
        for _ in 0..3 {
            assert_eq!(method(&next), Some(Method::Get));
            let reading = read(&next, answer(200, fixture!("running.response.json")));
            keep(&mut next, reading);
        }
    }
}

#[test]
fn ends_are_those_of_the_table_and_unknown_words_go_on() {
    for (word, end) in [
        ("Completed", "succeeded"),
        ("COMPLETED", "succeeded"),
        ("Rejected", "failed"),
        ("DELECTION FAILED", "failed"),
        ("Deleted", "failed"),
        ("Quarantined", "running"),
        ("Virus Scan In Progress", "running"),
    ] {
        let reading = read(&upload(), answer(200, &format!(r#"{{"statusName":"{word}"}}"#)));
        let (got, state) = match &reading.outcome {
            Outcome::Succeeded { state } => ("succeeded", state),
            Outcome::Failed { state, error } => {
                assert_eq!((error.code.as_deref(), error.status), (Some(word), None));
                ("failed", state)
            }
            Outcome::Running { state, .. } => ("running", state),
            other => panic!("{other:?}"),
        };
        assert_eq!((got, state.as_str()), (end, word));
    }
}

#[test]
fn a_data_centre_left_behind_by_a_completed_upload_is_a_warning() {
    let body = fixture!("status.response.json").replacen(
        "\"statusName\":\"Completed\",\n \"uploadProgress\"",
        "\"statusName\":\"Failed\",\n \"uploadProgress\"",
        1,
    );
    let reading = read(&upload(), answer(200, &body));
    assert_eq!(reading.warnings, ["US2 COMMERCIAL CHERRY: Failed"]);
}

#[test]
fn a_refused_token_is_no_news_and_the_next_question_is_the_full_one() {
    let operation = at_rest();
    let reading = read(&operation, head(401, &[]));
    let Outcome::NoNews(error) = &reading.outcome else { panic!("{reading:?}") };
    assert_eq!((&error.kind, error.status), (&ErrorKind::Refused, Some(401)));
    let mut next = at_rest();
    next.address = reading.address.expect("an address");
    assert_eq!(method(&next), Some(Method::Get));
}

#[test]
fn not_found_three_times_in_a_row_ends_in_not_knowing() {
    let mut operation = at_rest();
    for errors in 0..3 {
        operation.polls.errors = errors;
        let reading = read(&operation, answer(404, r#"{"message":"Entity Not Found"}"#));
        match &reading.outcome {
            Outcome::NoNews(error) if errors < 2 => operation.error = Some(StoredError::from(error)),
            Outcome::Unknown { look_at, .. } if errors == 2 => {
                assert_eq!(look_at, "upload 7934470 on market")
            }
            other => panic!("{errors}: {other:?}"),
        }
    }
    let gone = ApiError::without_answer(ErrorKind::Unreachable, "");
    assert!(matches!(follow::MachineImageUpload.read(&operation, Err(gone)).outcome, Outcome::NoNews(_)));
}
