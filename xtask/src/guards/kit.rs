//! The component kit serves every upstream alike, so it names none.

use crate::failure::Outcome;
use crate::project::Project;
use crate::source::files::rust_below;

/// As words of their own, in any spelling of case; `cf` is Cloud Foundry's command.
const NAMES: [&str; 11] = [
    "triton",
    "cloudapi",
    "joyent",
    "smartos",
    "manta",
    "oci",
    "oracle",
    "marketplace",
    "cloudfoundry",
    "foundry",
    "cf",
];

/// What breaks the rule, one line each.
pub fn violations(project: &Project) -> Outcome<Vec<String>> {
    let mut broken = Vec::new();
    for file in rust_below(project, "crates/ui")? {
        broken.extend(in_text(&file.name, &file.text));
    }
    Ok(broken)
}

fn in_text(name: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for word in words(line).filter(|word| NAMES.contains(&word.as_str())) {
            broken.push(format!("{name}:{}: names the upstream `{word}`", index + 1));
        }
    }
    broken
}

/// `TritonImage`, `triton_image` and `triton-image` all hold the word `triton`.
fn words(line: &str) -> impl Iterator<Item = String> {
    let mut spaced = String::with_capacity(line.len() + 8);
    let mut lower = false;
    for c in line.chars() {
        if lower && c.is_uppercase() {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.extend(c.to_lowercase());
    }
    spaced
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_every_spelling() {
        for line in
            ["struct TritonRow;", "fn oci_badge()", "class=\"cf-tag\"", "/// As in Oracle Marketplace."]
        {
            assert!(!in_text("a.rs", line).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_name_inside_another_word_is_none() {
        for line in ["let social = associate(velocity);", "struct Oracleless;", "scf: u8", "// cfg(test)"] {
            assert!(in_text("a.rs", line).is_empty(), "{line}");
        }
    }
}
