//! The page in a frame of a portal, as a browser has it: shown where `config.json` names the portal,
//! refused where it does not. A few lines stand for the console's files there; the console itself, with
//! its own element, is looked at last.

use axum::Router;
use axum::response::Html;
use image_console_deploy::Server;
use image_console_deploy_tests::install::{Layout, Plan};
use image_console_deploy_tests::server::free_port;
use image_console_e2e::Browser;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::{browser, close, plan};

#[tokio::test(flavor = "multi_thread")]
async fn nginx_shows_the_page_in_a_listed_portal_only() {
    framed(|| Plan::new(Server::Nginx, Layout::One).at("/tools/images/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_shows_the_page_in_a_listed_portal_only() {
    framed(|| Plan::new(Server::Caddy, Layout::Two)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_shows_it_behind_a_sign_in_too() {
    signed_in(Server::Nginx, "if ($cookie_session != ours) { return 403; }\n").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_shows_it_behind_a_sign_in_too() {
    signed_in(Server::Caddy, "@stranger not header Cookie *session=ours*\nrespond @stranger 403\n").await;
}

/// Around the page on another site: another name for this machine is one.
async fn framed(plan: impl Fn() -> Plan) {
    let portal = free_port();
    let own = format!("http://localhost:{portal}");
    for (origins, shown) in [
        (vec![own.as_str()], true),
        (vec!["http://localhost:1", "https://portal.example.com"], false),
        (vec![], false),
    ] {
        let root = plan().base;
        let install = plan().embedded_in(&origins).start().await;
        let base = format!("{}{root}", install.origin());
        let server = serve(portal, page(&base)).await;
        let browser = Browser::open(&[]).await;
        assert_eq!(portal_loads_the_script(&browser, &own).await, shown, "{origins:?}");
        let frame = frame(&browser).await;
        if shown {
            assert_eq!((&frame["address"], &frame["title"]), (&Value::from(base), &Value::from("Console")));
            assert_eq!((&frame["clipboard"], &frame["camera"]), (&Value::Bool(true), &Value::Bool(false)));
        } else {
            assert!(frame["title"] != "Console" && frame["address"] != base.as_str(), "{origins:?}: {frame}");
        }
        browser.close().await;
        server.abort();
    }
}

/// Behind a guard that knows people by a cookie, around the page on the same site.
async fn signed_in(server: Server, guard: &str) {
    let portal = free_port();
    let own = format!("http://127.0.0.1:{portal}");
    let plan = Plan::new(server, Layout::One).embedded_in(&[&own]).with(json!({ "guard": "/FOLDER/guard" }));
    let install = plan.start_with(|ready| drop(ready.folder.write("guard", guard))).await;
    let server = serve(portal, page(&format!("{}/", install.origin()))).await;
    let browser = Browser::open(&[]).await;
    assert!(!portal_loads_the_script(&browser, &own).await, "nobody has signed in");
    assert_ne!(frame(&browser).await["title"], "Console");
    browser.driver.enter_default_frame().await.expect("the portal");
    let cookie = json!({ "name": "session", "value": "ours", "url": install.origin(), "sameSite": "Lax" });
    browser.driver.cdp().send_raw("Network.setCookie", cookie).await.expect("a cookie");
    assert!(portal_loads_the_script(&browser, &own).await);
    assert_eq!(frame(&browser).await["title"], "Console");
    browser.close().await;
    server.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_shows_the_console_in_its_element() {
    works(plan(Server::Nginx, Layout::Two, "/tools/images/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_shows_the_console_in_its_element() {
    works(plan(Server::Caddy, Layout::One, "/")).await;
}

/// The built console in a portal on another site, at a route of the portal's choice.
async fn works(plan: Plan) {
    let portal = free_port();
    let own = format!("http://localhost:{portal}");
    let root = plan.base;
    let install = Plan { signed_behind: true, ..plan }.embedded_in(&[&own]).start().await;
    let base = format!("{}{root}", install.origin());
    let page = format!(
        "<!doctype html><title>Portal</title><script type=module src=\"{base}image-console-element.js\"></script>\
         <image-console route=\"images?state=all\"></image-console>"
    );
    let server = serve(portal, page).await;
    let browser = browser().await;
    browser.goto(&own).await;
    let inside =
        "return document.querySelector('image-console')?.shadowRoot?.querySelector('iframe') ?? null";
    browser.wait_for("the element to open its frame", inside, vec![]).await;
    let found = browser.driver.execute(inside, vec![]).await.expect("the script runs");
    found.element().expect("a frame").enter_frame().await.expect("goes into it");
    browser.see_in(".table-foot", "us-east-1: ").await;
    browser.see_gone("so far").await;
    let address = browser.script("return location.href", vec![]).await;
    assert_eq!(address, format!("{base}images?state=all"));
    assert!(!install.upstreams.arrived().is_empty(), "the lists came through the proxy");
    close(browser).await;
    server.abort();
}

/// Opens the portal; whether the script of the element has run in it.
async fn portal_loads_the_script(browser: &Browser, portal: &str) -> bool {
    browser.goto(portal).await;
    let said = browser.wait_for("the script to load or not", "return window.script ?? null", vec![]).await;
    let ran = browser.script("return window.shown === true", vec![]).await;
    assert_eq!(said, if ran == true { "loaded" } else { "refused" });
    ran == true
}

/// Goes into the frame; what is there.
async fn frame(browser: &Browser) -> Value {
    browser.driver.enter_frame(0).await.expect("a frame");
    let found = "const may = feature => document.featurePolicy.allowsFeature(feature); \
         return location.href === 'about:blank' || document.readyState !== 'complete' ? null : { \
         address: location.href, title: document.title, clipboard: may('clipboard-write'), camera: may('camera') }";
    browser.wait_for("what is in the frame", found, vec![]).await
}

/// A portal's page around the console at this address.
fn page(base: &str) -> String {
    format!(
        "<!doctype html><title>Portal</title>\
         <iframe src=\"{base}\" allow=\"clipboard-write; camera\"></iframe>\
         <script type=module crossorigin=use-credentials src=\"{base}image-console-element.js\" \
         onload=\"window.script = 'loaded'\" onerror=\"window.script = 'refused'\"></script>"
    )
}

async fn serve(port: u16, page: String) -> tokio::task::JoinHandle<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("a port");
    let router = Router::new().fallback(async move || Html(page.clone()));
    tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") })
}
