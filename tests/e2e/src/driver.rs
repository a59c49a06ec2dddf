//! chromedriver as a child process on a free loopback port, one for all tests of the process.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

static PORT: OnceLock<u16> = OnceLock::new();

/// The address of the running chromedriver; starts it on first use. It ends with the process.
pub fn url() -> String {
    let port = PORT.get_or_init(|| {
        write_failures_down();
        start()
    });
    format!("http://127.0.0.1:{port}")
}

/// Names the tests that fail in the file that `cargo xtask test` asks for, which runs them once more, alone.
fn write_failures_down() {
    let Some(list) = std::env::var_os("IMAGE_CONSOLE_FAILED") else { return };
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let file = OpenOptions::new().create(true).append(true).open(&list);
        if let (Ok(mut file), Some(name)) = (file, std::thread::current().name()) {
            let _ = writeln!(file, "{name}");
        }
        usual(panic);
    }));
}

fn start() -> u16 {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    // The shell in between ends the driver when this process's end closes its standard input,
    // however the process ends.
    let mut child = Command::new("sh")
        .args(["-c", "\"$0\" --port=0 </dev/null & pid=$!; cat >/dev/null; kill $pid", &program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("chromedriver could not be started as {program}: {error}"));
    let lines = BufReader::new(child.stdout.take().expect("a pipe was asked for"));
    let port = lines
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            let rest = line.split("started successfully on port ").nth(1)?;
            rest.trim_end_matches('.').trim().parse().ok()
        })
        .unwrap_or_else(|| panic!("{program} named no port; is it chromedriver?"));
    // Standard input stays open as long as this process lives.
    std::mem::forget(child);
    port
}
