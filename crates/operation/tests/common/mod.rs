//! A page in miniature: it carries out the engine's commands against a clock that tests move, and
//! checks on the way what must hold always.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, reason = "helpers of tests may fail like tests")]
#![allow(clippy::result_large_err, reason = "answers are passed by value here")]

pub mod follower;
pub mod tabs;

use std::collections::{BTreeMap, BTreeSet};

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Headers, Method, Request, Response};
use image_console_operation::{
    Answer, Command, Engine, Event, Followers, Notice, Operation, Resource, Status, StoredRequest, stored,
};

pub const START: Timestamp = Timestamp(1_709_633_730_000); // Tue, 05 Mar 2024 10:15:30 GMT
pub const TOKEN: &str = "token-1";
pub const DAY: i64 = 86_400_000;

pub struct Page {
    pub engine: Engine,
    pub now: Timestamp,
    pub timer: Option<Timestamp>,
    /// How often the timer was set or stopped.
    pub timer_commands: usize,
    /// What IndexedDB would hold.
    pub store: BTreeMap<String, String>,
    pub sent: Vec<(String, Request)>,
    pub polled: Vec<(String, Timestamp)>,
    pub in_flight: BTreeSet<String>,
    pub notices: Vec<(String, Notice)>,
    pub shown: Vec<Operation>,
}

impl Page {
    pub fn new() -> Self {
        Self::with(follower::followers())
    }

    pub fn with(followers: Followers) -> Self {
        Self {
            engine: Engine::new(followers),
            now: START,
            timer: None,
            timer_commands: 0,
            store: BTreeMap::new(),
            sent: Vec::new(),
            polled: Vec::new(),
            in_flight: BTreeSet::new(),
            notices: Vec::new(),
            shown: Vec::new(),
        }
    }

    /// Tells the engine and carries out what it wants.
    pub fn tell(&mut self, event: Event) -> Vec<Command> {
        let commands = self.engine.step(event, self.now);
        for command in &commands {
            self.carry_out(command);
        }
        commands
    }

    fn carry_out(&mut self, command: &Command) {
        match command {
            Command::Save(operation) => {
                let text = stored::write(operation).expect("a record can be written");
                self.store.insert(operation.id.clone(), text);
            }
            Command::Show(operation) => self.shown.push((**operation).clone()),
            Command::Remove(id) => {
                self.store.remove(id);
            }
            Command::Send { id, request, .. } => {
                let saved = stored::read(&self.store[id]).expect("saved before it is sent");
                assert_eq!(saved.status, Status::Submitting);
                let attempts = self.sent.iter().filter(|(sent, _)| sent == id).count();
                assert_eq!(saved.attempts as usize, attempts + 1, "every attempt is on record first");
                self.sent.push((id.clone(), request.clone()));
            }
            Command::Poll { id, request, .. } => {
                assert!(request.method.is_read());
                assert!(self.in_flight.insert(id.clone()), "two polls of {id} overlap");
                self.polled.push((id.clone(), self.now));
            }
            Command::WakeAt(at) => {
                assert!(*at > self.now, "a timer in the past");
                self.timer = Some(*at);
                self.timer_commands += 1;
            }
            Command::Sleep => {
                assert!(self.timer.is_some(), "no timer to stop");
                self.timer = None;
                self.timer_commands += 1;
            }
            Command::Announce { id, notice } => self.notices.push((id.clone(), notice.clone())),
        }
    }

    /// Lets time pass up to the timer and lets it go off.
    pub fn wake(&mut self) -> Vec<Command> {
        self.now = self.now.max(self.timer.take().expect("a timer is set"));
        self.tell(Event::Tick)
    }

    pub fn pass(&mut self, milliseconds: i64) {
        self.now = Timestamp(self.now.0 + milliseconds);
    }

    pub fn submit(&mut self, operation: Operation) -> Vec<Command> {
        let request = operation.request.as_ref().and_then(StoredRequest::to_request).expect("complete");
        self.tell(Event::Submit { operation: Box::new(operation), request })
    }

    pub fn answer(&mut self, id: &str, answer: Answer) -> Vec<Command> {
        self.tell(Event::Answered { id: id.to_owned(), answer })
    }

    pub fn poll_answer(&mut self, id: &str, answer: Answer) -> Vec<Command> {
        self.in_flight.remove(id);
        self.tell(Event::PollAnswered { id: id.to_owned(), answer })
    }

    /// Waits for the next poll and answers it at once; returns how long it took to come.
    pub fn next_poll(&mut self, id: &str, answer: Answer) -> i64 {
        let before = self.now;
        while !self.in_flight.contains(id) {
            self.wake();
        }
        self.poll_answer(id, answer);
        self.now.since(before)
    }

    /// The page is closed and opened again: only what was stored is left.
    pub fn reload(&mut self) -> Vec<Command> {
        let mut next = Self::new();
        next.now = self.now;
        next.store = std::mem::take(&mut self.store);
        next.sent = std::mem::take(&mut self.sent);
        *self = next;
        let (operations, not_read) = stored::read_all(self.store.values().map(String::as_str));
        assert_eq!(not_read, []);
        self.tell(Event::Loaded(operations))
    }

    pub fn get(&self, id: &str) -> &Operation {
        self.engine.get(id).expect("known")
    }

    pub fn status(&self, id: &str) -> &Status {
        &self.get(id).status
    }
}

pub fn operation(id: &str) -> Operation {
    operation_on(id, "east", "make")
}

pub fn operation_on(id: &str, connection: &str, action: &str) -> Operation {
    let request = Request::new(Method::Post, format!("/things/{id}")).header("retry-token", TOKEN);
    let resource = Resource {
        kind: "thing".into(),
        id: None,
        name: format!("thing {id}"),
        connection: connection.into(),
    };
    Operation::new(id, ("works", action), connection, resource, StoredRequest::of(&request), START)
}

pub fn with_token(id: &str, action: &str) -> Operation {
    operation_on(id, "east", action).with_retry_token(TOKEN, Timestamp(START.0 + DAY))
}

/// An answer with a body that the test follower understands.
pub fn says(body: &str) -> Answer {
    Ok(Response { status: 200, headers: Headers::default(), body: body.as_bytes().to_vec() })
}

pub fn status(status: u16, headers: &[(&str, &str)]) -> Answer {
    let mut fields = Headers::default();
    for (name, value) in headers {
        assert!(fields.add(name, value));
    }
    Ok(Response { status, headers: fields, body: Vec::new() })
}

pub fn nothing(kind: ErrorKind) -> Answer {
    Err(ApiError::without_answer(kind, "no answer"))
}

pub fn is_unknown(status: &Status) -> bool {
    matches!(status, Status::Unknown { .. })
}

pub fn is_running(status: &Status, state: &str) -> bool {
    matches!(status, Status::Running { state: s, .. } if s == state)
}
