//! Retry tokens, and which failures are tried again (contract §2.5, §3).

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Operation, Outcome, Reading, Resend};

/// The header that carries a retry token.
pub const HEADER: &str = "opc-retry-token";

/// How long the service knows a token, in milliseconds: 24 hours.
pub const LIFE: i64 = 86_400_000;

/// When a token that is sent first at this instant expires. The service counts from when the
/// request arrives, which is later, so this errs on the safe side.
#[must_use]
pub const fn expires(sent: Timestamp) -> Timestamp {
    Timestamp(sent.0.saturating_add(LIFE))
}

/// Whether a text can be a token: 1 to 64 characters that a header can carry.
#[must_use]
pub fn is_token(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
}

/// How the official SDKs repeat a request: 8 attempts, 1 s doubling up to 30 s, up to 1 s of jitter,
/// 600 s in all.
#[must_use]
pub const fn resend() -> Resend {
    Resend { attempts: 8, first: 1_000, slowest: 30_000, jitter: 1_000, total: 600_000 }
}

/// Whether a failed attempt is one the official SDKs repeat under the same token.
///
/// `IncorrectState` is: the table of errors calls it retryable, because the state that stands in
/// the way usually passes (an export that is still running). `LockConflict` is the code the SDKs
/// look for; `ResourceLocked` is a lock that somebody set, which no waiting opens. A 501 never gets
/// better, and an answer that cannot be read is asked about rather than sent for again.
#[must_use]
pub fn try_later(error: &ApiError) -> bool {
    match error.kind {
        ErrorKind::Unreachable | ErrorKind::TimedOut(_) => true,
        ErrorKind::Refused => match error.status {
            Some(409) => matches!(error.code.as_deref(), Some("IncorrectState" | "LockConflict")),
            Some(429 | 500 | 502 | 503 | 504) => true,
            _ => false,
        },
        ErrorKind::Cancelled | ErrorKind::Unreadable | ErrorKind::NotSigned | ErrorKind::ReadOnly => false,
    }
}

/// What a failed attempt means: tried again where the SDKs do, while the token and the policy's
/// attempts last, and otherwise left to the engine, which calls nothing failed that an earlier
/// attempt may have done. Where one may have, a conflict can be its doing (the image is exported
/// already), so that waiting for it to pass would be waiting for oneself.
pub(crate) fn not_accepted(operation: &Operation, error: ApiError) -> Reading {
    let own_doing = operation.maybe_done && error.status == Some(409);
    let again = try_later(&error) && !own_doing;
    Reading::new(if again { Outcome::TryLater(error) } else { Outcome::NoNews(error) })
}

/// Whether a failure was about the moment and not about what was asked, and certainly left nothing
/// behind: the same may be started once more.
#[must_use]
pub fn was_bad_moment(error: &ApiError) -> bool {
    let code = error.code.as_deref();
    matches!(error.kind, ErrorKind::NotSigned | ErrorKind::ReadOnly)
        || matches!(error.status, Some(401 | 429))
        || matches!(code, Some("IncorrectState" | "LockConflict" | "ResourceLocked"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::refused;

    #[test]
    fn what_the_sdks_repeat_is_repeated_and_nothing_else() {
        for (status, code, again) in [
            (409, "IncorrectState", true),
            (409, "LockConflict", true),
            (409, "ResourceLocked", false),
            (409, "InvalidatedRetryToken", false),
            (409, "Conflict", false),
            (429, "TooManyRequests", true),
            (429, "Whatever", true),
            (500, "InternalServerError", true),
            (501, "MethodNotImplemented", false),
            (502, "", true),
            (503, "ServiceUnavailable", true),
            (504, "", true),
            (404, "NotAuthorizedOrNotFound", false),
            (412, "NoEtagMatch", false),
        ] {
            assert_eq!(try_later(&refused(status, code, "")), again, "{status} {code}");
        }
        let lost = |kind| try_later(&ApiError::without_answer(kind, ""));
        assert!(lost(ErrorKind::Unreachable) && lost(ErrorKind::TimedOut(60)));
        assert!(!lost(ErrorKind::NotSigned) && !lost(ErrorKind::Unreadable));
    }

    #[test]
    fn tokens_have_a_length_and_a_life() {
        assert!(is_token("5f0d6f3a-8e4c-4f0b-9a57-0c7d2c0be1a4") && is_token("a"));
        for bad in ["", "a b", "ü", &"a".repeat(65)] {
            assert!(!is_token(bad), "{bad}");
        }
        assert_eq!(expires(Timestamp(5)), Timestamp(86_400_005));
    }
}
