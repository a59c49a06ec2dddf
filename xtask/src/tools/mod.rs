//! The tools a build needs: found when they are there, brought into `.tools` when they are not.
//!
//! A version stands in one place: Trunk's in `Trunk.toml`, wasm-bindgen's in `Cargo.lock`.

mod apt;
pub mod axe;
pub mod browser;
mod cargo_tool;
mod find;
pub mod network;
mod npm;
mod pins;
pub mod rust;
pub mod servers;
mod version;
mod wasm_opt;

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::say;
use cargo_tool::CargoTool;

/// Where the tools for building the page are.
pub struct PageTools {
    /// The Trunk binary.
    pub trunk: PathBuf,
    /// The wasm-bindgen binary; its test runner lies beside it.
    pub wasm_bindgen: PathBuf,
    /// The wasm-opt binary.
    pub wasm_opt: PathBuf,
}

impl PageTools {
    /// The runner for `wasm-bindgen-test`.
    pub fn test_runner(&self) -> Outcome<PathBuf> {
        let runner = self
            .wasm_bindgen
            .with_file_name(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX));
        if runner.is_file() {
            return Ok(runner);
        }
        Err(Failure::new(format!(
            "wasm-bindgen is at {} without its test runner.\n\
             Take that one off the PATH, and the project brings a complete one.",
            self.wasm_bindgen.display()
        )))
    }

    /// The folders to put before the PATH, so that Trunk finds exactly these.
    pub fn folders(&self) -> Vec<&Path> {
        [&self.wasm_bindgen, &self.wasm_opt].into_iter().filter_map(|tool| tool.parent()).collect()
    }
}

/// Finds or brings all that building the page needs. Quick things come first, so that what is
/// missing on the machine is said before minutes of compiling.
pub fn bring(project: &Project) -> Outcome<PageTools> {
    say::heading("Tools");
    let trunk =
        CargoTool { package: "trunk", wanted: pins::trunk(project)?, locked: true, about: "about 3 minutes" };
    let bindgen = CargoTool {
        package: "wasm-bindgen-cli",
        wanted: pins::wasm_bindgen(project)?,
        locked: false,
        about: "about 3 minutes",
    };
    rust::wasm_target()?;
    let wasm_opt = wasm_opt::bring(project)?;
    let wasm_bindgen = bindgen.bring(project, "wasm-bindgen")?;
    let trunk = trunk.bring(project, "trunk")?;
    Ok(PageTools { trunk, wasm_bindgen, wasm_opt })
}
