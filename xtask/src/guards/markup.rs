//! View code writes neither HTML as text nor style attributes: the policy blocks the second, and
//! the first is how somebody else's text becomes a program.

use crate::failure::Outcome;
use crate::project::Project;
use crate::source::blank::{Blank, before_tests, blank};
use crate::source::files::rust_below;

const FOLDERS: [&str; 3] = ["src", "crates/ui", "crates/platform"];

/// HTML as text, by whatever name. Looked for in code, not in text.
const HTML: [&str; 5] =
    ["inner_html", "outer_html", "insert_adjacent_html", "document_write", "create_contextual_fragment"];

/// A style attribute set by its name. Looked for with the text in place.
const BY_NAME: [&str; 4] = ["set_attribute(\"style\"", ".attr(\"style\"", "attr:style", "set_css_text"];

/// What breaks the rule, one line each.
pub fn violations(project: &Project) -> Outcome<Vec<String>> {
    let mut broken = Vec::new();
    for folder in FOLDERS {
        for file in rust_below(project, folder)?.iter().filter(|file| !file.is_test()) {
            broken.extend(in_text(&file.name, &file.text));
        }
    }
    Ok(broken)
}

fn in_text(name: &str, text: &str) -> Vec<String> {
    let text = before_tests(text);
    let code = blank(text, Blank::CommentsAndStrings);
    let with_text = blank(text, Blank::Comments);
    let mut broken = Vec::new();
    for (index, (code, with_text)) in code.lines().zip(with_text.lines()).enumerate() {
        let place = format!("{name}:{}", index + 1);
        for word in HTML.iter().filter(|word| code.contains(**word)) {
            broken.push(format!("{place}: {word} puts text into the page as HTML"));
        }
        if BY_NAME.iter().any(|word| with_text.contains(word)) || has_style_attribute(code) {
            broken.push(format!("{place}: a style attribute"));
        }
        if code.contains("<style") || code.contains("<script") {
            broken.push(format!("{place}: an inline style or script"));
        }
    }
    broken
}

/// ` style="…"` or ` style=move || …` in a view. The formatter writes spaces round the `=` of an
/// ordinary assignment; `style=("property", value)` goes through the object model and is fine.
fn has_style_attribute(code: &str) -> bool {
    code.match_indices("style=").any(|(at, found)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + found.len()..).and_then(|text| text.chars().next());
        before.is_none_or(char::is_whitespace) && !matches!(after, Some('=' | '('))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_strings_and_html_are_found() {
        for line in [
            "view! { <div style=\"width: 3px\">x</div> }",
            "        style=move || format!(\"top: {}px\", top())",
            "view! { <div inner_html=text></div> }",
            "element.set_inner_html(&text);",
            "element.set_attribute(\"style\", \"x\")",
            "view! { <style>\"a{}\"</style> }",
        ] {
            assert_eq!(in_text("a.rs", line).len(), 1, "{line}");
        }
    }

    #[test]
    fn the_allowed_ways_pass() {
        for line in [
            "view! { <div style:width=width class=\"bar\"/> }",
            "view! { <div style=(\"width\", width)/> }",
            "let style = style_of(x);",
            "if style == other {}",
            "// never inner_html or style=\"x\"",
            "let text = \"inner_html\";",
            "data-style=\"x\"",
            "#[cfg(test)]\nmod tests { fn f() { e.inner_html(); } }",
        ] {
            assert_eq!(in_text("a.rs", line), Vec::<String>::new(), "{line}");
        }
    }
}
