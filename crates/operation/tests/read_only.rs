//! A console that changes nothing: it submits nothing, sends nothing again, and says what is true of
//! what was submitted before.

mod common;

use common::*;
use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Command, Engine, Event, Notice, Operation, Status, stored};

const WHY: &str = "This console is read-only: freeze";

fn read_only() -> Page {
    let mut page = Page::new();
    page.engine = Engine::new(follower::followers()).read_only(Some(WHY.to_owned()));
    page
}

/// The page is closed, and opened again as a read-only console.
fn reopened(before: &Page) -> Page {
    let (operations, _) = stored::read_all(before.store.values().map(String::as_str));
    let mut page = read_only();
    page.now = before.now;
    page.store.clone_from(&before.store);
    page.tell(Event::Loaded(operations));
    page
}

#[test]
fn what_is_started_is_not_sent_and_fails_with_the_reason() {
    for new in [operation("a"), with_token("a", "make"), operation_on("a", "east", "copy")] {
        let mut page = read_only();
        let commands = page.submit(new);
        assert!(!commands.iter().any(|c| matches!(c, Command::Send { .. } | Command::Poll { .. })));
        assert_eq!(page.status("a"), &Status::Failed);
        let error = page.get("a").error.as_ref().map(ApiError::from).expect("said");
        assert_eq!((error.kind, error.message.as_str()), (ErrorKind::ReadOnly, WHY));
        assert_eq!(page.get("a").attempts, 0, "there was none");
        assert_eq!(page.notices, [("a".to_owned(), Notice::Failed)]);
        assert_eq!(page.timer, None, "nothing is planned");
        assert!(!page.engine.may_repeat("a") && !page.engine.submits("a"));
        // The same record in a console that may change things.
        let mut later = Page::new();
        later.tell(Event::Loaded(vec![page.get("a").clone()]));
        assert!(later.engine.may_repeat("a"));
    }
}

#[test]
fn a_submission_whose_page_died_is_looked_for_and_not_sent_under_its_token() {
    let mut before = Page::new();
    before.submit(with_token("a", "copy"));
    let mut page = reopened(&before);
    assert_eq!(page.sent, []);
    assert!(page.in_flight.contains("a"), "asked about at once");
    page.poll_answer("a", says("working"));
    page.next_poll("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn one_that_cannot_be_looked_for_is_unknown_and_is_not_sent_again_by_its_user_either() {
    let mut before = Page::new();
    before.submit(with_token("a", "make"));
    let mut page = reopened(&before);
    assert!(is_unknown(page.status("a")));
    assert!(!page.engine.may_send_again("a", page.now));
    page.tell(Event::SendAgain("a".into()));
    assert!(is_unknown(page.status("a")));
    assert_eq!(page.sent, []);
}

#[test]
fn one_that_waited_for_its_next_attempt_failed_when_no_attempt_can_have_worked() {
    // Throttled for certain: nothing was done, and nothing more will be.
    let mut before = Page::new();
    before.submit(with_token("a", "copy"));
    before.answer("a", status(429, &[]));
    assert_eq!(before.status("a"), &Status::Submitting);
    let page = reopened(&before);
    assert_eq!((page.status("a"), page.sent.len()), (&Status::Failed, 0));
    assert_eq!(page.get("a").error.as_ref().map(|e| e.message.as_str()), Some(WHY));

    // A 503 may have been carried out all the same.
    let mut before = Page::new();
    before.submit(with_token("a", "copy"));
    before.answer("a", status(503, &[]));
    let mut page = reopened(&before);
    assert!(is_running(page.status("a"), ""), "{:?}", page.status("a"));
    page.next_poll("a", says("done"));
    assert_eq!((page.status("a"), page.sent.len()), (&Status::Succeeded, 0));
}

#[test]
fn what_runs_is_followed_as_ever() {
    let mut before = Page::new();
    before.submit(operation("a"));
    before.answer("a", says("working"));
    let mut page = reopened(&before);
    page.next_poll("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
    assert!(page.sent.is_empty() && page.notices == [("a".to_owned(), Notice::Succeeded)]);

    let status = Status::Running { state: "working".into(), progress: None };
    let found = Operation { status, ..operation_on("b", "east", "copy") };
    page.tell(Event::Adopt(Box::new(found)));
    assert!(is_running(page.status("b"), "working"), "work begun elsewhere too");
}
