//! The counts of the last answers: a short stretch of the past, so that a rate is of what happens now
//! and not of what happened yesterday.

use image_console_core::time::Timestamp;
use image_console_operation::Progress;
use serde::{Deserialize, Serialize};

/// How far back the stretch reaches, in milliseconds.
const WINDOW: i64 = 10 * 60_000;
/// The most counts that are kept; beyond that every second one goes, so that the stretch stays as long.
const MOST: usize = 32;

/// Counts of the same thing that never go back, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::oracle_marketplace) struct Recent {
    /// What is counted.
    unit: String,
    /// Of how many.
    total: Option<u64>,
    /// When it was asked, and the count.
    seen: Vec<(i64, u64)>,
}

impl Recent {
    /// Adds a count. One of another thing, or one that went back, begins the stretch anew.
    pub fn add(&mut self, at: Timestamp, progress: Option<&Progress>) {
        let Some(progress) = progress else {
            *self = Self::default();
            return;
        };
        let back = self.seen.last().is_some_and(|(_, done)| *done > progress.done);
        if back || self.unit != progress.unit || self.total != progress.total {
            *self = Self { unit: progress.unit.clone(), total: progress.total, seen: Vec::new() };
        }
        self.seen.push((at.0, progress.done));
        // One count at or before the window's beginning stays: the stretch reaches back to it.
        let begin = at.0.saturating_sub(WINDOW);
        let before = self.seen.iter().take_while(|(seen, _)| *seen <= begin).count();
        self.seen.drain(..before.saturating_sub(1));
        if self.seen.len() > MOST {
            let mut place = 0;
            self.seen.retain(|_| {
                place += 1;
                place % 2 == 1
            });
        }
    }

    /// From when to when, and from which count to which, if they are counts of the same thing as
    /// `now`; nothing with less than two of them.
    pub fn stretch(&self, now: &Progress) -> Option<((i64, u64), (i64, u64))> {
        let same = self.unit == now.unit && self.total == now.total;
        let (first, last) = (self.seen.first()?, self.seen.last()?);
        (same && last.1 == now.done && self.seen.len() > 1).then_some((*first, *last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(done: u64) -> Progress {
        Progress { done, total: Some(1_000), unit: "chunks".into() }
    }

    fn of(counts: impl IntoIterator<Item = (i64, u64)>) -> Recent {
        let mut recent = Recent::default();
        counts
            .into_iter()
            .for_each(|(second, done)| recent.add(Timestamp(second * 1_000), Some(&chunks(done))));
        recent
    }

    #[test]
    fn what_was_long_ago_does_not_count() {
        // One chunk a minute for an hour, then ten a minute.
        let slow = (0..=60).map(|minute| (minute * 60, minute as u64));
        let fast = (1..=12).map(|minute| (3_600 + minute * 60, 60 + minute as u64 * 10));
        let (first, last) = of(slow.chain(fast)).stretch(&chunks(180)).expect("a stretch");
        assert_eq!((last.0 - first.0, last.1 - first.1), (600_000, 100));
    }

    #[test]
    fn a_pause_in_the_asking_is_bridged_and_many_counts_stay_few() {
        let (first, _) = of([(0, 1), (7_200, 40)]).stretch(&chunks(40)).expect("a stretch");
        assert_eq!(first, (0, 1));
        let many = of((0..500).map(|second| (second, second as u64)));
        assert!(many.seen.len() <= MOST);
        assert_eq!(many.stretch(&chunks(499)), Some(((0, 0), (499_000, 499))));
    }

    #[test]
    fn other_counts_and_steps_back_begin_anew() {
        assert_eq!(of([(0, 50), (10, 20)]).stretch(&chunks(20)), None);
        let mut recent = of([(0, 50), (10, 60)]);
        assert_eq!(recent.stretch(&Progress::percent(60)), None);
        recent.add(Timestamp(20_000), Some(&Progress::percent(60)));
        assert_eq!(recent.stretch(&Progress::percent(60)), None);
        recent.add(Timestamp(30_000), None);
        assert_eq!(recent, Recent::default());
    }
}
