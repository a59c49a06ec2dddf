//! The real engine on a clock that the test moves, with an upstream that answers by a closure.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, Method, Request, Response};
use image_console_operation::{Command, Engine, Event, Followers, Operation, Status, stored};

/// When the tests begin: 2024-03-05T10:15:30Z.
pub(crate) const START: Timestamp = Timestamp(1_709_633_730_000);

pub(crate) struct Bench {
    pub(crate) engine: Engine,
    pub(crate) now: i64,
    pub(crate) sent: Vec<Request>,
    /// The record as last saved.
    pub(crate) saved: Option<Operation>,
}

impl Bench {
    pub(crate) fn new(followers: Followers) -> Self {
        let engine = Engine::new(followers);
        let mut bench = Self { engine, now: START.0, sent: Vec::new(), saved: None };
        bench.engine.step(Event::Leading(true), START);
        bench
    }

    /// Feeds an event and answers every request that follows, moving the clock to each timer,
    /// until nothing is left to do.
    pub(crate) fn run(
        &mut self,
        event: Event,
        mut upstream: impl FnMut(&Request, i64) -> Result<Response, ApiError>,
    ) -> Status {
        let mut events = vec![event];
        for _ in 0..2_000 {
            let Some(event) = events.pop() else { break };
            for command in self.engine.step(event, Timestamp(self.now)) {
                match command {
                    Command::Send { id, request, .. } => {
                        let answer = upstream(&request, self.now);
                        self.sent.push(request);
                        events.push(Event::Answered { id, answer });
                    }
                    Command::Poll { id, request, .. } => {
                        assert!(request.method.is_read(), "a question only reads");
                        let answer = upstream(&request, self.now);
                        self.sent.push(request);
                        events.push(Event::PollAnswered { id, answer });
                    }
                    Command::Save(operation) => self.saved = Some(*operation),
                    Command::WakeAt(at) if events.is_empty() => {
                        self.now = self.now.max(at.0);
                        events.push(Event::Tick);
                    }
                    _ => {}
                }
            }
        }
        self.operation().status.clone()
    }

    /// The page dies after the submission was saved and sent; another one finds the record.
    pub(crate) fn submit_and_die(&mut self, operation: Operation, request: Request) -> Event {
        let event = Event::Submit { operation: Box::new(operation), request };
        for command in self.engine.step(event, Timestamp(self.now)) {
            match command {
                Command::Save(operation) => self.saved = Some(*operation),
                Command::Send { request, .. } => self.sent.push(request),
                _ => {}
            }
        }
        let text = self.saved.as_ref().and_then(stored::write).expect("stored before it is sent");
        Event::Loaded(vec![stored::read(&text).expect("readable")])
    }

    pub(crate) fn operation(&self) -> &Operation {
        self.engine.operations().into_iter().next().expect("one operation")
    }

    pub(crate) fn posts(&self) -> Vec<&Request> {
        self.sent.iter().filter(|r| r.method == Method::Post).collect()
    }

    /// What was asked, without repetitions.
    pub(crate) fn questions(&self) -> Vec<&str> {
        let mut all: Vec<_> =
            self.sent.iter().filter(|r| r.method == Method::Get).map(|r| r.target.as_str()).collect();
        all.dedup();
        all
    }

    /// The states that were seen, without repetitions.
    pub(crate) fn states(&self) -> Vec<&str> {
        let seen = self.operation().timeline.entries.iter().filter(|e| !e.missed);
        let mut all: Vec<_> = seen.map(|e| e.state.as_str()).collect();
        all.dedup();
        all
    }
}
