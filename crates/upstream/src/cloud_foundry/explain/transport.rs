//! Failures without an answer from the API, or with one that cannot be read.

use image_console_core::{ApiError, ErrorKind};

use crate::explanation::Explanation;

pub(super) fn explain(error: &ApiError) -> Explanation {
    match &error.kind {
        ErrorKind::Unreachable => Explanation::new(
            format!(
                "The browser got no answer it may read from {}: nothing answers there, the answer lacks CORS headers for this page, or this page is https and the address is http. A page cannot tell these apart.",
                if error.address.is_empty() { "the endpoint" } else { &error.address }
            ),
            "Check the address. A Cloud Controller admits only the pages its operator listed, so a proxy is usually in between.",
        ),
        ErrorKind::TimedOut(seconds) => Explanation::new(
            format!("No answer came within {seconds} seconds. Work that was begun may go on."),
            "Look at the service instance before trying again.",
        ),
        ErrorKind::Cancelled => Explanation::new(
            "The request was given up from here. The server may have carried it out.",
            "Look at the service instance before trying again.",
        ),
        ErrorKind::ReadOnly => Explanation::read_only(),
        ErrorKind::NotSigned => Explanation::new(
            "Nobody is signed in on this connection, so nothing was sent.",
            "Sign in with a one-time passcode, or paste a token.",
        ),
        ErrorKind::Unreadable | ErrorKind::Refused => Explanation::new(
            "An answer came, but it is not what the API documents; a proxy or a sign-in page may have replied in its place.",
            "Look at the beginning of the answer below, and check the connection's endpoint.",
        ),
    }
}
