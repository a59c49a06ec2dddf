//! Faults that a name asks for, so that each can be reached by hand in the demo. The table is in
//! the README of this crate.

mod answers;
mod garble;

pub use answers::maintenance;

use super::problem::Problem;
use crate::wire::Reply;

/// What a sentinel does.
#[derive(Clone, Copy, Debug)]
pub enum Sentinel {
    /// Answers with an error in the call's place.
    Answer(fn() -> Problem),
    /// Never answers; nothing is done.
    Hang,
    /// Closes the connection; nothing is done.
    Drop,
    /// Closes the connection after the work is done.
    DropAfter,
    /// A gateway's HTML page with this status; nothing is done.
    Html(u16),
    /// 200 with text that is not JSON; the work is done.
    Malformed,
    /// The real answer, cut in the middle of its body; the work is done.
    Truncated,
    /// 200 without a body; the work is done.
    Empty,
    /// The real answer with single fields of the wrong type; the work is done.
    WrongTypes,
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
        !matches!(self, Self::Answer(_) | Self::Hang | Self::Drop | Self::Html(_))
    }

    /// What becomes of the reply to a call that was carried out, or of none.
    pub fn garble(self, reply: Reply) -> Reply {
        garble::garble(self, reply)
    }
}

fn find(text: &str, prefix: &str) -> Option<Sentinel> {
    let rest = text.match_indices(prefix).find_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let starts_a_word = !before.ends_with(|c: char| c.is_alphanumeric());
        rest.strip_prefix(prefix).filter(|_| starts_a_word)
    })?;
    let fits = answers::WORDS.iter().filter(|(word, _)| rest.starts_with(word));
    fits.max_by_key(|(word, _)| word.len()).map(|(_, sentinel)| *sentinel)
}

/// The seconds that `takes-Ns` in a text asks a job to take.
pub fn takes_seconds(text: &str) -> Option<i64> {
    let (_, rest) = text.split_once("takes-")?;
    let (digits, _) = rest.split_once('s')?;
    digits.parse().ok()
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
        assert!(matches!(Sentinel::of_action("my-fault-hang"), Some(Sentinel::Hang)));
        assert!(matches!(Sentinel::of_action("fault-drop-after-all"), Some(Sentinel::DropAfter)));
        assert!(matches!(Sentinel::of_action("fault-drop"), Some(Sentinel::Drop)));
        assert!(matches!(Sentinel::of_reading("fault-get-hang"), Some(Sentinel::Hang)));
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
