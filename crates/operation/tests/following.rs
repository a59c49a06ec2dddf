//! Following: pace, failed polls, deadlines, circumstances, caps.

mod common;

use common::*;
use image_console_core::ErrorKind;
use image_console_core::time::Timestamp;
use image_console_operation::{Event, IN_FLIGHT, IN_FLIGHT_PER_CONNECTION, Notice, Operation, Status};

fn running(id: &str) -> Page {
    let mut page = Page::new();
    page.submit(operation(id));
    page.answer(id, says("working"));
    page
}

/// Stored operations that are running and due.
fn stored(count: usize, connections: usize) -> Vec<Operation> {
    let mut page = Page::new();
    for n in 0..count {
        let id = format!("op-{n:04}");
        page.submit(operation_on(&id, &format!("c{}", n % connections), "copy"));
        page.tell(Event::Offline);
        page.answer(&id, says("working"));
    }
    page.engine.operations().into_iter().cloned().collect()
}

#[test]
fn asked_often_after_a_change_and_rarely_while_nothing_happens() {
    let mut page = running("a");
    let waits: Vec<_> = (0..10).map(|_| page.next_poll("a", says("working"))).collect();
    assert!((2_000..=2_400).contains(&waits[0]), "{waits:?}");
    assert!((15_000..=18_000).contains(&waits[9]), "{waits:?}");
    page.next_poll("a", says("40%"));
    let after_change = page.next_poll("a", says("40%"));
    assert!((2_000..=2_400).contains(&after_change), "{after_change}");
}

#[test]
fn retry_after_is_honoured_whether_the_answer_was_good_or_bad() {
    for code in [200, 429, 503] {
        let mut page = running("a");
        page.next_poll("a", status(code, &[("Retry-After", "300")]));
        let asked = page.now;
        page.tell(Event::CheckNow("a".into()));
        page.tell(Event::Visible);
        assert_eq!(page.timer, Some(Timestamp(asked.0 + 300_000)), "{code}: not even when the user asks");
    }
}

#[test]
fn a_failed_poll_is_not_a_failed_operation() {
    let mut page = running("a");
    for answer in [status(500, &[]), status(404, &[]), nothing(ErrorKind::Unreachable)] {
        page.next_poll("a", answer);
        assert!(is_running(page.status("a"), "working"));
        assert!(page.get("a").error.is_some(), "the failed check is shown");
    }
    page.next_poll("a", says("working"));
    assert_eq!(page.get("a").error, None, "and forgotten with the next good one");
    assert_eq!(page.get("a").timeline.unchanged_since(), Some(START));
    page.next_poll("a", says("broken"));
    assert_eq!(page.status("a"), &Status::Failed);
}

#[test]
fn the_deadline_ends_in_unknown_only_after_one_more_question() {
    let mut page = running("a");
    page.tell(Event::Offline);
    page.pass(7 * DAY);
    assert_eq!(page.timer, None);
    page.tell(Event::Online);
    assert!(page.in_flight.contains("a"), "asleep beyond the deadline: asked first");
    page.poll_answer("a", says("working"));
    assert!(is_unknown(page.status("a")));
    assert_eq!(page.timer, None);

    let mut page = running("a");
    page.tell(Event::Offline);
    page.pass(7 * DAY);
    page.tell(Event::Online);
    page.poll_answer("a", says("done"));
    assert_eq!(page.status("a"), &Status::Succeeded);
}

#[test]
fn a_deadline_passes_with_failing_polls_too() {
    let mut page = running("a");
    while !page.status("a").is_ended() {
        page.next_poll("a", status(500, &[]));
    }
    let hour = page.now.since(START);
    assert!(is_unknown(page.status("a")) && (3_600_000..3_800_000).contains(&hour), "{hour}");
}

#[test]
fn an_answer_may_send_the_question_elsewhere_at_once_but_not_for_ever() {
    let mut page = running("a");
    page.next_poll("a", says("elsewhere"));
    assert!(page.in_flight.contains("a"), "asked again at once");
    assert_eq!(page.get("a").address, serde_json::json!("/things/elsewhere"));
    for _ in 0..200 {
        page.next_poll("a", says("elsewhere"));
    }
    let took = page.now.since(START);
    assert!(took > 180 * 2_000, "{took}");
}

#[test]
fn nothing_is_asked_offline_and_all_at_once_on_return() {
    let mut page = running("a");
    page.wake();
    page.tell(Event::Offline);
    page.poll_answer("a", nothing(ErrorKind::Unreachable));
    assert_eq!(page.get("a").error, None, "a question lost to the network is not worth a line");
    assert_eq!(page.timer, None);
    page.pass(3_000_000);
    page.tell(Event::Online);
    assert!(page.in_flight.contains("a"));
}

