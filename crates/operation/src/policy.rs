//! How often an operation is asked about and for how long. Plain numbers; the arithmetic is in
//! `schedule`.
//!
//! May depend on nothing.

/// How many times in an operation's life an answer may ask for another question at once
/// ([`crate::Reading::ask_again_at_once`]).
pub const FOLLOW_UPS: u32 = 16;

/// The longest an upstream's `Retry-After` is obeyed, in milliseconds: one hour. Beyond that a
/// wrong clock or a wrong header would silence the operation.
pub const LONGEST_WAIT: i64 = 3_600_000;

/// The pace and patience for one operation. All times in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Wait after a change, and the least time between two questions whatever happens; at least
    /// [`Policy::LEAST`].
    pub fastest: i64,
    /// The wait never grows beyond this while answers come.
    pub slowest: i64,
    /// How much longer each wait is than the one before while nothing changes, in per cent
    /// (150: half as long again).
    pub growth: i64,
    /// The wait after a first failed poll; it doubles with each further one.
    pub after_error: i64,
    /// The wait after failed polls never grows beyond this.
    pub slowest_after_error: i64,
    /// The least time between two questions while nobody sees the page.
    pub hidden: i64,
    /// How long the operation is followed. After that it is asked once more and then ends in
    /// "unknown", never in a guess.
    pub deadline: i64,
    /// How a submission with a retry token is repeated.
    pub resend: Resend,
}

/// How often a submission with a retry token is sent again after an answer that the API says to
/// retry. All times in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resend {
    /// How often the request is sent altogether, the first time included.
    pub attempts: u32,
    /// The wait before the second attempt; it doubles with each further one.
    pub first: i64,
    /// The wait never grows beyond this.
    pub slowest: i64,
    /// Up to this much is added to each wait.
    pub jitter: i64,
    /// No attempt begins later than this after the first.
    pub total: i64,
}

impl Policy {
    /// No policy asks more often than this, in milliseconds.
    pub const LEAST: i64 = 500;
}

impl Default for Policy {
    /// From 2 s, which is friendly to the strictest documented throttle, to 15 s; a day long.
    fn default() -> Self {
        Self {
            fastest: 2_000,
            slowest: 15_000,
            growth: 150,
            after_error: 5_000,
            slowest_after_error: 120_000,
            hidden: 60_000,
            deadline: 86_400_000,
            resend: Resend::default(),
        }
    }
}

impl Default for Resend {
    /// What the official clients of an API with retry tokens do: 8 attempts, 1 s doubling to 30 s,
    /// up to 1 s of jitter, 10 minutes in all.
    fn default() -> Self {
        Self { attempts: 8, first: 1_000, slowest: 30_000, jitter: 1_000, total: 600_000 }
    }
}
