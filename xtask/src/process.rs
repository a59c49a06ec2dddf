//! Running other programs: passed through, watched, captured or counted.

mod count;
mod watch;

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub use count::TestCount;

use crate::failure::{Attempting, Failure, Outcome};
use crate::stop;

/// A program about to be started. It never reads the terminal, and Ctrl-C ends it with its children.
pub struct Run {
    command: Command,
}

impl Run {
    /// By name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        Self { command }
    }

    /// Adds one argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// Adds several arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable for this program alone.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts it in this folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// The line as one would type it.
    pub fn shown(&self) -> String {
        let mut line = name_of(self.command.get_program());
        for argument in self.command.get_args() {
            line.push(' ');
            line.push_str(&argument.to_string_lossy());
        }
        line
    }

    /// Runs with its output on the terminal, after printing the line.
    pub fn passed_through(mut self) -> Outcome {
        println!("$ {}", self.shown());
        let child = self.spawn()?;
        self.finish(child)
    }

    /// Runs with one progress line instead of its output; a failure carries the last lines of it.
    pub fn watched(mut self, label: &str) -> Outcome {
        println!("$ {}", self.shown());
        self.command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = self.spawn()?;
        let mut watch = watch::Watch::new(label);
        if let Some(stderr) = child.stderr.take() {
            each_line(stderr, |line| watch.line(line));
        }
        let ended = self.finish(child);
        watch.done();
        ended.map_err(|failure| Failure::new(format!("{failure}\n{}", watch.tail())))
    }

    /// Runs silently and gives its standard output; a failure carries its standard error.
    pub fn captured(mut self) -> Outcome<String> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = self.spawn()?;
        let id = child.id();
        let output = child.wait_with_output().attempting(format!("run `{}`", self.shown()));
        stop::ended(id);
        let output = output?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(Failure::new(format!("`{}` failed ({}).\n{said}", self.shown(), output.status)))
    }

    /// Runs a test command with its output on the terminal, and counts the tests it reports.
    pub fn counted(mut self) -> Outcome<TestCount> {
        println!("$ {}", self.shown());
        self.command.stdout(Stdio::piped());
        let mut child = self.spawn()?;
        let mut count = TestCount::default();
        if let Some(stdout) = child.stdout.take() {
            each_line(stdout, |line| {
                println!("{line}");
                count.line(line);
            });
        }
        self.finish(child).map_err(|failure| Failure::new(format!("{count}\n{failure}"))).map(|()| count)
    }

    fn spawn(&mut self) -> Outcome<Child> {
        let child = self.command.spawn().attempting(format!("start `{}`", self.shown()))?;
        stop::started(child.id());
        Ok(child)
    }

    fn finish(&self, mut child: Child) -> Outcome {
        let status = child.wait().attempting(format!("wait for `{}`", self.shown()));
        stop::ended(child.id());
        let status = status?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("`{}` failed ({status}).", self.shown())))
    }
}

/// The file's name without folder: a toolchain's full path helps nobody.
fn name_of(program: &OsStr) -> String {
    Path::new(program)
        .file_name()
        .map_or_else(|| OsString::from(program), OsStr::to_owned)
        .to_string_lossy()
        .into_owned()
}

/// Lines as they arrive, whatever bytes are in them.
fn each_line(stream: impl std::io::Read, mut act: impl FnMut(&str)) {
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    while matches!(stream.read_until(b'\n', &mut line), Ok(read) if read > 0) {
        act(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']));
        line.clear();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Run {
        Run::new("sh").args(["-c", script])
    }

    #[test]
    fn captured_gives_output_or_the_reason() {
        assert_eq!(shell("echo yes").captured().unwrap(), "yes\n");
        let text = shell("echo broken >&2; exit 3").captured().unwrap_err().to_string();
        assert!(text.contains("exit status: 3") && text.ends_with("broken"), "{text}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let text = Run::new("no-such-program-here").passed_through().unwrap_err().to_string();
        assert!(text.starts_with("Could not start `no-such-program-here`"), "{text}");
    }

    #[test]
    fn a_watched_failure_carries_the_last_lines() {
        let text = shell("echo one >&2; echo two >&2; exit 1").watched("trying").unwrap_err().to_string();
        assert!(text.contains("one\n") && text.contains("two"), "{text}");
    }

    #[test]
    fn tests_are_counted_over_several_binaries() {
        let script = "echo 'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured'; \
                      echo 'test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured'";
        assert_eq!(shell(script).counted().unwrap().to_string(), "7 tests passed, 1 ignored");
    }
}
