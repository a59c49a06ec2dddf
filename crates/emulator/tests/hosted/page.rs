//! The page's origin.

use std::path::PathBuf;

use image_console_emulator::{ConfigFile, Emulator, Options};
use serde_json::json;

use crate::client::{get, send};

const NAVIGATION: (&str, &str) = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

/// A small built page in a folder of this test alone.
fn dist(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(folder.join("icons")).unwrap();
    for (file, content) in [
        ("index.html", "<!DOCTYPE html><title>page</title>"),
        ("app-0123456789abcdef_bg.wasm", "wasm"),
        ("app-0123456789abcdef_bg.wasm.br", "brotli"),
        ("app-0123456789abcdef.js", "js"),
        ("icons/icon.svg", "<svg/>"),
    ] {
        std::fs::write(folder.join(file), content).unwrap();
    }
    folder
}

#[tokio::test]
async fn files_with_types_caching_and_compression() {
    let options = Options { dist: Some(dist("files")), images: 1, ..Options::default() };
    let running = Emulator::start(options).await.unwrap();
    let page = running.page_url();
    let wasm = format!("{page}/app-0123456789abcdef_bg.wasm");
    let answer = get(&wasm).await;
    assert_eq!((answer.text().as_str(), answer.header("content-type")), ("wasm", Some("application/wasm")));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let answer = send("GET", &wasm, &[("Accept-Encoding", "gzip, br;q=0.9")], "").await.unwrap();
    assert_eq!((answer.text().as_str(), answer.header("content-encoding")), ("brotli", Some("br")));
    assert_eq!(answer.header("content-type"), Some("application/wasm"));
    let answer = get(&format!("{page}/icons/icon.svg")).await;
    assert_eq!(
        (answer.header("content-type"), answer.header("cache-control")),
        (Some("image/svg+xml"), Some("no-cache"))
    );

    let answer = send("GET", &format!("{page}/images/us-east-1/2b683a82"), &[NAVIGATION], "").await.unwrap();
    assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-cache")));
    assert!(answer.text().contains("<title>page"));
    assert_eq!(get(&format!("{page}/images/us-east-1")).await.status, 404, "not a navigation");
    let lost = send("GET", &format!("{page}/app-ffffffffffffffff.js"), &[NAVIGATION], "").await.unwrap();
    assert_eq!(lost.status, 404, "a lost asset is not the page");
    assert_eq!(get(&format!("{page}/../Cargo.toml")).await.status, 404);
    assert_eq!(get(&format!("{page}/%2e%2e/%2e%2e/CACHEDIR.TAG")).await.status, 404);
    running.stop().await;
}

#[tokio::test]
async fn the_security_policy_and_its_reports() {
    let options = Options { dist: Some(dist("policy")), images: 1, ..Options::default() };
    let running = Emulator::start(options).await.unwrap();
    let answer = send("GET", &format!("{}/", running.page_url()), &[NAVIGATION], "").await.unwrap();
    let policy = answer.header("content-security-policy").unwrap();
    let expected = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src 'self' {}; base-uri 'self'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types default; report-uri /_csp",
        running.api_url()
    );
    assert_eq!(policy, expected);
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert!(running.csp_reports().is_empty());
    let report = [("Content-Type", "application/csp-report")];
    let answer =
        send("POST", &format!("{}/_csp", running.page_url()), &report, "{\"csp-report\":{}}").await.unwrap();
    assert_eq!(answer.status, 204);
    assert_eq!(running.csp_reports(), ["{\"csp-report\":{}}"]);
    running.stop().await;
}

#[tokio::test]
async fn the_configuration_can_be_any_text_or_none() {
    let running = Emulator::start(Options { images: 1, ..Options::default() }).await.unwrap();
    let url = format!("{}/config.json", running.page_url());
    let config = get(&url).await.json();
    assert_eq!(
        config["connections"][0],
        json!({
            "id": "us-east-1", "name": "us-east-1", "kind": "triton", "account": "jdoe",
            "endpoint": format!("{}/triton-as/jdoe/us-east-1", running.api_url()),
            "authentication": {"method": "proxy"},
        })
    );
    assert_eq!(config["connections"][1]["id"], "eu-central-1");
    running.set_config(ConfigFile::Text("{ not json".into()));
    assert_eq!(get(&url).await.text(), "{ not json");
    running.set_config(ConfigFile::Missing);
    assert_eq!(get(&url).await.status, 404);
    running.stop().await;
}
