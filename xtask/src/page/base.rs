//! The path that the page is served below: its `<base>`, which all other addresses are relative to.

use std::fs;
use std::path::Path;

use crate::failure::{Attempting, Failure, Outcome};

/// Writes it into the built page.
pub fn set(dist: &Path, base: &str) -> Outcome {
    let file = dist.join("index.html");
    let page = fs::read_to_string(&file).attempting(format!("read {}", file.display()))?;
    let page = with(&page, base).ok_or_else(|| {
        Failure::new(format!("{} has no `<base>` of its own to put {base} into.", file.display()))
    })?;
    fs::write(&file, page).attempting(format!("write {}", file.display()))
}

/// Minified and plain spelling; anything but one of them once is not the page that is built here.
fn with(page: &str, base: &str) -> Option<String> {
    let spellings = ["<base href=/>", "<base href=\"/\">"];
    let found: Vec<&str> = spellings.into_iter().filter(|spelling| page.contains(spelling)).collect();
    let [spelling] = found.as_slice() else { return None };
    (page.matches(spelling).count() == 1).then(|| page.replace(spelling, &format!("<base href=\"{base}\">")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_written_once_or_not_at_all() {
        for spelling in ["<base href=/>", "<base href=\"/\">"] {
            let page = format!("<head>{spelling}<title>x</title>");
            assert_eq!(
                with(&page, "/tools/images/").as_deref(),
                Some("<head><base href=\"/tools/images/\"><title>x</title>")
            );
        }
        for page in ["<head>", "<base href=/><base href=/>", "<base href=/x/>"] {
            assert_eq!(with(page, "/tools/"), None, "{page}");
        }
    }
}
