//! Rate, time left and standstill of an upload, from what its operation has observed. Pure: the
//! numbers are of what was seen, never of what was not asked.
//!
//! May depend on the `operation` crate.

use image_console_core::format;
use image_console_core::time::{self, Timestamp};
use image_console_operation::{Observation, Operation, Progress, Status};

use super::operation::Address;

/// From so long without a change on an upload is called stalled, in milliseconds.
pub const STALLED: i64 = 5 * 60_000;

/// How fast an upload has been, on average, over the last minutes that were observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// What came in meanwhile.
    pub gained: u64,
    /// How long that took, in milliseconds; never 0.
    pub span: i64,
    /// What is still missing; `None` without a total.
    pub left: Option<u64>,
    /// What is counted: `chunks` or `%`.
    pub unit: String,
}

impl Pace {
    /// The pace of a running operation; `None` when it does not run, or when too little was seen
    /// to tell: less than two different counts of the same thing.
    #[must_use]
    pub fn of(operation: &Operation) -> Option<Self> {
        if !matches!(operation.status, Status::Running { .. }) {
            return None;
        }
        let last = operation.timeline.last_seen()?;
        let now = last.progress.as_ref()?;
        let recent = Address::read(operation).and_then(|address| address.recent.stretch(now));
        let (start, from) = match recent {
            Some((first, _)) => first,
            // Records of before the counts were kept have their timeline alone.
            None => beginning(operation, now)?,
        };
        let gained = now.done.checked_sub(from).filter(|gained| *gained > 0)?;
        let span = last.last.0.checked_sub(start).filter(|span| *span > 0)?;
        let left = now.total.map(|total| total.saturating_sub(now.done));
        Some(Self { gained, span, left, unit: now.unit.clone() })
    }

    /// How long the rest takes at this pace, in milliseconds.
    #[must_use]
    pub fn time_left(&self) -> Option<i64> {
        let left = i128::from(self.left?);
        i64::try_from(left * i128::from(self.span) / i128::from(self.gained)).ok()
    }

