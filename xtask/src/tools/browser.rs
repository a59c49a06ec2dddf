//! Chromium and its driver, for the tests that need a browser.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{apt, find};
use crate::failure::{Attempting, Failure, Outcome};
use crate::project::Project;
use crate::say;

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-core"];
const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE: &str = "\
Install Chromium (or Chrome) and the chromedriver of the same version:
  Debian:  apt-get install chromium chromium-driver fonts-noto-core
  Ubuntu:  snap install chromium, which has chromium.chromedriver with it
  Fedora:  dnf install chromium chromedriver
  macOS:   brew install --cask google-chrome chromedriver
  Windows: winget install Google.Chrome, and chromedriver from https://googlechromelabs.github.io/chrome-for-testing/
A driver that is not on the PATH is named by CHROMEDRIVER=/path/to/chromedriver.
`cargo xtask test --fast` runs everything that needs no browser.";

/// What the browser tests are run with.
pub struct Browser {
    /// The driver's binary.
    pub driver: PathBuf,
    /// The capabilities file for `wasm-bindgen-test-runner`.
    pub capabilities: PathBuf,
}

/// Finds a browser with its driver, or brings them by apt where that is possible.
pub fn bring(project: &Project) -> Outcome<Browser> {
    say::heading("Browser");
    let (driver, chromium) = match find_both() {
        Some(both) => both,
        None => {
            apt::install("Chromium with chromedriver", &PACKAGES, ELSEWHERE)?;
            find_both().ok_or_else(|| {
                Failure::new(format!("apt installed Chromium, but there is no driver for it.\n{ELSEWHERE}"))
            })?
        }
    };
    say::note(&format!("Chromium: {}", chromium.display()));
    say::note(&format!("chromedriver: {}", driver.display()));
    let capabilities = write_capabilities(project, &chromium)?;
    Ok(Browser { driver, capabilities })
}

fn find_both() -> Option<(PathBuf, PathBuf)> {
    let driver = std::env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .filter(|named| named.is_file())
        .or_else(|| find::on_path("chromedriver"))
        .or_else(|| find::on_path("chromium.chromedriver"))?;
    let on_path = BROWSERS.iter().find_map(|name| find::on_path(name));
    let chromium = on_path.or_else(|| {
        let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        mac.is_file().then_some(mac)
    })?;
    Some((driver, chromium))
}

/// One file for all packages, so that none has to carry a copy.
fn write_capabilities(project: &Project, chromium: &Path) -> Outcome<PathBuf> {
    let file = project.tools().join("webdriver.json");
    std::fs::create_dir_all(project.tools()).attempting("create .tools")?;
    std::fs::write(&file, capabilities(chromium, apt::is_root()).to_string())
        .attempting(format!("write {}", file.display()))?;
    Ok(file)
}

fn capabilities(chromium: &Path, root: bool) -> serde_json::Value {
    let mut flags = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    if root {
        // Chromium's own sandbox does not start for root, as in a container.
        flags.push("--no-sandbox");
    }
    json!({ "goog:chromeOptions": { "binary": chromium, "args": flags } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sandbox_is_only_left_out_for_root() {
        let text = |root| capabilities(Path::new("/usr/bin/chromium"), root).to_string();
        assert!(text(true).contains("--no-sandbox"));
        assert!(!text(false).contains("--no-sandbox"));
        assert!(text(false).contains("\"binary\":\"/usr/bin/chromium\""));
    }
}
