//! When an operation is asked about next: pure arithmetic on its record, its policy and the clock.
//!
//! Three things slow a question down and are kept apart: the pace (`due`), the upstream's wish
//! (`not_before`), and a page that nobody sees (computed, never stored).

use image_console_core::time::Timestamp;

use crate::policy::{FOLLOW_UPS, LONGEST_WAIT, Policy, Resend};
use crate::record::Polls;

/// Waits are lengthened by up to this many per cent, so that operations started together spread.
const JITTER: i64 = 20;

/// A number in `0..=most` that depends on the operation and the occasion only (FNV-1a), so that
/// every run and every test sees the same.
fn jitter(id: &str, occasion: u32, most: i64) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in id.bytes().chain(occasion.to_le_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let span = u64::try_from(most).unwrap_or(0).saturating_add(1);
    i64::try_from((hash >> 16) % span).unwrap_or(0)
}

/// Adds a wait to an instant.
pub fn later(now: Timestamp, wait: i64) -> Timestamp {
    Timestamp(now.0.saturating_add(wait))
}

/// The least time between two questions.
pub fn least(policy: &Policy) -> i64 {
    policy.fastest.max(Policy::LEAST)
}

/// `wait`, grown `times` times by `growth` per cent, at most `ceiling`.
fn grown(wait: i64, growth: i64, times: u32, ceiling: i64) -> i64 {
    let mut wait = wait;
    for _ in 0..times {
        let next = wait.saturating_mul(growth) / 100;
        if wait >= ceiling || next <= wait {
            break;
        }
        wait = next;
    }
    wait.min(ceiling)
}

/// The wait after what the polls have seen so far, jitter included.
pub fn pace(id: &str, polls: &Polls, policy: &Policy) -> i64 {
    let wait = match polls.errors {
        0 => grown(policy.fastest, policy.growth, polls.unchanged, policy.slowest),
        n => grown(policy.after_error, 200, n - 1, policy.slowest_after_error),
    };
    let wait = wait.clamp(least(policy), LONGEST_WAIT);
    wait + jitter(id, polls.count, wait * JITTER / 100)
}

/// What `Retry-After` asks for: seconds or an HTTP date. Anything else (some upstreams send a
/// free text) is no wish. Never further away than [`LONGEST_WAIT`].
pub fn retry_after(text: &str, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    let wish = match text.parse::<u64>() {
        Ok(seconds) => later(now, i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1_000)),
        Err(_) => Timestamp::parse_http_date(text)?,
    };
    Some(wish.max(now).min(later(now, LONGEST_WAIT)))
}

/// Sets the next question after an answer.
pub fn plan(id: &str, polls: &mut Polls, policy: &Policy, now: Timestamp, at_once: bool) {
    let wait = if at_once && polls.follow_ups < FOLLOW_UPS {
        polls.follow_ups += 1;
        0
    } else {
        pace(id, polls, policy)
    };
    polls.due = Some(later(now, wait));
}

/// Brings the next question forward because there is a reason to look now, but not so far that
/// two questions come closer than the policy's least wait.
pub fn hurry(polls: &mut Polls, policy: &Policy, now: Timestamp) {
    let soonest = match polls.last {
        Some(last) if last <= now => later(last, least(policy)).max(now),
        _ => now,
    };
    polls.due = Some(polls.due.map_or(soonest, |due| due.min(soonest)));
}

/// A question was lost with the network: it is asked anew as soon as the policy allows.
pub fn not_lost(polls: &mut Polls, policy: &Policy) {
    polls.due = polls.due.max(polls.last.map(|last| later(last, least(policy))));
}

/// When the next question is really asked: what the pace says, not before the upstream wants it,
/// and slower while nobody sees the page. A due time further away than any wait can be comes from
/// a clock that was set back; it counts as now.
pub fn effective(polls: &Polls, policy: &Policy, now: Timestamp, hidden: bool) -> Timestamp {
    let mut at = polls.due.unwrap_or(now);
    if let Some(not_before) = polls.not_before {
        at = at.max(not_before);
    }
    if hidden && let Some(last) = polls.last {
        at = at.max(later(last, policy.hidden.min(LONGEST_WAIT)));
    }
    if at.since(now) > LONGEST_WAIT + LONGEST_WAIT * JITTER / 100 { now } else { at }
}

