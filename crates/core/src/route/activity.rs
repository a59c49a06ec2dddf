//! Which operations are shown, and how one is named to another device.

use super::parameters::{Parameters, put};
use super::{Words, value_of, word_of};

/// Bytes of a text in an address; addresses of jobs are long.
const LONGEST: usize = 1_024;

/// Operations by how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that have not ended.
    Running,
    /// Those that succeeded.
    Succeeded,
    /// Those that failed.
    Failed,
    /// Those whose outcome cannot be known here.
    Unknown,
}

impl Show {
    /// All of them with their words.
    pub const ALL: Words<Self> = &[
        ("all", Self::All),
        ("running", Self::Running),
        ("succeeded", Self::Succeeded),
        ("failed", Self::Failed),
        ("unknown", Self::Unknown),
    ];
}

/// All that decides which operations are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityView {
    /// How they stand.
    pub show: Show,
    /// The connection they were sent on, by id; empty for any.
    pub connection: String,
    /// The action, as the API spells it; empty for any.
    pub action: String,
    /// What is searched in all that is said of them.
    pub q: String,
}

impl From<Show> for ActivityView {
    fn from(show: Show) -> Self {
        Self { show, ..Self::default() }
    }
}

impl ActivityView {
    pub(super) fn pairs(&self) -> Vec<(&str, String)> {
        let show = if self.show == Show::All { "" } else { word_of(Show::ALL, &self.show) };
        let mut pairs = Vec::new();
        put(&mut pairs, "show", show);
        put(&mut pairs, "connection", &self.connection);
        put(&mut pairs, "action", &self.action);
        put(&mut pairs, "q", &self.q);
        pairs
    }

    pub(super) fn read(parameters: &mut Parameters) -> Self {
        let show = parameters.take("show", |word| value_of(Show::ALL, word)).unwrap_or_default();
        let mut take = |name: &str| parameters.typed(name, LONGEST).unwrap_or_default();
        Self { show, connection: take("connection"), action: take("action"), q: take("q") }
    }
}

/// A job that was started elsewhere. It carries the job's address and nothing else: no request, no
/// result, no secret.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowView {
    /// The connection's id.
    pub connection: String,
    /// The action, as the API spells it.
    pub action: String,
    /// The job's address in short, as the upstream's module writes it.
    pub job: String,
}

impl FollowView {
    pub(super) fn pairs(&self) -> Vec<(&str, String)> {
        let mut pairs = Vec::new();
        put(&mut pairs, "connection", &self.connection);
        put(&mut pairs, "action", &self.action);
        put(&mut pairs, "job", &self.job);
        pairs
    }

    pub(super) fn read(parameters: &mut Parameters) -> Self {
        let mut take = |name: &str| parameters.typed(name, LONGEST).unwrap_or_default();
        Self { connection: take("connection"), action: take("action"), job: take("job") }
    }
}
