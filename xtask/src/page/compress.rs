//! Compressed copies for web servers that hand out `file.br` or `file.gz` when they are there.
//!
//! Only files with a digest in their name get them: `index.html` and `config.json` are edited where
//! they are installed, and a stale copy would win over the edit.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Attempting, Outcome};

/// Writes the copies and says how many there are.
pub fn beside_hashed_files(dist: &Path) -> Outcome<usize> {
    let mut written = 0;
    for file in files_below(dist)? {
        if !is_hashed(&file) {
            continue;
        }
        let content = fs::read(&file).attempting(format!("read {}", file.display()))?;
        for (ending, packed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
            let copy = with_ending(&file, ending);
            fs::write(&copy, packed).attempting(format!("write {}", copy.display()))?;
            written += 1;
        }
    }
    Ok(written)
}

/// Brotli at its highest level, as it would lie on a server.
pub fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters).attempting("compress with brotli")?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).attempting("compress with gzip")
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).attempting(format!("list {}", folder.display()))? {
        let path = entry.attempting(format!("list {}", folder.display()))?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// `name-0123456789abcdef.css` or `name-0123456789abcdef_bg.wasm`: Trunk's digest is in the name.
fn is_hashed(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let digest = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    matches!(ending, "css" | "js" | "wasm" | "svg")
        && (12..=16).contains(&digest.len())
        && digest.chars().all(|c| c.is_ascii_hexdigit())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn only_files_that_never_change_are_compressed() {
        for name in ["boot-69b499c86680767e.js", "app-38defa72680fc79e_bg.wasm", "boot-12eb48c756eda27.css"] {
            assert!(is_hashed(Path::new(name)), "{name}");
        }
        for name in
            ["index.html", "config.json", "favicon.svg", "app-38defa72680fc79e.js.br", "long-list.css"]
        {
            assert!(!is_hashed(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn the_copies_hold_the_same_bytes() {
        let text = b"the same words, the same words, the same words".repeat(40);
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(&text).unwrap()).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
        let packed = brotli(&text).unwrap();
        plain.clear();
        brotli::BrotliDecompress(&mut &*packed, &mut plain).unwrap();
        assert_eq!(plain, text);
        assert!(packed.len() < 100, "{}", packed.len());
    }
}
