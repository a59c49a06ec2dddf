//! Requests to Oracle Cloud: what arrives is what was signed, whatever is sent. The page's `fetch` is
//! in the service's place here, and verifies as the service does, with none of our code.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use image_console_core::{ErrorKind, Method, Request, encode};
use image_console_platform::keystore::KeyInfo;
use image_console_platform::signer::{self, OciIdentity};
use image_console_platform::{AbortHandle, Call, fetch, key_import, keystore};
use serde_json::Value;
use support::{FakeFetch, js_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const HOST: &str = "iaas.eu-frankfurt-1.oraclecloud.com";
const ROOT: &str = "https://proxy.example/oci/frankfurt/compute/";
const RSA: &str = "{ name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), \
                   hash: 'SHA-256' }";

/// The service: takes the proxy's prefix away, puts its own host in, and verifies.
const SERVICE: &str = r#"return (async () => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const base64 = data => btoa(String.fromCharCode(...new Uint8Array(data)));
    const url = new URL(request.url);
    const authorization = request.headers.get('authorization');
    const part = name => new RegExp('[ ,]' + name + '="([^"]*)"').exec(authorization)[1];
    const values = {
        '(request-target)': request.method.toLowerCase() + ' ' + url.pathname.replace('/oci/frankfurt/compute', '') + url.search,
        'host': 'iaas.eu-frankfurt-1.oraclecloud.com',
        'content-length': String(bytes.length),
        'x-content-sha256': base64(await crypto.subtle.digest('SHA-256', bytes)),
    };
    const names = part('headers');
    const text = names.split(' ').map(name => name + ': ' + (values[name] ?? request.headers.get(name))).join('\n');
    const signature = Uint8Array.from(atob(part('signature')), c => c.charCodeAt(0));
    const good = await crypto.subtle.verify('RSASSA-PKCS1-v1_5', window.publicKey, signature, new TextEncoder().encode(text));
    return new Response(JSON.stringify({
        good, names, text, keyId: part('keyId'), version: part('version'), algorithm: part('algorithm'),
        hash: request.headers.get('x-content-sha256'), type: request.headers.get('content-type'),
    }));
})()"#;

/// Imports a new key; its public half stays in the page for the service.
async fn key(algorithm: &str) -> KeyInfo {
    let make = format!(
        "const pair = await crypto.subtle.generateKey({algorithm}, true, ['sign', 'verify']); \
         window.publicKey = pair.publicKey; \
         const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)); \
         return '-----BEGIN PRIVATE KEY-----\\n' + btoa(String.fromCharCode(...der)).match(/.{{1,64}}/g).join('\\n') + \
         '\\n-----END PRIVATE KEY-----\\n';"
    );
    key_import::import("test", &js_text(&make, JsValue::NULL).await, None).await.expect("imported")
}

/// Signs and sends; what the service says of it.
async fn arrives(identity: OciIdentity<'_>, request: &Request) -> Value {
    let auth = signer::sign_oci(identity, HOST, request).await.expect("signed");
    let call = Call::new(ROOT, request).auth(auth);
    let answer = fetch::send(&call, &AbortHandle::new()).await.expect("an answer");
    serde_json::from_slice(&answer.body).expect("JSON")
}

/// Numbers that look random and are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("fits") % end
    }

    /// Text of what encoders disagree about, and of what UTF-8 needs several bytes for.
    fn text(&mut self) -> String {
        let all: Vec<char> = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~aZ09ü€🌍\u{0}\n\t".chars().collect();
        (0..self.below(12)).filter_map(|_| all.get(self.below(all.len())).copied()).collect()
    }
}

#[wasm_bindgen_test]
async fn whatever_is_sent_is_exactly_what_was_signed() {
    let info = key(RSA).await;
    let identity =
        OciIdentity::ApiKey { tenancy: "ocid1.tenancy.oc1..t", user: "ocid1.user.oc1..u", key: &info.id };
    let _service = FakeFetch::answering(SERVICE);
    let mut numbers = Numbers(7);
    let methods = [Method::Get, Method::Head, Method::Delete, Method::Post, Method::Put, Method::Patch];
    for round in 0..120 {
        let method = methods[round % methods.len()];
        let path = encode::component(&format!("x{}", numbers.text()));
        let query = encode::query(&[("displayName", numbers.text()), ("page", numbers.text())]);
        let mut request = Request::new(method, format!("/20160918/images/{path}?{query}"));
        let has_body = matches!(method, Method::Post | Method::Put | Method::Patch);
        if has_body && numbers.below(4) > 0 {
            request = request.json(&serde_json::json!({ "displayName": numbers.text() }));
        }
        let said = arrives(identity, &request).await;
        assert_eq!(said["good"], true, "{request:?}: {said}");
        let names = if has_body {
            "x-date (request-target) host content-type content-length x-content-sha256"
        } else {
            "x-date (request-target) host"
        };
        assert_eq!(said["names"], names);
        assert_eq!((said["version"].as_str(), said["algorithm"].as_str()), (Some("1"), Some("rsa-sha256")));
        let id = format!("ocid1.tenancy.oc1..t/ocid1.user.oc1..u/{}", info.oci_fingerprint);
        assert_eq!(said["keyId"], id);
        if has_body && request.body.is_none() {
            assert_eq!(said["hash"], "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
            assert_eq!(said["type"], "application/json");
        }
    }
    keystore::remove(&info.id).await.expect("removed");
}

#[wasm_bindgen_test]
async fn a_session_signs_with_its_token_and_its_own_key() {
    let info = key(RSA).await;
    let _service = FakeFetch::answering(SERVICE);
    let request = Request::new(Method::Get, "/20160918/images?compartmentId=c");
    let session = |token| OciIdentity::Session { token, key: &info.id };
    let said = arrives(session("a.b-c_d.e"), &request).await;
    assert_eq!((said["good"].as_bool(), said["keyId"].as_str()), (Some(true), Some("ST$a.b-c_d.e")));
    for token in ["", "a b", "a\"b", "a\nb"] {
        let error = signer::sign_oci(session(token), HOST, &request).await.expect_err("no token");
        assert_eq!(error.kind, ErrorKind::NotSigned);
        assert!(error.message.contains("session token"), "{error}");
    }
    keystore::remove(&info.id).await.expect("removed");
    let error = signer::sign_oci(session("a.b.c"), HOST, &request).await.expect_err("no key");
    assert!(error.message.contains("Import it"), "{error}");
}

#[wasm_bindgen_test]
async fn a_key_that_oracle_cloud_does_not_accept_is_told_before_anything_is_sent() {
    let info = key("{ name: 'ECDSA', namedCurve: 'P-256' }").await;
    let identity = OciIdentity::ApiKey { tenancy: "t", user: "u", key: &info.id };
    let request = Request::new(Method::Get, "/20160918/images");
    let error = signer::sign_oci(identity, HOST, &request).await.expect_err("an elliptic key");
    assert_eq!(error.kind, ErrorKind::NotSigned);
    assert!(error.message.contains("RSA keys only"), "{error}");
    keystore::remove(&info.id).await.expect("removed");
}
