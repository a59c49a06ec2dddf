//! The timeline: what was observed and when. Equal observations that follow each other are one
//! entry, and the list has a bound, so that a job polled for a day stays small.

use image_console_core::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::Progress;

/// The first observations that are always kept: how it began.
const FIRST: usize = 20;
/// The most that are kept altogether.
const MOST: usize = 120;

/// Something that was seen, once or several times in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// When it was seen first.
    pub first: Timestamp,
    /// When it was seen last.
    pub last: Timestamp,
    /// Since when nothing about the work has changed; earlier than `first` when a failed check
    /// stands between two equal observations.
    pub since: Timestamp,
    /// How often it was seen in a row.
    pub count: u32,
    /// Whether this is a check that failed, which says nothing about the work.
    #[serde(default)]
    pub missed: bool,
    /// The API's own state word as sent; empty when it said none.
    pub state: String,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
    /// How far the work was when this was seen first, so that a rate can be told.
    #[serde(default)]
    pub from: Option<Progress>,
    /// How far the work was when this was seen last.
    #[serde(default)]
    pub progress: Option<Progress>,
}

/// The observations of one operation, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Timeline {
    /// The entries.
    pub entries: Vec<Observation>,
    /// How many entries were dropped after the first ones to keep the list short; shown as a gap.
    pub left_out: u32,
}

impl Timeline {
    /// Notes what was seen of the work. Returns whether it differs from what was last seen of it.
    pub fn see(
        &mut self,
        now: Timestamp,
        state: &str,
        note: Option<&str>,
        progress: Option<&Progress>,
    ) -> bool {
        let before = self.last_seen().map(|o| {
            let same = o.state == state && o.note.as_deref() == note && o.progress.as_ref() == progress;
            (same, o.since)
        });
        let since = before.filter(|(same, _)| *same).map_or(now, |(_, since)| since);
        self.add(now, (false, state, note), progress, since);
        before.is_none_or(|(same, _)| !same)
    }

    /// Notes a check that failed.
    pub fn miss(&mut self, now: Timestamp, note: &str) {
        self.add(now, (true, "", Some(note)), None, now);
    }

    /// The last observation of the work itself.
    #[must_use]
    pub fn last_seen(&self) -> Option<&Observation> {
        self.entries.iter().rev().find(|o| !o.missed)
    }

    /// Since when nothing new was seen of the work.
    #[must_use]
    pub fn unchanged_since(&self) -> Option<Timestamp> {
        self.last_seen().map(|o| o.since)
    }

    fn add(
        &mut self,
        now: Timestamp,
        what: (bool, &str, Option<&str>),
        progress: Option<&Progress>,
        since: Timestamp,
    ) {
        let (missed, state, note) = what;
        if let Some(last) = self.entries.last_mut()
            && (last.missed, last.state.as_str(), last.note.as_deref()) == what
        {
            last.last = last.last.max(now);
            last.count = last.count.saturating_add(1);
            last.progress = progress.cloned();
            last.since = since;
            return;
        }
        if self.entries.len() >= MOST {
            self.entries.remove(FIRST);
            self.left_out = self.left_out.saturating_add(1);
        }
        self.entries.push(Observation {
            first: now,
            last: now,
            since,
            count: 1,
            missed,
            state: state.to_owned(),
            note: note.map(str::to_owned),
            from: progress.cloned(),
            progress: progress.cloned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_equal_polls_are_one_line_with_a_count() {
        let mut timeline = Timeline::default();
        assert!(timeline.see(Timestamp(1), "creating", None, None));
        for t in 2..=10_000 {
            assert!(!timeline.see(Timestamp(t), "creating", None, None));
        }
        assert!(timeline.see(Timestamp(10_001), "active", None, None));
        let [creating, active] = timeline.entries.as_slice() else { panic!("{timeline:?}") };
        assert_eq!(
            (creating.first, creating.last, creating.count),
            (Timestamp(1), Timestamp(10_000), 10_000)
        );
        assert_eq!(active.count, 1);
    }

    #[test]
    fn progress_within_a_state_is_a_change_but_not_a_new_line() {
        let mut timeline = Timeline::default();
        for (t, done) in [(0, 10), (1_000, 20), (2_000, 30)] {
            assert!(timeline.see(Timestamp(t), "IN_PROGRESS", None, Some(&Progress::percent(done))));
        }
        assert!(!timeline.see(Timestamp(9_000), "IN_PROGRESS", None, Some(&Progress::percent(30))));
        let [line] = timeline.entries.as_slice() else { panic!("{timeline:?}") };
        assert_eq!(line.from, Some(Progress::percent(10)));
        assert_eq!(line.progress, Some(Progress::percent(30)));
        assert_eq!(timeline.unchanged_since(), Some(Timestamp(2_000)));
    }

    #[test]
    fn a_failed_check_is_no_change_of_the_work() {
        let mut timeline = Timeline::default();
        timeline.see(Timestamp(1), "creating", None, None);
        timeline.miss(Timestamp(2), "503");
        assert!(!timeline.see(Timestamp(3), "creating", None, None));
        assert_eq!(timeline.entries.len(), 3);
        assert_eq!(timeline.unchanged_since(), Some(Timestamp(1)));
    }

    #[test]
    fn a_state_that_flaps_for_days_keeps_how_it_began_and_says_what_was_dropped() {
        let mut timeline = Timeline::default();
        for t in 0..5_000 {
            timeline.see(Timestamp(t), if t % 2 == 0 { "POLLING" } else { "PROCESSING" }, None, None);
        }
        assert_eq!(timeline.entries.len(), MOST);
        assert_eq!(timeline.left_out as usize, 5_000 - MOST);
        assert_eq!(timeline.entries[FIRST - 1].first, Timestamp(FIRST as i64 - 1));
        assert_eq!(timeline.entries[MOST - 1].first, Timestamp(4_999));
    }
}
