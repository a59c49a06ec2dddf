//! What several upstreams are made of: work that is due later, tokens that expire, the words in
//! names that bring faults about. Knows no upstream; depends on the wire types and the random
//! numbers only.

mod bearer;
mod refused;
mod schedule;
mod spoil;
mod words;

pub use bearer::{Bearers, basic};
pub use refused::Refused;
pub use schedule::Schedule;
pub use spoil::Spoil;
pub use words::{Answer, Asked, asked, seconds, word};
