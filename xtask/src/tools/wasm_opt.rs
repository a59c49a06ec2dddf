//! wasm-opt, from the npm package `binaryen`.

use std::path::PathBuf;

use super::version::{Version, Wanted};
use super::{find, npm, pins};
use crate::failure::{Failure, Outcome};
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
    say::note(&format!("wasm-opt {}: fetching the npm package binaryen, about 20 seconds", pins::BINARYEN));
    let package = format!("binaryen@{}", pins::BINARYEN);
    npm::install(project, &package, "wasm-opt", &by_hand())?;
    find::suitable("wasm-opt", wanted, &own).ok_or_else(|| {
        Failure::new(format!(
            "{package} was installed, but its wasm-opt does not run.\nTo do it by hand: {}",
            by_hand()
        ))
    })
}

fn by_hand() -> String {
    format!(
        "put wasm-opt {} or later on the PATH (https://github.com/WebAssembly/binaryen/releases)",
        pins::BINARYEN
    )
}
