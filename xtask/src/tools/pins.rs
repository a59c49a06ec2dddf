//! Reads the wanted versions from where they are pinned.

use super::version::{Version, Wanted};
use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// wasm-opt's version, which is also the major version of the npm package `binaryen`. Debian's is
/// too old for what the compiler writes.
pub const BINARYEN: u32 = 132;

/// The npm package `axe-core`, whole: each version finds something new.
pub const AXE: &str = "4.14.1";

/// `trunk-version` in `Trunk.toml`.
pub fn trunk(project: &Project) -> Outcome<Wanted> {
    trunk_in(&project.read("Trunk.toml")?)
        .map(Wanted::Compatible)
        .ok_or_else(|| Failure::new("Trunk.toml has no line `trunk-version = \"^…\"`."))
}

/// The locked version of the crate `wasm-bindgen`.
pub fn wasm_bindgen(project: &Project) -> Outcome<Wanted> {
    locked_in(&project.read("Cargo.lock")?, "wasm-bindgen")
        .map(Wanted::Exactly)
        .ok_or_else(|| Failure::new("Cargo.lock does not hold `wasm-bindgen`."))
}

fn trunk_in(toml: &str) -> Option<Version> {
    let line = toml.lines().find(|line| line.trim_start().starts_with("trunk-version"))?;
    Version::find(line.split('"').nth(1)?)
}

fn locked_in(lock: &str, package: &str) -> Option<Version> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Version::find(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_trunk_toml() {
        assert_eq!(trunk_in("# x\ntrunk-version = \"^0.21.14\"\n[build]\n"), Some(Version(0, 21, 14)));
        assert_eq!(trunk_in("[build]\n"), None);
    }

    #[test]
    fn reads_the_lock_file_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.53\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_in(lock, "wasm-bindgen"), Some(Version(0, 2, 130)));
        assert_eq!(locked_in(lock, "leptos"), None);
    }

    #[test]
    fn this_checkout_pins_both() {
        let project = Project::here().unwrap();
        assert!(trunk(&project).is_ok());
        assert!(wasm_bindgen(&project).is_ok());
    }
}
