//! A file under the digest of what is in it, as Trunk names files.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use crate::failure::{Attempting, Outcome};

/// Writes `stem-DIGEST.ending` and returns that name and the value for an `integrity` attribute.
pub fn write(dist: &Path, stem: &str, ending: &str, content: &str) -> Outcome<(String, String)> {
    let digest = Sha384::digest(content);
    let short: String = digest.iter().take(8).map(|b| format!("{b:02x}")).collect();
    let name = format!("{stem}-{short}.{ending}");
    fs::write(dist.join(&name), content).attempting(format!("write dist/{name}"))?;
    Ok((name, format!("sha384-{}", STANDARD.encode(digest))))
}