    /// The rate in words, per second, minute or hour, whichever gives a number worth reading:
    /// `2.4 chunks a minute`.
    #[must_use]
    pub fn rate(&self) -> String {
        let tenths = |per: i128| i128::from(self.gained) * per * 10 / i128::from(self.span);
        let scale = [(1_000, "a second"), (60_000, "a minute"), (3_600_000, "an hour")];
        let chosen = scale.into_iter().find(|(per, _)| tenths(*per) >= 10).unwrap_or((3_600_000, "an hour"));
        let tenths = u64::try_from(tenths(chosen.0)).unwrap_or(u64::MAX);
        let number = if tenths % 10 == 0 || tenths >= 1000 {
            format::count(tenths / 10)
        } else {
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        let unit = if tenths == 10 { self.unit.trim_end_matches('s') } else { &self.unit };
        let space = if unit == "%" { "" } else { " " };
        format!("{number}{space}{unit} {}", chosen.1)
    }
}

/// Where the unbroken stretch begins that ends with what was seen last: the same thing counted,
/// and never going back. Instant and count.
fn beginning(operation: &Operation, now: &Progress) -> Option<(i64, u64)> {
    let mut begin = None;
    let mut above = now.done;
    for entry in operation.timeline.entries.iter().rev().filter(|entry| !entry.missed) {
        let same = |p: &Option<Progress>| p.clone().filter(|p| p.unit == now.unit && p.total == now.total);
        let (Some(from), Some(to)) = (same(&entry.from), same(&entry.progress)) else { break };
        if to.done > above {
            break;
        }
        if from.done > to.done {
            // It went back somewhere in this entry; since then only its last count is certain.
            begin = Some((began_at(entry), to.done));
            break;
        }
        begin = Some((entry.first.0, from.done));
        above = from.done;
    }
    begin
}

/// When an entry's last count was seen first.
fn began_at(entry: &Observation) -> i64 {
    entry.since.max(entry.first).0
}

/// When anything about the upload was last seen to change, down to a single data centre; nothing
/// before the first answer.
#[must_use]
pub fn changed(operation: &Operation) -> Option<Timestamp> {
    let last = operation.timeline.last_seen()?;
    let parts = Address::read(operation).and_then(|address| address.changed);
    Some(parts.map_or(last.since, |changed| changed.max(last.since)))
}

/// For how long nothing has changed, up to the last answer, in milliseconds; `None` when nothing
/// was seen or it does not run. Failed questions say nothing, so they do not count as standstill.
#[must_use]
pub fn unchanged_for(operation: &Operation) -> Option<i64> {
    if !matches!(operation.status, Status::Running { .. }) {
        return None;
    }
    let last = operation.timeline.last_seen()?;
    Some(last.last.since(changed(operation)?))
}

/// "No change for 7 m 10 s", when an upload has been standing still for [`STALLED`] or longer.
#[must_use]
pub fn stalled(operation: &Operation) -> Option<String> {
    unchanged_for(operation)
        .filter(|quiet| *quiet >= STALLED)
        .map(|quiet| format!("No change for {}", time::duration(quiet)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle_marketplace::operation::found;

    /// An operation in which the counts were seen at the given seconds.
    fn seen(counts: &[(i64, &str, u64)]) -> Operation {
        let mut operation = found("op", "m", "1", None, Timestamp(0));
        for (at, state, done) in counts {
            let progress = Progress { done: *done, total: Some(75), unit: "chunks".into() };
            operation.timeline.see(Timestamp(at * 1000), state, None, Some(&progress));
        }
        operation
    }

    #[test]
    fn rate_and_time_left_are_of_what_was_observed() {
        let pace = Pace::of(&seen(&[(0, "Pending", 5), (60, "Pending", 10), (120, "In Progress", 15)]));
        let pace = pace.expect("a pace");
        assert_eq!((pace.gained, pace.span, pace.left), (10, 120_000, Some(60)));
        assert_eq!(pace.rate(), "5 chunks a minute");
        assert_eq!(pace.time_left(), Some(720_000));
    }

    #[test]
    fn too_little_is_no_pace() {
        assert_eq!(Pace::of(&seen(&[])), None);
        assert_eq!(Pace::of(&seen(&[(0, "a", 5)])), None);
        assert_eq!(Pace::of(&seen(&[(0, "a", 5), (60, "a", 5)])), None, "a standstill has no time left");
    }

    #[test]
    fn a_count_that_goes_back_begins_the_stretch_anew() {
        let pace = Pace::of(&seen(&[(0, "a", 50), (10, "b", 10), (20, "b", 12)])).expect("a pace");
        assert_eq!((pace.gained, pace.span), (2, 10_000));
        let within = seen(&[(0, "a", 50), (10, "a", 10), (30, "b", 14)]);
        let pace = Pace::of(&within).expect("a pace");
        assert_eq!((pace.gained, pace.span), (4, 20_000));
    }

    #[test]
    fn chunks_are_not_mixed_with_per_cents() {
        let mut operation = seen(&[(0, "a", 5), (60, "a", 75)]);
        operation.timeline.see(Timestamp(70_000), "b", None, Some(&Progress::percent(10)));
        operation.timeline.see(Timestamp(80_000), "b", None, Some(&Progress::percent(20)));
        let pace = Pace::of(&operation).expect("a pace");
        assert_eq!((pace.rate().as_str(), pace.time_left()), ("1% a second", Some(80_000)));
    }

    #[test]
    fn a_standstill_is_counted_up_to_the_last_answer() {
        let mut operation = seen(&[(0, "a", 5), (60, "a", 6), (360, "a", 6)]);
        assert_eq!(stalled(&operation).as_deref(), Some("No change for 5 m 0 s"));
        operation.timeline.miss(Timestamp(9_000_000), "503");
        assert_eq!(unchanged_for(&operation), Some(300_000), "a failed check says nothing");
        let mut address = Address::of("1");
        address.changed = Some(Timestamp(200_000));
        operation.address = address.json();
        assert_eq!(stalled(&operation), None, "a data centre moved meanwhile");
    }

    #[test]
    fn slow_rates_read_well() {
        let of = |gained, span| Pace { gained, span, left: None, unit: "chunks".into() }.rate();
        assert_eq!(of(3, 2_000), "1.5 chunks a second");
        assert_eq!(of(1, 7_200_000), "0.5 chunks an hour");
        assert_eq!(of(30, 1_800_000), "1 chunk a minute");
        assert_eq!(of(5_000, 1_000), "5,000 chunks a second");
    }
}
