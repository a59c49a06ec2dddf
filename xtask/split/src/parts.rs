//! A part as it lies on the server: small, named after its content, with a digest.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine;
use sha2::{Digest, Sha256};

use super::{Outcome, run};

/// What the compiler writes and every browser reads that runs the first wasm.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// A finished part.
pub struct Part {
    /// The file that the glue was written for, such as `split_keys.wasm`.
    pub cut: String,
    /// The file's name on the server.
    pub name: String,
    /// `sha256-…`, as `fetch` takes it.
    pub integrity: String,
}

/// Makes a part small and puts it into the folder.
pub fn finish(piece: &Path, folder: &Path, wasm_opt: &OsStr) -> Outcome<Part> {
    let cut = piece.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let small = piece.with_extension("small");
    run(Command::new(wasm_opt).arg("-Oz").args(FEATURES).arg(piece).arg("-o").arg(&small))?;
    let content = fs::read(&small)?;
    let (name, integrity) = hashed(cut.trim_end_matches(".wasm"), "wasm", &content);
    fs::write(folder.join(&name), &content)?;
    Ok(Part { cut, name, integrity })
}

/// The name of a file after its content, and its digest as `fetch` takes it.
pub fn hashed(stem: &str, ending: &str, content: &[u8]) -> (String, String) {
    let hash = Sha256::digest(content);
    let digest: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let integrity = base64::engine::general_purpose::STANDARD.encode(hash);
    (format!("{stem}-{digest}.{ending}"), format!("sha256-{integrity}"))
}
