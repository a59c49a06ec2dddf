//! Packages from the npm registry, into the project's own tools.

use std::path::PathBuf;

use super::{find, network};
use crate::failure::{Failure, Outcome};
use crate::process::Run;
use crate::project::Project;

/// Installs a package; `what` it is for and how to do it `by_hand` go into the message of a failure.
pub fn install(project: &Project, package: &str, what: &str, by_hand: &str) -> Outcome {
    let npm = npm(what, by_hand)?;
    std::fs::create_dir_all(project.tools())
        .map_err(|error| Failure::new(format!("Could not create .tools: {error}")))?;
    Run::new(npm)
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(project.tools())
        .arg(package)
        .within(&project.tools())
        .watched("fetching")
        .map_err(|failure| network::explain(what, by_hand, &failure))
}

fn npm(what: &str, by_hand: &str) -> Outcome<PathBuf> {
    let missing = |program: &str| {
        Failure::new(format!(
            "{what} cannot be brought: it comes as an npm package, and {program} is not on the PATH.\n\
             Install Node 18 or later (https://nodejs.org), which has npm with it, and run this again.\n\
             Without Node: {by_hand}"
        ))
    };
    find::on_path("node").ok_or_else(|| missing("`node`"))?;
    find::on_path("npm").ok_or_else(|| missing("`npm`"))
}
