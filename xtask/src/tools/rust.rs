//! What the Rust toolchain itself must have: the wasm target, and for the checks two components.

use std::path::Path;

use super::{find, network};
use crate::failure::{Failure, Outcome};
use crate::process::Run;
use crate::say;

/// The target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the active toolchain can compile for the browser.
pub fn wasm_target() -> Outcome {
    if target_is_there()? {
        say::note(&format!("Rust target {WASM}: there"));
        return Ok(());
    }
    let by_hand = format!("rustup target add {WASM}");
    if find::on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "This Rust has no target {WASM}, and there is no rustup on the PATH to add it.\n\
             With rustup (https://rustup.rs): {by_hand}\n\
             With a Rust from a Linux distribution: install its package for wasm32 (Debian: libstd-rust-dev-wasm32)."
        )));
    }
    say::note(&format!("Rust target {WASM}: adding it, some seconds"));
    Run::new("rustup")
        .args(["target", "add", WASM])
        .watched("adding")
        .map_err(|failure| network::explain("The Rust target", &by_hand, &failure))
}

/// Makes sure of rustfmt and clippy, which rustup's minimal profile leaves out.
pub fn components() -> Outcome {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Run::new("cargo").args([command, "--version"]).captured().is_ok() {
            say::note(&format!("{component}: there"));
            continue;
        }
        let by_hand = format!("rustup component add {component}");
        if find::on_path("rustup").is_none() {
            return Err(Failure::new(format!(
                "`cargo {command}` does not run, and there is no rustup on the PATH to bring {component}.\n\
                 To do it by hand: {by_hand}, or your distribution's package {component}."
            )));
        }
        say::note(&format!("{component}: adding it, some seconds"));
        Run::new("rustup")
            .args(["component", "add", component])
            .watched("adding")
            .map_err(|failure| network::explain(component, &by_hand, &failure))?;
    }
    Ok(())
}

fn target_is_there() -> Outcome<bool> {
    let folder = Run::new("rustc").args(["--print", "target-libdir", "--target", WASM]).captured()?;
    Ok(has_core(Path::new(folder.trim())))
}

/// A folder left behind by a removed target is empty; only the library itself counts.
fn has_core(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
    })
}
