//! Where a backup or a restore is not possible, the buttons say why.

use serde_json::json;

use super::world::*;

/// The reason beside a button of the page's head.
async fn reason(app: &image_console_e2e::App, button: &str) -> String {
    let script = "const b = [...document.querySelectorAll('.page-header button')].find(b => b.innerText.trim() === arguments[0]); \
        return b?.getAttribute('aria-disabled') === 'true' && document.getElementById(b.getAttribute('aria-describedby'))?.textContent";
    let why = app.browser.wait_for(&format!("why {button} is off"), script, vec![json!(button)]).await;
    why.as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reason_is_said_before_anything_is_sent() {
    let app = open("connections").await;
    for (name, says) in [
        ("locked-db", "not change it"),
        ("events-queue", "has no backups"),
        ("session-cache-legacy", "has no backups"),
        ("uploads-bucket", "has no backups"),
        ("mail-relay", "user-provided"),
        ("busy-db", "under way"),
    ] {
        open_instance(&app, CF, name).await;
        let why = reason(&app, "Restore…").await;
        assert!(why.contains(says), "{name}: {why}");
        assert_eq!(reason(&app, "Create backup…").await, why);
    }
    assert_eq!(asked(&app).len(), 0);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foundation_without_backups_says_so_and_shows_the_rest() {
    let app = open("connections").await;
    app.world
        .with_world(|w| w.cloud_foundry().switches().set(&json!({ "plain": true })))
        .expect("the switch");
    open_instance(&app, CF, ORDERS).await;
    app.browser.see("This foundation has no backups").await;
    let why = reason(&app, "Restore…").await;
    assert!(why.contains("exist only in Tanzu"), "{why}");
    app.browser.see_in("dd", "p.mysql").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_explained_and_costs_only_itself() {
    let app = open("connections").await;
    let browser = &app.browser;
    for (name, code) in
        [("fault-get-403", "CF-NotAuthorized (10003)"), ("fault-get-500", "UnknownError (10001)")]
    {
        app.goto(&format!("service-instances/{CF}/{}", guid(&app, name))).await;
        browser.see("cf: the service instance could not be read").await;
        browser.see(code).await;
    }
    open_instance(&app, CF, "fault-backups-500").await;
    browser.see("The backups could not be listed").await;
    browser.see("You may change it").await;
    let restore = "return [...document.querySelectorAll('.page-header button')].find(b => b.innerText.trim() === 'Restore…').getAttribute('aria-disabled')";
    assert_eq!(browser.script(restore, vec![]).await, serde_json::Value::Null, "the id can be typed");
    open_instance(&app, CF, "fault-backups-wrong-types").await;
    browser.see_in(".backups", "").await;
    app.goto(&format!("service-instances/{CF}/{}", guid(&app, "fault-get-wrong-types"))).await;
    browser.see("not the documented type").await;
    app.goto(&format!("service-instances/{CF}/no-such-guid")).await;
    browser.see("CF-ResourceNotFound (10010)").await;
    app.goto("service-instances/elsewhere/x").await;
    browser.see("This browser has no connection called elsewhere").await;
    app.close().await;
}
