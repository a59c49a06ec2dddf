//! Whole lives of restores under the real engine, on a clock that the test moves.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Method, Request, Response};
use image_console_operation::{Command, Engine, Event, Operation, Status};

use super::*;
use crate::cloud_foundry::model::LastOperation;
use crate::cloud_foundry::requests::{Restore, RestoreFrom};
use crate::cloud_foundry::testing::{API, INSTANCE, JOB, accepted, answer, fixture, refusal};

/// The engine, and a Cloud Controller that answers by a closure of request and time.
struct Bench {
    engine: Engine,
    now: i64,
    sent: Vec<Request>,
    /// What storage would hold.
    saved: Option<Operation>,
}

impl Bench {
    fn new() -> Self {
        let engine = Engine::new(register(Followers::new()));
        Self { engine, now: 0, sent: Vec::new(), saved: None }
    }

    /// Feeds an event and lets time pass until the operation has ended, or until `until`.
    fn run(
        &mut self,
        event: Event,
        until: i64,
        upstream: impl Fn(&Request, i64) -> Result<Response, ApiError>,
    ) -> Status {
        let mut events = vec![event];
        let mut timer = None;
        loop {
            let event = match (events.pop(), timer) {
                (Some(event), _) => event,
                (None, Some(Timestamp(at))) if at <= until => {
                    self.now = self.now.max(at);
                    timer = None;
                    Event::Tick
                }
                _ => break,
            };
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
                    Command::Save(operation) => self.saved = Some(*operation),
                    Command::WakeAt(at) => timer = Some(at),
                    Command::Sleep => timer = None,
                    _ => {}
                }
            }
        }
        self.now = self.now.max(until);
        self.engine.get("op").map(|o| o.status.clone()).expect("known")
    }

    fn posts(&self) -> usize {
        self.sent.iter().filter(|request| request.method == Method::Post).count()
    }
}

const HOUR: i64 = 3_600_000;

fn start(f: impl FnOnce(&Start<'_>, &Instance<'_>) -> (Operation, Request)) -> Event {
    let api = [API.to_owned()];
    let last = LastOperation::default();
    let start = Start { id: "op".into(), connection: "tas", api: &api, at: Timestamp(0) };
    let instance = Instance { guid: INSTANCE, name: "orders-db", last_operation: Some(&last) };
    let (operation, request) = f(&start, &instance);
    Event::Submit { operation: Box::new(operation), request }
}

fn restore() -> Event {
    let restore = Restore { from: RestoreFrom::Backup("bk".into()), source_service_instance_guid: None };
    start(|start, instance| start.restore(instance, &restore))
}

fn job(state: &str) -> Response {
    answer(200, &fixture!("job.polling.json").replace("POLLING", state))
}

fn instance(state: &str, now: i64) -> Response {
    let at = Timestamp(now).rfc3339();
    answer(
        200,
        &format!(
            r#"{{"guid":"{INSTANCE}","last_operation":{{"type":"update","state":"{state}","created_at":"{at}","updated_at":"{at}"}}}}"#
        ),
    )
}

/// A foundation whose job takes twenty minutes.
fn foundation(request: &Request, now: i64) -> Result<Response, ApiError> {
    let over = now >= 1_200_000;
    Ok(if request.method == Method::Post {
        accepted(&format!("{API}/v3/jobs/{JOB}"))
    } else if request.target.starts_with("/v3/jobs/") {
        job(if over {
            "COMPLETE"
        } else if now < 10_000 {
            "PROCESSING"
        } else {
            "POLLING"
        })
    } else {
        instance(if over { "succeeded" } else { "in progress" }, 1_000)
    })
}

#[test]
fn a_restore_is_followed_through_its_states_with_one_post() {
    let mut bench = Bench::new();
    assert_eq!(bench.run(restore(), HOUR, foundation), Status::Succeeded);
    let operation = bench.engine.get("op").expect("known");
    let states: Vec<_> = operation.timeline.entries.iter().map(|e| e.state.as_str()).collect();
    assert_eq!(states, ["", "PROCESSING", "POLLING", "COMPLETE"]);
    assert_eq!(bench.posts(), 1);
    assert!(bench.sent.len() < 130, "{} requests in twenty minutes", bench.sent.len());
    assert!(bench.sent.iter().all(|request| request.target.starts_with("/v3/")));
}

