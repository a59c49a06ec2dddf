//! What a test or a visitor may steer: faults of the network, and the journal of what arrived.
//! Depends on the wire types only, so it serves every upstream alike.

mod fault;
mod faults;
mod journal;
pub mod mishap;

pub use fault::{Fault, FaultError};
pub use faults::Faults;
pub use journal::{Entry, Journal};
