//! The parts of the console that are loaded later: who cuts them, and how they get into `dist`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::compress::files_below;
use crate::failure::{Attempting, Failure, Outcome};
use crate::project::Project;

/// Builds the program that stands before wasm-bindgen, and says in which folder it is, under that name:
/// Trunk takes the first `wasm-bindgen` on the PATH. No crate can be called so, the compiler forbids it.
pub fn splitter(project: &Project) -> Outcome<PathBuf> {
    project.cargo("build").args(["--package", "image-console-split"]).watched("building the splitter")?;
    let own = env::current_exe().attempting("find this program")?;
    let beside = own.parent().ok_or_else(|| Failure::new("This program lies in no folder."))?;
    let folder = beside.join("split");
    fs::create_dir_all(&folder).attempting("make a folder for the splitter")?;
    let program = |name: &str| format!("{name}{}", env::consts::EXE_SUFFIX);
    fs::copy(beside.join(program("image-console-split")), folder.join(program("wasm-bindgen")))
        .attempting("put the splitter in its place")?;
    Ok(folder)
}

/// Takes the parts over from where the splitter has left them; Trunk knows nothing of them.
pub fn bring(project: &Project, splitter: &Path) -> Outcome {
    let made = splitter.join("../../wasm-bindgen/release/parts");
    let folder = project.dist().join("parts");
    fs::create_dir_all(&folder).attempting("make dist/parts")?;
    for file in files_below(&made)? {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, folder.join(name)).attempting(format!("copy {}", file.display()))?;
    }
    Ok(())
}
