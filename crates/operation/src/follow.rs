//! What an upstream implements so that its work can be followed: how to ask, and what an answer
//! means. When to ask, how often, and when to give up is the engine's business.
//!
//! May depend on `core` and on the record. Everything here is a pure function of the operation and
//! the answer, so each upstream tests its follower with values.

use image_console_core::{ApiError, Request, Response};
use serde_json::Value;

use crate::policy::Policy;
use crate::record::{Fact, Operation, Part, Progress};

/// What came of a request. `Ok` is any answer at all, error statuses included: only the upstream
/// can read its own error bodies. `Err` is a request without an answer, or one never sent.
pub type Answer = Result<Response, ApiError>;

/// How one action of one upstream is followed.
///
/// One value serves all operations of its kind: whatever must be remembered about a single one
/// goes into [`Operation::address`], [`Operation::facts`] or [`Operation::resource`].
pub trait Follow: Send + Sync {
    /// Reads the answer to the submission itself.
    ///
    /// Synchronous actions end here. An asynchronous one answers [`Outcome::Running`] with the
    /// [`Reading::address`] to ask from now on. For an error [`Outcome::NoNews`] is always a right
    /// answer: the engine calls the operation failed where the upstream certainly refused, and
    /// where the outcome is unknown ([`ApiError::outcome_is_unknown`]), or that of an earlier
    /// attempt is ([`Operation::maybe_done`]), it goes on by polling, or ends in [`Outcome::Unknown`] when [`Follow::poll`] has nothing to ask. So where the target is
    /// known from the start, [`Follow::poll`] must do without an address.
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading;

    /// An operation was found in storage with its request under way and nobody waiting for the
    /// answer: the page was reloaded, or the browser died. It may or may not have been carried out.
    ///
    /// Says what can be known: [`Reading::running`] with an address when the upstream can be asked
    /// whether it happened, otherwise [`Reading::unknown`] with where to look. The request is not
    /// sent again on account of this (see [`Follow::may_send_again`]).
    fn resumed(&self, operation: &Operation) -> Reading;

    /// Whether the upstream recognises the operation's retry token, so that the very same request
    /// may be sent once more without being carried out twice. Only asked for operations that have
    /// an unexpired token and whose stored request is complete.
    fn may_send_again(&self, operation: &Operation) -> bool {
        let _ = operation;
        false
    }

    /// Whether the user may start the same once more after this operation failed, as a new one with
    /// the same values: the failure was not about the values, and nothing was left behind that the
    /// second time would trip over.
    fn may_repeat(&self, operation: &Operation) -> bool {
        let _ = operation;
        false
    }

    /// The request that asks how the operation is doing; must be one that only reads. `None` when
    /// nothing can be asked: then the engine ends the operation as unknown.
    fn poll(&self, operation: &Operation) -> Option<Request>;

    /// Reads the answer to [`Follow::poll`]. A poll that failed is [`Outcome::NoNews`], whatever
    /// its status, unless the contract says that this very answer ends the operation (an image
    /// that was being deleted and is no longer found).
    fn read(&self, operation: &Operation, answer: Answer) -> Reading;

    /// How often to ask and for how long; may depend on what was last seen (the deadline is fixed
    /// when the following begins).
    fn policy(&self, operation: &Operation) -> Policy {
        let _ = operation;
        Policy::default()
    }

    /// Where a person can look when the engine gives up, in words that follow "Look at".
    fn look_at(&self, operation: &Operation) -> String {
        format!(
            "{} {} on {}",
            operation.resource.kind, operation.resource.name, operation.resource.connection
        )
    }
}

