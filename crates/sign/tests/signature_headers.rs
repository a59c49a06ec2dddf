//! Signing strings and headers, against the API documents and signatures made by `openssl`.

#![allow(clippy::expect_used, clippy::panic, reason = "all of this is test")]

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_console_sign::http_signature::{SignError, oci, triton};
use image_console_sign::{Algorithm, Curve, KeyKind, ecdsa_raw_to_der};

const DATE: &str = "Tue, 05 Mar 2024 10:15:30 GMT";
const FINGERPRINT: &str = "7b:c1:0e:4f:92:aa:31:5d:66:08:f0:1c:9d:e3:27:b4";

fn signature(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys").join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

mod triton_cloudapi {
    use super::*;

    #[test]
    fn example_8_1_of_the_contract() {
        let key = triton::KeyId::account("jdoe", FINGERPRINT).expect("a key id");
        let plan = triton::plan(&key, Algorithm::RsaSha256, DATE).expect("a plan");
        assert_eq!(plan.signing_string, "x-date: Tue, 05 Mar 2024 10:15:30 GMT");
        assert_eq!(plan.headers, [("x-date", DATE.to_owned())]);
        let made = signature("triton.rsa.signature");
        assert_eq!(
            plan.authorization(&made),
            format!(
                "Signature keyId=\"/jdoe/keys/{FINGERPRINT}\",algorithm=\"rsa-sha256\",headers=\"x-date\",signature=\"{}\"",
                STANDARD.encode(&made)
            )
        );
    }

    #[test]
    fn the_target_is_signed_as_it_is_sent() {
        let key = triton::KeyId::sub_user("jdoe", "ops", "laptop key").expect("a key id");
        let target = "/my/images?state=all&name=~base";
        let plan =
            triton::plan_with_target(&key, Algorithm::EcdsaSha256, DATE, "GET", target).expect("a plan");
        assert_eq!(plan.signing_string, format!("x-date: {DATE}\n(request-target): get {target}"));
        assert_eq!(
            plan.authorization(&[1, 2, 3]),
            "Signature keyId=\"/jdoe/users/ops/keys/laptop key\",algorithm=\"ecdsa-sha256\",headers=\"x-date (request-target)\",signature=\"AQID\""
        );
    }

    #[test]
    fn a_header_cannot_be_broken_apart() {
        for bad in ["a\"b", "a/b", "a\\b", "a\nb", "a\u{7f}", "ä", " a", "a ", ""] {
            assert!(triton::KeyId::account(bad, "k").is_err(), "{bad:?}");
            assert!(triton::KeyId::account("jdoe", bad).is_err(), "{bad:?}");
            assert!(triton::KeyId::sub_user("jdoe", bad, "k").is_err(), "{bad:?}");
        }
        let error = triton::KeyId::account("jdoe", "a/b").expect_err("a slash");
        assert_eq!(error, SignError::ForbiddenCharacter { part: "key", character: '/' });
        assert_eq!(error.to_string(), "The key must not contain “/”: it cannot be sent in a signature.");
        let key = triton::KeyId::account("jdoe@example.com", "k").expect("mail addresses are logins too");
        for bad in ["", "x\ny: z", " Tue"] {
            assert!(triton::plan(&key, Algorithm::RsaSha256, bad).is_err(), "{bad:?}");
        }
        for (method, target) in
            [("", "/"), ("GET", ""), ("GET", "my/images"), ("GET", "/a b"), ("GET", "/ä"), ("G\n", "/")]
        {
            assert!(
                triton::plan_with_target(&key, Algorithm::RsaSha256, DATE, method, target).is_err(),
                "{target}"
            );
        }
    }

    #[test]
    fn the_alias_of_paths_is_not_an_account() {
        assert_eq!(triton::KeyId::account("my", FINGERPRINT), Err(SignError::AliasForAccount));
    }

    #[test]
    fn no_kind_of_key_leads_to_an_algorithm_the_server_rejects() {
        let ecdsa = |curve| KeyKind::Ecdsa { curve }.algorithm().name();
        assert_eq!(KeyKind::Rsa { bits: 4096 }.algorithm().name(), "rsa-sha256");
        assert_eq!(
            [Curve::P256, Curve::P384, Curve::P521].map(ecdsa),
            ["ecdsa-sha256", "ecdsa-sha512", "ecdsa-sha512"]
        );
    }
}

/// What WebCrypto would have returned for a signature in DER form.
fn raw(der: &[u8], curve: Curve) -> Vec<u8> {
    let body = if der[1] == 0x81 { &der[3..] } else { &der[2..] };
    let (r, s) = body[2..].split_at(usize::from(body[1]));
    let s = &s[2..];
    let size = curve.field_bytes();
    let half = |n: &[u8]| {
        let n = &n[n.iter().take_while(|b| **b == 0).count()..];
        [vec![0; size - n.len()], n.to_vec()].concat()
    };
    [half(r), half(s)].concat()
}

#[test]
fn ecdsa_signatures_get_the_form_openssl_makes_and_verifies() {
    for (name, curve) in [("p256", Curve::P256), ("p384", Curve::P384), ("p521", Curve::P521)] {
        let der = signature(&format!("triton.{name}.signature"));
        let raw = raw(&der, curve);
        assert_eq!(raw.len(), 2 * curve.field_bytes());
        assert_eq!(ecdsa_raw_to_der(&raw).expect("a signature"), der, "{name}");
        let algorithm = KeyKind::Ecdsa { curve }.algorithm();
        assert_eq!(algorithm.wire_signature(&raw).expect("a signature"), der, "{name}");
    }
    assert_eq!(Algorithm::RsaSha256.wire_signature(&[0, 1]).expect("untouched"), [0, 1]);
}

mod oracle_cloud {
    use super::*;

    const HOST: &str = "iaas.us-ashburn-1.oraclecloud.com";
    const KEY: &str =
        "ocid1.tenancy.oc1..aaaa/ocid1.user.oc1..bbbb/20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:34";

    fn key_id() -> oci::KeyId {
        let [tenancy, user, fingerprint] =
            KEY.split('/').collect::<Vec<_>>().try_into().expect("three parts");
        oci::KeyId::api_key(tenancy, user, fingerprint).expect("a key id")
    }

    #[test]
    fn a_get_signs_date_target_and_host() {
        let target = "/20160918/images?compartmentId=ocid1.compartment.oc1..aaaa";
        let request =
            oci::Request { method: "GET", target, host: HOST, x_date: DATE, body: Some(oci::Body::EMPTY) };
        let plan = oci::plan(&key_id(), &request).expect("a plan");
        assert_eq!(
            plan.signing_string,
            format!("x-date: {DATE}\n(request-target): get {target}\nhost: {HOST}")
        );
        assert_eq!(plan.headers, [("x-date", DATE.to_owned())]);
        let made = signature("oci.get.rsa.signature");
        assert_eq!(
            plan.authorization(&made),
            format!(
                "Signature version=\"1\",keyId=\"{KEY}\",algorithm=\"rsa-sha256\",headers=\"x-date (request-target) host\",signature=\"{}\"",
                STANDARD.encode(&made)
            )
        );
    }

    // Example 7.1 of the document.
    #[test]
    fn a_post_signs_its_body_too() {
        let body = r#"{"destinationType":"objectStorageTuple","namespaceName":"axaxnpcrorw5","bucketName":"image-exports","objectName":"ol8-web-2024-03.vdi","exportFormat":"VDI"}"#;
        let hash = "CyFMo6DC4r4ibQkumjruegdf68Edmxv8ZkqG5Ec5f0I=";
        let request = oci::Request {
            method: "POST",
            target: "/20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv/actions/export",
            host: HOST,
            x_date: DATE,
            body: Some(oci::Body {
                content_type: "application/json",
                content_length: body.len(),
                sha256: STANDARD.decode(hash).expect("Base64").try_into().expect("32 bytes"),
            }),
        };
        let plan = oci::plan(&key_id(), &request).expect("a plan");
        assert_eq!(
            plan.signing_string,
            format!(
                "x-date: {DATE}\n(request-target): post {}\nhost: {HOST}\ncontent-type: application/json\ncontent-length: 156\nx-content-sha256: {hash}",
                request.target
            )
        );
        assert_eq!(
            plan.headers,
            [("x-date", DATE), ("content-type", "application/json"), ("x-content-sha256", hash)]
                .map(|(name, value)| (name, value.to_owned()))
        );
        let made = signature("oci.post.rsa.signature");
        assert!(plan.authorization(&made).starts_with(&format!(
            "Signature version=\"1\",keyId=\"{KEY}\",algorithm=\"rsa-sha256\",headers=\"x-date (request-target) host content-type content-length x-content-sha256\",signature=\"{}",
            STANDARD.encode(&made)
        )));
    }

    #[test]
    fn a_post_without_body_still_signs_one() {
        let request = oci::Request { method: "POST", target: "/a", host: HOST, x_date: DATE, body: None };
        let plan = oci::plan(&key_id(), &request).expect("a plan");
        assert!(
            plan.signing_string.ends_with(
                "content-length: 0\nx-content-sha256: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            )
        );
    }

    #[test]
    fn session_tokens_are_sent_but_not_shown() {
        let key = oci::KeyId::session_token("eyJ.secret").expect("a key id");
        let request = oci::Request { method: "GET", target: "/a", host: HOST, x_date: DATE, body: None };
        let plan = oci::plan(&key, &request).expect("a plan");
        assert!(plan.authorization(&[]).contains("keyId=\"ST$eyJ.secret\""));
        assert!(!format!("{key:?} {plan:?}").contains("secret"));
        assert!(oci::KeyId::session_token("a\"b").is_err());
    }
}
