//! Why a call or an upload failed and what to do next. The documents give status texts only
//! (contract §5), so the table goes by status.

use image_console_core::{ApiError, ErrorKind};

use super::Status;
use crate::explanation::Explanation;

/// Status, why, what to do next.
const STATUSES: &[(u16, &str, &str)] = &[
    (
        400,
        "Invalid Parameter Value: the API did not accept one of the values.",
        "Check the upload's number and the filters, then try again.",
    ),
    (
        401,
        "Not Authorized: the token is missing, has expired (it lives for seven days) or does not belong to this user id.",
        "Enter a new token with the partner's e-mail address; what was waiting goes on by itself. Where a proxy adds the token, whoever runs it has to mend that.",
    ),
    (
        403,
        "The token was accepted, but this user may not see or do that.",
        "Check the user id of the connection, or ask the Marketplace administrators for access.",
    ),
    (
        404,
        "Entity Not Found: there is no upload request of this number, or this user may not see it.",
        "Check the number, and that the connection is the right host and partner.",
    ),
    (
        405,
        "The address does not know this call.",
        "Check the connection's endpoint: it is the root of the API or of the proxy to it, without /appstore behind it.",
    ),
    (500, "System Error: the API failed.", "Try again later. If it stays, contact Oracle support."),
];

/// How uploads end badly (contract §4).
const ENDS: &[(Status, &str, &str)] = &[
    (
        Status::Failed,
        "The upload failed. The API does not say why; wrong chunk numbers and a wrong checksum are known causes.",
        "Look at the data centres for the one that failed, then upload the file again.",
    ),
    (
        Status::Rejected,
        "The image was not accepted, for example by the virus scan.",
        "Check the image, then upload it anew.",
    ),
    (Status::Deleted, "Somebody deleted this upload.", "Upload the file again if it is still wanted."),
    (
        Status::DeletionFailed,
        "The upload was to be deleted, and that did not work.",
        "Look at the data centres for what is left, and delete it again.",
    ),
];

/// Explains a failed call, or the error that a failed upload carries.
#[must_use]
pub fn explain(error: &ApiError) -> Explanation {
    if error.kind != ErrorKind::Refused {
        return transport(error);
    }
    let Some(status) = error.status else {
        let end = error.code.as_deref().and_then(Status::parse);
        let line = end.and_then(|end| ENDS.iter().find(|line| line.0 == end));
        return line.map_or_else(other, |line| Explanation::new(line.1, line.2));
    };
    let line = STATUSES.iter().find(|line| line.0 == status);
    match line {
        Some(line) => Explanation::new(line.1, line.2),
        None if status == 429 || status >= 500 => Explanation::new(
            "The API or a proxy in front of it could not answer now.",
            "Wait a little, then try again.",
        ),
        None => other(),
    }
}

fn other() -> Explanation {
    Explanation::new("The API refused the request.", "Look at the message below.")
}

fn transport(error: &ApiError) -> Explanation {
    match &error.kind {
        ErrorKind::Unreachable => Explanation::new(
            format!(
                "The browser got no answer it may read from {}: nothing answers there, the answer lacks CORS headers for this page, or this page is https and the address is http. A page cannot tell these apart.",
                if error.address.is_empty() { "the endpoint" } else { &error.address }
            ),
            "Check the address. The API is not known to admit pages, so a proxy must be in between; it has to admit X-Oracle-UserId and add CORS headers to errors too.",
        ),
        ErrorKind::TimedOut(seconds) => Explanation::new(
            format!("No answer came within {seconds} seconds."),
            "Try again. Reading changes nothing, so this is always safe.",
        ),
        ErrorKind::Cancelled => Explanation::new("The request was given up from here.", "Try again."),
        ErrorKind::ReadOnly => Explanation::read_only(),
        ErrorKind::NotSigned => Explanation::new(
            "There is no token for this connection, so nothing was sent.",
            "Enter a token and the partner's e-mail address.",
        ),
        ErrorKind::Unreadable | ErrorKind::Refused => Explanation::new(
            "An answer came, but it is not what the API documents; a proxy or a sign-in page may have replied in its place.",
            "Look at the beginning of the answer below, and check the connection's endpoint.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle_marketplace::error::parse_error;
    use crate::oracle_marketplace::testing::answer;

    #[test]
    fn every_documented_status_and_every_bad_end_has_its_words() {
        for (status, word) in [
            (400, "Invalid Parameter"),
            (401, "seven days"),
            (404, "no upload request"),
            (500, "System Error"),
            (503, "could not answer now"),
        ] {
            assert!(explain(&parse_error(&answer(status, ""))).why.contains(word), "{status}");
        }
        for (code, word) in
            [("Rejected", "virus scan"), ("DELECTION FAILED", "did not work"), ("Odd", "refused")]
        {
            let mut error = ApiError::without_answer(ErrorKind::Refused, "");
            error.code = Some(code.to_owned());
            assert!(explain(&error).why.contains(word), "{code}");
        }
    }
}
