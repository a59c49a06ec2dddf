//! Retry tokens, and which failures are tried again (contract §2.5, §3).

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Operation, Resend};

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
        ErrorKind::Cancelled | ErrorKind::Unreadable | ErrorKind::NotSigned => false,
    }
}

/// What to do about an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Send the same again later, while the token and the policy's attempts last.
    TryLater,
    /// Look whether an earlier attempt was carried out: this refusal does not tell.
    Look,
    /// Leave it to the engine: refused for good, or not known and to be asked about.
    Leave,
}

/// Judges a failed attempt. Where an earlier one may have been carried out, a conflict may be its
/// doing, and a refusal of the last attempt must not be taken for the whole story. Which attempt is
/// the last is not known after a reload, because the policy's time may be over: there every refusal
/// is looked into.
pub(crate) fn judge(operation: &Operation, error: &ApiError) -> Next {
    let earlier = Earlier::of(operation);
    let open = earlier.may_have_worked && !error.outcome_is_unknown();
    let last = earlier.was_cut_off || operation.attempts >= resend().attempts;
    match try_later(error) {
        true if open && (last || error.status == Some(409)) => Next::Look,
        true => Next::TryLater,
        false if open => Next::Look,
        false => Next::Leave,
    }
}

/// What is known of the attempts before the one just answered.
struct Earlier {
    /// One had no answer, or one that leaves it open, or the page died under it. Then a refusal may
    /// be that attempt's own doing (it changed the etag, or the state).
    may_have_worked: bool,
    /// The page died under one.
    was_cut_off: bool,
}

impl Earlier {
    /// The record keeps a line of each attempt that is to be tried again; a line that begins with a
    /// status in the 400s is a certain refusal. An attempt without a line was cut off.
    fn of(operation: &Operation) -> Self {
        let earlier = operation.attempts.saturating_sub(1);
        let (mut lines, mut refused) = (0, 0);
        for entry in operation.timeline.entries.iter().filter(|entry| entry.missed) {
            lines += entry.count;
            if entry.note.as_deref().is_some_and(|note| note.starts_with('4')) {
                refused += entry.count;
            }
        }
        // Sent again after it was followed: lines may be of polls, so none of them counts.
        let followed = operation.polls.count > 0;
        Self {
            may_have_worked: earlier > 0 && (refused < earlier || followed),
            was_cut_off: earlier > 0 && (lines < earlier || followed),
        }
    }
}

/// Whether a failure was about the moment and not about what was asked, and certainly left nothing
/// behind: the same may be started once more.
#[must_use]
pub fn was_bad_moment(error: &ApiError) -> bool {
    let code = error.code.as_deref();
    error.kind == ErrorKind::NotSigned
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
