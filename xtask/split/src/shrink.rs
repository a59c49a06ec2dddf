//! Makes the first wasm and its glue smaller without changing what they do: names with a digest in them,
//! which both files spell out, become short ones; classes that a dependency exports and nothing here uses
//! go, and with them the exports they alone called, so that wasm-opt drops the code behind them.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

use super::Outcome;

/// Classes that wasm-streams exports for servers that stream into a page.
const UNUSED: &str = "IntoUnderlying";

/// The smaller pair.
pub fn shrink(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    // Trunk's minifier does not read a default export among others.
    let glue = without_classes(glue).replace(
        "export { initSync, __wbg_init as default };",
        "export { initSync };\nexport default __wbg_init;",
    );
    let short = short_names(&glue);
    let glue = renamed(&glue, &short);
    let used = words(&glue).filter(|word| is_name(word)).map(str::to_owned).collect();
    let mut module = Module::new();
    Shrinker { short, used }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("the wasm cannot be rewritten: {error}"))?;
    Ok((module.finish(), glue))
}

struct Shrinker {
    short: BTreeMap<String, String>,
    used: BTreeSet<String>,
}

impl Shrinker {
    fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.short.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Shrinker {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, self.name(import.name), kind);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let name = self.name(export.name).to_owned();
        if !self.used.contains(&name) {
            return Ok(());
        }
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }
}

/// The glue without the classes that nothing uses; each begins and ends at the margin.
fn without_classes(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut end: Option<&str> = None;
    for line in glue.lines() {
        if let Some(last) = end {
            if line == last || (last == ";" && line.ends_with(';')) {
                end = None;
            }
        } else if line.starts_with(&format!("export class {UNUSED}")) {
            end = Some("}");
        } else if line.starts_with(&format!("const {UNUSED}")) {
            end = Some(";");
        } else if !line.starts_with(&format!("if (Symbol.dispose) {UNUSED}")) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// A short name for each that wasm-bindgen made unique with a digest.
fn short_names(glue: &str) -> BTreeMap<String, String> {
    let taken: BTreeSet<&str> = words(glue).collect();
    let mut free = (0..).map(|number| format!("w{number}")).filter(|name| !taken.contains(name.as_str()));
    let mut short = BTreeMap::new();
    for word in words(glue).filter(|word| has_digest(word)) {
        if !short.contains_key(word)
            && let Some(name) = free.next()
        {
            short.insert(word.to_owned(), name);
        }
    }
    short
}

fn renamed(glue: &str, short: &BTreeMap<String, String>) -> String {
    words(glue).map(|word| short.get(word).map_or(word, String::as_str)).collect()
}

/// The text in pieces: names, and what lies between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let inside = rest.chars().next().map(part_of_name)?;
        let end = rest.find(|c| part_of_name(c) != inside).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

fn part_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

fn is_name(word: &str) -> bool {
    word.chars().all(part_of_name)
}

fn has_digest(word: &str) -> bool {
    let lower_hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    word.len() > 20 && is_name(word) && word.chars().rev().take(16).all(lower_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
export class IntoUnderlyingSink {
    free() { wasm.__wbg_intounderlyingsink_free(1); }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype.x = 1;
const imports = { __wbg_now_00112233445566aa: () => w0 };
wasm.shown();
";

    #[test]
    fn the_unused_class_goes_and_the_long_name_is_short() {
        let glue = without_classes(GLUE);
        assert!(!glue.contains("Underlying"), "{glue}");
        let short = short_names(&glue);
        assert_eq!(short["__wbg_now_00112233445566aa"], "w1", "w0 is taken");
        assert!(renamed(&glue, &short).contains("{ w1: () => w0 }"));
    }

    #[test]
    fn the_wasm_follows_the_glue() {
        let mut module = Module::new();
        let mut imports = ImportSection::new();
        imports.import(
            "./glue",
            "__wbg_now_00112233445566aa",
            wasm_encoder::GlobalType { val_type: wasm_encoder::ValType::I32, mutable: false, shared: false },
        );
        let mut exports = ExportSection::new();
        for name in ["shown", "__wbg_intounderlyingsink_free"] {
            exports.export(name, wasm_encoder::ExportKind::Global, 0);
        }
        module.section(&imports).section(&exports);
        let (wasm, _) = shrink(&module.finish(), GLUE).unwrap();
        let text = String::from_utf8_lossy(&wasm).into_owned();
        assert!(text.contains("shown") && text.contains("w1"), "{text}");
        assert!(!text.contains("now_") && !text.contains("intounderlying"), "{text}");
    }
}
