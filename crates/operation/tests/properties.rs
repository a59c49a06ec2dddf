//! What holds whatever happens in whatever order, on a clock that only the test moves.

mod common;

use std::collections::BTreeMap;

use common::*;
use image_console_core::ErrorKind;
use image_console_core::time::Timestamp;
use image_console_operation::{Answer, Event, FOLLOW_UPS, IN_FLIGHT, Status};
use proptest::prelude::*;

/// One thing that happens.
#[derive(Debug, Clone)]
enum Happens {
    Submit(u8),
    Answer(u8, u8),
    PollAnswer(u8, u8),
    Pass(i64),
    Timer,
    Weather(u8),
    User(u8, u8),
}

const IDS: u8 = 5;

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        2 => (0..IDS).prop_map(Happens::Submit),
        3 => (0..IDS, 0..12u8).prop_map(|(id, what)| Happens::Answer(id, what)),
        8 => (0..IDS, 0..12u8).prop_map(|(id, what)| Happens::PollAnswer(id, what)),
        3 => prop_oneof![0..5_000i64, 0..900_000i64].prop_map(Happens::Pass),
        8 => Just(Happens::Timer),
        2 => (0..8u8).prop_map(Happens::Weather),
        2 => (0..IDS, 0..5u8).prop_map(|(id, what)| Happens::User(id, what)),
    ]
}

fn id(n: u8) -> String {
    format!("op-{n}")
}

#[allow(clippy::result_large_err, reason = "answers are passed by value here")]
fn answer(what: u8) -> Answer {
    match what {
        0 => says("done"),
        1 => says("broken"),
        2 => says("elsewhere"),
        3 => says("50%"),
        4 => status(503, &[("Retry-After", "20")]),
        5 => status(401, &[]),
        6 => nothing(ErrorKind::Unreachable),
        7 => nothing(ErrorKind::TimedOut(30)),
        _ => says("working"),
    }
}

fn weather(what: u8) -> Event {
    match what {
        0 => Event::Online,
        1 => Event::Offline,
        2 => Event::Hidden,
        3 => Event::Visible,
        4 => Event::ConnectionUnavailable("east".into()),
        5 => Event::ConnectionAvailable("east".into()),
        6 => Event::Leading(false),
        _ => Event::Leading(true),
    }
}

fn user(n: u8, what: u8) -> Event {
    match what {
        0 => Event::CheckNow(id(n)),
        1 => Event::StopFollowing(id(n)),
        2 => Event::SendAgain(id(n)),
        3 => Event::Seen(id(n)),
        _ => Event::Dismiss(id(n)),
    }
}

/// Whether an event is a reason to look sooner than planned.
fn is_a_reason_to_hurry(event: &Happens) -> bool {
    matches!(event, Happens::User(_, 0 | 2) | Happens::Weather(0 | 3 | 5))
}

fn happen(page: &mut Page, event: &Happens, dismissed: &mut Vec<String>) {
    match event {
        Happens::Submit(n) => {
            // An id is used once, as the random ids of the page are.
            if !dismissed.contains(&id(*n)) {
                let action = ["make", "copy", "burn"][usize::from(n % 3)];
                let tokened = with_token(&id(*n), action);
                page.submit(if n % 2 == 0 { tokened } else { operation_on(&id(*n), "east", action) });
            }
        }
        Happens::Answer(n, what) => {
            page.answer(&id(*n), answer(*what));
        }
        Happens::PollAnswer(n, what) => {
            // An answer belongs to a question.
            if page.in_flight.contains(&id(*n)) {
                page.poll_answer(&id(*n), answer(*what));
            }
        }
        Happens::Pass(milliseconds) => {
            page.pass(*milliseconds);
            if page.timer.is_some_and(|at| at <= page.now) {
                page.wake();
            }
        }
        Happens::Timer => {
            if page.timer.is_some() {
                page.wake();
            }
        }
        Happens::Weather(what) => {
            page.tell(weather(*what));
        }
        Happens::User(n, what) => {
            page.tell(user(*n, *what));
            if *what == 4 && page.engine.get(&id(*n)).is_none() {
                dismissed.push(id(*n));
            }
        }
    }
}

type Seen = BTreeMap<String, (Status, Option<Timestamp>)>;

fn look(page: &Page) -> Seen {
    page.engine
        .operations()
        .into_iter()
        .map(|o| (o.id.clone(), (o.status.clone(), o.polls.due.filter(|_| !o.status.is_ended()))))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    // That polls do not overlap, that every submission is on record before it is sent, and that no
    // timer lies in the past, the page itself asserts with every command.
    #[test]
    fn whatever_happens_the_engine_keeps_its_word(events in proptest::collection::vec(happens(), 1..160)) {
        let mut page = Page::new();
        let mut dismissed = Vec::new();
        for event in &events {
            let before = look(&page);
            happen(&mut page, event, &mut dismissed);
            let after = look(&page);

            for (id, (status, due)) in &before {
                let Some((now_status, now_due)) = after.get(id) else { continue };
                if matches!(status, Status::Succeeded | Status::Failed) {
                    prop_assert_eq!(status, now_status, "an end is final");
                }
                if status.is_ended() && !now_status.is_ended() {
                    prop_assert!(matches!(event, Happens::User(_, 0 | 2)), "only the user reopens");
                }
                if let (Some(due), Some(now_due)) = (due, now_due) && !is_a_reason_to_hurry(event) {
                    prop_assert!(now_due >= due, "{id}: due went back from {due:?} to {now_due:?}");
                }
            }

            prop_assert!(page.in_flight.len() <= IN_FLIGHT);
            if page.engine.running() == 0 {
                prop_assert_eq!(page.timer, None, "nothing runs, nothing wakes");
            }
        }

        for n in 0..IDS {
            let id = id(n);
            let polls: Vec<_> = page.polled.iter().filter(|(p, _)| *p == id).map(|(_, at)| *at).collect();
            let too_close = polls.windows(2).filter(|pair| pair[1].since(pair[0]) < 2_000).count();
            prop_assert!(too_close <= FOLLOW_UPS as usize, "{polls:?}");
            let span = i64::try_from(polls.len()).unwrap_or(0) - 1 - i64::from(FOLLOW_UPS);
            prop_assert!(span * 2_000 <= page.now.since(START), "more polls than stated: {}", polls.len());
            let sent = page.sent.iter().filter(|(s, _)| *s == id).count();
            if n % 2 == 1 {
                prop_assert!(sent <= 1, "without a token nothing is sent twice");
            }
        }
    }

    // However the page dies, the operation is found again and nothing runs twice.
    #[test]
    fn a_reload_at_any_moment_loses_nothing_and_sends_nothing_twice(
        events in proptest::collection::vec(happens(), 1..60),
        cut in 0..60usize,
    ) {
        let mut page = Page::new();
        let mut dismissed = Vec::new();
        for event in events.iter().take(cut) {
            happen(&mut page, event, &mut dismissed);
        }
        let before = look(&page);
        page.reload();
        let after = look(&page);
        prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        for (id, (status, _)) in &before {
            if status.is_ended() {
                prop_assert_eq!(status, &after[id].0);
            } else {
                // What is due but kept back by a cap goes on with the next answer.
                let kept_back = !page.in_flight.is_empty();
                let waits = kept_back || page.timer.is_some() || page.engine.is_under_way(id);
                prop_assert!(waits || after[id].0.is_ended(), "{id} is forgotten: {:?}", after[id]);
            }
        }
        for n in (1..IDS).step_by(2) {
            prop_assert!(page.sent.iter().filter(|(s, _)| *s == id(n)).count() <= 1);
        }
    }
}
