//! One line of progress for a long compilation, and the last lines of it when it fails.

use std::collections::VecDeque;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::say;

const KEPT: usize = 25;
/// Off a terminal a line cannot be overwritten, so it is written seldom.
const SELDOM: Duration = Duration::from_secs(30);
const OFTEN: Duration = Duration::from_millis(200);

/// Follows the output of one program.
pub struct Watch {
    label: String,
    started: Instant,
    shown: Option<Instant>,
    compiled: u32,
    last: VecDeque<String>,
    terminal: bool,
}

impl Watch {
    /// `label` says what is being waited for.
    pub fn new(label: &str) -> Self {
        Self {
            label: label.to_owned(),
            started: Instant::now(),
            shown: None,
            compiled: 0,
            last: VecDeque::new(),
            terminal: std::io::stdout().is_terminal(),
        }
    }

    /// Takes one line of output.
    pub fn line(&mut self, line: &str) {
        if line.trim_start().starts_with("Compiling ") {
            self.compiled += 1;
        }
        if self.last.len() == KEPT {
            self.last.pop_front();
        }
        self.last.push_back(line.to_owned());
        let pause = if self.terminal { OFTEN } else { SELDOM };
        if self.shown.unwrap_or(self.started).elapsed() >= pause {
            self.show();
        }
    }

    /// Ends the progress line.
    pub fn done(&self) {
        if self.terminal && self.shown.is_some() {
            println!();
        }
    }

    /// The last lines that were seen.
    pub fn tail(&self) -> String {
        self.last.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    fn show(&mut self) {
        self.shown = Some(Instant::now());
        let crates = match self.compiled {
            0 => String::new(),
            n => format!(", {n} crates"),
        };
        let text = format!("   {}: {}{crates}", self.label, say::duration(self.started.elapsed()));
        if self.terminal {
            print!("\r{text}   ");
            let _ = std::io::stdout().flush();
        } else {
            println!("{text}");
        }
    }
}
