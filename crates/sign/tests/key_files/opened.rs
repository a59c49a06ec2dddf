//! Every supported form gives the same key as `openssl` and `ssh-keygen` see in it.

use base64::Engine as _;
use image_console_sign::KeyKind;
use image_console_sign::key_file::{Format, KeyFileError, PrivateKey, inspect, open};

use crate::expected::{Expected, P256, P384, P521, RSA};
use crate::{PASSPHRASE, file};

fn check(key: &PrivateKey, expected: &Expected, name: &str) {
    assert_eq!(key.kind, expected.kind, "{name}");
    assert_eq!(key.fingerprint_md5, expected.md5, "{name}");
    assert_eq!(key.fingerprint_sha256, expected.sha256, "{name}");
    assert_eq!(key.oci_fingerprint, expected.spki_md5, "{name}");

    let converted = file(&format!("{}.pkcs8.pem", expected.name));
    let converted: String = converted.lines().filter(|l| !l.starts_with('-')).collect();
    let converted = base64::engine::general_purpose::STANDARD.decode(converted).expect("Base64 by openssl");
    assert!(*key.pkcs8_der == converted, "{name}: PKCS#8 differs from what openssl makes of it");

    let public = file(&format!("{}.pub", expected.name));
    assert!(public.starts_with(&key.ssh_public_key), "{name}: {}", key.ssh_public_key);
}

fn plain(name: &str, format: Format, expected: &Expected) -> PrivateKey {
    let text = file(name);
    let seen = inspect(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!(
        (seen.format, seen.needs_passphrase, seen.kind),
        (format, false, Some(expected.kind)),
        "{name}"
    );
    let key = open(&text, None).unwrap_or_else(|e| panic!("{name}: {e}"));
    check(&key, expected, name);
    key
}

fn encrypted(name: &str, format: Format, expected: &Expected) -> PrivateKey {
    let text = file(name);
    let seen = inspect(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!((seen.format, seen.needs_passphrase), (format, true), "{name}");
    assert_eq!(seen.kind, (format == Format::OpenSsh).then_some(expected.kind), "{name}");
    for none in [None, Some("")] {
        assert_eq!(open(&text, none).expect_err(name), KeyFileError::NeedsPassphrase, "{name}");
    }
    assert_eq!(open(&text, Some("wrong horse")).expect_err(name), KeyFileError::WrongPassphrase, "{name}");
    let key = open(&text, Some(PASSPHRASE)).unwrap_or_else(|e| panic!("{name}: {e}"));
    check(&key, expected, name);
    key
}

#[test]
fn plain_files_of_every_form() {
    for expected in [RSA, P256, P384, P521] {
        let traditional = if expected.name == "rsa" { Format::Pkcs1 } else { Format::Sec1 };
        let key = plain(&format!("{}.openssh", expected.name), Format::OpenSsh, &expected);
        assert_eq!(key.comment.as_deref(), Some("image console test"));
        assert!(key.ssh_public_key.ends_with(" image console test"));
        let key = plain(&format!("{}.traditional.pem", expected.name), traditional, &expected);
        assert_eq!(key.comment, None);
        plain(&format!("{}.pkcs8.pem", expected.name), Format::Pkcs8, &expected);
    }
}

#[test]
fn encrypted_openssh_files() {
    for cipher in ["aes256-ctr", "aes256-cbc", "aes192-ctr", "aes128-ctr", "aes128-cbc", "3des-cbc"] {
        let key = encrypted(&format!("rsa.{cipher}.openssh"), Format::OpenSsh, &RSA);
        assert_eq!(key.comment.as_deref(), Some("image console test"));
    }
    for expected in [P256, P384, P521] {
        encrypted(&format!("{}.aes256-ctr.openssh", expected.name), Format::OpenSsh, &expected);
    }
}

#[test]
fn files_encrypted_the_traditional_way() {
    for cipher in ["aes128", "aes192", "aes256", "des3"] {
        encrypted(&format!("rsa.{cipher}.traditional.pem"), Format::Pkcs1, &RSA);
    }
    for cipher in ["aes128", "aes256", "des3"] {
        encrypted(&format!("p256.{cipher}.traditional.pem"), Format::Sec1, &P256);
    }
}

#[test]
fn encrypted_pkcs8_files() {
    for scheme in
        ["sha256-aes256", "sha256-aes192", "sha1-aes128", "sha512-aes256", "sha1-des3", "scrypt-aes256"]
    {
        encrypted(&format!("rsa.{scheme}.pkcs8.pem"), Format::Pkcs8, &RSA);
    }
    encrypted("p256.sha256-aes256.pkcs8.pem", Format::Pkcs8, &P256);
    encrypted("p521.sha256-aes256.pkcs8.pem", Format::Pkcs8, &P521);
}

#[test]
fn a_key_among_other_text_is_found() {
    plain("rsa.bag.pem", Format::Pkcs8, &RSA);
    plain("rsa.with-certificate.pem", Format::Pkcs8, &RSA);
    let text = file("p256-with-parameters.traditional.pem");
    let key = open(&text, None).expect("a key behind its parameters");
    assert_eq!(key.fingerprint_md5, "d8:73:0d:e7:3a:8d:34:9e:32:40:e5:d6:17:fb:37:52");
}

#[test]
fn what_copying_does_to_text_is_tolerated() {
    for name in ["rsa.openssh", "rsa.pkcs8.pem", "rsa.traditional.pem"] {
        let text = file(name);
        let indented: String = text.lines().map(|l| format!("    {l}\n")).collect();
        for copy in [
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}"),
            text.trim_end().to_owned(),
            indented,
            text.replace('\n', " "),
            text.replace('\n', "\n\n"),
        ] {
            check(&open(&copy, None).expect(name), &RSA, name);
        }
    }
    let text = file("rsa.aes128.traditional.pem").replace('\n', "\r\n");
    check(&open(&text, Some(PASSPHRASE)).expect("CRLF within the header"), &RSA, "CRLF");
}

#[test]
fn a_passphrase_that_is_not_needed_does_no_harm() {
    check(&open(&file("rsa.openssh"), Some("anything")).expect("a plain key"), &RSA, "rsa.openssh");
}

#[test]
fn short_rsa_keys_are_taken_with_a_remark() {
    let key = open(&file("rsa1024.traditional.pem"), None).expect("a short key");
    assert_eq!(key.kind, KeyKind::Rsa { bits: 1024 });
    assert_eq!(key.fingerprint_md5, "78:b2:32:95:0d:0e:0a:98:05:3d:01:77:03:88:0d:c0");
    assert!(key.kind.remark().is_some_and(|r| r.contains("1024")));
    assert_eq!(RSA.kind.remark(), None);
}

#[test]
fn nothing_secret_is_shown() {
    let key = open(&file("p256.pkcs8.pem"), None).expect("a key");
    let shown = format!("{key:?}");
    assert!(shown.contains(P256.md5) && !shown.contains("pkcs8_der"), "{shown}");
}
