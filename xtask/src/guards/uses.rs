//! Which module of the page may name which, where they share a crate and Cargo cannot tell.

use crate::failure::Outcome;
use crate::project::Project;
use crate::source::blank::before_tests;
use crate::source::files::rust_below;
use crate::source::paths;

/// What the files below a folder must not name.
struct Rule {
    folder: &'static str,
    forbidden: fn(&str) -> bool,
    why: &'static str,
}

const RULES: [Rule; 4] = [
    Rule {
        folder: "src/state",
        forbidden: |path| starts(path, "crate::pages"),
        why: "state does not know the screens that show it",
    },
    Rule {
        folder: "src",
        forbidden: touches_browser,
        why: "only crates/platform talks to the browser; a screen may name types of elements and events",
    },
    Rule {
        folder: "crates/ui",
        forbidden: |path| {
            first_is(path, &["js_sys", "gloo_net", "gloo_timers", "gloo", "idb", "wasm_bindgen_futures"])
        },
        why: "the kit sees elements, nothing else of the browser",
    },
    Rule {
        folder: "crates/ui",
        forbidden: |path| path.starts_with("image_console_") && !first_is(path, &["image_console_core"]),
        why: "the kit knows core alone",
    },
];

/// What breaks the rules, one line each. Tests may name what they like.
pub fn violations(project: &Project) -> Outcome<Vec<String>> {
    let mut broken = Vec::new();
    for rule in &RULES {
        for file in rust_below(project, rule.folder)?.iter().filter(|file| !file.is_test()) {
            broken.extend(in_text(rule, &file.name, &file.text));
        }
    }
    Ok(broken)
}

fn in_text(rule: &Rule, name: &str, text: &str) -> Vec<String> {
    paths::named(before_tests(text))
        .into_iter()
        .filter(|named| (rule.forbidden)(&named.path))
        .map(|named| format!("{name}:{}: names {}: {}", named.line, named.path, rule.why))
        .collect()
}

fn starts(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn first_is(path: &str, names: &[&str]) -> bool {
    path.split("::").next().is_some_and(|first| names.contains(&first))
}

/// The browser by whatever road: the crate itself or leptos's re-export of it.
fn touches_browser(path: &str) -> bool {
    let path = path.strip_prefix("leptos::").unwrap_or(path);
    if first_is(path, &["js_sys", "idb", "wasm_bindgen_futures"]) || path.starts_with("gloo") {
        return true;
    }
    path.strip_prefix("web_sys::").is_some_and(|rest| !is_element_type(rest))
}

/// `HtmlInputElement`, `KeyboardEvent`, `Node` and the like: what a handler is handed.
fn is_element_type(name: &str) -> bool {
    let name = name.split("::").next().unwrap_or_default();
    name == "self"
        || name.ends_with("Element")
        || name.ends_with("Event")
        || matches!(name, "EventTarget" | "Node" | "File" | "FileList" | "DataTransfer" | "DomRect")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(rule: usize, text: &str) -> Vec<String> {
        in_text(&RULES[rule], "a.rs", text)
    }

    #[test]
    fn state_does_not_name_pages() {
        let found = broken(0, "use crate::{config, pages::images::Row};\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("a.rs:1: names crate::pages::images::Row"), "{found:?}");
        assert!(broken(0, "// crate::pages::x\nuse crate::pagesize::N;\n").is_empty());
        assert!(broken(0, "#[cfg(test)]\nmod tests { use crate::pages::x; }").is_empty());
    }

    #[test]
    fn a_screen_names_element_types_but_no_window() {
        assert!(broken(1, "use leptos::web_sys::{HtmlInputElement, KeyboardEvent};").is_empty());
        for text in [
            "fn f() { web_sys::window(); }",
            "use leptos::web_sys::window;",
            "use gloo_net::http::Request;",
            "use js_sys::Date;",
            "use wasm_bindgen_futures::spawn_local;",
        ] {
            assert_eq!(broken(1, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn the_kit_knows_core_and_elements() {
        assert!(broken(3, "use image_console_core::Time; use web_sys::Element;").is_empty());
        assert_eq!(broken(3, "use image_console_platform::clock;").len(), 1);
        assert_eq!(broken(2, "use js_sys::Date;").len(), 1);
    }
}
