//! Looks for a program of the right version: in the project's own folder, then on the PATH.

use std::env;
use std::path::{Path, PathBuf};

use super::version::{Version, Wanted};
use crate::process::Run;

/// The first program called `name` in `folders` or on the PATH whose `--version` will do.
pub fn suitable(name: &str, wanted: Wanted, folders: &[PathBuf]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let everywhere = folders.iter().cloned().chain(env::split_paths(&path));
    everywhere
        .filter_map(|folder| program_in(&folder, name))
        .find(|program| version_of(program).is_some_and(|version| wanted.accepts(version)))
}

/// The first program called `name` on the PATH, of whatever version.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| program_in(&folder, name))
}

/// What the program says its version is; none when it does not run.
pub fn version_of(program: &Path) -> Option<Version> {
    Run::new(program).arg("--version").captured().ok().as_deref().and_then(Version::find)
}

fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{name}{ending}"))).find(|file| file.is_file())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_wrong_version_is_passed_over() {
        let base = env::temp_dir().join(format!("xtask-find-{}", std::process::id()));
        let folders: Vec<PathBuf> = [("old", "1.2.3"), ("right", "2.0.1")]
            .into_iter()
            .map(|(folder, version)| {
                let folder = base.join(folder);
                fs::create_dir_all(&folder).unwrap();
                let file = folder.join("some-tool-of-ours");
                fs::write(&file, format!("#!/bin/sh\necho some-tool-of-ours {version}\n")).unwrap();
                fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
                folder
            })
            .collect();
        let found = |wanted| suitable("some-tool-of-ours", wanted, &folders);
        assert_eq!(found(Wanted::Exactly(Version(2, 0, 1))), Some(base.join("right/some-tool-of-ours")));
        assert_eq!(found(Wanted::Exactly(Version(2, 0, 2))), None);
        fs::remove_dir_all(&base).unwrap();
    }
}
