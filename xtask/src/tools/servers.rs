//! nginx and Caddy, for the tests of deployments.

use std::path::Path;

use super::{apt, find};
use crate::failure::{Failure, Outcome};
use crate::say;

const PACKAGES: [&str; 4] = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "openssl"];
const PROGRAMS: [&str; 3] = ["nginx", "caddy", "openssl"];
const ELSEWHERE: &str = "\
Install nginx 1.22, Caddy 2.6 and openssl, or newer; they are only started by the tests, on loopback:
  Debian, Ubuntu: apt-get install nginx libnginx-mod-http-brotli-static caddy openssl
                  (systemctl disable --now nginx caddy, unless they are to run here)
  Fedora:         dnf install nginx nginx-mod-brotli caddy openssl
  macOS:          brew install nginx caddy openssl
`cargo xtask test --fast` runs everything that needs no web server.";

/// Finds the servers, or brings them by apt where that is possible.
pub fn bring() -> Outcome {
    say::heading("Web servers");
    if !missing().is_empty() {
        apt::install("nginx with Caddy and openssl", &PACKAGES, ELSEWHERE)?;
    }
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("apt has not brought {}.\n{ELSEWHERE}", missing.join(", "))))
}

/// What is neither on the PATH nor in Debian's folder for servers.
fn missing() -> Vec<&'static str> {
    let there = |name: &&str| find::on_path(name).is_some() || Path::new("/usr/sbin").join(name).is_file();
    PROGRAMS.into_iter().filter(|name| !there(name)).collect()
}
