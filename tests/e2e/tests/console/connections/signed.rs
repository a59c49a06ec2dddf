//! A connection that signs in the browser, against an upstream that verifies.

use image_console_e2e::App;

use super::add_signed;
use crate::fault_support::account_key;

async fn signs(file: &str, fingerprint: &str, algorithm: &str) {
    let app = App::open("connections").await;
    app.browser.see("No key is in this browser").await;
    add_signed(&app, "Signed", "jdoe", &account_key(file)).await;
    app.browser.see("The endpoint answers and accepts the credentials. Datacenter us-east-1.").await;
    app.browser.click("Images").await;
    app.browser.see("Signed: 226 of 226").await;
    app.browser.see_gone("so far").await;

    let signed: Vec<_> =
        app.world.journal().into_iter().filter(|e| e.via.starts_with("/triton/us-east-1/")).collect();
    let ping = signed.iter().find(|e| e.target == "/--ping").expect("a sign of life");
    assert_eq!(ping.headers.get("authorization"), None, "a sign of life needs no signature");
    let asked: Vec<_> = signed.iter().filter(|e| e.target != "/--ping").collect();
    assert!(asked.iter().any(|e| e.target == "/jdoe/datacenters"), "the test asked");
    assert!(asked.iter().any(|e| e.target == "/jdoe/images?state=all"), "the list was asked");
    for entry in asked {
        let authorization = entry.headers.get("authorization").unwrap_or_default();
        let begins =
            format!("Signature keyId=\"/jdoe/keys/{fingerprint}\",algorithm=\"{algorithm}\",headers=\"");
        assert!(authorization.starts_with(&begins), "{authorization}");
        assert!(
            authorization.contains("x-date") && authorization.contains("(request-target)"),
            "{authorization}"
        );
        assert!(entry.headers.get("x-date").is_some_and(|date| date.ends_with(" GMT")), "x-date");
        assert_eq!(entry.status, 200, "{}", entry.target);
    }
    // The key is there after a reload, and signs again.
    app.world.clear_journal();
    app.goto("images").await;
    app.browser.see("Signed: 226 of 226").await;
    app.browser.see_gone("so far").await;
    let again = app
        .world
        .journal()
        .into_iter()
        .filter(|e| e.via.starts_with("/triton/us-east-1/jdoe/images"))
        .map(|e| e.status)
        .collect::<Vec<_>>();
    assert_eq!(again, [200]);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_signed_with_an_rsa_key() {
    signs("jdoe-rsa.openssh.pem", "b7:3b:2a:35:c5:19:2f:35:49:df:59:8e:28:32:6a:8f", "rsa-sha256").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_signed_with_an_ecdsa_key() {
    signs("jdoe-ecdsa.openssh.pem", "1f:9a:2b:76:b7:69:d7:1b:3f:29:da:1d:38:85:a8:7a", "ecdsa-sha256").await;
}
