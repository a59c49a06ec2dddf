//! The table: every page of the list, with names and without a question for each row; the search.

use image_console_emulator::Fault;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_read_and_counted() {
    let app = open("service-instances").await;
    let browser = &app.browser;
    let script = r"const said = document.querySelector('.table-foot')?.innerText.match(/cf: (\d+) of (\d+)(.*)/);
        return said && said[1] === said[2] && !said[3].includes('read') ? Number(said[1]) : 0";
    let count = browser.wait_for("the whole list", script, vec![]).await.as_u64().unwrap_or_default();
    let lists = app.requests("GET", "/v3/service_instances");
    assert_eq!(lists.len() as u64, count.div_ceil(200), "one question for each page");
    assert!(lists.iter().all(|e| e.target.contains("type=managed") && e.status == 200));
    let others = app.world.journal().into_iter().filter(|e| !e.target.starts_with("/v3/service_instances?"));
    let others: Vec<String> = others.map(|e| e.target).collect();
    assert_eq!(others, ["/"], "names come with the list");

    browser.fill("Search name", "orders-db shop").await;
    browser.see_in(".table-foot", &format!("of {count} match")).await;
    browser.see_in("tbody", "orders-db-copy").await;
    browser.see_in("tbody", "prod").await;
    assert!(browser.url().await.ends_with("service-instances?q=orders-db%20shop"));
    browser.fill("Search name", "nothing is called so").await;
    browser.see(&format!("0 of {count} service instances match")).await;
    browser.click("Clear the search").await;
    browser.click("User-provided too").await;
    browser.see_in(".table-foot", "cf: ").await;
    browser.fill("Search name", "mail-relay").await;
    browser.see_in("tbody", "mail-relay").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_fails_costs_only_itself_and_is_read_on() {
    let app = open("connections").await;
    let browser = &app.browser;
    let body =
        r#"{"errors":[{"code":10015,"title":"CF-ServiceUnavailable","detail":"Service unavailable"}]}"#;
    let fault = Fault::on("GET", "*/v3/service_instances?page=2*").times(1).status(503, body);
    app.world.add_fault(fault);
    app.goto("service-instances").await;
    browser.see("the service instances could not be listed; 200 rows stay").await;
    browser.see("CF-ServiceUnavailable (10015)").await;
    browser.see_in(".table-foot", "read, not complete").await;
    browser.click("Read on").await;
    browser.see_gone("not complete").await;
    let pages = app.requests("GET", "/v3/service_instances");
    let first = pages.iter().filter(|e| !e.target.contains("?page="));
    assert_eq!(first.count(), 1, "the first page is not read twice");
    app.close().await;
}
