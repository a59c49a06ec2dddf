//! axe-core, which looks for what keeps people out of the page. Only the end-to-end tests need it.

use std::path::PathBuf;

use super::{npm, pins};
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::say;

/// Finds the script, or brings it.
pub fn bring(project: &Project) -> Outcome<PathBuf> {
    let folder = project.tools().join("node_modules").join("axe-core");
    let script = folder.join("axe.min.js");
    let manifest = std::fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    if script.is_file() && manifest.contains(&format!("\"version\": \"{}\"", pins::AXE)) {
        say::note(&format!("axe-core {}: there", pins::AXE));
        return Ok(script);
    }
    say::note(&format!("axe-core {}: fetching the npm package, about 10 seconds", pins::AXE));
    let package = format!("axe-core@{}", pins::AXE);
    npm::install(
        project,
        &package,
        "axe-core",
        "put axe.min.js anywhere and name it by AXE=/path/to/axe.min.js",
    )?;
    if script.is_file() {
        return Ok(script);
    }
    Err(Failure::new(format!("{package} was installed, but it has no axe.min.js.")))
}
