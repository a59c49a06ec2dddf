//! Version numbers and what counts as the right one.

use std::fmt;

/// `major.minor.patch`; a missing part is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// The first number in a text such as `trunk 0.21.14` or `wasm-opt version 132 (version_132)`.
    pub fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(|word| Self::parse(word.trim_start_matches(['v', '=', '^'])))
    }

    fn parse(word: &str) -> Option<Self> {
        let mut parts = word.split('.').map(|part| part.parse::<u32>().ok());
        let major = parts.next()??;
        Some(Self(major, parts.next().flatten().unwrap_or(0), parts.next().flatten().unwrap_or(0)))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// Which versions will do. The number inside is the one that is brought when none is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Only this: wasm-bindgen's tool and crate speak a format of their own.
    Exactly(Version),
    /// This or a later patch of the same minor version.
    Compatible(Version),
    /// This or anything later.
    AtLeast(Version),
}

impl Wanted {
    /// Does `there` do?
    pub fn accepts(self, there: Version) -> bool {
        match self {
            Self::Exactly(wanted) => there == wanted,
            Self::Compatible(wanted) => there >= wanted && (there.0, there.1) == (wanted.0, wanted.1),
            Self::AtLeast(wanted) => there >= wanted,
        }
    }

    /// The version to bring.
    pub fn version(self) -> Version {
        match self {
            Self::Exactly(version) | Self::Compatible(version) | Self::AtLeast(version) => version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_number_in_what_tools_print() {
        assert_eq!(Version::find("trunk 0.21.14"), Some(Version(0, 21, 14)));
        assert_eq!(Version::find("wasm-bindgen 0.2.130 (a1b2c3)"), Some(Version(0, 2, 130)));
        assert_eq!(Version::find("wasm-opt version 132 (version_132)"), Some(Version(132, 0, 0)));
        assert_eq!(Version::find("v22.4.1"), Some(Version(22, 4, 1)));
        assert_eq!(Version::find("no number"), None);
    }

    #[test]
    fn what_will_do_depends_on_the_tool() {
        let wanted = Version(0, 21, 14);
        assert!(Wanted::Exactly(wanted).accepts(wanted));
        assert!(!Wanted::Exactly(wanted).accepts(Version(0, 21, 15)));
        assert!(Wanted::Compatible(wanted).accepts(Version(0, 21, 15)));
        assert!(!Wanted::Compatible(wanted).accepts(Version(0, 21, 13)));
        assert!(!Wanted::Compatible(wanted).accepts(Version(0, 22, 0)));
        assert!(Wanted::AtLeast(Version(132, 0, 0)).accepts(Version(140, 0, 0)));
        assert!(!Wanted::AtLeast(Version(132, 0, 0)).accepts(Version(108, 0, 0)));
    }
}
