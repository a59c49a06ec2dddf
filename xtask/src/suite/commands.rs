//! The commands behind the steps. All share one target folder and the development profile, so that
//! each crate is compiled once for each machine it is for.

use std::path::Path;

use crate::process::Run;
use crate::project::Project;
use crate::tools::browser::Browser;
use crate::tools::rust::WASM;

/// The crates that only make sense in a browser.
const IN_BROWSER: [&str; 3] = ["image-console", "image-console-ui", "image-console-platform"];
const END_TO_END: &str = "image-console-e2e";
const DEPLOYMENTS: &str = "image-console-deploy-tests";

/// rustfmt over all of it, changing nothing.
pub fn formatting(project: &Project) -> Run {
    project.cargo("fmt").args(["--all", "--check"])
}

/// clippy over what runs on this machine.
pub fn lints_native(project: &Project) -> Run {
    let run = project.cargo("clippy").arg("--workspace");
    without(run, &IN_BROWSER).args(["--all-targets", "--", "-D", "warnings"])
}

/// clippy over what runs in the browser, cut into its parts as the release is: the tests compile it whole.
pub fn lints_wasm(project: &Project) -> Run {
    let run = project.cargo("clippy").args(["--target", WASM, "--features", "image-console/split"]);
    only(run, &IN_BROWSER).args(["--all-targets", "--", "-D", "warnings"])
}

/// Unit, property and contract tests on this machine.
pub fn native_tests(project: &Project) -> Run {
    let run = project.cargo("test").args(["--no-fail-fast", "--workspace"]);
    without(without(run, &IN_BROWSER), &[END_TO_END, DEPLOYMENTS])
}

/// What of the browser's crates is plain logic and needs no browser.
pub fn plain_tests(project: &Project) -> Run {
    only(project.cargo("test").args(["--no-fail-fast", "--lib", "--bins"]), &IN_BROWSER)
}

/// The tests that run as wasm in a real browser.
pub fn browser_tests(project: &Project, runner: &Path, browser: &Browser) -> Run {
    let run = project.cargo("test").args(["--no-fail-fast", "--target", WASM]);
    only(run, &IN_BROWSER)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browser.capabilities)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        // Generous for a busy machine with two cores; a test that hangs still ends.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
}

/// The built page in a real browser against the emulator.
pub fn end_to_end(project: &Project, dist: &Path, axe: &Path, browser: &Browser) -> Run {
    project
        .cargo("test")
        .args(["--no-fail-fast", "--package", END_TO_END])
        // They wait more than they work: two at a time take half as long on two cores.
        .env("RUST_TEST_THREADS", "2")
        .env("IMAGE_CONSOLE_DIST", dist)
        .env("AXE", axe)
        .env("CHROMEDRIVER", &browser.driver)
}

/// The written configurations in real web servers, first by themselves, then with the built page.
pub fn deployments(project: &Project, dist: &Path, browser: &Browser) -> Run {
    project
        .cargo("test")
        .args(["--no-fail-fast", "--package", DEPLOYMENTS])
        .env("RUST_TEST_THREADS", "1")
        .env("IMAGE_CONSOLE_DIST", dist)
        .env("CHROMEDRIVER", &browser.driver)
}

fn only(run: Run, packages: &[&str]) -> Run {
    packages.iter().fold(run, |run, package| run.args(["--package", package]))
}

fn without(run: Run, packages: &[&str]) -> Run {
    packages.iter().fold(run, |run, package| run.args(["--exclude", package]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_is_linted_once_and_tested_once() {
        let project = Project::here().unwrap();
        let (native, wasm) = (lints_native(&project).shown(), lints_wasm(&project).shown());
        for package in IN_BROWSER {
            assert!(native.contains(&format!("--exclude {package}")), "{native}");
            assert!(wasm.contains(&format!("--package {package} ")), "{wasm}");
        }
        assert!(native.ends_with("-- -D warnings") && wasm.ends_with("-- -D warnings"));
        for package in [END_TO_END, DEPLOYMENTS] {
            assert!(native_tests(&project).shown().contains(&format!("--exclude {package}")), "{package}");
        }
    }
}
