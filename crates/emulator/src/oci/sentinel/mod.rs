//! Faults that a name asks for, so that each can be reached by hand in the demo. The table is in
//! the README of this crate.

mod answers;
mod spoil;

use super::problem::Problem;
use crate::control::mishap::{self, Mishap};
use crate::wire::Reply;

/// What a sentinel answers with.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An error of the service.
    Answer(fn() -> Problem),
    /// A failure of the network.
    Network(Mishap),
}

/// A sentinel, found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Sentinel {
    kind: Kind,
    after: bool,
    /// `…-once`: only the first request meets it.
    pub once: bool,
}

impl Sentinel {
    /// The fault that the prefix and a word ask for; the longest word counts. The word may be
    /// followed by `-after` (the work is done all the same) and by `-once`.
    pub fn find(text: &str, prefix: &str) -> Option<Self> {
        let rest = mishap::after_prefix(text, prefix)?;
        let (word, kind) = mishap::longest(rest, answers::WORDS)?;
        let rest = rest.strip_prefix(word).unwrap_or_default();
        let after = rest.strip_prefix("-after");
        let once = after.unwrap_or(rest).starts_with("-once");
        Some(Self { kind, after: after.is_some(), once })
    }

    /// Whether the call is carried out.
    pub fn lets_through(self) -> bool {
        let harmless = match self.kind {
            Kind::Answer(_) => false,
            Kind::Network(mishap) => mishap.lets_through(),
        };
        self.after || harmless
    }

    /// What becomes of the reply to a call that was carried out, or of none.
    pub fn apply(self, reply: Reply) -> Reply {
        match self.kind {
            Kind::Answer(problem) => problem().into_response().into(),
            Kind::Network(mishap) => mishap.apply(reply, spoil::wrong_types),
        }
    }
}

/// How the work that a text names will end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Well.
    Succeeds,
    /// With this code in the work request's errors.
    Fails(&'static str),
    /// By somebody who cancels it.
    Cancels,
}

/// What `fails-CODE` or `cancels` in one of the texts asks work to end with.
pub fn ending(texts: &[String]) -> Ending {
    let of = |text: &String| {
        if mishap::after_prefix(text, "cancels").is_some() {
            return Some(Ending::Cancels);
        }
        mishap::longest(mishap::after_prefix(text, "fails-")?, FAILURES).map(|(_, code)| Ending::Fails(code))
    };
    texts.iter().find_map(of).unwrap_or(Ending::Succeeds)
}

const FAILURES: &[(&str, &str)] = &[
    ("InternalServerError", "InternalServerError"),
    ("NotAuthorizedOrNotFound", "NotAuthorizedOrNotFound"),
    ("LimitExceeded", "LimitExceeded"),
    ("ExternalServerUnreachable", "ExternalServerUnreachable"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_may_follow_them() {
        let find = |text: &str| Sentinel::find(text, "fault-");
        let plain = find("my-fault-503.vdi").unwrap();
        assert!(!plain.lets_through() && !plain.once);
        assert!(find("fault-503-after-once").is_some_and(|one| one.lets_through() && one.once));
        assert!(find("fault-503-once").is_some_and(|one| !one.lets_through() && one.once));
        assert!(find("fault-429-retry-after").is_some_and(|one| !one.lets_through()));
        assert!(find("fault-truncated").is_some_and(Sentinel::lets_through));
        for none in ["fault-get-hang", "default-409", "fault-tolerant"] {
            assert!(find(none).is_none(), "{none}");
        }
    }

    #[test]
    fn endings() {
        let ending = |text: &str| ending(&[String::new(), text.to_owned()]);
        assert_eq!(ending("x-fails-LimitExceeded.oci"), Ending::Fails("LimitExceeded"));
        assert_eq!(ending("it-cancels"), Ending::Cancels);
        assert_eq!(ending("fails-often"), Ending::Succeeds);
    }
}
