//! Failures without an answer from the service, or with one that cannot be read.

use image_console_core::{ApiError, ErrorKind};

use crate::explanation::Explanation;

pub(super) fn explain(error: &ApiError) -> Explanation {
    match &error.kind {
        ErrorKind::Unreachable => Explanation::new(
            format!(
                "The browser got no answer it may read from {}. It cannot tell which of these it is: nothing answers at that address, the answer lacks CORS headers for this page, or this page is https and the address is http.",
                if error.address.is_empty() { "the endpoint" } else { &error.address }
            ),
            "Check the address. OCI's services are not known to admit calls from a page, so a proxy of the console's own origin must be in between.",
        ),
        ErrorKind::TimedOut(seconds) => Explanation::new(
            format!("No answer came within {seconds} seconds. Work that was begun may go on."),
            "Look whether it was done before trying again.",
        ),
        ErrorKind::Cancelled => Explanation::new(
            "The request was given up from here. The service may have carried it out.",
            "Look whether it was done before trying again.",
        ),
        ErrorKind::Unreadable => Explanation::new(
            "An answer came, but it is not what the API documents; a gateway or a sign-in page may have replied in its place.",
            "Look at the beginning of the answer below, and check the connection's endpoints: each service has one of its own.",
        ),
        ErrorKind::ReadOnly => Explanation::read_only(),
        ErrorKind::NotSigned => Explanation::new(
            "The request could not be signed here, so it was not sent.",
            "Open the connection and import its key, or a new session token. Signing needs a page served by https or from localhost.",
        ),
        // An answer with a code of its own is explained by that code.
        ErrorKind::Refused => {
            Explanation::new("The service refused the request.", "Look at the message below.")
        }
    }
}
