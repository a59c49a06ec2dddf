//! Runs the steps and says at the end how each one went.

use std::time::{Duration, Instant};

use crate::failure::Outcome;
use crate::say;

/// The steps so far.
pub struct Summary {
    steps: Vec<Step>,
    started: Instant,
}

struct Step {
    name: String,
    passed: bool,
    time: Duration,
    /// A count on success, the first line of the reason on failure.
    note: String,
}

impl Summary {
    /// Nothing run yet.
    pub fn new() -> Self {
        Self { steps: Vec::new(), started: Instant::now() }
    }

    /// Runs one step. Its failure is printed at once and kept for the end.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome<String>) {
        say::heading(name);
        let started = Instant::now();
        let result = work();
        let time = started.elapsed();
        let (passed, note) = match result {
            Ok(note) => (true, note),
            Err(failure) => {
                say::failure(&failure);
                (false, failure.to_string().lines().next().unwrap_or_default().to_owned())
            }
        };
        say::note(&format!("{} in {}", if passed { "passed" } else { "FAILED" }, say::duration(time)));
        self.steps.push(Step { name: name.to_owned(), passed, time, note });
    }

    /// Prints the table and says whether all is well; the last line holds the counts and nothing else.
    pub fn close(self) -> bool {
        say::heading("Summary");
        println!("{}", self.table());
        println!("{}", self.counts());
        self.failed() == 0
    }

    fn table(&self) -> String {
        let width = self.steps.iter().map(|step| step.name.len()).max().unwrap_or(0);
        let mut table = String::new();
        for step in &self.steps {
            let word = if step.passed { "passed" } else { "FAILED" };
            let line =
                format!("   {word}  {:<width$}  {:>12}  {}", step.name, say::duration(step.time), step.note);
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table.push_str(&format!("   all of it took {}\n", say::duration(self.started.elapsed())));
        table
    }

    fn counts(&self) -> String {
        let failed = self.failed();
        format!("{} passed, {failed} failed", self.steps.len() - failed)
    }

    fn failed(&self) -> usize {
        self.steps.iter().filter(|step| !step.passed).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    #[test]
    fn a_failed_step_does_not_stop_the_next_one() {
        let mut summary = Summary::new();
        summary.step("first", || Ok("3 tests passed".to_owned()));
        summary.step("second", || Err(Failure::new("it broke\nhere")));
        summary.step("third", || Ok(String::new()));
        let table = summary.table();
        assert!(table.contains("FAILED  second") && table.contains("it broke\n"), "{table}");
        assert!(table.contains("passed  first ") && table.contains("3 tests passed"), "{table}");
        assert_eq!(summary.counts(), "2 passed, 1 failed");
        assert!(!summary.close());
    }
}
