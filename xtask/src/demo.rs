//! `cargo xtask demo`: the console as built for release, against the emulated upstreams.

use crate::cli::DemoOptions;
use crate::failure::Outcome;
use crate::page;
use crate::port;
use crate::process::Run;
use crate::project::Project;
use crate::say;
use crate::tools;

/// The page's port when none is asked for.
const PORT: u16 = 8080;
/// The page has an origin of its own, and so have the APIs and the page that embeds the console: what CORS and
/// frames do in the demo, they do in life.
const PORTS: u16 = 3;

/// Builds what has to be built, then runs the emulator until Ctrl-C.
pub fn run(project: &Project, options: &DemoOptions) -> Outcome {
    let port = options.port.unwrap_or(PORT);
    port::require_free(port, PORTS)?;
    let tools = tools::bring(project)?;
    page::build(project, &tools)?;
    say::heading("Emulator (about a minute when nothing is compiled yet)");
    project.cargo("build").args(["--package", "image-console-emulator", "--bins"]).passed_through()?;
    say::heading("Running; Ctrl-C ends it");
    emulator(project, port, options).passed_through()
}

fn emulator(project: &Project, port: u16, options: &DemoOptions) -> Run {
    let mut run = project
        .cargo("run")
        .args(["--quiet", "--package", "image-console-emulator", "--", "--dist"])
        .arg(project.dist())
        .args(["--port", &port.to_string(), "--portal"])
        .arg(project.root().join("deploy/portal"));
    for (flag, value) in [("--images", options.images), ("--latency", options.latency)] {
        if let Some(value) = value {
            run = run.args([flag, &value.to_string()]);
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emulator_is_told_what_was_asked_for_and_no_more() {
        let project = Project::here().unwrap();
        let options = DemoOptions { port: None, images: Some(5000), latency: None };
        let line = emulator(&project, 8123, &options).shown();
        assert!(line.contains("--port 8123 --portal "), "{line}");
        assert!(line.contains("deploy/portal --images 5000"), "{line}");
        assert!(!line.contains("--latency"), "{line}");
    }
}
