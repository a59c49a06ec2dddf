//! Files stay small enough to be read in one sitting.

use crate::failure::Outcome;
use crate::project::Project;
use crate::source::files::rust_below;

/// Longest a file may be that is not plain data.
const MOST: usize = 400;

/// A file and how many lines it has.
pub struct Length {
    name: String,
    lines: usize,
}

/// Every Rust file of ours but those of plain data.
pub fn measure(project: &Project) -> Outcome<Vec<Length>> {
    let mut lengths = Vec::new();
    for folder in ["src", "crates", "xtask", "tests"] {
        for file in rust_below(project, folder)? {
            if !is_data(&file.name) {
                lengths.push(Length { lines: file.text.lines().count(), name: file.name });
            }
        }
    }
    lengths.sort_by_key(|length| length.lines);
    Ok(lengths)
}

/// What breaks the rule, one line each.
pub fn violations(lengths: &[Length]) -> Vec<String> {
    lengths
        .iter()
        .filter(|length| length.lines > MOST)
        .map(|length| format!("{}: {} lines; {MOST} are enough", length.name, length.lines))
        .collect()
}

/// The middle one of lengths in order.
pub fn median(lengths: &[Length]) -> usize {
    lengths.get(lengths.len() / 2).map_or(0, |length| length.lines)
}

fn is_data(name: &str) -> bool {
    name.ends_with("/data.rs") || name.contains("/data/") || name.contains("/fixtures/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_inclusive_and_data_is_free() {
        let of = |lines| Length { name: "a.rs".to_owned(), lines };
        let lengths = [of(10), of(120), of(400), of(401)];
        assert_eq!(violations(&lengths), ["a.rs: 401 lines; 400 are enough"]);
        assert_eq!(median(&lengths), 400);
        assert!(is_data("crates/emulator/src/seed/data.rs") && !is_data("src/database.rs"));
    }
}
