//! Adds up the lines `test result: …` of the test binaries.

use std::fmt;

/// What the test binaries of one step reported.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct TestCount {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl TestCount {
    /// Takes one line of output; anything but a result line is passed over.
    pub fn line(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        for part in result.split([';', '.']) {
            let Some((number, word)) = part.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u32>() else { continue };
            match word {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    /// True when no test ran at all, which a step that promises tests must not hide.
    pub fn is_empty(&self) -> bool {
        self.passed + self.failed == 0
    }
}

impl fmt::Display for TestCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} tests passed", self.passed)?;
        if self.failed > 0 {
            write!(f, ", {} failed", self.failed)?;
        }
        if self.ignored > 0 {
            write!(f, ", {} ignored", self.ignored)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_cargo_and_browser_result_lines() {
        let mut count = TestCount::default();
        for line in [
            "running 2 tests",
            "test a::b ... ok",
            "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test result: ok. 4 passed; 0 failed; 0 ignored; 1 filtered out; finished in 0.41s",
        ] {
            count.line(line);
        }
        assert_eq!(count.to_string(), "9 tests passed, 2 failed, 1 ignored");
        assert!(!count.is_empty() && TestCount::default().is_empty());
    }
}
