//! Which files a browser fetches before the first screen stands, read out of the built page.

use std::collections::BTreeSet;
use std::path::Path;

use crate::failure::{Attempting, Outcome};
use crate::source::html::{self, Element};

/// Names relative to `dist`: the page, its runtime configuration, and all that the page links.
pub fn files(dist: &Path) -> Outcome<Vec<String>> {
    let page = std::fs::read_to_string(dist.join("index.html")).attempting("read dist/index.html")?;
    let mut names = BTreeSet::from(["index.html".to_owned(), "config.json".to_owned()]);
    names.extend(linked(&html::elements(&page)));
    // Snippets of dependencies are imported by the glue, not linked by the page.
    let snippets = dist.join("snippets");
    if snippets.is_dir() {
        for file in super::compress::files_below(&snippets)? {
            if let Ok(name) = file.strip_prefix(dist)
                && name.extension().is_some_and(|ending| ending == "js")
            {
                names.insert(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(names.into_iter().collect())
}

fn linked(elements: &[Element]) -> impl Iterator<Item = String> {
    elements
        .iter()
        .filter_map(|element| match element.name.as_str() {
            "link" => element.attribute("href"),
            "script" => element.attribute("src"),
            _ => None,
        })
        .map(|address| address.trim_start_matches("./").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_the_page_links_counts_once() {
        let page = r#"<link rel="icon" href="favicon.svg"><link rel="stylesheet" href="./a.css"/>
            <script type="module" src="./boot.js"></script><a href="/images">x</a>
            <link rel="preload" href="./app_bg.wasm" as="fetch">"#;
        let names: Vec<String> = linked(&html::elements(page)).collect();
        assert_eq!(names, ["favicon.svg", "a.css", "boot.js", "app_bg.wasm"]);
    }
}
