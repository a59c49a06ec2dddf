//! The code that loads parts, moved into wasm-bindgen's glue: one file, under one digest.

use super::parts::Part;
use super::{LINK, Outcome};

/// Gives a part its place on the server and its digest.
pub fn name_part(link: &str, part: &Part) -> Outcome<String> {
    let (name, integrity) = (&part.name, &part.integrity);
    let with =
        format!(r#"fetch(new URL("./parts/{name}", import.meta.url), {{ integrity: "{integrity}" }})"#);
    once(link, &format!(r#"fetch(new URL("./{}", import.meta.url))"#, part.cut), &with)
}

/// The glue, with the code that loads parts in place of its import.
pub fn with_link(glue: &str, link: &str) -> Outcome<String> {
    // The glue is this very file now.
    let link = once(link, "import { initSync } from \"./main.js\";", "")?;
    // Asked for by content, not by type: a server that does not know wasm serves the first one, too.
    let link = link.replace(
        "WebAssembly.instantiateStreaming(src, imports)",
        "src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))",
    );
    let ways: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split_whitespace().next())
        .collect();
    let returned = format!("return {{ {} }};", ways.join(", "));
    let body = link.replace("export const ", "const ");

    let import = format!("from \"{LINK}\"");
    let (taken, kept): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| {
        line.starts_with("import * as ") && line.trim_end().trim_end_matches(';').ends_with(&import)
    });
    if taken.is_empty() {
        return Err("wasm-bindgen's glue does not import the loader in the way known here".into());
    }
    let names = taken.iter().filter_map(|line| line.split_whitespace().nth(3));
    let names: String = names.map(|name| format!("const {name} = parts;\n")).collect();
    Ok(format!("const parts = (() => {{\n{body}\n{returned}\n}})();\n{names}{}\n", kept.join("\n")))
}

fn once(text: &str, what: &str, with: &str) -> Outcome<String> {
    match text.matches(what).count() {
        1 => Ok(text.replace(what, with)),
        count => Err(format!("the loader holds `{what}` {count} times, not once").into()),
    }
}
