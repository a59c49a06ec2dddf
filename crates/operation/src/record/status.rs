//! How an operation stands. Only the engine's own few words; the API's word is carried along as
//! it was sent.

use serde::{Deserialize, Serialize};

/// How an operation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is")]
pub enum Status {
    /// Its request is on its way. Found in storage, this means that it may or may not have been
    /// carried out.
    Submitting,
    /// The upstream works on it, as far as is known.
    Running {
        /// The API's own state word as sent; empty when it has not said one.
        state: String,
        /// How far it is.
        #[serde(default)]
        progress: Option<Progress>,
    },
    /// It ended well.
    Succeeded,
    /// It ended badly; the operation's error says why.
    Failed,
    /// Nobody asks any more, and how it ended is not known here.
    Unknown {
        /// Why not, in words.
        why: String,
        /// Where a person can look.
        look_at: String,
    },
}

impl Status {
    /// Whether nothing more is going to happen by itself.
    #[must_use]
    pub const fn is_ended(&self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Unknown { .. })
    }
}

/// How far something is. Integers, because float formatting costs wasm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is done.
    pub done: u64,
    /// What there is to do; a bar is drawn only with a real total.
    #[serde(default)]
    pub total: Option<u64>,
    /// What is counted, e.g. `%`, `chunks`.
    pub unit: String,
}

impl Progress {
    /// So many per cent.
    #[must_use]
    pub fn percent(done: u64) -> Self {
        Self { done, total: Some(100), unit: "%".to_owned() }
    }
}

/// One part of an operation that the API reports on its own, e.g. one data centre of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The part's name.
    pub name: String,
    /// The API's own state word as sent.
    pub state: String,
    /// How far it is.
    #[serde(default)]
    pub progress: Option<Progress>,
    /// What else the API says about it.
    #[serde(default)]
    pub facts: Vec<super::Fact>,
}
