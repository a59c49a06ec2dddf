//! The script that starts the console, without what is for readers of its source: Trunk's minifier cannot
//! read `import()` and leaves the file as it is.

use std::fs;
use std::path::Path;

use super::named;
use crate::failure::{Attempting, Failure, Outcome};
use crate::source::html;

/// Puts the script without comments and indentation in the place of the one that `dist/index.html` loads.
pub fn strip(dist: &Path) -> Outcome {
    let address = dist.join("index.html");
    let page = fs::read_to_string(&address).attempting("read dist/index.html")?;
    let loads_boot = |name: &&str| name.trim_start_matches("./").starts_with("boot-");
    let elements = html::elements(&page);
    let script = elements.iter().find(|e| e.attribute("src").as_ref().is_some_and(loads_boot));
    let (Some(old), Some(integrity)) =
        (script.and_then(|e| e.attribute("src")), script.and_then(|e| e.attribute("integrity")))
    else {
        return Err(Failure::new("dist/index.html loads no boot-….js under a digest."));
    };
    let file = old.trim_start_matches("./");
    let source = fs::read_to_string(dist.join(file)).attempting(format!("read dist/{file}"))?;
    let (name, new_integrity) = named::write(dist, "boot", "js", &bare(&source))?;
    let page = page.replace(file, &name).replace(integrity, &new_integrity);
    fs::write(&address, page).attempting("write dist/index.html")?;
    if file != name {
        fs::remove_file(dist.join(file)).attempting(format!("remove dist/{file}"))?;
    }
    Ok(())
}

/// Lines that are nothing but a comment go, and so does the white space before and after each of the others.
/// The script has no text of several lines in it.
fn bare(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_stays() {
        let source = "// Why.\n\nconst a = \"//x\"; // kept\n  /** What. */\n  f(a);\n";
        assert_eq!(bare(source), "const a = \"//x\"; // kept\nf(a);\n");
    }

    #[test]
    fn a_comment_or_a_text_of_several_lines_would_be_cut_in_two() {
        let source = include_str!("../../../src/boot.js");
        let starts = |line: &&str| line.trim().starts_with("/*");
        assert!(source.lines().filter(starts).all(|line| line.trim().ends_with("*/")));
        let texts = source.lines().filter(|line| line.matches('`').count() % 2 == 1);
        assert_eq!(texts.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
