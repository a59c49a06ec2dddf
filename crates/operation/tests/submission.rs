//! Submissions: exactly once, and never called failed when that is not certain.

mod common;

use common::*;
use image_console_core::time::Timestamp;
use image_console_core::{ErrorKind, Method, Request};
use image_console_operation::{Command, Event, Notice, Operation, Status, StoredRequest};

#[test]
fn an_operation_is_saved_before_its_request_is_sent() {
    let mut page = Page::new();
    let commands = page.submit(operation("a"));
    let [Command::Save(_), Command::Send { connection, .. }] = commands.as_slice() else {
        panic!("{commands:?}")
    };
    assert_eq!(connection, "east");
    assert_eq!(page.timer, None, "nothing is asked before the answer");
}

#[test]
fn a_double_click_starts_it_once() {
    let mut page = Page::new();
    page.submit(operation("a"));
    assert_eq!(page.submit(operation("a")), []);
    page.answer("a", says("working"));
    assert_eq!(page.submit(operation("a")), []);
    assert_eq!(page.sent.len(), 1);
}

#[test]
fn an_accepted_operation_is_followed_to_its_end() {
    let mut page = Page::new();
    page.submit(operation("a"));
    page.answer("a", says("working"));
    assert!(is_running(page.status("a"), "working"));
    page.next_poll("a", says("working"));
    page.next_poll("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
    assert_eq!(page.get("a").fact("Result"), Some("/out/1"));
    assert_eq!(page.get("a").resource.id.as_deref(), Some("r-1"));
    assert_eq!(page.timer, None);
    let notices: Vec<_> = page.notices.iter().map(|(_, n)| n.clone()).collect();
    assert_eq!(notices, [Notice::Accepted, Notice::Succeeded]);
}

#[test]
fn a_synchronous_action_ends_with_its_answer() {
    let mut page = Page::new();
    page.submit(operation_on("a", "east", "burn"));
    page.answer("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
    assert_eq!((page.timer, page.polled.len()), (None, 0));
}

#[test]
fn a_submission_that_the_upstream_refused_has_failed() {
    let mut page = Page::new();
    page.submit(operation("a"));
    page.answer("a", status(422, &[]));
    assert_eq!(page.status("a"), &Status::Failed);
    assert_eq!(page.get("a").error.as_ref().and_then(|e| e.status), Some(422));
}

#[test]
fn a_cut_off_submission_is_looked_for_instead_of_being_called_failed() {
    for cut in [nothing(ErrorKind::TimedOut(120)), nothing(ErrorKind::Unreachable), status(503, &[])] {
        let mut page = Page::new();
        page.submit(operation_on("a", "east", "copy"));
        page.answer("a", cut);
        assert!(is_running(page.status("a"), ""), "{:?}", page.status("a"));
        page.next_poll("a", says("done"));
        assert_eq!(page.status("a"), &Status::Succeeded);
        assert_eq!(page.sent.len(), 1);
    }
}

#[test]
fn a_cut_off_submission_that_cannot_be_looked_for_is_unknown_and_says_where_to_look() {
    let mut page = Page::new();
    page.submit(operation("a"));
    page.answer("a", nothing(ErrorKind::Unreachable));
    let Status::Unknown { look_at, .. } = page.status("a") else { panic!("{:?}", page.status("a")) };
    assert_eq!(look_at, "thing thing a on east");
    assert!(page.get("a").error.is_some(), "the cause is kept");
    assert_eq!(page.timer, None);
}

#[test]
fn a_submission_found_after_a_reload_is_looked_for_and_never_sent_again() {
    let mut page = Page::new();
    page.submit(operation_on("a", "east", "copy"));
    page.submit(operation("b"));
    page.reload();
    assert_eq!(page.sent.len(), 2, "nothing was sent again");
    assert!(is_running(page.status("a"), ""));
    assert!(page.in_flight.contains("a"), "asked at once");
    assert!(is_unknown(page.status("b")));
    page.poll_answer("a", says("working"));
    assert!(is_running(page.status("a"), "working"));
}

#[test]
fn a_submission_with_a_valid_retry_token_is_sent_again_after_a_reload_with_the_same_token() {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.reload();
    assert_eq!(page.sent.len(), 2);
    assert_eq!(page.sent[0], page.sent[1]);
    page.answer("a", says("working"));
    assert!(is_running(page.status("a"), "working"));
}

#[test]
fn an_expired_retry_token_sends_nothing_again() {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.pass(DAY);
    page.reload();
    assert_eq!(page.sent.len(), 1);
    assert!(is_unknown(page.status("a")));
    assert!(!page.engine.may_send_again("a", page.now));
}

#[test]
fn a_token_that_expires_while_the_network_is_gone_sends_nothing_again() {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.pass(DAY - 10_000);
    let texts: Vec<_> = page.store.values().cloned().collect();
    let operations = texts.iter().filter_map(|t| image_console_operation::stored::read(t).ok()).collect();
    let mut next = Page::new();
    next.now = page.now;
    next.tell(Event::Offline);
    next.tell(Event::Loaded(operations));
    assert_eq!((next.sent.len(), next.timer), (0, None), "waits for the network");
    next.pass(20_000);
    next.tell(Event::Online);
    assert_eq!(next.sent.len(), 0);
    assert!(is_unknown(next.status("a")));
}

#[test]
fn a_token_is_no_reason_where_the_upstream_does_not_know_it_or_the_request_is_masked() {
    let mut page = Page::new();
    page.submit(with_token("a", "burn"));
    let mut masked = with_token("b", "make");
    let request = Request::new(Method::Post, "/things/hush");
    masked.request = Some(StoredRequest::without(&request, &["hush"]));
    page.tell(Event::Submit { operation: Box::new(masked), request });
    page.reload();
    assert_eq!(page.sent.len(), 2);
    assert!(is_unknown(page.status("a")) && is_unknown(page.status("b")));
}

#[test]
fn a_retryable_answer_is_retried_with_growing_waits_as_often_as_the_policy_says() {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    let mut waits = Vec::new();
    loop {
        let before = page.now;
        page.answer("a", status(503, &[]));
        if page.timer.is_none() {
            break;
        }
        page.wake();
        waits.push(page.now.since(before));
    }
    assert_eq!(page.sent.len(), 8);
    assert!(page.sent.iter().all(|(_, request)| *request == page.sent[0].1));
    let floors = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
    for (wait, floor) in waits.iter().zip(floors) {
        assert!((floor..=floor + 1_000).contains(wait), "{waits:?}");
    }
    assert!(is_unknown(page.status("a")), "a 503 may have been carried out");
}

#[test]
fn a_retry_waits_as_long_as_the_upstream_asks() {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.answer("a", status(503, &[("Retry-After", "77")]));
    assert_eq!(page.timer, Some(Timestamp(START.0 + 77_000)));
    page.wake();
    page.answer("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn the_user_may_send_an_unknown_one_again_under_its_token_and_a_refused_one_as_a_new_operation() {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.answer("a", nothing(ErrorKind::Unreachable));
    assert!(is_unknown(page.status("a")) && page.engine.may_send_again("a", page.now));
    page.tell(Event::SendAgain("a".into()));
    assert_eq!(page.status("a"), &Status::Submitting);
    page.answer("a", status(409, &[]));
    assert!(is_unknown(page.status("a")), "the first attempt may have been carried out all the same");
    assert!(page.engine.may_send_again("a", page.now) && !page.engine.may_repeat("a"));

    page.submit(with_token("c", "make"));
    page.answer("c", status(409, &[]));
    assert_eq!(page.status("c"), &Status::Failed);
    assert!(!page.engine.may_send_again("c", page.now) && page.engine.may_repeat("c"));
    assert_eq!(page.get("c").repeated("b", None, page.now), None, "an old token would bring the old answer");
    let token =
        image_console_operation::RetryToken { value: "token-2".into(), expires: Timestamp(START.0 + DAY) };
    let (again, request) = page.get("c").repeated("b", Some(token), page.now).expect("complete");
    assert_eq!(request.headers.get("retry-token"), Some("token-2"));
    assert!(!again.maybe_done);
    page.tell(Event::Submit { operation: Box::new(again), request });
    assert_eq!(page.sent.len(), 4);
}

/// An operation that can be looked for and whose token the upstream knows.
fn traceable(id: &str) -> Operation {
    with_token(id, "copy")
}

#[test]
fn a_refusal_after_an_attempt_without_answer_is_no_failure_but_looked_into() {
    for lost in [nothing(ErrorKind::TimedOut(30)), status(500, &[]), status(503, &[])] {
        let mut page = Page::new();
        page.submit(traceable("a"));
        page.answer("a", lost);
        // A 503 is tried again by itself; what was lost is followed, and sent again by its user.
        if page.get("a").status == Status::Submitting {
            page.wake();
        } else {
            page.tell(Event::StopFollowing("a".into()));
            page.tell(Event::SendAgain("a".into()));
        }
        assert_eq!(page.sent.len(), 2);
        page.answer("a", status(412, &[]));
        assert!(is_running(page.status("a"), ""), "{:?}", page.status("a"));
        let said = page.get("a").timeline.last_seen().and_then(|o| o.note.clone()).unwrap_or_default();
        assert!(said.contains("earlier attempt may have been carried out"), "{said}");
        page.next_poll("a", says("done"));
        assert_eq!(page.status("a"), &Status::Succeeded);
        assert_eq!(page.sent.len(), 2);
    }
}

#[test]
fn a_refusal_after_a_reload_is_looked_into_unless_no_attempt_was_under_way() {
    let mut page = Page::new();
    page.submit(traceable("a"));
    page.reload();
    assert_eq!(page.sent[0], page.sent[1]);
    page.answer("a", status(409, &[]));
    assert!(is_running(page.status("a"), ""), "the attempt before the reload may have worked");
    page.reload();
    page.next_poll("a", says("done"));
    assert_eq!((page.status("a"), page.sent.len()), (&Status::Succeeded, 2));

    // Throttled for certain, and closed while it waited: nothing can have been done.
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.answer("a", status(429, &[]));
    assert_eq!(page.status("a"), &Status::Submitting);
    page.reload();
    assert_eq!(page.sent.len(), 2);
    page.answer("a", status(409, &[]));
    assert_eq!(page.status("a"), &Status::Failed);
}

#[test]
fn what_may_have_been_done_is_remembered_when_the_token_has_expired() {
    let mut page = Page::new();
    page.submit(traceable("a"));
    page.pass(DAY);
    page.reload();
    assert_eq!(page.sent.len(), 1, "nothing is sent again silently");
    assert!(page.get("a").maybe_done && is_running(page.status("a"), ""));
    assert!(!page.engine.may_send_again("a", page.now));
}
