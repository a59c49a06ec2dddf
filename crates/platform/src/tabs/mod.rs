//! Several tabs of the console in one browser: who works for all, and telling each other.

pub mod channel;
pub mod leader;
