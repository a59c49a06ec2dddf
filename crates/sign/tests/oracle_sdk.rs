//! The same requests, signed by Oracle's own SDK for Python (`tests/keys/oci_vectors.py`): the same string
//! is signed, and its signature makes the same `Authorization`.

#![allow(clippy::expect_used, reason = "all of this is test")]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_console_sign::http_signature::oci;
use serde_json::Value;

/// The parameters of an `Authorization`, whose order means nothing.
fn parameters(authorization: &str) -> Vec<(&str, &str)> {
    let rest = authorization.strip_prefix("Signature ").expect("a signature");
    let mut parameters: Vec<(&str, &str)> = rest
        .split("\",")
        .map(|parameter| parameter.trim_end_matches('"').split_once("=\"").expect("name=\"value\""))
        .collect();
    parameters.sort_unstable();
    parameters
}

#[test]
fn what_is_signed_is_what_oracles_own_sdk_signs() {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("keys/oci.vectors.json")).expect("the vectors are JSON");
    let key_id = oci::KeyId::api_key(
        "ocid1.tenancy.oc1..aaaa",
        "ocid1.user.oc1..bbbb",
        "20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:34",
    )
    .expect("a key id");
    for vector in &vectors {
        let text = |name: &str| vector[name].as_str().unwrap_or_default();
        let body = vector["body"].as_str().map(|body| oci::Body {
            content_type: "application/json",
            content_length: body.len(),
            sha256: STANDARD
                .decode(text("x-content-sha256"))
                .ok()
                .and_then(|hash| hash.try_into().ok())
                .expect("a hash of 32 bytes"),
        });
        let request = oci::Request {
            method: text("method"),
            target: text("target"),
            host: text("host"),
            x_date: text("x-date"),
            body,
        };
        let plan = oci::plan(&key_id, &request).expect("a plan");
        assert_eq!(plan.signing_string, text("signing_string"));
        let theirs = parameters(text("authorization"));
        let signature = theirs.iter().find(|(name, _)| *name == "signature").expect("a signature").1;
        let ours = plan.authorization(&STANDARD.decode(signature).expect("Base64"));
        assert_eq!(parameters(&ours), theirs, "{}", request.target);
    }
    let with_body = vectors.iter().filter(|vector| vector["method"] == "POST").count();
    assert_eq!((vectors.len(), with_body), (10, 4));
}
