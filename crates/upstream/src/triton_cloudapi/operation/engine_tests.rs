//! Whole lives of operations under the real engine, on a clock that the test moves.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Method, Request, Response};
use image_console_operation::{Command, Engine, Event, Followers, Operation, Status};

use super::*;
use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::requests::NewImage;
use crate::triton_cloudapi::testing::answer;

const ID: &str = "7eed8e50-e452-428d-9131-bf056aa911bd";

/// An engine and an upstream that answers each request by a closure.
struct Bench {
    engine: Engine,
    now: i64,
    sent: Vec<Request>,
}

impl Bench {
    fn new() -> Self {
        let mut bench = Self { engine: Engine::new(register(Followers::new())), now: 0, sent: Vec::new() };
        bench.engine.step(Event::Leading(true), Timestamp(0));
        bench
    }

    /// Feeds an event and answers every request that follows, moving the clock to each timer,
    /// until the operation has ended.
    fn run(
        &mut self,
        event: Event,
        upstream: impl Fn(&Request, i64) -> Result<Response, ApiError>,
    ) -> Status {
        let mut events = vec![event];
        for _ in 0..500 {
            let Some(event) = events.pop() else { break };
            for command in self.engine.step(event, Timestamp(self.now)) {
                match command {
                    Command::Send { id, request, .. } => {
                        let answer = upstream(&request, self.now);
                        self.sent.push(request);
                        events.push(Event::Answered { id, answer });
                    }
                    Command::Poll { id, request, .. } => {
                        let answer = upstream(&request, self.now);
                        self.sent.push(request);
                        events.push(Event::PollAnswered { id, answer });
                    }
                    Command::WakeAt(at) if events.is_empty() => {
                        self.now = self.now.max(at.0);
                        events.push(Event::Tick);
                    }
                    _ => {}
                }
            }
        }
        self.engine.operations().first().map(|o| o.status.clone()).expect("one operation")
    }

    fn posts(&self) -> usize {
        self.sent.iter().filter(|r| r.method != Method::Get).count()
    }
}

fn start(f: impl FnOnce(&Start<'_>) -> (Operation, Request)) -> (Operation, Request) {
    let caller = Caller::default();
    f(&Start { id: "op".into(), connection: "us-east-1", caller: &caller, at: Timestamp(0) })
}

fn submit((operation, request): (Operation, Request)) -> Event {
    Event::Submit { operation: Box::new(operation), request }
}

fn image(state: &str) -> Response {
    answer(200, &format!(r#"{{"id":"{ID}","name":"web","version":"1","state":"{state}"}}"#))
}

fn not_found() -> Response {
    answer(404, r#"{"code":"ResourceNotFound","message":"image not found"}"#)
}

#[test]
fn an_import_that_the_front_proxy_cuts_off_ends_well_when_the_image_appears() {
    let mut bench = Bench::new();
    let source = Source { id: ID, name: "web", version: "1" };
    let status = bench.run(submit(start(|s| s.import("us-west-1", &source))), |request, now| {
        Ok(match request.method {
            Method::Post => answer(503, r#"{"code":"ServiceUnavailable","message":"unavailable"}"#),
            _ if now < 600_000 => not_found(),
            _ => image("active"),
        })
    });
    assert_eq!(status, Status::Succeeded);
    assert_eq!(bench.posts(), 1);
    assert!(bench.now >= 600_000 && bench.sent.len() < 60, "{} requests", bench.sent.len());
}

#[test]
fn a_creation_found_half_sent_after_a_reload_is_looked_for_and_not_sent_again() {
    let mut bench = Bench::new();
    let new =
        NewImage { machine: "m".into(), name: "web".into(), version: "1".into(), ..NewImage::default() };
    let known = Known { account: None, ids: Some(vec![]) };
    let (operation, _) = start(|s| s.create(&new, "web01", known));
    let status = bench.run(Event::Loaded(vec![operation]), |request, now| {
        Ok(if request.target.starts_with("/my/images?") {
            answer(200, &format!(r#"[{{"id":"{ID}","name":"web","version":"1","state":"creating"}}]"#))
        } else if now < 60_000 {
            image("creating")
        } else {
            image("active")
        })
    });
    assert_eq!(status, Status::Succeeded);
    assert_eq!(bench.posts(), 0);
    assert_eq!(bench.engine.get("op").and_then(|o| o.resource.id.as_deref()), Some(ID));
    assert_eq!(
        bench.sent.first().map(|r| r.target.as_str()),
        Some("/my/images?name=web&version=1&state=all")
    );
}

#[test]
fn a_clone_that_never_shows_up_ends_in_not_knowing_and_never_in_failed() {
    let mut bench = Bench::new();
    let source = Source { id: ID, name: "web", version: "1" };
    let known = Known { account: None, ids: Some(vec![]) };
    let status =
        bench.run(submit(start(|s| s.clone_image(&source, known))), |request, _| match request.method {
            Method::Post => Err(ApiError::without_answer(ErrorKind::TimedOut(150), "no answer")),
            _ => Ok(answer(200, "[]")),
        });
    let Status::Unknown { look_at, .. } = status else { panic!("{status:?}") };
    assert!(look_at.contains("web 1"), "{look_at}");
    assert_eq!(bench.posts(), 1);
}

#[test]
fn a_refusal_is_a_failure_at_once() {
    let mut bench = Bench::new();
    let source = Source { id: ID, name: "web", version: "1" };
    let body = r#"{"code":"ImageHasDependentImages","message":"has 1 dependent"}"#;
    let status = bench.run(submit(start(|s| s.delete(&source))), |_, _| Ok(answer(422, body)));
    assert_eq!(status, Status::Failed);
    assert_eq!(bench.sent.len(), 1);
}
