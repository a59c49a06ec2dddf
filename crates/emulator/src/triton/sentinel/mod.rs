//! Faults that a name asks for, so that each can be reached by hand in the demo. The table is in
//! the README of this crate.

mod answers;
mod garble;

pub use answers::maintenance;

use super::problem::Problem;
pub use crate::control::mishap::takes_seconds;
use crate::control::mishap::{self, Mishap};
use crate::wire::Reply;

/// What a sentinel does.
#[derive(Clone, Copy, Debug)]
pub enum Sentinel {
    /// Answers with an error in the call's place.
    Answer(fn() -> Problem),
    /// Closes the connection after the work is done.
    DropAfter,
    /// A failure of the network.
    Network(Mishap),
}

impl Sentinel {
    /// The fault that `fault-WORD` in a text asks for; the longest word counts.
    pub fn of_action(text: &str) -> Option<Self> {
        find(text, "fault-")
    }

    /// The fault that `fault-get-WORD` in an image's name asks for when the image is read.
    pub fn of_reading(text: &str) -> Option<Self> {
        find(text, "fault-get-")
    }

    /// Whether the call is carried out.
    pub fn lets_through(self) -> bool {
        match self {
            Self::Answer(_) => false,
            Self::DropAfter => true,
            Self::Network(mishap) => mishap.lets_through(),
        }
    }

    /// What becomes of the reply to a call that was carried out, or of none.
    pub fn garble(self, reply: Reply) -> Reply {
        match self {
            Self::Answer(problem) => problem().into_response().into(),
            Self::DropAfter => Mishap::Drop.apply(reply, garble::wrong_types),
            Self::Network(mishap) => mishap.apply(reply, garble::wrong_types),
        }
    }
}

fn find(text: &str, prefix: &str) -> Option<Sentinel> {
    mishap::longest(mishap::after_prefix(text, prefix)?, answers::WORDS).map(|(_, sentinel)| sentinel)
}

/// The `error.code` that `fails-CODE` in a text asks a creation to end with.
pub fn fails_with(text: &str) -> Option<&'static str> {
    let (_, rest) = text.split_once("fails-")?;
    ["PrepareImageDidNotRun", "VmHasNoOrigin", "NotSupported", "InternalError"]
        .into_iter()
        .find(|code| rest.starts_with(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts_and_reading_has_its_own_prefix() {
        assert!(matches!(Sentinel::of_action("my-fault-hang"), Some(Sentinel::Network(Mishap::Hang))));
        assert!(matches!(Sentinel::of_action("fault-drop-after-all"), Some(Sentinel::DropAfter)));
        assert!(matches!(Sentinel::of_action("fault-drop"), Some(Sentinel::Network(Mishap::Drop))));
        assert!(matches!(Sentinel::of_reading("fault-get-hang"), Some(Sentinel::Network(Mishap::Hang))));
        for none in ["fault-get-hang", "default-409", "fault-tolerant"] {
            assert!(Sentinel::of_action(none).is_none(), "{none}");
        }
    }

    #[test]
    fn durations_and_outcomes() {
        assert_eq!(takes_seconds("big-takes-180s"), Some(180));
        assert_eq!(takes_seconds("takes-long"), None);
        assert_eq!(fails_with("build-fails-VmHasNoOrigin"), Some("VmHasNoOrigin"));
        assert_eq!(fails_with("fails-often"), None);
    }
}
