//! Tools that come as crates: Trunk and wasm-bindgen's command line.

use std::path::PathBuf;

use super::find;
use super::network;
use super::version::Wanted;
use crate::failure::{Failure, Outcome};
use crate::process::Run;
use crate::project::Project;
use crate::say;

/// A tool that Cargo can install.
pub struct CargoTool {
    /// The crate's name.
    pub package: &'static str,
    /// Which versions will do.
    pub wanted: Wanted,
    /// Whether the crate's own lock file is used.
    pub locked: bool,
    /// How long compiling it takes, in words.
    pub about: &'static str,
}

impl CargoTool {
    /// Finds the program, or brings the crate that holds it.
    pub fn bring(&self, project: &Project, program: &str) -> Outcome<PathBuf> {
        let own = [project.tools().join("bin")];
        if let Some(found) = find::suitable(program, self.wanted, &own) {
            say::note(&format!("{program} {}: there", self.wanted.version()));
            return Ok(found);
        }
        self.install(project).map_err(|failure| network::explain(program, &self.by_hand(), &failure))?;
        find::suitable(program, self.wanted, &own).ok_or_else(|| {
            Failure::new(format!(
                "{program} was installed but does not run as version {}.\nTo do it by hand: {}",
                self.wanted.version(),
                self.by_hand()
            ))
        })
    }

    fn by_hand(&self) -> String {
        let locked = if self.locked { " --locked" } else { "" };
        format!("cargo install {}@{}{locked}", self.package, self.wanted.version())
    }

    fn install(&self, project: &Project) -> Outcome {
        let version = self.wanted.version();
        let ready_made = project.cargo("binstall").arg("-V").captured().is_ok();
        if ready_made {
            say::note(&format!("{} {version}: fetching a ready-made one, some seconds", self.package));
            let fetched = project
                .cargo("binstall")
                .args(["--no-confirm", "--disable-strategies", "compile", "--root"])
                .arg(project.tools())
                .arg(format!("{}@{version}", self.package))
                .watched("fetching");
            match fetched {
                Ok(()) => return Ok(()),
                Err(_) => say::note("there is none for this machine"),
            }
        }
        say::note(&format!("{} {version}: compiling it, {}, once", self.package, self.about));
        self.compile(project)
    }

    /// Compiles for a short wait now rather than for speed later: the tool runs for a second or two.
    fn compile(&self, project: &Project) -> Outcome {
        let target = project.tools().join("target");
        let mut run: Run = project
            .cargo("install")
            .arg(format!("{}@{}", self.package, self.wanted.version()))
            .arg("--root")
            .arg(project.tools())
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_TERM_PROGRESS_WHEN", "never");
        if self.locked {
            run = run.arg("--locked");
        }
        run.watched("compiling")?;
        // A gigabyte that nothing needs again; if it stays, nothing breaks.
        let _ = std::fs::remove_dir_all(target);
        Ok(())
    }
}
