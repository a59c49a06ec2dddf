//! Reads the command line. Hand-written: a few commands do not pay for a parser's compile time.

mod help;

use std::str::FromStr;

use crate::failure::{Failure, Outcome};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Print this text and do nothing.
    Help(&'static str),
    /// Build the console and run it against the emulator.
    Demo(DemoOptions),
    /// Build the console into `dist`, ready for a web server.
    Build {
        /// The path that it will be served below, with a slash at both ends.
        base: Option<String>,
    },
    /// Write a web server's configuration; the arguments are for the program that does it.
    DeployConfig(Vec<String>),
    /// Run every check; `fast` leaves out all that needs a browser.
    Test {
        /// No release build, no browser tests, no end-to-end tests.
        fast: bool,
    },
}

/// The flags of `cargo xtask demo`. What is not given is left to the emulator.
#[derive(Debug, PartialEq, Eq, Clone, Default)]
pub struct DemoOptions {
    /// TCP port of the page; the emulated APIs take the ones after it.
    pub port: Option<u16>,
    /// Number of images in the emulated catalogue.
    pub images: Option<u32>,
    /// Milliseconds every emulated answer is held back.
    pub latency: Option<u32>,
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl Iterator<Item = String>) -> Outcome<Request> {
    let arguments: Vec<String> = arguments.collect();
    let Some((command, rest)) = arguments.split_first() else {
        return Err(Failure::new(format!("No command given.\n\n{}", help::ALL)));
    };
    let wants_help = rest.iter().any(|argument| is_help(argument));
    match command.as_str() {
        "demo" if wants_help => Ok(Request::Help(help::DEMO)),
        "demo" => demo(rest).map(Request::Demo),
        "build" if wants_help => Ok(Request::Help(help::BUILD)),
        "build" => build(rest),
        "deploy-config" => Ok(Request::DeployConfig(rest.to_vec())),
        "test" if wants_help => Ok(Request::Help(help::TEST)),
        "test" => test(rest),
        "help" => Ok(Request::Help(help::ALL)),
        other if is_help(other) => Ok(Request::Help(help::ALL)),
        other => Err(Failure::new(format!("There is no command `{other}`.\n\n{}", help::ALL))),
    }
}

fn is_help(argument: &str) -> bool {
    matches!(argument, "--help" | "-h")
}

fn test(rest: &[String]) -> Outcome<Request> {
    let mut fast = false;
    for argument in rest {
        match argument.as_str() {
            "--fast" => fast = true,
            other => return Err(unknown("test", other)),
        }
    }
    Ok(Request::Test { fast })
}

fn demo(rest: &[String]) -> Outcome<DemoOptions> {
    let mut options = DemoOptions::default();
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        let (flag, mut value) = match argument.split_once('=') {
            Some((flag, value)) => (flag, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        let mut value = || value.take().or_else(|| rest.next().cloned());
        match flag {
            "--port" => options.port = Some(number(flag, value(), 1024, 65_000)?),
            "--images" => options.images = Some(number(flag, value(), 0, 1_000_000)?),
            "--latency" => options.latency = Some(number(flag, value(), 0, 60_000)?),
            other => return Err(unknown("demo", other)),
        }
    }
    Ok(options)
}

fn number<N: FromStr + PartialOrd + std::fmt::Display>(
    flag: &str,
    value: Option<String>,
    least: N,
    most: N,
) -> Outcome<N> {
    let value = value
        .ok_or_else(|| Failure::new(format!("`{flag}` needs a number from {least} to {most} after it.")))?;
    match value.parse::<N>() {
        Ok(number) if number >= least && number <= most => Ok(number),
        _ => {
            Err(Failure::new(format!("`{flag}` needs a whole number from {least} to {most}, not `{value}`.")))
        }
    }
}

fn build(rest: &[String]) -> Outcome<Request> {
    let base = match rest {
        [] => None,
        [flag, base] if flag == "--base" => Some(base.as_str()),
        [joined] if joined.starts_with("--base=") => joined.strip_prefix("--base="),
        [flag, ..] if flag == "--base" => Some(""),
        [other, ..] => return Err(unknown("build", other)),
    };
    let plain = |base: &str| {
        base.starts_with('/')
            && base.ends_with('/')
            && !base.contains("//")
            && base.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._~-".contains(&b))
    };
    match base {
        Some(base) if !plain(base) => {
            Err(Failure::new("`--base` needs a path with a slash at both ends after it: `/tools/images/`."))
        }
        base => Ok(Request::Build { base: base.map(str::to_owned) }),
    }
}

fn unknown(command: &str, argument: &str) -> Failure {
    Failure::new(format!(
        "`cargo xtask {command}` does not know `{argument}`. `cargo xtask {command} --help` lists what it knows."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Request> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn demo_takes_its_three_numbers_in_both_spellings() {
        let expected = DemoOptions { port: Some(9000), images: Some(100_000), latency: Some(250) };
        assert_eq!(read("demo --port 9000 --images=100000 --latency 250").unwrap(), Request::Demo(expected));
    }

    #[test]
    fn what_is_not_given_stays_open() {
        assert_eq!(read("demo").unwrap(), Request::Demo(DemoOptions::default()));
        assert_eq!(read("test").unwrap(), Request::Test { fast: false });
        assert_eq!(read("test --fast").unwrap(), Request::Test { fast: true });
    }

    #[test]
    fn a_bad_flag_is_named() {
        for (line, named) in [
            ("demo --port", "`--port` needs a number from 1024 to 65000"),
            ("demo --port 80", "not `80`"),
            ("demo --port=many", "not `many`"),
            ("demo --images -3", "not `-3`"),
            ("demo --latency 1.5", "not `1.5`"),
            ("demo --open", "does not know `--open`"),
            ("test --slow", "does not know `--slow`"),
            ("build now", "does not know `now`"),
            ("build --base", "slash at both ends"),
            ("build --base /tools", "slash at both ends"),
            ("build --base=/a\"b/", "slash at both ends"),
            ("serve", "no command `serve`"),
            ("", "No command given"),
        ] {
            let text = read(line).unwrap_err().to_string();
            assert!(text.contains(named), "{line}: {text}");
        }
    }

    #[test]
    fn a_build_may_be_for_a_path_and_a_configuration_has_arguments_of_its_own() {
        let base = Some("/tools/images/".to_owned());
        assert_eq!(read("build --base /tools/images/").unwrap(), Request::Build { base: base.clone() });
        assert_eq!(read("build --base=/tools/images/").unwrap(), Request::Build { base });
        assert_eq!(read("build").unwrap(), Request::Build { base: None });
        let arguments = ["nginx", "--help"].map(str::to_owned).to_vec();
        assert_eq!(read("deploy-config nginx --help").unwrap(), Request::DeployConfig(arguments));
    }

    #[test]
    fn help_is_never_an_error() {
        for line in ["--help", "-h", "help", "demo --help", "demo --port 1 --help", "build -h", "test --help"]
        {
            assert!(matches!(read(line).unwrap(), Request::Help(_)), "{line}");
        }
    }
}
