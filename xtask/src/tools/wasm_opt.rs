//! wasm-opt, from the npm package `binaryen`.

use std::path::PathBuf;

use super::version::{Version, Wanted};
use super::{find, network, pins};
use crate::failure::{Failure, Outcome};
use crate::process::Run;
use crate::project::Project;
use crate::say;

/// Finds wasm-opt, or brings it; fails in words when there is no Node to bring it with.
pub fn bring(project: &Project) -> Outcome<PathBuf> {
    let wanted = Wanted::AtLeast(Version(pins::BINARYEN, 0, 0));
    let modules = project.tools().join("node_modules");
    let own = [modules.join(".bin"), modules.join("binaryen").join("bin")];
    if let Some(found) = find::suitable("wasm-opt", wanted, &own) {
        say::note(&format!("wasm-opt {}: there", pins::BINARYEN));
        return Ok(found);
    }
    let npm = npm()?;
    say::note(&format!("wasm-opt {}: fetching the npm package binaryen, about 20 seconds", pins::BINARYEN));
    let package = format!("binaryen@{}", pins::BINARYEN);
    std::fs::create_dir_all(project.tools())
        .map_err(|error| Failure::new(format!("Could not create .tools: {error}")))?;
    Run::new(npm)
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(project.tools())
        .arg(&package)
        .within(&project.tools())
        .watched("fetching")
        .map_err(|failure| network::explain("wasm-opt", &by_hand(), &failure))?;
    find::suitable("wasm-opt", wanted, &own).ok_or_else(|| {
        Failure::new(format!(
            "{package} was installed, but its wasm-opt does not run.\nTo do it by hand: {}",
            by_hand()
        ))
    })
}

fn npm() -> Outcome<PathBuf> {
    let missing = |what: &str| {
        Failure::new(format!(
            "wasm-opt cannot be brought: it comes as an npm package, and {what} is not on the PATH.\n\
             Install Node 18 or later (https://nodejs.org), which has npm with it, and run this again.\n\
             Without Node: {}",
            by_hand()
        ))
    };
    find::on_path("node").ok_or_else(|| missing("`node`"))?;
    find::on_path("npm").ok_or_else(|| missing("`npm`"))
}

fn by_hand() -> String {
    format!(
        "put wasm-opt {} or later on the PATH (https://github.com/WebAssembly/binaryen/releases)",
        pins::BINARYEN
    )
}
