//! Several tabs of one browser: whichever dies, however late messages are, one asks, a submission is
//! sent by one tab, and in the end all know the same.

mod common;

use std::collections::BTreeMap;

use common::tabs::Browser;
use common::*;
use image_console_core::ErrorKind;
use image_console_operation::{Answer, Event, FOLLOW_UPS, Status, StoredRequest};
use proptest::prelude::*;

const TABS: usize = 3;
const IDS: u8 = 4;

/// One thing that happens, in one tab.
#[derive(Debug, Clone)]
enum Happens {
    Submit(u8),
    Answer(u8, u8),
    PollAnswer(u8, u8),
    Deliver,
    Pass(i64),
    Kill,
    PassOn,
    User(u8, u8),
}

fn happens() -> impl Strategy<Value = (usize, Happens)> {
    let what = prop_oneof![
        3 => (0..IDS).prop_map(Happens::Submit),
        4 => (0..IDS, 0..8u8).prop_map(|(id, what)| Happens::Answer(id, what)),
        8 => (0..IDS, 0..8u8).prop_map(|(id, what)| Happens::PollAnswer(id, what)),
        10 => Just(Happens::Deliver),
        6 => (0..20_000i64).prop_map(Happens::Pass),
        2 => Just(Happens::Kill),
        2 => Just(Happens::PassOn),
        2 => (0..IDS, 0..4u8).prop_map(|(id, what)| Happens::User(id, what)),
    ];
    (0..TABS, what)
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
        3 => status(503, &[("Retry-After", "20")]),
        4 => nothing(ErrorKind::Unreachable),
        _ => says("working"),
    }
}

fn happen(browser: &mut Browser, at: usize, what: &Happens, submitted: &mut Vec<u8>) {
    match what {
        Happens::Submit(n) => {
            // An id is random, and used by the tab that made it.
            if !submitted.contains(n) {
                submitted.push(*n);
                let action = ["make", "copy", "burn"][usize::from(n % 3)];
                let tokened = with_token(&id(*n), action);
                let operation = if n % 2 == 0 { tokened } else { operation_on(&id(*n), "east", action) };
                let request = operation.request.as_ref().and_then(StoredRequest::to_request);
                let event = |request| Event::Submit { operation: Box::new(operation), request };
                if let Some(event) = request.map(event) {
                    browser.tell(at, event);
                }
            }
        }
        Happens::Answer(n, what) => browser.answer(at, &id(*n), answer(*what)),
        Happens::PollAnswer(n, what) => browser.poll_answer(at, &id(*n), answer(*what)),
        Happens::Deliver => browser.deliver(at),
        Happens::Pass(milliseconds) => browser.pass(*milliseconds),
        Happens::Kill => browser.kill(at),
        Happens::PassOn => browser.pass_on(at),
        Happens::User(n, 2) if browser.is_claimed(at, &id(*n)) => {}
        Happens::User(n, what) => {
            let event = match what {
                0 => Event::CheckNow(id(*n)),
                1 => Event::StopFollowing(id(*n)),
                2 => Event::SendAgain(id(*n)),
                _ => Event::Seen(id(*n)),
            };
            browser.tell(at, event);
        }
    }
}

fn ends(browser: &Browser) -> BTreeMap<String, Status> {
    let all = browser.store.keys().filter_map(|id| Some((id.clone(), browser.status(id)?)));
    all.filter(|(_, status)| matches!(status, Status::Succeeded | Status::Failed)).collect()
}

/// All messages arrive.
fn settle(browser: &mut Browser) {
    while let Some(at) = (0..TABS).find(|at| !browser.tabs[*at].inbox.is_empty()) {
        browser.deliver(at);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    // That only the leader asks, that no two tabs ask about the same or send the same at a time, and
    // that a submission is sent only under its lock, the browser itself asserts with every command.
    #[test]
    fn whichever_tab_dies_one_asks_and_nothing_is_lost_or_done_twice(
        events in proptest::collection::vec(happens(), 1..160),
    ) {
        let mut browser = Browser::new(TABS);
        let mut submitted = Vec::new();
        let mut ended = BTreeMap::new();
        for (at, what) in &events {
            happen(&mut browser, *at, what, &mut submitted);
            ended.extend(ends(&browser));
        }
        for n in &submitted {
            prop_assert!(browser.store.contains_key(&id(*n)), "{} is lost", n);
            if n % 2 == 1 {
                prop_assert!(browser.sent[&id(*n)] <= 1, "without a token nothing is sent twice");
            }
            let polls = browser.polls.get(&id(*n)).map_or(&[][..], Vec::as_slice);
            let close = polls.windows(2).filter(|pair| pair[1].since(pair[0]) < 2_000).count();
            prop_assert!(close <= FOLLOW_UPS as usize + browser.lost, "{polls:?}");
        }

        // In the end, when all is quiet, all tabs know what is stored, and what runs is followed.
        settle(&mut browser);
        prop_assert_eq!(ends(&browser), ended, "an end is final");
        for n in &submitted {
            let id = id(*n);
            for (at, tab) in browser.tabs.iter().enumerate() {
                let known = tab.engine.get(&id).map(|o| o.status.clone());
                prop_assert_eq!(&known, &browser.status(&id), "tab {} about {}", at, id);
            }
            let leader = &browser.tabs[browser.leader];
            if matches!(browser.status(&id), Some(Status::Running { .. })) {
                let followed = leader.timer.is_some() || !leader.asking.is_empty();
                prop_assert!(followed, "{id} runs and nobody asks");
            }
            if browser.status(&id) == Some(Status::Submitting) {
                let somebody = |tab: &tabs::Tab| {
                    tab.sending.contains(&id) || (tab.engine.submits(&id) && tab.timer.is_some())
                };
                prop_assert!(browser.tabs.iter().any(somebody), "{id} waits for nobody");
            }
        }
    }
}
