//! Whole lives of uploads under the real engine, on a clock that the test moves.

use image_console_core::{Method, Request, Response};
use image_console_operation::{Command, Engine, Event, Notice, Status};

use super::*;
use crate::oracle_marketplace::pace::Pace;
use crate::oracle_marketplace::testing::{answer, head};

/// The engine, and a Marketplace that answers each question by a closure of the time.
struct Bench {
    engine: Engine,
    now: i64,
    asked: Vec<(i64, Request)>,
    notices: Vec<Notice>,
}

impl Bench {
    fn new() -> Self {
        let engine = Engine::new(register(Followers::new()));
        Self { engine, now: 0, asked: Vec::new(), notices: Vec::new() }
    }

    /// Feeds an event, then lets time pass until `until` or until nothing waits any more.
    fn run(&mut self, event: Event, until: i64, upstream: impl Fn(&Request, i64) -> Response) {
        let mut events = vec![event];
        let mut timer = None;
        loop {
            let event = match events.pop() {
                Some(event) => event,
                None => match timer.take() {
                    Some(Timestamp(at)) if at <= until => {
                        self.now = self.now.max(at);
                        Event::Tick
                    }
                    _ => break,
                },
            };
            for command in self.engine.step(event, Timestamp(self.now)) {
                match command {
                    Command::Poll { id, request, .. } => {
                        let answer = Ok(upstream(&request, self.now));
                        self.asked.push((self.now, request));
                        events.push(Event::PollAnswered { id, answer });
                    }
                    Command::WakeAt(at) => timer = Some(at),
                    Command::Sleep => timer = None,
                    Command::Announce { notice, .. } => self.notices.push(notice),
                    _ => {}
                }
            }
        }
        self.now = self.now.max(until);
    }

    fn operation(&self) -> &Operation {
        self.engine.get("op").expect("known")
    }
}

/// An upload whose 60 chunks come in one a minute from the start on, two stopping in between, and
/// that is completed after 80 minutes.
fn marketplace(request: &Request, now: i64) -> Response {
    let minutes = now / 60_000;
    let chunks = minutes.min(60);
    let state = if minutes >= 80 { "Completed" } else { "In Progress" };
    let modified = Timestamp(minutes.min(if state == "Completed" { 80 } else { 60 }) * 60_000);
    if request.method == Method::Head {
        return head(200, &[("X-Upload-Status", state), ("X-Last-Modified-Date", &modified.http_date())]);
    }
    let body = format!(
        r#"{{"uploadRequestId":1,"statusName":"{state}","uploadedChunks":{chunks},"pendingChunks":{},"lastModifiedDate":"{}"}}"#,
        60 - chunks,
        modified.rfc3339()
    );
    answer(200, &body)
}

fn adopt() -> Event {
    Event::Adopt(Box::new(found("op", "market", "1", None, Timestamp(0))))
}

#[test]
fn an_upload_is_followed_to_its_end_mostly_by_cheap_questions() {
    let mut bench = Bench::new();
    bench.run(adopt(), 30 * 60_000, marketplace);
    let pace = Pace::of(bench.operation()).expect("a pace");
    assert!(
        pace.rate().starts_with("1 chunk a minute") || pace.rate().contains("chunks an hour"),
        "{}",
        pace.rate()
    );
    let left = pace.time_left().expect("a total") / 60_000;
    assert!((27..=33).contains(&left), "{left} minutes");
    bench.run(Event::Tick, 90 * 60_000, marketplace);
    assert_eq!(bench.operation().status, Status::Succeeded);
    assert_eq!(bench.operation().state(), "Completed");
    let (first, last) = (&bench.asked[0], &bench.asked[bench.asked.len() - 1]);
    assert_eq!((first.1.method, last.1.method), (Method::Get, Method::Get));
    assert!(last.0 < 82 * 60_000, "seen within two minutes: {}", last.0);
    let full = bench.asked.iter().filter(|(at, r)| *at > 62 * 60_000 && r.method == Method::Get).count();
    let all = bench.asked.iter().filter(|(at, _)| *at > 62 * 60_000).count();
    assert!(full * 3 < all, "{full} of {all} at rest");
}

#[test]
fn an_expired_token_asks_once_and_what_waited_goes_on() {
    let mut bench = Bench::new();
    bench.run(adopt(), 60_000, marketplace);
    let expired = |_: &Request, _: i64| answer(401, r#"{"message":"Not Authorized"}"#);
    bench.run(Event::CheckNow("op".into()), 20 * 60_000, expired);
    let asked_for = bench.notices.iter().filter(|n| matches!(n, Notice::CredentialsNeeded { .. })).count();
    assert_eq!(asked_for, 1);
    assert!(matches!(bench.operation().status, Status::Running { .. }), "a refused question is no failure");
    bench.run(Event::ConnectionUnavailable("market".into()), 70 * 60_000, expired);
    let before = bench.asked.len();
    bench.run(Event::ConnectionAvailable("market".into()), 90 * 60_000, marketplace);
    assert!(bench.asked[before].0 <= 70 * 60_000 + 1, "asked at once: {}", bench.asked[before].0);
    assert_eq!(bench.operation().status, Status::Succeeded);
}
