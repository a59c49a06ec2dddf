//! The project's own Rust files.

use std::fs;
use std::path::Path;

use crate::failure::{Attempting, Outcome};
use crate::project::Project;

/// One file as text, under its name relative to the checkout, with `/` everywhere.
pub struct SourceFile {
    /// Such as `src/pages/images.rs`.
    pub name: String,
    /// All of it.
    pub text: String,
}

impl SourceFile {
    /// Whether the whole file is test code.
    pub fn is_test(&self) -> bool {
        let name = self.name.as_str();
        name.starts_with("tests/")
            || name.contains("/tests/")
            || name.ends_with("/tests.rs")
            || name.ends_with("_test.rs")
            || name.ends_with("_tests.rs")
    }
}

/// Every `.rs` file below `folder`, in order of name. A folder that is not there holds none.
pub fn rust_below(project: &Project, folder: &str) -> Outcome<Vec<SourceFile>> {
    let mut files = Vec::new();
    let path = project.path(folder);
    if path.is_dir() {
        collect(project.root(), &path, &mut files)?;
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) -> Outcome {
    for entry in fs::read_dir(folder).attempting(format!("list {}", folder.display()))? {
        let path = entry.attempting(format!("list {}", folder.display()))?.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if !name.starts_with('.') && !name.ends_with("/target") && !name.ends_with("/node_modules") {
                collect(root, &path, files)?;
            }
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).attempting(format!("read {name}"))?;
            files.push(SourceFile { name, text });
        }
    }
    Ok(())
}
