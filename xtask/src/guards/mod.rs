//! Rules of the house that no compiler checks. Each gives a list of what breaks it, place first.

mod kit;
mod layers;
mod length;
mod licences;
mod markup;
mod metadata;
mod page;
mod spdx;
mod uses;

use crate::failure::{Attempting, Failure, Outcome};
use crate::project::Project;

/// One rule: its name as the summary prints it, and the check.
pub struct Guard {
    /// What is checked.
    pub name: &'static str,
    /// Gives a note for the summary, or what breaks the rule.
    pub check: fn(&Project) -> Outcome<String>,
}

/// Every guard that needs neither a build nor a browser.
pub const ALL: [Guard; 7] = [
    Guard { name: "guard: crates depend one way", check: crates_one_way },
    Guard { name: "guard: modules depend one way", check: modules_one_way },
    Guard { name: "guard: the kit names no upstream", check: kit_without_upstreams },
    Guard { name: "guard: nothing inline", check: nothing_inline },
    Guard { name: "guard: style sheets are linked", check: styles_linked },
    Guard { name: "guard: small files", check: small_files },
    Guard { name: "guard: licences and sources", check: licences_and_sources },
];

/// The built page under the same rules as the written one, and every part of it with its digest.
pub fn built_page(project: &Project) -> Outcome {
    let page =
        std::fs::read_to_string(project.dist().join("index.html")).attempting("read dist/index.html")?;
    let mut broken = page::nothing_inline("dist/index.html", &page);
    broken.extend(page::digests("dist/index.html", &page));
    none_of(broken, "the page as built would not run under the strict policy").map(drop)
}

fn crates_one_way(project: &Project) -> Outcome<String> {
    let workspace = metadata::workspace(project)?;
    let note = format!("{} crates", workspace.len());
    none_of(layers::violations(&workspace), "see `RULES` in xtask/src/guards/layers.rs").map(|()| note)
}

fn modules_one_way(project: &Project) -> Outcome<String> {
    none_of(uses::violations(project)?, "see xtask/src/guards/uses.rs for what may name what")
        .map(|()| String::new())
}

fn kit_without_upstreams(project: &Project) -> Outcome<String> {
    none_of(kit::violations(project)?, "what an upstream calls things belongs into src/pages")
        .map(|()| String::new())
}

fn nothing_inline(project: &Project) -> Outcome<String> {
    let mut broken = markup::violations(project)?;
    broken.extend(page::nothing_inline("index.html", &project.read("index.html")?));
    none_of(broken, "the policy `script-src 'self'; style-src 'self'` would block it; use style:property=")
        .map(|()| String::new())
}

fn styles_linked(project: &Project) -> Outcome<String> {
    let mut sheets = Vec::new();
    for entry in std::fs::read_dir(project.path("style")).attempting("list style/")? {
        let name = entry.attempting("list style/")?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") {
            sheets.push(format!("style/{name}"));
        }
    }
    sheets.sort();
    none_of(page::unlinked_styles(&sheets, &project.read("index.html")?), "Trunk does not follow @import")
        .map(|()| format!("{} style sheets", sheets.len()))
}

fn small_files(project: &Project) -> Outcome<String> {
    let lengths = length::measure(project)?;
    none_of(length::violations(&lengths), "split it by idea; tables of plain data go into a file data.rs")
        .map(|()| format!("{} files, median {} lines", lengths.len(), length::median(&lengths)))
}

fn licences_and_sources(project: &Project) -> Outcome<String> {
    let packages = metadata::dependencies(project)?;
    none_of(licences::violations(&packages), "see `ALLOWED` in xtask/src/guards/licences.rs")
        .map(|()| format!("{} packages", packages.len()))
}

fn none_of(broken: Vec<String>, advice: &str) -> Outcome {
    if broken.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{}\n({advice})", broken.join("\n"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_a_rule_is_listed_line_by_line_with_advice() {
        assert!(none_of(Vec::new(), "advice").is_ok());
        let text =
            none_of(vec!["a.rs:1: x".to_owned(), "b.rs:2: y".to_owned()], "do z").unwrap_err().to_string();
        assert_eq!(text, "a.rs:1: x\nb.rs:2: y\n(do z)");
    }
}
