//! Tells a missing network from any other failure of a download.

use crate::failure::Failure;

/// Words that Cargo, npm, rustup and apt use when a server was not reached.
const SIGNS: &[&str] = &[
    "could not resolve",
    "couldn't resolve",
    "couldn't connect",
    "could not connect",
    "failed to connect",
    "temporary failure resolving",
    "temporary failure in name resolution",
    "dns error",
    "connection refused",
    "connection timed out",
    "connection reset",
    "operation timed out",
    "network is unreachable",
    "network failure",
    "spurious network error",
    "enotfound",
    "eai_again",
    "econnrefused",
    "etimedout",
    "error sending request",
    "could not download file",
];

/// Puts what to do before the tool's own words. `by_hand` completes "To do it by hand: …".
pub fn explain(what: &str, by_hand: &str, failure: &Failure) -> Failure {
    let said = failure.to_string();
    let lower = said.to_lowercase();
    let why = if SIGNS.iter().any(|sign| lower.contains(sign)) {
        "the network did not answer. Check the connection (and HTTPS_PROXY, where one is needed), then run \
         this again: what was brought so far is kept"
    } else {
        "see the lines below"
    };
    Failure::new(format!("{what} could not be brought: {why}.\nTo do it by hand: {by_hand}\n\n{said}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_network_is_said_so_and_other_failures_are_not() {
        let lost = Failure::new("error: failed to fetch\nCaused by: Could not resolve host: example.invalid");
        let text = explain("Trunk", "cargo install trunk", &lost).to_string();
        assert!(text.starts_with("Trunk could not be brought: the network did not answer"), "{text}");
        assert!(text.contains("To do it by hand: cargo install trunk"), "{text}");
        let other =
            explain("Trunk", "cargo install trunk", &Failure::new("error[E0599]: no method")).to_string();
        assert!(other.starts_with("Trunk could not be brought: see the lines below."), "{other}");
        assert!(other.ends_with("error[E0599]: no method"), "{other}");
    }
}
