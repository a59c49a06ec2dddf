//! What a page leaves in the browser: storage, databases, caches and cookies, read from the page's own
//! origin as any script there could.

use serde_json::Value;

use crate::Browser;

/// Reads all places, `[place, text]` each. A record of a database may be any structured clone: bytes are
/// given as text and in hexadecimal, and a key says no more than what kind it is.
const READ: &str = r#"
    const done = arguments[0];
    const hex = bytes => [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
    const bytes = v => new TextDecoder().decode(v) + ' ' + hex(v);
    const spell = async (v, seen) => {
        if (v === null || typeof v !== 'object') return String(v);
        if (seen.has(v)) return '';
        seen.add(v);
        if (v instanceof CryptoKey) return `[${v.type} key]`;
        if (v instanceof Date) return v.toISOString();
        if (v instanceof Blob) return bytes(new Uint8Array(await v.arrayBuffer()));
        if (v instanceof ArrayBuffer) return bytes(new Uint8Array(v));
        if (ArrayBuffer.isView(v)) return bytes(new Uint8Array(v.buffer, v.byteOffset, v.byteLength));
        const many = Array.isArray(v) || v instanceof Map || v instanceof Set;
        const inner = many ? [...v] : [...Object.keys(v), ...Object.values(v)];
        const parts = [];
        for (const part of inner) parts.push(await spell(part, seen));
        return parts.join('\n');
    };
    const settled = request => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
    (async () => {
        const all = [];
        for (const [place, storage] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]])
            for (const name of Object.keys(storage)) all.push([place, `${name}\n${storage.getItem(name)}`]);
        for (const { name } of await indexedDB.databases()) {
            const db = await settled(indexedDB.open(name));
            for (const store of db.objectStoreNames) {
                const records = db.transaction(store).objectStore(store);
                const [keys, values] = await Promise.all([settled(records.getAllKeys()), settled(records.getAll())]);
                all.push([`IndexedDB ${name}/${store}`, await spell([keys, values], new Set())]);
            }
            db.close();
        }
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                const answer = await cache.match(request);
                const heads = [...request.headers, ...answer.headers].map(h => h.join(': '));
                all.push([`cache ${name}`, [request.url, ...heads, await answer.text()].join('\n')]);
            }
        }
        all.push(['document.cookie', document.cookie]);
        return all;
    })().then(all => done(JSON.stringify(all)), error => done('failed: ' + error));"#;

/// Tries to read every key that a database holds, in every form there is.
const KEYS: &str = r#"
    const done = arguments[0];
    const settled = request => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
    const found = [];
    const look = v => {
        if (v === null || typeof v !== 'object') return;
        if (v instanceof CryptoKey) found.push(v);
        else Object.values(v).forEach(look);
    };
    (async () => {
        for (const { name } of await indexedDB.databases()) {
            const db = await settled(indexedDB.open(name));
            for (const store of db.objectStoreNames) look(await settled(db.transaction(store).objectStore(store).getAll()));
            db.close();
        }
        const keys = [];
        for (const key of found) {
            const gives = [];
            if (key.extractable) gives.push('extractable');
            for (const form of ['raw', 'pkcs8', 'spki', 'jwk']) {
                try { await crypto.subtle.exportKey(form, key); gives.push(form); } catch {}
            }
            keys.push([`${key.type} ${key.algorithm.name} ${key.usages}`, gives.join()]);
        }
        return keys;
    })().then(keys => done(JSON.stringify(keys)), error => done('failed: ' + error));"#;

/// What the page has stored, by place.
pub async fn by_place(browser: &Browser) -> Vec<(String, String)> {
    let mut all = pairs(browser, READ).await;
    let cookies = browser.driver.get_all_cookies().await.expect("the cookies");
    // Also those that no script can read.
    all.push(("cookie".to_owned(), format!("{cookies:?}")));
    all
}

/// Everything that the page has stored, as one text.
pub async fn all(browser: &Browser) -> String {
    let texts: Vec<String> =
        by_place(browser).await.into_iter().map(|(place, text)| format!("{place}\n{text}")).collect();
    texts.join("\n")
}

/// Every stored key: what it is, and what of it can be read; nothing, as it should be.
pub async fn keys(browser: &Browser) -> Vec<(String, String)> {
    pairs(browser, KEYS).await
}

async fn pairs(browser: &Browser, script: &str) -> Vec<(String, String)> {
    let result = browser.driver.execute_async(script, vec![]).await.expect("the script runs");
    let text = result.json().as_str().expect("text").to_owned();
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}"));
    serde_json::from_value(value).expect("pairs of texts")
}
