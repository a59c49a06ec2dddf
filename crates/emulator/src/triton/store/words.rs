//! Words that many images share, kept once.

use std::borrow::Cow;

/// A state, an operating system, a type.
pub type Word = Cow<'static, str>;

const KNOWN: [&str; 17] = [
    "active",
    "unactivated",
    "disabled",
    "creating",
    "failed",
    "smartos",
    "linux",
    "windows",
    "bsd",
    "illumos",
    "other",
    "zone-dataset",
    "lx-dataset",
    "zvol",
    "docker",
    "lxd",
    "",
];

/// The word without an allocation when it is a documented one.
pub fn word(text: &str) -> Word {
    match KNOWN.iter().find(|known| **known == text) {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(text.to_owned()),
    }
}
