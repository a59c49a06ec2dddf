//! The filters that the services apply, under the documented names, each to its own service.

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn filters_reach_their_own_service_as_documented() {
    let app = only(|app| connection(app, "fra", "oci-as/ola", "proxy"), 40, "images").await;
    let browser = &app.browser;
    browser.see_in(".table-foot", "fra: ").await;
    browser.see_gone("so far").await;
    app.world.clear_journal();
    browser.click("Server filters…").await;
    browser.see_in("dialog", "ListImages of OCI compute").await;
    browser.see_in("dialog", "ListContainerImages of OCI artifacts").await;
    browser.fill("compute.operatingSystem", "Oracle Linux").await;
    browser.fill("compute.displayName", WEB).await;
    browser.fill("artifacts.repositoryName", "shop/*").await;
    browser.control("artifacts.lifecycleState").await.send_keys("DELETED").await.expect("keys");
    browser.click("Apply").await;
    browser.gone("dialog[open]").await;
    browser.see_in(".table-foot", "Filters sent:").await;
    browser.see_in(".table-foot", &format!("compute.displayName: {WEB} to fra")).await;
    browser.see_gone("so far").await;
    browser.see_in("tbody", "shop/web").await;
    let compute = app.requests("GET", "/20160918/images");
    let firsts = compute.iter().filter(|e| !e.target.contains("page=")).count();
    assert_eq!(firsts, 1, "one compartment, one list");
    let shop = compartment(&app, "shop");
    for part in [
        format!("compartmentId={shop}"),
        format!("displayName={WEB}"),
        "operatingSystem=Oracle%20Linux".to_owned(),
    ] {
        assert!(compute[0].target.contains(&part), "{part} in {}", compute[0].target);
    }
    assert!(!compute[0].target.contains("repositoryName"), "{}", compute[0].target);
    let artifacts = app.requests("GET", "/20160918/container/images");
    assert_eq!(artifacts.len(), 1, "one state, one list");
    let target = &artifacts[0].target;
    assert!(target.contains("lifecycleState=DELETED"), "{target}");
    assert!(
        target.contains("repositoryName=shop%2F%2A") || target.contains("repositoryName=shop%2F*"),
        "{target}"
    );
    assert!(!target.contains("operatingSystem"), "{target}");

    // They are part of the address.
    app.world.clear_journal();
    let address = browser.url().await;
    browser.goto(&address).await;
    browser.see_in("tbody", "shop/web").await;
    browser.see_gone("so far").await;
    let again = app.requests("GET", "/20160918/container/images");
    assert_eq!(&again[0].target, target);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_that_the_service_would_refuse_is_said_at_its_field() {
    let app = only(|app| connection(app, "fra", "oci-as/ola", "proxy"), 40, "images").await;
    let browser = &app.browser;
    browser.see_in(".table-foot", "fra: ").await;
    browser.see_gone("so far").await;
    app.world.clear_journal();
    browser.click("Server filters…").await;
    browser.fill("artifacts.imageId", "not-an-ocid").await;
    browser.click("Apply").await;
    browser
        .wait_for(
            "the mark",
            "return document.querySelector('dialog[open] input[aria-invalid=true]') !== null",
            vec![],
        )
        .await;
    assert_eq!(browser.value("artifacts.imageId").await, "not-an-ocid");
    assert!(app.world.journal().is_empty());
    app.close().await;
}