#[test]
fn a_restore_that_fails_says_what_the_broker_said() {
    let mut bench = Bench::new();
    let status = bench.run(restore(), HOUR, |request, now| match request.method {
        Method::Get if now > 60_000 => Ok(answer(200, fixture!("job.failed.json"))),
        _ => foundation(request, now),
    });
    assert_eq!(status, Status::Failed);
    let error = bench.engine.get("op").and_then(|o| o.error.clone()).expect("an error");
    assert!(error.message.contains("not readable"), "{}", error.message);
}

#[test]
fn a_busy_instance_is_a_failure_at_once_and_the_running_one_can_be_followed() {
    let mut bench = Bench::new();
    let status = bench.run(restore(), HOUR, |_, _| Ok(answer(409, fixture!("busy.json"))));
    assert_eq!((status, bench.sent.len()), (Status::Failed, 1));
    let error = bench.engine.get("op").and_then(|o| o.error.clone()).expect("an error");
    assert!(is_busy(&ApiError::from(&error)));

    let mut bench = Bench::new();
    let target = Instance { guid: INSTANCE, name: "orders-db", last_operation: None };
    let other = found_last_operation("op", "tas", &target, Timestamp(0));
    assert_eq!(bench.run(Event::Adopt(Box::new(other)), HOUR, foundation), Status::Succeeded);
    assert_eq!(bench.posts(), 0);
}

#[test]
fn wherever_the_page_dies_the_restore_is_found_again_and_sent_once() {
    for dies in (0..10).map(|n| n * 150_000) {
        let mut first = Bench::new();
        first.run(restore(), dies, foundation);
        let mut second = Bench::new();
        second.now = dies;
        let saved = first.saved.clone().expect("saved");
        let status = second.run(Event::Loaded(vec![saved]), HOUR, foundation);
        assert_eq!((status, first.posts() + second.posts()), (Status::Succeeded, 1), "died at {dies}");
    }
}

#[test]
fn a_page_that_dies_before_the_answer_watches_and_does_not_claim_the_end() {
    let mut bench = Bench::new();
    let Event::Submit { operation, .. } = restore() else { panic!("a submission") };
    let status = bench.run(Event::Loaded(vec![*operation.clone()]), 600_000, foundation);
    assert!(matches!(status, Status::Running { ref state, .. } if state == "in progress"), "{status:?}");
    let status = bench.run(Event::Tick, HOUR, foundation);
    let Status::Unknown { why, .. } = status else { panic!("{status:?}") };
    assert!(why.contains("update succeeded"), "{why}");
    assert_eq!(bench.posts(), 0);
}

#[test]
fn an_answer_that_is_cut_off_is_not_called_failed() {
    let mut bench = Bench::new();
    let status = bench.run(restore(), HOUR, |request, now| match request.method {
        Method::Post => Err(ApiError::without_answer(ErrorKind::TimedOut(60), "no answer")),
        _ => foundation(request, now),
    });
    assert!(matches!(status, Status::Unknown { .. }), "{status:?}");
    assert_eq!(bench.posts(), 1);
}

#[test]
fn a_job_that_vanishes_falls_back_to_the_instance_and_says_so() {
    let mut bench = Bench::new();
    let status = bench.run(restore(), HOUR, |request, now| {
        if request.target.starts_with("/v3/jobs/") && now > 300_000 {
            return Ok(refusal(404, 10010, "CF-ResourceNotFound"));
        }
        foundation(request, now)
    });
    assert_eq!(status, Status::Succeeded);
    let operation = bench.engine.get("op").expect("known");
    assert!(operation.warnings.iter().any(|w| w.contains("does not know the job any more")));
    assert_eq!(operation.state(), "succeeded");
}

#[test]
fn a_backup_is_followed_in_the_same_way() {
    let mut bench = Bench::new();
    let event = start(|start, instance| start.create_backup(instance));
    assert_eq!(bench.run(event, HOUR, foundation), Status::Succeeded);
    assert_eq!(bench.sent[0].target, format!("/v3/service_instances/{INSTANCE}/backups"));
}
