//! Work that goes on by itself, followed by the console through each server: a restore by the
//! `Location` of its job, an upload to the Marketplace by HEAD. On two origins the browser shows the
//! page only the headers that the proxy names.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use image_console_e2e::Browser;
use serde_json::{Value, json};

use crate::support::{browser, close, plan};

#[tokio::test(flavor = "multi_thread")]
async fn nginx_on_two_origins() {
    follows(plan(Server::Nginx, Layout::Two, "/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_on_two_origins_below_a_path() {
    follows(plan(Server::Caddy, Layout::Two, "/tools/images/")).await;
}

async fn follows(plan: Plan) {
    let root = plan.base;
    let install = Plan { signed_behind: true, ..plan }.start().await;
    let browser = browser().await;
    let at = |address: &str| format!("{}{root}{address}", install.origin());

    let guid = install.upstreams.world().cloud_foundry().instance_named("orders-db").expect("the seed's");
    browser.goto(&at(&format!("service-instances/cf/{guid}"))).await;
    browser.see("backups, the latest first").await;
    browser.click("Restore this one…").await;
    browser.see_in("dialog", "Overwrites the data of orders-db").await;
    browser.fill("Type the instance's name", "orders-db").await;
    browser.click("Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    later(&install, &browser, 20).await;
    browser.see("POLLING").await;
    later(&install, &browser, 60).await;
    browser.see("succeeded; the API says COMPLETE").await;
    assert_eq!(install.upstreams.world().cloud_foundry().restores(&guid).len(), 1);

    let id = put(&install, "In Progress", 10);
    browser.goto(&at(&format!("uploads/market/{id}"))).await;
    browser.see("10 of 40 chunks uploaded, 30 pending").await;
    browser.see_in(".tray", "1 running").await;
    browser.click("Machine image upload").await;
    browser.see_in("h1", "Machine image upload").await;
    install.upstreams.arrived();
    put(&install, "Completed", 40);
    later(&install, &browser, 60).await;
    browser.gone(".tray").await;
    browser.see("Completed").await;
    let asked = install.upstreams.arrived().into_iter();
    let asked: Vec<String> =
        asked.filter(|entry| entry.target.ends_with(&id.to_string())).map(|entry| entry.method).collect();
    assert_eq!(asked, ["HEAD", "GET"], "the change is seen briefly, and then read");
    close(browser).await;
}

/// Time passes at the upstreams, and the console asks at once.
async fn later(install: &Install, browser: &Browser, seconds: i64) {
    install.upstreams.world().advance(seconds * 1_000);
    browser.click("Check now").await;
}

/// An upload that moves only when it is put there anew.
fn put(install: &Install, status: &str, chunks: i64) -> i64 {
    let upload: Value = json!({
        "uploadRequestId": 5_000_001, "application": "still", "statusName": status, "uploadedChunks": chunks,
        "pendingChunks": 40 - chunks, "lastModifiedDate": format!("2024-03-05T10:{chunks}:02.001Z"),
        "dataCenterImageUploadRequests": [],
    });
    install.upstreams.world().marketplace().put_upload(upload).expect("it is put")
}