/// When a submission is sent for the next time, `attempts` having been made; `None` when the
/// policy's attempts or its time are used up.
pub fn resend(
    id: &str,
    attempts: u32,
    started: Timestamp,
    not_before: Option<Timestamp>,
    policy: &Resend,
    now: Timestamp,
) -> Option<Timestamp> {
    if attempts >= policy.attempts {
        return None;
    }
    let wait = grown(policy.first, 200, attempts.saturating_sub(1), policy.slowest);
    let at = later(now, wait + jitter(id, attempts, policy.jitter)).max(not_before.unwrap_or(now));
    (at <= later(started, policy.total)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_709_633_730_000); // Tue, 05 Mar 2024 10:15:30 GMT

    #[test]
    fn waits_grow_to_the_ceiling_while_nothing_changes_and_jitter_only_adds() {
        let policy = Policy::default();
        let mut before = 0;
        for unchanged in 0..1_000 {
            let polls = Polls { unchanged, ..Polls::default() };
            let base = grown(policy.fastest, policy.growth, unchanged, policy.slowest);
            let wait = pace("a", &polls, &policy);
            assert!(base >= before && (base..=base * 12 / 10).contains(&wait), "{unchanged}: {base} {wait}");
            before = base;
        }
        assert_eq!(before, policy.slowest);
    }

    #[test]
    fn operations_started_together_spread() {
        let policy = Policy::default();
        let polls = Polls { unchanged: 20, ..Polls::default() };
        let mut waits: Vec<_> = (0..20).map(|n| pace(&format!("op-{n}"), &polls, &policy)).collect();
        waits.sort_unstable();
        waits.dedup();
        assert!(waits.len() > 15, "{waits:?}");
    }

    #[test]
    fn failed_polls_have_a_pace_of_their_own() {
        let policy = Policy::default();
        let of = |errors| pace("a", &Polls { errors, ..Polls::default() }, &policy);
        assert!(of(1) >= policy.after_error && of(2) >= 2 * policy.after_error);
        assert!((policy.slowest_after_error..=policy.slowest_after_error * 12 / 10).contains(&of(500)));
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_date_and_nonsense_is_no_wish() {
        assert_eq!(retry_after(" 30 ", NOW), Some(later(NOW, 30_000)));
        assert_eq!(retry_after("Tue, 05 Mar 2024 10:16:30 GMT", NOW), Some(later(NOW, 60_000)));
        assert_eq!(retry_after("Tue, 05 Mar 2019 10:16:30 GMT", NOW), Some(NOW));
        assert_eq!(retry_after("99999999999999999999", NOW), None);
        assert_eq!(retry_after("9999999999999999999", NOW), Some(later(NOW, LONGEST_WAIT)));
        for text in ["", "soon", "-1", "1.5", "unknown ETA"] {
            assert_eq!(retry_after(text, NOW), None, "{text}");
        }
    }

    #[test]
    fn a_clock_set_back_by_a_day_does_not_silence_an_operation() {
        let polls = Polls { due: Some(NOW), last: Some(NOW), not_before: Some(NOW), ..Polls::default() };
        let yesterday = later(NOW, -86_400_000);
        assert_eq!(effective(&polls, &Policy::default(), yesterday, true), yesterday);
    }

    #[test]
    fn sending_again_ends_after_its_attempts_and_its_time() {
        let policy = Resend::default();
        let first = resend("a", 1, NOW, None, &policy, NOW).map(|t| t.since(NOW));
        assert!(first.is_some_and(|wait| (1_000..=2_000).contains(&wait)), "{first:?}");
        assert_eq!(resend("a", 8, NOW, None, &policy, NOW), None);
        assert_eq!(resend("a", 2, NOW, None, &policy, later(NOW, 599_000)), None);
        let wish = later(NOW, 90_000);
        assert_eq!(resend("a", 1, NOW, Some(wish), &policy, NOW), Some(wish));
    }
}
