//! Changes that fall due later, in the world's time.

use std::collections::BTreeMap;

/// All changes that have not happened yet, by when they do; those of one moment in the order they
/// were put down.
#[derive(Debug)]
pub struct Schedule<T> {
    due: BTreeMap<(i64, u64), T>,
    count: u64,
}

impl<T> Default for Schedule<T> {
    fn default() -> Self {
        Self { due: BTreeMap::new(), count: 0 }
    }
}

impl<T> Schedule<T> {
    /// Happens at that time.
    pub fn at(&mut self, time: i64, change: T) {
        self.due.insert((time, self.count), change);
        self.count += 1;
    }

    /// Takes the next one that is due, with the time it was due at.
    pub fn next_due(&mut self, now: i64) -> Option<(i64, T)> {
        let entry = self.due.first_entry().filter(|entry| entry.key().0 <= now)?;
        let time = entry.key().0;
        Some((time, entry.remove()))
    }

    /// Drops what does not fit.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.due.retain(|_, change| keep(change));
    }
}

#[cfg(test)]
mod tests {
    use super::Schedule;

    #[test]
    fn changes_come_in_time_and_in_order() {
        let mut schedule = Schedule::default();
        for (time, name) in [(5, "b"), (3, "a"), (5, "c"), (9, "d"), (5, "gone")] {
            schedule.at(time, name);
        }
        schedule.retain(|name| *name != "gone");
        let mut seen = Vec::new();
        while let Some((time, name)) = schedule.next_due(5) {
            seen.push((time, name));
        }
        assert_eq!(seen, [(3, "a"), (5, "b"), (5, "c")]);
    }
}
