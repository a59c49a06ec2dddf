//! Builds the page: Trunk, then (for hosting) compressed copies and the size report.

mod base;
mod boot;
mod compress;
pub mod first_load;
mod named;
mod parts;
pub mod sizes;
mod styles;

use std::env;
use std::ffi::OsString;
use std::path::Path;

use crate::failure::{Attempting, Outcome};
use crate::guards;
use crate::process::Run;
use crate::project::Project;
use crate::say;
use crate::tools::rust::WASM;
use crate::tools::{self, PageTools, network};

/// `cargo xtask build`; `base` is the path that the page will be served below.
pub fn build_for_hosting(project: &Project, base: Option<&str>) -> Outcome {
    let tools = tools::bring(project)?;
    build(project, &tools)?;
    if let Some(base) = base {
        base::set(&project.dist(), base)?;
    }
    guards::built_page(project)?;
    let written = compress::beside_hashed_files(&project.dist())?;
    say::heading("Sizes");
    println!("{}", sizes::report(&project.dist())?);
    say::heading("Done");
    say::note(&format!(
        "{} is ready for a web server; {written} compressed copies lie in it",
        project.dist().display()
    ));
    Ok(())
}

/// The release build into `dist`.
pub fn build(project: &Project, tools: &PageTools) -> Outcome {
    say::heading("Release build (about 2 minutes on two cores when nothing is compiled yet)");
    fetch(project)?;
    let splitter = parts::splitter(project)?;
    let mut trunk = Run::new(&tools.trunk)
        .args(["build", "--release", "--features", "split"])
        .within(project.root())
        .env("PATH", path_with(&splitter, tools)?)
        .env("SPLIT_WASM_BINDGEN", &tools.wasm_bindgen)
        .env("SPLIT_WASM_OPT", &tools.wasm_opt)
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    if env::var_os("NO_COLOR").is_some() {
        // Trunk reads the variable as a flag of its own and stops at any value but these two.
        trunk = trunk.env("NO_COLOR", "true");
    }
    trunk.passed_through()?;
    parts::bring(project, &splitter)?;
    styles::join(&project.dist())?;
    boot::strip(&project.dist())
}

/// Brings the dependencies' sources first, so that a missing network is told from a broken build.
pub fn fetch(project: &Project) -> Outcome {
    // For the two machines that matter here: what only others compile is not downloaded.
    project
        .cargo("fetch")
        .args(["--target", WASM, "--target", &project.host()?])
        .watched("fetching dependencies")
        .map_err(|failure| network::explain("The dependencies", "cargo fetch", &failure))
}

fn path_with(splitter: &Path, tools: &PageTools) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let own = tools.folders().into_iter().map(|folder| folder.to_path_buf());
    let first = std::iter::once(splitter.to_path_buf());
    env::join_paths(first.chain(own).chain(env::split_paths(&path))).attempting("put the tools on the PATH")
}
