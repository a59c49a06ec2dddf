//! A second run for the few end-to-end tests that failed, alone: a browser on a machine that does other things
//! may be late beyond all patience. A race in the console may pass the second time as well, so what needed it
//! is named at the end, and is to be looked into.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::some_tests;
use crate::failure::Outcome;
use crate::process::Run;
use crate::say;

/// More failures than this are no coincidence.
const MOST: usize = 4;

/// Runs the tests, and those that write their names into `list` once more.
pub fn if_few_fail(list: &Path, tests: impl Fn() -> Run) -> Outcome<String> {
    // One that is not there yet is as good.
    let _ = fs::remove_file(list);
    let failure = match tests().env("IMAGE_CONSOLE_FAILED", list).counted() {
        Ok(count) => return some_tests(count),
        Err(failure) => failure,
    };
    let names = names(&fs::read_to_string(list).unwrap_or_default());
    if names.is_empty() || names.len() > MOST {
        return Err(failure);
    }
    say::note(&format!("{} failed; each runs once more, alone", names.len()));
    let alone = tests().env("RUST_TEST_THREADS", "1").args(["--", "--exact"]).args(&names).counted()?;
    let count = some_tests(alone)?;
    Ok(format!("the rest passed at once; a second time, alone: {count}: {}", names.join(", ")))
}

/// The tests among the threads that panicked.
fn names(list: &str) -> Vec<String> {
    let names: BTreeSet<&str> = list.lines().filter(|line| line.contains("::")).collect();
    names.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_test_is_named_once_and_other_threads_are_not() {
        assert_eq!(names("b::c\nmain\na::b\nb::c\n"), ["a::b", "b::c"]);
        assert_eq!(names(""), Vec::<String>::new());
    }
}
