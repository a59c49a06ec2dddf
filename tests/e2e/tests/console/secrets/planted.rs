//! The scan can fail: a secret that is put somewhere is found there, wherever that is.

use image_console_e2e::App;
use serde_json::json;

use super::scan::Scan;
use super::secret::Secret;

/// A place as the scan calls it, and script that puts a text there.
const PLANTS: [(&str, &str); 26] = [
    ("localStorage", "localStorage.setItem('a', S)"),
    ("localStorage", "localStorage.setItem(S, 'a name')"),
    ("localStorage", "localStorage.setItem('b', btoa('x' + S))"),
    ("localStorage", "localStorage.setItem('c', JSON.stringify({ d: [encodeURIComponent(S)] }))"),
    ("sessionStorage", "sessionStorage.setItem('a', S)"),
    ("IndexedDB planted/records", "await put({ deep: [new Map([['a', S]])] })"),
    ("IndexedDB planted/records", "await put(new TextEncoder().encode('. ' + S).buffer)"),
    ("IndexedDB planted/records", "await put(new Blob([S]))"),
    ("cache planted", "await (await caches.open('planted')).put('/a', new Response(S))"),
    ("cache planted", "await (await caches.open('planted')).put('/b?' + S, new Response(''))"),
    (
        "cache planted",
        "await (await caches.open('planted')).put('/c', new Response('', { headers: { 'x-a': S } }))",
    ),
    ("document.cookie", "document.cookie = 'a=' + S"),
    ("the address", "history.replaceState(null, '', '?x=' + S)"),
    ("the history", "history.replaceState({ a: S }, '', '?')"),
    ("the title", "document.title = S"),
    ("the text", "document.body.append(S.slice(0, 4), S.slice(4))"),
    ("an attribute", "document.body.setAttribute('data-a', S)"),
    (
        "a field",
        "const input = document.createElement('input'); input.value = S; document.body.append(input)",
    ),
    ("the console", "console.debug('a', { b: S })"),
    ("the browser's log", "console.info(S)"),
    ("an error", "dispatchEvent(new ErrorEvent('error', { message: S }))"),
    ("a download", "URL.createObjectURL(new Blob([S]))"),
    ("the clipboard", "navigator.clipboard.writeText(S).catch(() => {})"),
    ("a notification", "new Notification('a', { body: S })"),
    (
        "a request to the page's server",
        "await fetch('favicon.svg', { referrer: location.origin + '/?' + S, referrerPolicy: 'unsafe-url' })",
    ),
    (
        "GET to us-east-1.api.example.com",
        "await fetch(API + '/triton-as/jdoe/us-east-1/jdoe/images?name=' + S)",
    ),
];

const PLANT: &str = r"
    const [S, API, act, done] = arguments;
    const settled = request => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = bad; });
    const put = async value => {
        const open = indexedDB.open('planted');
        open.onupgradeneeded = () => open.result.createObjectStore('records', { autoIncrement: true });
        const db = await settled(open);
        await settled(db.transaction('records', 'readwrite').objectStore('records').put(value));
        db.close();
    };
    const key = async () => put(await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']));
    const plants = { PLANTS };
    plants[act]().then(() => done(true), error => done(String(error)));";

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_found_wherever_it_is_put() {
    let app = App::open("about:blank").await;
    let mut scan = Scan::begin(&app.browser).await;
    app.goto("connections").await;
    app.browser.see("2 connections").await;
    for at in 0..PLANTS.len() {
        scan.know(Secret::text(&secret(at), &["example.com"], &secret(at)));
    }
    scan.nowhere(&app, "before anything was put anywhere").await;

    // A policy without eval: all of them stand in the one script, and are called by number.
    let acts: Vec<String> =
        PLANTS.iter().enumerate().map(|(at, (_, act))| format!("{at}: async () => {{ {act} }}")).collect();
    let script = PLANT.replace("{ PLANTS }", &format!("{{ {}, key }}", acts.join(", ")));
    for (at, (place, act)) in PLANTS.iter().enumerate() {
        plant(&app, &script, json!(secret(at)), json!(at)).await;
        let findings = scan.findings(&app).await;
        let says = format!("{} is in {place}", secret(at));
        assert!(findings.contains(&says), "{act} is not found: {findings:#?}");
    }
    plant(&app, &script, json!(""), json!("key")).await;
    let findings = scan.findings(&app).await;
    assert!(
        findings.iter().any(|f| f.contains("HMAC") && f.contains("extractable,raw,jwk")),
        "{findings:#?}"
    );
    scan.close(app).await;
}

async fn plant(app: &App, script: &str, secret: serde_json::Value, act: serde_json::Value) {
    let arguments = vec![secret, json!(app.world.api_url()), act];
    let done = app.browser.driver.execute_async(script, arguments).await.expect("the script runs");
    assert_eq!(*done.json(), json!(true));
}

fn secret(at: usize) -> String {
    format!("pl4nted-S3cret-{at:02}!")
}
