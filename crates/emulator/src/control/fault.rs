//! One fault to order: which requests it meets, how often, and what becomes of them.

use serde_json::Value;

use crate::wire::{Effects, Headers, Request, Response, glob};

/// A fault. Made with the methods below, or from the JSON that `POST /_emulator/faults` takes.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Method pattern; `*` for any.
    pub method: String,
    /// Pattern over the upstream's path, its path and query, or the address at the API origin.
    pub path: String,
    /// How many requests it still meets; `None` for all of them.
    pub times: Option<u32>,
    /// The answer that replaces the upstream's; without one the upstream answers as usual.
    pub answer: Option<Answer>,
    /// Overrides the type of whatever is answered.
    pub content_type: Option<String>,
    /// Whether the upstream acts all the same although the answer is replaced or lost.
    pub after: bool,
    /// What happens on the way.
    pub effects: Effects,
}

/// The replaced parts of an answer.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Headers beside the content type.
    pub headers: Headers,
    /// The body as it goes out.
    pub body: Vec<u8>,
}

/// Why a fault's JSON was not understood, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultError(pub String);

impl Fault {
    /// A fault on these requests that does nothing yet.
    pub fn on(method: &str, path: &str) -> Self {
        Self {
            method: method.into(),
            path: path.into(),
            times: None,
            answer: None,
            content_type: None,
            after: false,
            effects: Effects::default(),
        }
    }

    /// Meets only so many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Answers in the upstream's place. The body goes out as JSON unless a content type is set.
    #[must_use]
    pub fn status(mut self, status: u16, body: impl Into<Vec<u8>>) -> Self {
        let headers = self.answer.take().map(|answer| answer.headers).unwrap_or_default();
        self.answer = Some(Answer { status, headers, body: body.into() });
        self
    }

    /// Adds a header to the answer in the upstream's place.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let answer = self.answer.get_or_insert_with(|| Answer { status: 200, ..Answer::default() });
        answer.headers.push(name, value);
        self
    }

    /// Overrides the content type.
    #[must_use]
    pub fn content_type(mut self, value: &str) -> Self {
        self.content_type = Some(value.into());
        self
    }

    /// The upstream acts before the answer is replaced or lost.
    #[must_use]
    pub fn after(mut self) -> Self {
        self.after = true;
        self
    }

    /// Waits before the first byte.
    #[must_use]
    pub fn delay_ms(mut self, ms: u64) -> Self {
        self.effects.delay_ms = ms;
        self
    }

    /// Never answers, until the client gives up or the faults are cleared.
    #[must_use]
    pub fn hang(mut self) -> Self {
        self.effects.hang = true;
        self
    }

    /// Closes the connection instead of answering.
    #[must_use]
    pub fn dropped(mut self) -> Self {
        self.effects.drop = true;
        self
    }

    /// Promises the whole body and cuts the connection after so many bytes.
    #[must_use]
    pub fn truncate_body(mut self, bytes: usize) -> Self {
        self.effects.truncate_body = Some(bytes);
        self
    }

    /// Stops the body after so many bytes until the faults are cleared.
    #[must_use]
    pub fn hold_after_bytes(mut self, bytes: usize) -> Self {
        self.effects.hold_after_bytes = Some(bytes);
        self
    }

    /// Lets the body trickle.
    #[must_use]
    pub fn bytes_per_second(mut self, rate: u64) -> Self {
        self.effects.bytes_per_second = Some(rate);
        self
    }

    /// Whether this request is meant.
    pub fn meets(&self, request: &Request) -> bool {
        let via_path = request.via.split('?').next().unwrap_or_default();
        glob::matches(&self.method, &request.method)
            && [request.path(), request.target.as_str(), via_path, request.via.as_str()]
                .iter()
                .any(|text| glob::matches(&self.path, text))
    }

    /// Whether the upstream gets to see the request.
    pub fn lets_through(&self) -> bool {
        let lost = self.effects.drop || self.effects.hang;
        self.after || (self.answer.is_none() && !lost)
    }

    /// Lays this fault's answer over the upstream's.
    pub fn apply(&self, upstream: Option<Response>) -> Response {
        let mut response = match (&self.answer, upstream) {
            (Some(answer), _) => {
                let mut response = Response::json_text(answer.status, answer.body.clone());
                for (name, value) in answer.headers.iter() {
                    response.headers.set(name, value);
                }
                response
            }
            (None, Some(response)) => response,
            (None, None) => Response::empty(503),
        };
        if let Some(content_type) = &self.content_type {
            response.headers.set("Content-Type", content_type.as_str());
        }
        response
    }

    /// Reads the JSON form; every key is optional, unknown ones are refused so that a slip shows.
    ///
    /// # Errors
    /// Names the key that is unknown or of the wrong type.
    pub fn from_json(value: &Value) -> Result<Self, FaultError> {
        super::faults::read(value)
    }
}
