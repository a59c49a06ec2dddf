//! How a signed request is made with `curl`, and with the raw request of the `oci` command line.

mod raw;
mod signature;

#[cfg(test)]
mod tests;

use image_console_core::Request;

use super::par;

pub use raw::{Cli, raw_request};
pub use signature::{Signer, signature_auth};

/// The request as it may be shown: the token of a pre-authenticated URL is masked. Every preview
/// is made from this.
#[must_use]
pub fn shown(request: &Request) -> Request {
    let mut shown = request.clone();
    shown.target = par::mask(&request.target);
    shown.body = request.body.as_deref().map(par::mask);
    shown
}
