//! The console at its usual work, behind each server.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use image_console_e2e::Browser;
use image_console_emulator::oci::Kind;
use serde_json::json;

use crate::support::{browser, close, key, plan, triton_image};

#[tokio::test(flavor = "multi_thread")]
async fn nginx_on_one_origin() {
    works(plan(Server::Nginx, Layout::One, "/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_on_two_origins_below_a_path() {
    works(plan(Server::Nginx, Layout::Two, "/tools/images/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_on_one_origin_below_a_path() {
    works(plan(Server::Caddy, Layout::One, "/tools/images/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_on_two_origins() {
    works(plan(Server::Caddy, Layout::Two, "/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_with_a_key_in_the_browser() {
    signs(plan(Server::Nginx, Layout::One, "/tools/images/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_with_a_key_in_the_browser_on_two_origins() {
    signs(plan(Server::Caddy, Layout::Two, "/")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_behind_a_sign_in() {
    signed_in(plan(Server::Nginx, Layout::One, "/"), "if ($cookie_session != ours) { return 403; }\n").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_behind_a_sign_in() {
    let guard = "@stranger not header Cookie *session=ours*\nrespond @stranger 403\n";
    signed_in(plan(Server::Caddy, Layout::One, "/tools/images/"), guard).await;
}

/// A guard that knows people by the cookie of a sign-in: the page sends it, and it ends at the proxy.
async fn signed_in(plan: Plan, guard: &str) {
    let root = plan.base;
    let plan = Plan { signed_behind: true, ..plan }.with(json!({ "guard": "/FOLDER/guard" }));
    let install = plan.start_with(|ready| drop(ready.folder.write("guard", guard))).await;
    let stranger = install.page("GET", root, &[("Accept", "text/html")]).await;
    assert_eq!(stranger.status, 403);
    let browser = browser().await;
    let cookie = json!({ "name": "session", "value": "ours", "url": install.origin(), "sameSite": "Lax" });
    browser.driver.cdp().send_raw("Network.setCookie", cookie).await.expect("a cookie");
    browser.goto(&format!("{}{root}images", install.origin())).await;
    browser.see_in(".table-foot", "us-east-1: ").await;
    browser.see_gone("so far").await;
    let arrived = install.upstreams.arrived();
    assert!(!arrived.is_empty() && arrived.iter().all(|entry| entry.headers.get("cookie").is_none()));
    close(browser).await;
}

/// List, deep link and a write on each API; a gateway behind the proxy signs.
async fn works(plan: Plan) {
    let root = plan.base;
    let install = Plan { signed_behind: true, ..plan }.start().await;
    let browser = browser().await;
    let at = |address: &str| format!("{}{root}{address}", install.origin());
    browser.goto(&at("images")).await;
    browser.see_in(".table-foot", "us-east-1: ").await;
    browser.see_in(".table-foot", "fra: ").await;
    browser.see_gone("so far").await;

    let image = triton_image(&install, "retired-app");
    browser.goto(&at(&format!("images/us-east-1/{image}?action=delete"))).await;
    browser.fill("Type the image's name to confirm: retired-app", "retired-app").await;
    install.upstreams.arrived();
    browser.click("Delete image").await;
    browser.see("DeleteImage retired-app 3.1.4: succeeded").await;
    assert_eq!(writes(&install), [format!("DELETE /jdoe/images/{image}")]);
    assert!(browser.url().await.starts_with(&at("")), "still below {root}");

    let deleted =
        install.upstreams.world().oci().id_of("eu-frankfurt-1", Kind::ContainerImage, "shop/api:1.3.0@");
    let deleted = deleted.expect("the seed's image");
    browser.goto(&at(&format!("images/fra/{deleted}?action=restore"))).await;
    browser.see_in("dialog", "Can be restored for").await;
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    assert_eq!(writes(&install), [format!("POST /20160918/container/images/{deleted}/actions/restore")]);
    close(browser).await;
}

/// A key is imported, and the upstream verifies what the browser signs through the proxy.
async fn signs(plan: Plan) {
    let root = plan.base;
    let install = plan.start().await;
    let browser = browser().await;
    let at = |address: &str| format!("{}{root}{address}", install.origin());
    let endpoint = format!("http://127.0.0.1:{}/api/us-east-1", install.api);
    browser.goto(&at("connections?action=add")).await;
    browser.fill("Name", "Signed").await;
    browser.fill("Endpoint", &endpoint).await;
    browser.click("HTTP signature in the browser").await;
    browser.fill("Account", "jdoe").await;
    browser.click("Import a key…").await;
    browser.see_in("dialog", "File of the private key").await;
    let file = browser.control("File of the private key").await;
    file.send_keys(key("jdoe-ecdsa.openssh.pem")).await.expect("a file");
    browser.see_in("dialog", "It needs no passphrase.").await;
    browser.click("Import").await;
    let one = "return document.querySelectorAll('dialog[open]').length === 1";
    browser.wait_for("the import dialog to go", one, vec![]).await;
    browser.click("Save and test").await;
    browser.gone("dialog[open]").await;
    browser.see("The endpoint answers and accepts the credentials. Datacenter us-east-1.").await;

    let image = triton_image(&install, "retired-app");
    browser.goto(&at(&format!("images/signed/{image}?action=delete"))).await;
    browser.fill("Type the image's name to confirm: retired-app", "retired-app").await;
    install.upstreams.arrived();
    browser.click("Delete image").await;
    browser.see("DeleteImage retired-app 3.1.4: succeeded").await;
    assert_eq!(writes(&install), [format!("DELETE /jdoe/images/{image}")]);
    no_key_is_readable(&browser).await;
    close(browser).await;
}

/// What an upstream was asked to change, and did.
fn writes(install: &Install) -> Vec<String> {
    let arrived = install.upstreams.arrived().into_iter();
    let writes = arrived.filter(|entry| !["GET", "HEAD"].contains(&entry.method.as_str()));
    let fine = writes.inspect(|entry| assert!(entry.status < 300, "{entry:?}"));
    fine.map(|entry| format!("{} {}", entry.method, entry.target)).collect()
}

/// The key in the browser's store cannot be taken out by script.
async fn no_key_is_readable(browser: &Browser) {
    let script = "const done = arguments[0]; (async () => { const keys = []; \
        for (const { name } of await indexedDB.databases()) { \
            const db = await new Promise((good, bad) => { const open = indexedDB.open(name); open.onsuccess = () => good(open.result); open.onerror = bad; }); \
            for (const store of db.objectStoreNames) { \
                const rows = await new Promise((good, bad) => { const got = db.transaction(store).objectStore(store).getAll(); got.onsuccess = () => good(got.result); got.onerror = bad; }); \
                const look = value => { if (value instanceof CryptoKey) keys.push(value); else if (value && typeof value === 'object') Object.values(value).forEach(look); }; \
                rows.forEach(look); \
            } \
            db.close(); } \
        const taken = []; \
        for (const key of keys) for (const format of ['pkcs8', 'jwk', 'raw']) \
            await crypto.subtle.exportKey(format, key).then(() => taken.push(format), () => {}); \
        return keys.length + ' keys, taken out: ' + taken; })().then(done, error => done('failed: ' + error));";
    let result = browser.driver.execute_async(script, vec![]).await.expect("the script runs");
    assert_eq!(result.json(), "1 keys, taken out: ");
}
