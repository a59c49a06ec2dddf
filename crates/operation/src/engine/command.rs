//! What the engine wants done, in the order given.
//!
//! May depend on the record only.

use image_console_core::Request;
use image_console_core::time::Timestamp;

use crate::record::Operation;

/// Something to do. Every `Send` and every `Poll` must be answered exactly once, by a time-out if
/// by nothing else.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Store the record and show it. A `Send` of the same operation that follows must wait until
    /// this is stored (or has failed, which is reported by [`super::Event::SaveFailed`]).
    Save(Box<Operation>),
    /// Show the record: it has changed in a way that need not be stored by this tab.
    Show(Box<Operation>),
    /// Forget the record.
    Remove(String),
    /// Send a submission; answer with [`super::Event::Answered`].
    Send {
        /// The operation.
        id: String,
        /// On which connection.
        connection: String,
        /// The request.
        request: Request,
    },
    /// Send a question; answer with [`super::Event::PollAnswered`].
    Poll {
        /// The operation.
        id: String,
        /// On which connection.
        connection: String,
        /// The request.
        request: Request,
    },
    /// Set the one timer to go off at this instant with [`super::Event::Tick`], in place of any
    /// earlier one.
    WakeAt(Timestamp),
    /// Stop the timer: there is nothing to wait for.
    Sleep,
    /// Tell the user: toast, status region, desktop notification.
    Announce {
        /// The operation it is about.
        id: String,
        /// What there is to tell.
        notice: Notice,
    },
}

/// What there is to tell about an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The upstream has taken it up, and it is being followed.
    Accepted,
    /// It ended well.
    Succeeded,
    /// It ended badly.
    Failed,
    /// It ended in "unknown".
    Unknown,
    /// The upstream does not accept the credentials any more. Told once per connection, until
    /// [`super::Event::ConnectionAvailable`].
    CredentialsNeeded {
        /// The connection.
        connection: String,
    },
}
