//! Whose code is built in: only what may be passed on, only from crates.io.

use super::metadata::Package;
use super::spdx;

/// Licences that ask for no more than a notice (MPL-2.0: and for changes to its own files).
const ALLOWED: [&str; 17] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Cargo's name for crates.io, wherever the files are really fetched from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What breaks the rule, one line each.
pub fn violations(packages: &[Package]) -> Vec<String> {
    let mut broken = Vec::new();
    for package in packages {
        match package.source.as_deref() {
            Some(CRATES_IO) => {}
            Some(other) => broken.push(format!("{}: comes from {other}", package.label)),
            None => broken.push(format!("{}: comes from a path outside the workspace", package.label)),
        }
        match package.licence.as_deref() {
            Some(expression) if spdx::allows(expression, &ALLOWED) => {}
            Some(expression) => broken.push(format!("{}: licence `{expression}`", package.label)),
            None => broken.push(format!("{}: says no licence", package.label)),
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(licence: Option<&str>, source: Option<&str>) -> Package {
        Package {
            label: "thing 1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: source.map(str::to_owned),
        }
    }

    #[test]
    fn licence_and_source_are_both_asked_for() {
        let check = |licence, source| violations(&[package(licence, source)]);
        assert!(check(Some("MIT OR Apache-2.0"), Some(CRATES_IO)).is_empty());
        assert_eq!(check(Some("GPL-3.0-only"), Some(CRATES_IO)), ["thing 1.0.0: licence `GPL-3.0-only`"]);
        assert_eq!(check(None, Some(CRATES_IO)), ["thing 1.0.0: says no licence"]);
        assert_eq!(
            check(Some("MIT"), Some("git+https://example.invalid/x")),
            ["thing 1.0.0: comes from git+https://example.invalid/x"]
        );
        assert_eq!(check(Some("MIT"), None), ["thing 1.0.0: comes from a path outside the workspace"]);
    }
}
