//! The engine that follows asynchronous work of every upstream.
//!
//! Sans-I/O: the engine is told what happened and answers what is to be done ([`Engine::step`]).
//! It never asks a clock, never sends anything and knows no upstream by name; each upstream brings
//! a [`Follow`] for each of its actions. What is remembered is an [`Operation`], which is plain
//! data with a stored form, so that a reload resumes where the last page ended.
//!
//! What can be relied upon, with `f` the policy's `fastest` (at least [`Policy::LEAST`]):
//!
//! * a submission is saved before it is sent, and sent once unless a retry token makes more safe;
//! * two polls of one operation never overlap, and at most [`IN_FLIGHT`] are under way;
//! * `t` milliseconds of following cost at most `1 + t / f + FOLLOW_UPS` polls, however often the
//!   page comes back, goes online or the user asks;
//! * "succeeded" and "failed" are final; "unknown" is left only when the user asks;
//! * there is one timer, and none when nothing waits;
//! * of several tabs that tell each other what they save ([`tabs`]), the one that leads polls, and the
//!   one in which the user pressed submits.
//!
//! May depend on `core` only; never on a browser, a page or an upstream.

pub mod engine;
pub mod export;
pub mod follow;
pub mod followers;
pub mod policy;
pub mod record;
mod schedule;
pub mod stored;
pub mod tabs;
mod transition;
mod wish;

pub use engine::{Command, Engine, Event, IN_FLIGHT, IN_FLIGHT_PER_CONNECTION, Notice};
pub use follow::{Answer, Follow, Outcome, Reading};
pub use followers::Followers;
pub use policy::{FOLLOW_UPS, Policy, Resend};
pub use record::{
    Fact, Observation, Operation, Part, Polls, Progress, Resource, RetryToken, Status, StoredError,
    StoredRequest, Timeline,
};
