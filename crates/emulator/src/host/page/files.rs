//! Static files: types, caching, compressed copies, and the fallback for navigations.

use std::path::{Path, PathBuf};

use crate::wire::{Headers, Response, query};

const TYPES: [(&str, &str); 14] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain; charset=utf-8"),
    ("map", "application/json"),
];

/// A file of the built page. Navigations to addresses that are no file get `index.html`; anything
/// else that is missing is 404, so that a lost asset shows as one.
pub fn get(dist: Option<&Path>, path: &str, asked: &Headers) -> Response {
    let Some(dist) = dist else {
        return not_found();
    };
    let path = query::segment(path);
    let found = inside(dist, &path).filter(|file| file.is_file());
    match found {
        Some(file) => send(&file, is_hashed(&path), asked),
        None if is_navigation(&path, asked) => send(&dist.join("index.html"), false, asked),
        None => not_found(),
    }
}

fn inside(dist: &Path, path: &str) -> Option<PathBuf> {
    let relative = path.trim_start_matches('/');
    let safe = !relative.split('/').any(|part| part == ".." || part.contains(['\\', '\0', ':']));
    safe.then(|| dist.join(relative))
}

fn is_navigation(path: &str, asked: &Headers) -> bool {
    let extension = Path::new(path).extension().and_then(|text| text.to_str());
    let is_asset = TYPES.iter().any(|(known, _)| *known != "html" && Some(*known) == extension);
    let mode = asked.get("sec-fetch-mode").map(|mode| mode == "navigate");
    let wants_html = asked.get("accept").is_some_and(|accept| accept.contains("text/html"));
    !is_asset && mode.unwrap_or(wants_html)
}

fn send(file: &Path, immutable: bool, asked: &Headers) -> Response {
    let extension = file.extension().and_then(|text| text.to_str()).unwrap_or_default();
    let content_type = TYPES.iter().find(|(known, _)| *known == extension);
    let mut compressed = file.as_os_str().to_owned();
    compressed.push(".br");
    let takes_brotli = asked.get("accept-encoding").is_some_and(|encodings| {
        encodings.split(',').any(|one| one.split(';').next().map(str::trim) == Some("br"))
    });
    let brotli = if takes_brotli { std::fs::read(compressed).ok() } else { None };
    let is_brotli = brotli.is_some();
    let Some(body) = brotli.or_else(|| std::fs::read(file).ok()) else {
        return not_found();
    };
    let mut response = Response { status: 200, body, ..Response::default() };
    let headers = &mut response.headers;
    headers.push("Content-Type", content_type.map_or("application/octet-stream", |(_, kind)| kind));
    headers.push("Cache-Control", if immutable { "public, max-age=31536000, immutable" } else { "no-cache" });
    headers.push("Vary", "Accept-Encoding");
    if is_brotli {
        headers.push("Content-Encoding", "br");
    }
    response
}

/// Whether the name or a folder's name holds a content hash, as the bundler puts it there.
fn is_hashed(path: &str) -> bool {
    let is_hash = |part: &str| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.split(['/', '-', '_', '.']).any(is_hash)
}

fn not_found() -> Response {
    let mut response = Response { status: 404, body: b"not found\n".to_vec(), ..Response::default() };
    response.headers.push("Content-Type", "text/plain; charset=utf-8");
    response.headers.push("Cache-Control", "no-cache");
    response
}