/// What an answer told about an operation, and everything worth keeping from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// How the operation stands.
    pub outcome: Outcome,
    /// Why it is thought to be so, for the timeline; only what the state word does not say.
    pub note: Option<String>,
    /// Facts worth showing and copying. A label that is there already gets the new value.
    pub facts: Vec<Fact>,
    /// The upstream's warnings; each text is kept once.
    pub warnings: Vec<String>,
    /// How single parts are doing; replaces what was known when given.
    pub parts: Option<Vec<Part>>,
    /// The id of the resource, when it is learned only now.
    pub resource_id: Option<String>,
    /// What to ask from now on; replaces [`Operation::address`].
    pub address: Option<Value>,
    /// Ask once more without waiting: the answer only said where to ask next (the errors of a
    /// failed job, the instance behind a purged one). Honoured [`crate::policy::FOLLOW_UPS`] times
    /// in an operation's life, after that the usual pace applies.
    pub ask_again_at_once: bool,
}

/// How an operation stands after an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It goes on.
    Running {
        /// The API's own state word as sent; empty when it has not said one.
        state: String,
        /// How far it is, where the API says so.
        progress: Option<Progress>,
    },
    /// It ended well.
    Succeeded {
        /// The API's own state word as sent; empty when there is none.
        state: String,
    },
    /// It ended badly.
    Failed {
        /// The API's own state word as sent; empty when there is none.
        state: String,
        /// What the upstream said about it.
        error: ApiError,
    },
    /// It cannot be learned here how it ended.
    Unknown {
        /// Why, in words.
        why: String,
        /// Where a person can look.
        look_at: String,
    },
    /// The request failed: nothing was learned about the operation itself.
    NoNews(ApiError),
    /// Only from [`Follow::submitted`]: this attempt failed in a way that the API says to retry.
    /// Honoured while the retry token is valid and the policy's attempts last; otherwise the same
    /// as [`Outcome::NoNews`].
    TryLater(ApiError),
}

impl Reading {
    /// A reading with nothing but its outcome.
    #[must_use]
    pub const fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            note: None,
            facts: Vec::new(),
            warnings: Vec::new(),
            parts: None,
            resource_id: None,
            address: None,
            ask_again_at_once: false,
        }
    }

    /// It goes on, in this state.
    #[must_use]
    pub fn running(state: impl Into<String>) -> Self {
        Self::new(Outcome::Running { state: state.into(), progress: None })
    }

    /// It goes on and is this far.
    #[must_use]
    pub fn at(state: impl Into<String>, progress: Progress) -> Self {
        Self::new(Outcome::Running { state: state.into(), progress: Some(progress) })
    }

    /// It ended well.
    #[must_use]
    pub fn succeeded(state: impl Into<String>) -> Self {
        Self::new(Outcome::Succeeded { state: state.into() })
    }

    /// It ended badly.
    #[must_use]
    pub fn failed(state: impl Into<String>, error: ApiError) -> Self {
        Self::new(Outcome::Failed { state: state.into(), error })
    }

    /// It cannot be learned here how it ended.
    #[must_use]
    pub fn unknown(why: impl Into<String>, look_at: impl Into<String>) -> Self {
        Self::new(Outcome::Unknown { why: why.into(), look_at: look_at.into() })
    }

    /// The request failed.
    #[must_use]
    pub const fn no_news(error: ApiError) -> Self {
        Self::new(Outcome::NoNews(error))
    }

    /// The same reading with a note for the timeline.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// The same reading with one more fact.
    #[must_use]
    pub fn fact(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.facts.push(Fact { label: label.into(), value: value.into() });
        self
    }

    /// The same reading with one more warning.
    #[must_use]
    pub fn warning(mut self, text: impl Into<String>) -> Self {
        self.warnings.push(text.into());
        self
    }

    /// The same reading, which also told the resource's id.
    #[must_use]
    pub fn resource_id(mut self, id: impl Into<String>) -> Self {
        self.resource_id = Some(id.into());
        self
    }

    /// The same reading, which also told what to ask from now on.
    #[must_use]
    pub fn ask(mut self, address: Value) -> Self {
        self.address = Some(address);
        self
    }
}
