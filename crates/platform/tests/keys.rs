//! A key goes in once and never comes out; what it signs verifies.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use image_console_core::{ErrorKind, Method, Request};
use image_console_platform::signer::{self, TritonIdentity};
use image_console_platform::{crypto, key_import, keystore};
use js_sys::{Array, Uint8Array};
use support::{js, js_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RSA: &str = "{ name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), \
                   hash: 'SHA-256' }";

/// Makes a key pair; keeps the public key in the page and returns the private one as a PEM file.
async fn pem(algorithm: &str) -> String {
    let make = format!(
        "const pair = await crypto.subtle.generateKey({algorithm}, true, ['sign', 'verify']); \
         window.publicKey = pair.publicKey; \
         const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)); \
         const lines = btoa(String.fromCharCode(...der)).match(/.{{1,64}}/g).join('\\n'); \
         return '-----BEGIN PRIVATE KEY-----\\n' + lines + '\\n-----END PRIVATE KEY-----\\n';"
    );
    js_text(&make, JsValue::NULL).await
}

/// Whether a signature is good for a text under the public key kept by [`pem`].
async fn verifies(algorithm: &str, signature: &[u8], text: &str) -> bool {
    let verify = format!(
        "return await crypto.subtle.verify({algorithm}, window.publicKey, input[0], new TextEncoder().encode(input[1]))"
    );
    let input = Array::of2(&Uint8Array::from(signature), &JsValue::from_str(text));
    js(&verify, input).await.is_truthy()
}

/// The raw form `r ‖ s` of a DER signature, which WebCrypto wants.
fn raw(der: &[u8], half: usize) -> Vec<u8> {
    let mut at = if der[1] == 0x81 { 3 } else { 2 };
    let mut out = Vec::new();
    for _ in 0..2 {
        let length = der[at + 1] as usize;
        let number = &der[at + 2..at + 2 + length];
        let number = number.strip_prefix(&[0]).unwrap_or(number);
        out.extend(std::iter::repeat_n(0, half - number.len()));
        out.extend_from_slice(number);
        at += 2 + length;
    }
    out
}

fn signature_of(authorization: &str) -> &str {
    authorization.split("signature=\"").nth(1).expect("a signature").trim_end_matches('"')
}

async fn base64(text: &str) -> Vec<u8> {
    let bytes = js("return Uint8Array.from(atob(input), c => c.charCodeAt(0))", text).await;
    Uint8Array::new(&bytes).to_vec()
}

#[wasm_bindgen_test]
async fn an_rsa_key_signs_requests_and_cannot_be_read_again() {
    let info = key_import::import(" laptop ", &pem(RSA).await, None).await.expect("imported");
    assert_eq!((info.label.as_str(), info.kind.to_string().as_str()), ("laptop", "RSA, 2048 bits"));
    assert_eq!(info.fingerprint_md5.len(), 47);
    assert!(keystore::list().await.expect("readable").contains(&info));

    let stored = keystore::get(&info.id).await.expect("readable").expect("there");
    let export = "return [input.extractable, await crypto.subtle.exportKey('pkcs8', input).then(() => 'out', e => \
                  e.name), await crypto.subtle.exportKey('jwk', input).then(() => 'out', e => e.name)].join()";
    assert_eq!(js_text(export, stored.key).await, "false,InvalidAccessError,InvalidAccessError");

    let identity =
        TritonIdentity { account: "jdoe".into(), sub_user: Some("ci".into()), key: info.id.clone() };
    let request = Request::new(Method::Get, "/my/images?state=all");
    let headers = signer::sign_triton(&identity, &request).await.expect("signed");
    let (date, authorization) =
        (headers.get("x-date").expect("a date"), headers.get("authorization").expect("a signature"));
    let key_id = format!("keyId=\"/jdoe/users/ci/keys/{}\"", info.fingerprint_md5);
    assert!(authorization.contains(&key_id), "{authorization}");
    assert!(
        authorization.contains("algorithm=\"rsa-sha256\",headers=\"x-date (request-target)\""),
        "{authorization}"
    );
    let signed = format!("x-date: {date}\n(request-target): get /my/images?state=all");
    let signature = base64(signature_of(authorization)).await;
    assert!(verifies("'RSASSA-PKCS1-v1_5'", &signature, &signed).await);
    assert!(!verifies("'RSASSA-PKCS1-v1_5'", &signature, &signed.replace("all", "active")).await);

    keystore::remove(&info.id).await.expect("removed");
    let error = signer::sign_triton(&identity, &request).await.expect_err("gone");
    assert_eq!(error.kind, ErrorKind::NotSigned);
    assert!(error.message.contains("Import it"), "{error}");
}

#[wasm_bindgen_test]
async fn elliptic_keys_sign_too() {
    for (curve, hash, half) in [("P-256", "SHA-256", 32), ("P-384", "SHA-512", 48), ("P-521", "SHA-512", 66)]
    {
        let file = pem(&format!("{{ name: 'ECDSA', namedCurve: '{curve}' }}")).await;
        let info = key_import::import("", &file, None).await.expect(curve);
        assert_eq!(info.label, info.fingerprint_md5, "a file without a comment is named by its fingerprint");
        let stored = keystore::get(&info.id).await.expect("readable").expect("there");
        assert_eq!(stored.info, info);
        let der = crypto::sign(&stored.key, info.kind.algorithm(), b"text").await.expect("signed");
        let algorithm = format!("{{ name: 'ECDSA', hash: '{hash}' }}");
        assert!(verifies(&algorithm, &raw(&der, half), "text").await, "{curve}");
    }
}

#[wasm_bindgen_test]
async fn what_is_not_a_key_is_refused_in_words() {
    let error = key_import::import("x", "hello", None).await.expect_err("no key");
    assert!(matches!(error, key_import::KeyImportError::File(_)), "{error}");
    let garbage = crypto::import_pkcs8(b"garbage", image_console_sign::KeyKind::Rsa { bits: 2048 }).await;
    assert!(garbage.expect_err("no key").to_string().contains("refused"));
}

#[wasm_bindgen_test]
async fn digests_are_right() {
    let digest = crypto::sha256(b"").await.expect("a digest");
    assert_eq!(digest[..4], [0xe3, 0xb0, 0xc4, 0x42]);
}

#[wasm_bindgen_test]
async fn without_a_secure_context_it_says_what_to_do() {
    let hide = "Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });";
    js(hide, JsValue::NULL).await;
    let error = crypto::available().expect_err("not secure");
    let import = key_import::import("x", "hello", None).await.expect_err("not secure");
    js("delete crypto.subtle", JsValue::NULL).await;
    assert!(error.to_string().contains("https"), "{error}");
    assert!(matches!(import, key_import::KeyImportError::Crypto(_)));
    assert_eq!(crypto::available(), Ok(()));
}
