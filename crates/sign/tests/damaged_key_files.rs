//! Whatever is in a file, reading it ends with a key or a message, never with a panic.

#![allow(clippy::expect_used, clippy::panic, reason = "all of this is test")]

use std::path::Path;

use image_console_sign::key_file::{KeyFileError, inspect, open};
use proptest::prelude::*;

const PLAIN: [&str; 7] = [
    "rsa.openssh",
    "p521.openssh",
    "rsa.traditional.pem",
    "p256.traditional.pem",
    "rsa.pkcs8.pem",
    "p384.pkcs8.pem",
    "ed25519.openssh",
];
const ENCRYPTED: [&str; 4] = [
    "rsa.aes256-ctr.openssh",
    "rsa.sha256-aes256.pkcs8.pem",
    "rsa.scrypt-aes256.pkcs8.pem",
    "p256.aes128.traditional.pem",
];

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Some text in place of some other, anywhere.
fn mutated(names: &'static [&'static str]) -> impl Strategy<Value = (String, String)> {
    let with = prop_oneof![Just(String::new()), "[A-Za-z0-9+/=]{1,4}", "\\PC{0,3}", "[\r\n:-]{1,3}"];
    (prop::sample::select(names), any::<prop::sample::Index>(), 0..6_usize, with).prop_map(
        |(name, at, len, with)| {
            let mut text = file(name);
            let at = at.index(text.len());
            let end = (at + len).min(text.len());
            text.replace_range(at..end, &with);
            (file(name), text)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text(text in "\\PC{0,300}") {
        let _ = (inspect(&text), open(&text, Some("x")));
    }

    #[test]
    fn arbitrary_content_in_a_block(
        label in prop::sample::select(&["OPENSSH PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "PRIVATE KEY"][..]),
        content in prop::collection::vec(any::<u8>(), 0..200),
        magic: bool,
    ) {
        use base64::Engine as _;
        let magic: &[u8] = if magic { b"openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0\0\0\0\0\0\x01" } else { &[] };
        let content = base64::engine::general_purpose::STANDARD.encode([magic, &content].concat());
        let text = format!("-----BEGIN {label}-----\n{content}\n-----END {label}-----\n");
        let _ = (inspect(&text), open(&text, None));
    }

    #[test]
    fn damaged_plain_files((_, text) in mutated(&PLAIN)) {
        let _ = (inspect(&text), open(&text, None));
    }

    #[test]
    fn damaged_encrypted_files_before_the_passphrase((_, text) in mutated(&ENCRYPTED)) {
        let _ = (inspect(&text), open(&text, None));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    // The first lines hold the number of rounds: damage there would only make the test slow.
    #[test]
    fn damage_within_an_encrypted_key_is_noticed(at in 400..1500_usize, to in "[A-Za-z0-9+/]") {
        let mut text = file("rsa.aes256-ctr.openssh");
        prop_assume!(text.as_bytes()[at] != b'\n' && text.as_bytes()[at] != to.as_bytes()[0]);
        text.replace_range(at..=at, &to);
        // The comment and the padding are not checked by anything; all else is.
        if let Ok(key) = open(&text, Some("correct horse")) {
            prop_assert_ne!(key.comment.as_deref(), Some("image console test"));
        }
    }
}

#[test]
fn one_wrong_character_in_an_rsa_key_is_noticed() {
    for name in ["rsa.traditional.pem", "rsa.pkcs8.pem", "rsa.openssh"] {
        let text = file(name);
        let body = text.find('\n').expect("lines") + 1;
        for at in (body..text.rfind("\n-----END").expect("an end") - 110).step_by(67) {
            let mut damaged = text.clone();
            let to = match &text[at..=at] {
                "\n" => continue,
                "A" => "Q",
                _ => "A",
            };
            damaged.replace_range(at..=at, to);
            let error = open(&damaged, None).expect_err("a damaged key");
            assert_ne!(error, KeyFileError::NeedsPassphrase);
        }
    }
}

#[test]
fn unreasonable_rounds_are_refused_before_they_are_run() {
    use base64::Engine as _;
    let string = |text: &[u8]| [&(text.len() as u32).to_be_bytes(), text].concat();
    let options = [string(&[1; 16]), u32::MAX.to_be_bytes().to_vec()].concat();
    let public = [string(b"ecdsa-sha2-nistp256"), string(b"nistp256"), string(&[4; 65])].concat();
    let head =
        [string(b"aes256-ctr"), string(b"bcrypt"), string(&options), 1_u32.to_be_bytes().to_vec()].concat();
    let bytes = [b"openssh-key-v1\0".to_vec(), head, string(&public), string(&[0; 64])].concat();
    let content = base64::engine::general_purpose::STANDARD.encode(bytes);
    let text = format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{content}\n-----END OPENSSH PRIVATE KEY-----\n");
    assert_eq!(inspect(&text).expect_err("too many rounds"), KeyFileError::TooCostly);
}
