//! The code that loads parts, moved into wasm-bindgen's glue: one file, under one digest.
//!
//! Which files a part consists of, and their digests, stands in a list of its own that is fetched with the
//! first part: the digests alone would be two kilobytes of the first load.

use std::fs;
use std::path::Path;

use super::listing::{Entry, entries, listing};
use super::parts::{Part, hashed};
use super::{LINK, Outcome};

/// Where the code that was written for the first wasm begins to name parts.
const LOADS: &str = "function makeLoad(";

/// The loader: what the splitter wrote for the shared imports, then ours. Writes the list into `folder`.
pub fn loader(link: &str, parts: &[Part], folder: &Path) -> Outcome<String> {
    // The glue is this very file now.
    let link = once(link, "import { initSync } from \"./main.js\";", "")?;
    let Some((shared, loads)) = link.split_once(LOADS) else {
        return Err(format!("the loader holds no `{LOADS}`").into());
    };
    let entries = entries(loads)?;
    let list = listing(&entries, parts)?;
    let (name, integrity) = hashed("list", "json", list.as_bytes());
    fs::write(folder.join(&name), &list)?;
    let ways: Vec<&Entry> = entries.iter().filter(|entry| entry.is_part()).collect();
    let consts: String = ways.iter().map(|way| format!("const {0} = part(\"{0}\");\n", way.name)).collect();
    let names: Vec<&str> = ways.iter().map(|way| way.name.as_str()).collect();
    Ok(format!("{shared}{}{consts}return {{ {} }};", bringing(&name, &integrity), names.join(", ")))
}

/// Fetches the list once, and each file once; what did not come is asked for again the next time.
fn bringing(name: &str, integrity: &str) -> String {
    format!(
        r#"let listed;
const list = () => {{
    if (listed === undefined) {{
        listed = fetch(new URL("./parts/{name}", import.meta.url), {{ integrity: "{integrity}" }}).then((answer) => answer.json());
        listed.catch(() => {{ listed = undefined; }});
    }}
    return listed;
}};
const brought = new Map();
const bring = (files, at) => {{
    if (!brought.has(at)) {{
        const [name, integrity, needs] = files[at];
        const bytes = fetch(new URL("./parts/" + name, import.meta.url), {{ integrity }}).then((answer) => answer.arrayBuffer());
        const first = needs.map((need) => bring(files, need));
        const module = Promise.all([bytes].concat(first)).then((all) => WebAssembly.instantiate(all[0], getSharedImports()));
        brought.set(at, module);
        module.catch(() => {{ brought.delete(at); }});
    }}
    return brought.get(at);
}};
const part = (name) => wrapAsyncCb(() => list().then((list) => bring(list.files, list.parts[name])));
"#
    )
}

/// The glue, with the code that loads parts in place of its import.
pub fn with_loader(glue: &str, loader: &str) -> Outcome<String> {
    let import = format!("from \"{LINK}\"");
    let (taken, kept): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| {
        line.starts_with("import * as ") && line.trim_end().trim_end_matches(';').ends_with(&import)
    });
    if taken.is_empty() {
        return Err("wasm-bindgen's glue does not import the loader in the way known here".into());
    }
    let names = taken.iter().filter_map(|line| line.split_whitespace().nth(3));
    let names: String = names.map(|name| format!("const {name} = parts;\n")).collect();
    Ok(format!("const parts = (() => {{\n{loader}\n}})();\n{names}{}\n", kept.join("\n")))
}

fn once(text: &str, what: &str, with: &str) -> Outcome<String> {
    match text.matches(what).count() {
        1 => Ok(text.replace(what, with)),
        count => Err(format!("the loader holds `{what}` {count} times, not once").into()),
    }
}
