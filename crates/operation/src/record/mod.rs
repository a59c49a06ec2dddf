//! What is remembered about an operation: plain data, stored as it stands.
//!
//! May depend on `core` only. No field may ever hold a secret: records are stored, shown and
//! exported.

mod error;
mod observation;
mod request;
mod status;

use image_console_core::Request;
use image_console_core::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use error::StoredError;
pub use observation::{Observation, Timeline};
pub use request::StoredRequest;
pub use status::{Part, Progress, Status};

/// One piece of asynchronous work that a user started, from the click to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// Random, made by the caller when the dialog opens, so that a double submit is one operation.
    pub id: String,
    /// The connection it was sent on.
    pub connection: String,
    /// The kind of upstream, which together with the action finds the follower.
    pub upstream: String,
    /// The operation's name as the API spells it, e.g. `CreateImageFromMachine`.
    pub action: String,
    /// What it is about.
    pub resource: Resource,
    /// Whether the resource's id became known by this operation, so that it belongs to its outcome.
    #[serde(default)]
    pub resource_id_learned: bool,
    /// The request as submitted, without secrets; nothing for work that was not started here.
    #[serde(default)]
    pub request: Option<StoredRequest>,
    /// When the user started it.
    pub started: Timestamp,
    /// When its end was observed.
    #[serde(default)]
    pub ended: Option<Timestamp>,
    /// Makes sending the same request twice harmless, where the API has such a thing.
    #[serde(default)]
    pub retry_token: Option<RetryToken>,
    /// How often the request was sent.
    #[serde(default)]
    pub attempts: u32,
    /// Whether an attempt may have been carried out although no answer says so. From then on a
    /// refusal of a later attempt does not tell the whole story: it may be that attempt's own doing.
    #[serde(default)]
    pub maybe_done: bool,
    /// What to ask: owned and understood by the follower alone; `null` when not known yet.
    #[serde(default)]
    pub address: Value,
    /// How it stands.
    pub status: Status,
    /// Worth showing and copying, in the order learned.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// How single parts are doing, where the API reports parts.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// What was observed and when.
    #[serde(default)]
    pub timeline: Timeline,
    /// Texts the upstream sent along, and ours about following it; each once.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// Why it failed, or the last failed poll while nothing newer is known.
    #[serde(default)]
    pub error: Option<StoredError>,
    /// When the user has seen the outcome.
    #[serde(default)]
    pub seen: Option<Timestamp>,
    /// The book-keeping of the polls.
    #[serde(default)]
    pub polls: Polls,
    /// Grows with every change, so that of two copies the newer one is known.
    #[serde(default)]
    pub revision: u64,
}

/// The book-keeping of the polls of one operation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Polls {
    /// How many were sent.
    pub count: u32,
    /// When the last one was sent.
    pub last: Option<Timestamp>,
    /// When the next one is wanted, while nobody slows it down; for a submission that waits for
    /// its next attempt, when that is.
    pub due: Option<Timestamp>,
    /// The upstream asked not to be asked before this instant (`Retry-After`).
    pub not_before: Option<Timestamp>,
    /// How many answers in a row changed nothing.
    pub unchanged: u32,
    /// How many in a row failed.
    pub errors: u32,
    /// How many were sent at once because an answer wanted it.
    pub follow_ups: u32,
    /// After this instant the next answer that is no end makes the operation unknown.
    pub until: Option<Timestamp>,
}

/// What an operation is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// The kind, as the API calls it, e.g. `image`.
    pub kind: String,
    /// Its id, once known.
    #[serde(default)]
    pub id: Option<String>,
    /// Its name as shown to the user.
    pub name: String,
    /// The connection it lives on; differs from the operation's when something is copied across.
    pub connection: String,
}

/// A labelled value worth showing and copying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The label, the API's own name where it has one.
    pub label: String,
    /// The value as sent.
    pub value: String,
}

/// A token by which the upstream recognises a repeated request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetryToken {
    /// The token; also in the request's headers.
    pub value: String,
    /// From here on the upstream may have forgotten it.
    pub expires: Timestamp,
}

impl Operation {
    /// A new operation that is about to be submitted.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        (upstream, action): (&str, &str),
        connection: impl Into<String>,
        resource: Resource,
        request: StoredRequest,
        started: Timestamp,
    ) -> Self {
        Self {
            id: id.into(),
            connection: connection.into(),
            upstream: upstream.to_owned(),
            action: action.to_owned(),
            resource,
            resource_id_learned: false,
            request: Some(request),
            started,
            ended: None,
            retry_token: None,
            attempts: 0,
            maybe_done: false,
            address: Value::Null,
            status: Status::Submitting,
            facts: Vec::new(),
            parts: Vec::new(),
            timeline: Timeline::default(),
            warnings: Vec::new(),
            error: None,
            seen: None,
            polls: Polls::default(),
            revision: 0,
        }
    }

    /// Work that was started elsewhere (another device, another program) and is to be followed from
    /// here on by its address.
    #[must_use]
    pub fn found(
        id: impl Into<String>,
        kind: (&str, &str),
        connection: impl Into<String>,
        resource: Resource,
        address: Value,
        now: Timestamp,
    ) -> Self {
        let nothing = StoredRequest::default();
        let mut operation = Self::new(id, kind, connection, resource, nothing, now);
        operation.request = None;
        operation.address = address;
        operation.status = Status::Running { state: String::new(), progress: None };
        operation
    }

    /// The same operation with a retry token.
    #[must_use]
    pub fn with_retry_token(mut self, value: impl Into<String>, expires: Timestamp) -> Self {
        self.retry_token = Some(RetryToken { value: value.into(), expires });
        self
    }

    /// A new operation with the values of this one, and its request. `None` when the request is
    /// not complete, or when it carries a retry token and no new one is given: an old token would
    /// bring back the old answer.
    #[must_use]
    pub fn repeated(
        &self,
        id: impl Into<String>,
        token: Option<RetryToken>,
        now: Timestamp,
    ) -> Option<(Self, Request)> {
        let mut stored = self.request.clone()?;
        if let Some(old) = &self.retry_token {
            let new = token.as_ref()?;
            for (_, value) in stored.headers.iter_mut().filter(|(_, value)| *value == old.value) {
                value.clone_from(&new.value);
            }
        }
        let request = stored.to_request()?;
        let kind = (self.upstream.as_str(), self.action.as_str());
        let mut operation = Self::new(id, kind, &self.connection, self.resource.clone(), stored, now);
        operation.retry_token = token;
        if self.resource_id_learned {
            operation.resource.id = None;
        }
        Some((operation, request))
    }

    /// The value of a fact.
    #[must_use]
    pub fn fact(&self, label: &str) -> Option<&str> {
        self.facts.iter().find(|f| f.label == label).map(|f| f.value.as_str())
    }

    /// The API's own state word as last seen; empty when it has not said one.
    #[must_use]
    pub fn state(&self) -> &str {
        self.timeline.last_seen().map_or("", |o| o.state.as_str())
    }

    /// How long it took or has been running, in milliseconds.
    #[must_use]
    pub fn elapsed(&self, now: Timestamp) -> i64 {
        self.ended.unwrap_or(now).since(self.started)
    }
}
