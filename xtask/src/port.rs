//! Is a port free? Asked before a long build, not after it.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::failure::{Failure, Outcome};

/// Fails in words when one of `count` ports from `first` on is taken.
pub fn require_free(first: u16, count: u16) -> Outcome {
    for port in first..=first.saturating_add(count.saturating_sub(1)) {
        if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            let why = match error.kind() {
                ErrorKind::AddrInUse => "another program is using it".to_owned(),
                _ => error.to_string(),
            };
            return Err(Failure::new(format!(
                "Port {port} is not free: {why}.\n\
                 The demo needs {count} ports from {first} on. Stop the other program, or choose others:\n\
                 \n    cargo xtask demo --port {}",
                suggestion(port)
            )));
        }
    }
    Ok(())
}

fn suggestion(taken: u16) -> u16 {
    if taken < 60_000 { taken / 100 * 100 + 1000 } else { 9000 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_a_way_out() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let text = require_free(port, 1).unwrap_err().to_string();
        assert!(text.contains(&format!("Port {port} is not free: another program is using it")), "{text}");
        assert!(text.contains("cargo xtask demo --port "), "{text}");
        drop(taken);
        assert!(require_free(port, 1).is_ok());
    }
}