#[test]
fn failures_do_not_slow_the_first_question_after_the_network_is_back() {
    let mut page = running("a");
    for _ in 0..6 {
        page.next_poll("a", nothing(ErrorKind::Unreachable));
    }
    page.pass(3_000);
    page.tell(Event::Online);
    assert!(page.in_flight.contains("a"));
}

#[test]
fn slow_while_hidden_and_at_once_on_return() {
    let mut page = running("a");
    page.next_poll("a", says("working"));
    page.tell(Event::Hidden);
    let wait = page.next_poll("a", says("30%"));
    assert_eq!(wait, 60_000);
    page.pass(10_000);
    page.tell(Event::Tick);
    assert!(page.in_flight.is_empty());
    page.tell(Event::Visible);
    assert!(page.in_flight.contains("a"));
}

#[test]
fn a_page_that_flickers_does_not_flood_the_upstream() {
    let mut page = running("a");
    for _ in 0..10_000 {
        page.pass(1);
        for event in [Event::Hidden, Event::Visible, Event::Offline, Event::Online] {
            page.tell(event);
        }
        page.tell(Event::CheckNow("a".into()));
        if page.in_flight.contains("a") {
            page.poll_answer("a", says("working"));
        }
    }
    assert!(page.polled.len() <= 1 + 10_000 / 2_000, "{}", page.polled.len());
}

#[test]
fn a_thousand_operations_cost_one_timer_and_a_few_polls_at_a_time() {
    let mut page = Page::new();
    page.pass(60_000);
    page.tell(Event::Loaded(stored(1_000, 10)));
    assert_eq!(page.in_flight.len(), IN_FLIGHT);
    assert!(page.timer_commands <= 1);
    let mut asked = std::collections::BTreeSet::new();
    while let Some(id) = page.in_flight.iter().next().cloned() {
        assert!(page.in_flight.len() <= IN_FLIGHT);
        asked.insert(id.clone());
        page.poll_answer(&id, says("done"));
    }
    assert_eq!(asked.len(), 1_000, "each one had its turn");
    assert_eq!((page.engine.running(), page.timer), (0, None));
}

#[test]
fn a_connection_that_hangs_does_not_silence_the_others() {
    let mut page = Page::new();
    let mut operations = stored(20, 1);
    for operation in &mut operations {
        operation.connection = "hangs".into();
    }
    operations.extend(stored(1, 1).into_iter().map(|mut o| {
        o.id = "zz".into();
        o
    }));
    page.pass(60_000);
    page.tell(Event::Loaded(operations));
    assert_eq!(page.in_flight.len(), IN_FLIGHT_PER_CONNECTION + 1);
    assert!(page.in_flight.contains("zz"));
}

#[test]
fn refused_credentials_are_asked_for_once_and_what_waited_goes_on() {
    let mut page = Page::new();
    page.tell(Event::Loaded(stored(3, 1)));
    for _ in 0..9 {
        while page.in_flight.is_empty() {
            page.wake();
        }
        let id = page.in_flight.iter().next().cloned().expect("asking");
        page.poll_answer(&id, status(401, &[]));
    }
    let wanted = Notice::CredentialsNeeded { connection: "c0".into() };
    assert_eq!(page.notices.iter().filter(|(_, n)| *n == wanted).count(), 1);
    page.tell(Event::ConnectionUnavailable("c0".into()));
    assert_eq!(page.timer, None, "nothing is asked without credentials");
    while let Some(id) = page.in_flight.iter().next().cloned() {
        page.poll_answer(&id, nothing(ErrorKind::NotSigned));
    }
    page.pass(100_000);
    page.tell(Event::ConnectionAvailable("c0".into()));
    assert_eq!(page.in_flight.len(), IN_FLIGHT_PER_CONNECTION);
}

#[test]
fn warnings_are_kept_once() {
    let mut page = running("a");
    page.next_poll("a", says("warned"));
    page.next_poll("a", says("warned"));
    assert_eq!(page.get("a").warnings, ["Disk is nearly full"]);
}

#[test]
fn an_operation_of_a_build_that_knew_more_is_shown_and_left_alone() {
    let mut page = Page::new();
    let mut strange = operation_on("a", "east", "fold");
    strange.status = Status::Running { state: "folding".into(), progress: None };
    page.tell(Event::Loaded(vec![strange]));
    assert!(is_running(page.status("a"), "folding"));
    assert_eq!((page.timer, page.polled.len()), (None, 0));
}
