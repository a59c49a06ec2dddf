//! Which files each part consists of: read from the loader that the splitter writes, written as JSON.

use std::fmt::Write as _;

use super::Outcome;
use super::parts::Part;

/// One file that is loaded later.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the loader calls it.
    pub name: String,
    /// The file, such as `chunk_10.wasm`.
    cut: String,
    /// The names of those that have to be there before it.
    needs: Vec<String>,
}

impl Entry {
    /// Whether the first wasm asks for it by its name.
    pub fn is_part(&self) -> bool {
        self.name.starts_with("__wasm_split_load_")
    }
}

/// Reads `const NAME = …("./FILE"…), [NEEDS]…` one after the other.
pub fn entries(loads: &str) -> Outcome<Vec<Entry>> {
    let mut entries = Vec::new();
    // Only what begins a line: the functions inside have constants of their own.
    for load in loads.split("\nconst ").flat_map(|piece| piece.split("\nexport const ")).skip(1) {
        let Some((name, rest)) = load.split_once(" = ") else { continue };
        let Some((_, rest)) = rest.split_once("new URL(\"./") else { continue };
        let (cut, rest) = rest.split_once('"').ok_or("a part's file has no end")?;
        let (_, needs) =
            rest.rsplit_once("\n, [").ok_or_else(|| format!("{name} does not say what it needs"))?;
        let (needs, _) = needs.split_once(']').ok_or("what a part needs has no end")?;
        let needs = needs.split(',').map(str::trim).filter(|need| !need.is_empty()).map(str::to_owned);
        entries.push(Entry { name: name.to_owned(), cut: cut.to_owned(), needs: needs.collect() });
    }
    if entries.iter().any(Entry::is_part) { Ok(entries) } else { Err("the loader names no part".into()) }
}

/// `{"files": [[name, integrity, needs], …], "parts": {name: place in files}}`.
pub fn listing(entries: &[Entry], parts: &[Part]) -> Outcome<String> {
    let place = |name: &str| entries.iter().position(|entry| entry.name == name);
    let (mut files, mut names) = (Vec::new(), Vec::new());
    for (at, entry) in entries.iter().enumerate() {
        let part = parts.iter().find(|part| part.cut == entry.cut);
        let part = part.ok_or_else(|| format!("{} was not cut", entry.cut))?;
        let needs: Option<Vec<String>> =
            entry.needs.iter().map(|need| Some(place(need)?.to_string())).collect();
        let needs = needs.ok_or_else(|| format!("{} needs what is not there", entry.name))?;
        files.push(format!("[\"{}\",\"{}\",[{}]]", part.name, part.integrity, needs.join(",")));
        if entry.is_part() {
            names.push(format!("\"{}\":{at}", entry.name));
        }
    }
    let mut out = String::new();
    write!(out, "{{\"files\":[{}],\"parts\":{{{}}}}}", files.join(",\n"), names.join(","))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADS: &str = r#"fetcher, deps) {
    const loader = async () => {};
}
/* keys, work */
const __chunk_10 = makeLoad(() => {
    const src = fetch(new URL("./chunk_10.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_work = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_work.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_10]));
"#;

    fn part(cut: &str) -> Part {
        Part { cut: cut.to_owned(), name: format!("new-{cut}"), integrity: "sha256-x".to_owned() }
    }

    #[test]
    fn each_file_is_listed_with_what_it_needs() -> Outcome {
        let entries = entries(LOADS)?;
        let list = listing(&entries, &[part("split_work.wasm"), part("chunk_10.wasm")])?;
        let wanted = "{\"files\":[[\"new-chunk_10.wasm\",\"sha256-x\",[]],\n\
             [\"new-split_work.wasm\",\"sha256-x\",[0]]],\"parts\":{\"__wasm_split_load_work\":1}}";
        assert_eq!(list, wanted);
        assert!(listing(&entries, &[part("chunk_10.wasm")]).is_err(), "a file that was not cut");
        assert!(super::entries("const a = 1;").is_err(), "another splitter writes another loader");
        Ok(())
    }
}
