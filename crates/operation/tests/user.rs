//! What a user does to an operation, and what other tabs do.

mod common;

use common::*;
use image_console_core::ErrorKind;
use image_console_operation::{Command, Event, Operation, Resource, Status};

fn unknown() -> Page {
    let mut page = Page::new();
    page.submit(operation_on("a", "east", "copy"));
    page.answer("a", says("working"));
    page.tell(Event::StopFollowing("a".into()));
    page
}

#[test]
fn stopping_to_follow_asks_nothing_more_and_does_not_claim_that_the_work_was_cancelled() {
    let page = unknown();
    let Status::Unknown { why, .. } = page.status("a") else { panic!() };
    assert!(why.contains("not cancelled"), "{why}");
    assert_eq!(page.timer, None);
    assert!(page.notices.iter().all(|(_, n)| *n != image_console_operation::Notice::Unknown), "no toast");
}

#[test]
fn a_poll_that_comes_back_after_the_following_was_stopped_changes_nothing() {
    let mut page = Page::new();
    page.submit(operation("a"));
    page.answer("a", says("working"));
    page.wake();
    page.tell(Event::StopFollowing("a".into()));
    assert_eq!(page.poll_answer("a", says("done")), []);
    assert!(is_unknown(page.status("a")));
}

#[test]
fn a_submission_under_way_cannot_be_let_go() {
    let mut page = Page::new();
    page.submit(operation("a"));
    assert_eq!(page.tell(Event::StopFollowing("a".into())), []);
    assert_eq!(page.tell(Event::Dismiss("a".into())), []);
    page.answer("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn check_now_goes_on_following_what_was_unknown_but_not_what_ended() {
    let mut page = unknown();
    page.tell(Event::CheckNow("a".into()));
    assert!(is_running(page.status("a"), "working"));
    assert_eq!(page.get("a").ended, None);
    page.next_poll("a", says("broken"));
    assert_eq!(page.status("a"), &Status::Failed);
    assert_eq!(page.tell(Event::CheckNow("a".into())), []);
}

#[test]
fn only_what_ended_can_be_dismissed() {
    let mut page = Page::new();
    page.submit(operation("a"));
    page.answer("a", says("working"));
    page.tell(Event::Dismiss("a".into()));
    assert_eq!(page.engine.operations().len(), 1);
    page.next_poll("a", says("done"));
    page.tell(Event::Seen("a".into()));
    assert!(page.get("a").seen.is_some());
    page.tell(Event::Dismiss("a".into()));
    assert!(page.engine.operations().is_empty() && page.store.is_empty());
}

#[test]
fn an_operation_that_cannot_be_stored_goes_on_and_says_so() {
    let mut page = Page::new();
    page.submit(operation("a"));
    let commands = page.tell(Event::SaveFailed { id: "a".into(), why: "storage is full".into() });
    let [Command::Show(shown)] = commands.as_slice() else { panic!("{commands:?}") };
    assert!(shown.warnings[0].contains("storage is full"));
    page.answer("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn work_started_elsewhere_is_followed_by_its_address() {
    let mut page = Page::new();
    let resource = Resource { kind: "thing".into(), id: None, name: "t".into(), connection: "east".into() };
    let found = Operation::found("a", ("works", "make"), "east", resource, "/things/9".into(), page.now);
    page.tell(Event::Adopt(Box::new(found)));
    assert!(page.in_flight.contains("a") && page.store.contains_key("a"));
    page.poll_answer("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn a_tab_that_does_not_lead_submits_but_leaves_the_questions_to_the_one_that_does() {
    let (mut leader, mut other) = (Page::new(), Page::new());
    other.tell(Event::Leading(false));
    other.submit(operation("a"));
    let saved = |commands: Vec<Command>| {
        commands
            .into_iter()
            .find_map(|c| if let Command::Save(o) = c { Some(o) } else { None })
            .expect("saved")
    };
    leader.tell(Event::ChangedElsewhere(Box::new(other.get("a").clone())));
    assert_eq!((leader.sent.len(), leader.polled.len(), leader.timer), (0, 0, None));
    let running = saved(other.answer("a", says("working")));
    assert_eq!(other.timer, None);
    leader.tell(Event::ChangedElsewhere(running));
    leader.wake();
    let done = saved(leader.poll_answer("a", says("done")));
    other.tell(Event::ChangedElsewhere(done));
    assert_eq!(other.status("a"), &Status::Succeeded);
    other.tell(Event::Leading(true));
    assert_eq!(other.timer, None);
}

#[test]
fn a_tab_that_takes_over_follows_on() {
    let (mut leader, mut other) = (Page::new(), Page::new());
    other.tell(Event::Leading(false));
    leader.submit(operation("a"));
    leader.answer("a", says("working"));
    other.tell(Event::ChangedElsewhere(Box::new(leader.get("a").clone())));
    assert_eq!(other.timer, None);
    other.pass(30_000);
    other.tell(Event::Leading(true));
    assert!(other.in_flight.contains("a"));
}

#[test]
fn stopping_in_one_tab_wins_over_a_question_that_another_asked_meanwhile() {
    let (mut leader, mut other) = (Page::new(), Page::new());
    other.tell(Event::Leading(false));
    leader.submit(operation("a"));
    leader.answer("a", says("working"));
    other.tell(Event::ChangedElsewhere(Box::new(leader.get("a").clone())));
    leader.next_poll("a", says("20%"));
    leader.next_poll("a", says("30%"));
    other.tell(Event::StopFollowing("a".into()));
    leader.tell(Event::ChangedElsewhere(Box::new(other.get("a").clone())));
    assert!(is_unknown(leader.status("a")));
    assert_eq!(leader.timer, None);
    other.tell(Event::ChangedElsewhere(Box::new(leader.get("a").clone())));
    assert_eq!(other.get("a"), leader.get("a"));
}

#[test]
fn what_ended_for_certain_is_not_undone_by_an_old_copy() {
    let mut page = Page::new();
    page.submit(operation("a"));
    page.answer("a", says("working"));
    let mut old = page.get("a").clone();
    old.revision = 999;
    page.next_poll("a", says("done"));
    page.tell(Event::ChangedElsewhere(Box::new(old)));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn a_submission_whose_tab_is_gone_is_taken_over() {
    let mut other = Page::new();
    other.submit(operation_on("a", "east", "copy"));
    let mut page = Page::new();
    page.tell(Event::ChangedElsewhere(Box::new(other.get("a").clone())));
    assert_eq!(page.polled.len(), 0);
    page.tell(Event::Loaded(vec![other.get("a").clone()]));
    assert!(page.in_flight.contains("a"));
    page.poll_answer("a", nothing(ErrorKind::Unreachable));
    assert!(is_running(page.status("a"), ""));
}
