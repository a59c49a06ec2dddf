//! The lists in `crates/deploy/src/kinds.rs` against what the console's own code sends and reads.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use image_console_deploy::kinds::Kind;

/// What a page may always read (Fetch, "CORS-safelisted response-header name").
pub const ALWAYS: [&str; 7] = [
    "cache-control",
    "content-language",
    "content-length",
    "content-type",
    "expires",
    "last-modified",
    "pragma",
];

/// The code that speaks to an API of this kind.
const FOLDERS: [(Kind, &[&str]); 4] = [
    (Kind::Triton, &["crates/upstream/src/triton_cloudapi", "src/state/images/triton.rs"]),
    (
        Kind::Oci,
        &[
            "crates/upstream/src/oci",
            "crates/upstream/src/oci_compute",
            "crates/upstream/src/oci_artifacts",
            "src/state/images/oci.rs",
        ],
    ),
    (Kind::Marketplace, &["crates/upstream/src/oracle_marketplace"]),
    (Kind::CloudFoundry, &["crates/upstream/src/cloud_foundry"]),
];

/// The code that every answer passes, whichever API it comes from.
const COMMON: [&str; 3] = ["crates/operation/src", "crates/platform/src/net", "src/state/images/load.rs"];

/// The headers that the console reads from answers of this kind, in lower case, and where.
pub fn names_read(kind: Kind) -> BTreeMap<String, PathBuf> {
    let folders = FOLDERS.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, folders)| folders);
    let mut found = BTreeMap::new();
    for (file, text) in sources(folders) {
        let names = names_after(&text, &["headers.get(", "header(", "get(", "number(", "text(", "date("])
            .into_iter()
            .chain(constants(&text, &file, &["paging.rs"]))
            .chain(names_after(&text, &["eq_ignore_ascii_case("]));
        found.extend(names.map(|name| (name, file.clone())));
    }
    for (file, text) in sources(&COMMON) {
        found.extend(names_after(&text, &["headers.get("]).into_iter().map(|name| (name, file.clone())));
    }
    let found = found.into_iter().filter(|(name, _)| looks_like_answer_header(name));
    found.map(|(name, file)| (name.to_ascii_lowercase(), file)).collect()
}

#[test]
fn every_header_that_is_read_is_in_the_list() {
    for (kind, _) in FOLDERS {
        let names = names_read(kind);
        for (name, file) in &names {
            let known = kind.exposed_headers().iter().chain(kind.request_headers());
            let mut known = known.map(|name| name.to_ascii_lowercase());
            assert!(
                known.any(|known| known == *name) || ALWAYS.contains(&name.as_str()),
                "{}: {name} is read, but not exposed to pages on another origin",
                file.display()
            );
        }
        for name in ["retry-after", "content-encoding"] {
            assert!(names.contains_key(name), "{kind:?}: the search finds nothing any more: {names:?}");
        }
        assert!(names.len() > 4, "{kind:?}: the search finds nothing any more: {names:?}");
    }
}

#[test]
fn every_method_that_is_used_passes() {
    for (kind, folders) in FOLDERS {
        let mut found = 0;
        for (file, text) in sources(folders) {
            for method in ["Get", "Head", "Post", "Put", "Patch", "Delete"] {
                // A comparison or a table of methods is no request; those name it in their own line.
                let used = text.lines().any(|line| {
                    line.contains(&format!("Method::{method}"))
                        && !line.contains('|')
                        && !line.contains("matches!")
                });
                if used {
                    found += 1;
                    let method = method.to_ascii_uppercase();
                    let uaa = kind == Kind::CloudFoundry && Kind::Uaa.methods().contains(&method.as_str());
                    let passes = kind.methods().contains(&method.as_str()) || uaa;
                    assert!(passes, "{}: {method} is used, but does not pass", file.display());
                }
            }
        }
        assert!(found > 0, "{kind:?}: the search finds nothing any more");
    }
}

/// The code of these folders and files up to its tests.
fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in folders {
        collect(&root.join(folder), &mut files);
    }
    files
}

fn collect(path: &Path, files: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), files);
        }
        return;
    }
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    if name.ends_with(".rs") && !name.contains("test") {
        let text =
            std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
        files.push((path.to_owned(), code));
    }
}

/// The texts in quotation marks right behind one of these.
fn names_after(text: &str, before: &[&str]) -> Vec<String> {
    let quoted = |rest: &str| rest.strip_prefix('"')?.split('"').next().map(str::to_owned);
    before.iter().flat_map(|before| text.split(before).skip(1).filter_map(quoted)).collect()
}

/// The texts of constants called `HEADER` in files of these names.
fn constants(text: &str, file: &Path, names: &[&str]) -> Vec<String> {
    let here = names.iter().any(|name| file.ends_with(name));
    if here { names_after(text, &["HEADER: &str = "]) } else { Vec::new() }
}

/// A header's name rather than a field of JSON or a code: with a hyphen, or one of those without.
fn looks_like_answer_header(name: &str) -> bool {
    let single = ["date", "etag", "location", "server"].contains(&name.to_ascii_lowercase().as_str());
    (single || name.contains('-')) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
