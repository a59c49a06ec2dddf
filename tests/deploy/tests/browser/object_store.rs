//! The page from an object store: no server of ours, only a type and a cache rule for each object, and
//! `index.html` as the document for addresses that are none. The API is on an origin of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use image_console_deploy::Server;
use image_console_deploy_tests::Folder;
use image_console_deploy_tests::install::{Layout, Plan};
use image_console_deploy_tests::server::free_port;
use serde_json::json;
use tokio::net::TcpListener;

use crate::support::{browser, close, dist, triton_image};

/// What `docs/deploy.md` says to set on the objects.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// An object by its key; for keys that are none the error document, with the status that such stores
/// give it.
async fn object(State(root): State<Arc<PathBuf>>, request: Request) -> Response {
    let key = request.uri().path().trim_start_matches("/bucket/").to_owned();
    let key = if key.is_empty() { "index.html".to_owned() } else { key };
    let (status, key) = match std::fs::metadata(root.join(&key)) {
        Ok(found) if found.is_file() => (StatusCode::OK, key),
        _ => (StatusCode::NOT_FOUND, "index.html".to_owned()),
    };
    let body = std::fs::read(root.join(&key)).expect("an object");
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind(&key)));
    response
}

async fn store(root: &Path, port: u16) -> tokio::task::JoinHandle<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("a port");
    let router = Router::new().fallback(object).with_state(Arc::new(root.to_owned()));
    tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") })
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_a_write_and_deep_links() {
    let port = free_port();
    let origin = format!("http://127.0.0.1:{port}");
    // The proxy serves the API alone, and knows the store's origin.
    let plan = Plan { signed_behind: true, ..Plan::new(Server::Nginx, Layout::Two) };
    let install = plan.with(json!({ "allowedOrigins": [origin] })).start().await;
    let bucket = Folder::new();
    bucket.copy(&dist(), "site");
    let index = std::fs::read_to_string(bucket.path("site/index.html")).expect("a page");
    let index = index.replace("<base href=/>", "<base href=/bucket/>");
    bucket.write("site/index.html", index.replace("<base href=\"/\">", "<base href=\"/bucket/\">"));
    let config = std::fs::read(install.folder.path("site/config.json")).expect("the connections");
    bucket.write("site/config.json", config);
    let server = store(&bucket.path("site"), port).await;

    let browser = browser().await;
    browser.goto(&format!("{origin}/bucket/")).await;
    browser.see_in(".table-foot", "us-east-1: ").await;
    browser.see_gone("so far").await;
    let image = triton_image(&install, "retired-app");
    // A deep link: the store answers 404 with the page, which finds its place by its base.
    browser.goto(&format!("{origin}/bucket/images/us-east-1/{image}?action=delete")).await;
    browser.fill("Type the image's name to confirm: retired-app", "retired-app").await;
    browser.click("Delete image").await;
    browser.see("DeleteImage retired-app 3.1.4: succeeded").await;
    close(browser).await;
    server.abort();
}
