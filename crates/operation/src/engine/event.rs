//! What the engine is told.
//!
//! May depend on the record only.

use image_console_core::Request;

use crate::follow::Answer;
use crate::record::Operation;

/// Something that happened in the page, on the wire or to the user.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The user started an operation. One that is known already is ignored, so a double click
    /// starts it once.
    Submit {
        /// The record, its status [`crate::Status::Submitting`].
        operation: Box<Operation>,
        /// The request to send, secrets included; kept in memory only, and only until its answer.
        request: Request,
    },
    /// Work started elsewhere is to be followed ([`Operation::found`]).
    Adopt(Box<Operation>),
    /// What came of [`super::Command::Send`].
    Answered {
        /// The operation.
        id: String,
        /// The answer, or why there is none.
        answer: Answer,
    },
    /// What came of [`super::Command::Poll`].
    PollAnswered {
        /// The operation.
        id: String,
        /// The answer, or why there is none.
        answer: Answer,
    },
    /// The timer went off.
    Tick,
    /// The network is there again.
    Online,
    /// The network is gone: nothing is asked.
    Offline,
    /// Nobody sees the page: questions become rare.
    Hidden,
    /// The page is seen again: what is running is asked about at once.
    Visible,
    /// What storage held at start. Operations that a living tab is still submitting do not belong
    /// here but into [`Event::ChangedElsewhere`]; hand them over once that tab is gone.
    /// What is only taken over is not announced by commands: read [`super::Engine::operations`].
    Loaded(Vec<Operation>),
    /// Whether this tab is the one that polls for all. It is, until told otherwise.
    Leading(bool),
    /// Another tab saved an operation.
    ChangedElsewhere(Box<Operation>),
    /// Another tab removed an operation.
    RemovedElsewhere(String),
    /// A connection can be used (again): credentials were given, or it was set up.
    ConnectionAvailable(String),
    /// A connection cannot be used: no credentials, or it was removed. Nothing is asked on it.
    ConnectionUnavailable(String),
    /// The user wants to know now. Also goes on following what had ended in "unknown".
    CheckNow(String),
    /// The user does not want it followed any more. The work itself is not cancelled.
    StopFollowing(String),
    /// The user wants the very same request sent once more under its retry token; see
    /// [`super::Engine::may_send_again`].
    SendAgain(String),
    /// The user has seen the outcome.
    Seen(String),
    /// The user wants an ended operation off the list.
    Dismiss(String),
    /// [`super::Command::Save`] did not work; the operation goes on, and says so.
    SaveFailed {
        /// The operation.
        id: String,
        /// Why, in words.
        why: String,
    },
}
