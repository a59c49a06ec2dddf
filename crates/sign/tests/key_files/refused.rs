//! Files that cannot be used: each is told apart before a passphrase is asked for, and the message
//! says what to do.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_console_sign::key_file::{KeyFileError, inspect, open};

use crate::{PASSPHRASE, file};

#[track_caller]
fn refused(text: &str, words: &[&str]) -> KeyFileError {
    let error = inspect(text).expect_err("the file should be refused");
    assert_eq!(open(text, Some(PASSPHRASE)).expect_err("the file should be refused"), error);
    let message = error.to_string();
    for word in words {
        assert!(message.contains(word), "“{word}” is not in: {message}");
    }
    error
}

#[test]
fn kinds_that_do_not_work_are_named_with_those_that_do() {
    for (name, kind) in [
        ("ed25519.openssh", "Ed25519"),
        ("ed25519.aes256-ctr.openssh", "Ed25519"),
        ("ed25519.pkcs8.pem", "Ed25519"),
        ("x25519.pkcs8.pem", "X25519"),
        ("dsa.openssh", "DSA"),
        ("dsa.traditional.pem", "DSA"),
        ("dsa.pkcs8.pem", "DSA"),
        ("rsa-pss.pkcs8.pem", "RSA-PSS"),
    ] {
        let error = refused(&file(name), &[kind, "RSA and ECDSA"]);
        assert!(matches!(error, KeyFileError::UnsupportedKind { .. }), "{name}: {error:?}");
    }
}

#[test]
fn keys_in_security_keys_are_named() {
    let string = |text: &[u8]| [&(text.len() as u32).to_be_bytes(), text].concat();
    let public = [string(b"sk-ssh-ed25519@openssh.com"), string(&[7; 32]), string(b"ssh:")].concat();
    let outside =
        [string(b"none"), string(b"none"), string(b""), 1_u32.to_be_bytes().to_vec(), string(&public)];
    let bytes = [b"openssh-key-v1\0".to_vec(), outside.concat(), string(&[0; 64])].concat();
    let text = format!(
        "-----BEGIN OPENSSH PRIVATE KEY-----\n{}\n-----END OPENSSH PRIVATE KEY-----\n",
        STANDARD.encode(bytes)
    );
    refused(&text, &["sk-ssh-ed25519@openssh.com", "security key", "RSA and ECDSA"]);
}

#[test]
fn curves_that_browsers_lack_are_named() {
    refused(&file("secp256k1.traditional.pem"), &["secp256k1", "P-256"]);
    refused(&file("brainpool.pkcs8.pem"), &["brainpoolP256r1"]);
    refused(&file("p256-explicit.traditional.pem"), &["by its parameters"]);
}

#[test]
fn keys_that_lack_or_have_too_much_say_so() {
    assert_eq!(refused(&file("rsa-three-primes.traditional.pem"), &["two primes"]), KeyFileError::MultiPrime);
    for name in ["p256-no-public.traditional.pem", "p256-compressed.traditional.pem"] {
        assert_eq!(refused(&file(name), &["openssl ec -in"]), KeyFileError::NoPublicKey, "{name}");
    }
}

#[test]
fn ciphers_that_do_not_work_are_named_with_the_way_out() {
    for (name, cipher) in [
        ("rsa.aes256-gcm.openssh", "aes256-gcm@openssh.com"),
        ("rsa.chacha20-poly1305.openssh", "chacha20-poly1305@openssh.com"),
        ("rsa.camellia128.traditional.pem", "CAMELLIA-128-CBC"),
        ("rsa.camellia.pkcs8.pem", "1.2.392.200011.61.1.1.1.4"),
        ("rsa.pbes1.pkcs8.pem", "1.2.840.113549.1.12.1.3"),
        ("rsa.sha384-aes256.pkcs8.pem", "1.2.840.113549.2.10"),
    ] {
        let error = refused(&file(name), &[cipher, "ssh-keygen -p"]);
        assert!(
            matches!(error, KeyFileError::UnsupportedCipher { .. } | KeyFileError::UnsupportedKdf { .. }),
            "{name}: {error:?}"
        );
    }
}

#[test]
fn public_keys_and_certificates_are_told_from_private_keys() {
    for name in ["rsa.pub", "p256.pub", "rsa.spki.pem", "rsa.pkcs1-public.pem", "rsa.ssh2.pub"] {
        assert_eq!(refused(&file(name), &["public key", ".pub"]), KeyFileError::PublicKey, "{name}");
    }
    let known_host = format!("# a comment\nexample.com {}", file("p256.pub"));
    assert_eq!(refused(&known_host, &["public key"]), KeyFileError::PublicKey);
    for name in ["rsa.crt", "rsa.csr", "rsa-cert.pub"] {
        assert_eq!(refused(&file(name), &["certificate"]), KeyFileError::Certificate, "{name}");
    }
}

#[test]
fn files_of_other_programs_are_named_with_the_way_out() {
    refused("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n", &["PuTTY", "puttygen"]);
    refused("{\"kty\": \"RSA\", \"n\": \"AQAB\"}", &["JSON Web Key"]);
    refused(
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ==\n-----END PGP PRIVATE KEY BLOCK-----",
        &["OpenPGP", "ssh-keygen"],
    );
    refused("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/5\n---- END", &["Tectia", "ssh-keygen -i"]);
    refused("-----BEGIN STRANGE PRIVATE KEY-----\nAAAA\n-----END STRANGE PRIVATE KEY-----", &["STRANGE"]);
}

#[test]
fn other_files_are_not_keys() {
    assert_eq!(refused("", &["empty"]), KeyFileError::Empty);
    assert_eq!(refused("\u{feff} \r\n", &["empty"]), KeyFileError::Empty);
    for text in [
        "hello",
        "Host *\n  IdentityFile ~/.ssh/id_rsa\n",
        "-----BEGIN A-----\n-----END A-----",
        &"a".repeat(1_000_000),
    ] {
        assert_eq!(refused(text, &["not a private key"]), KeyFileError::NotAKey);
    }
    let der = String::from_utf8_lossy(b"\x30\x82\x04\xbd\x02\x01\x00\x30\x0d").into_owned();
    assert_eq!(refused(&der, &["not a text file", "-inform DER"]), KeyFileError::Binary);
}

#[test]
fn incomplete_copies_say_so() {
    for name in ["rsa.openssh", "p256.traditional.pem", "rsa.pkcs8.pem", "rsa.sha256-aes256.pkcs8.pem"] {
        let text = file(name);
        let (head, end) = text.trim_end().rsplit_once('\n').expect("lines");
        assert_eq!(refused(head, &["end of the key is missing"]), KeyFileError::Truncated, "{name}");
        let mut lines: Vec<&str> = head.lines().collect();
        lines.pop();
        let without_last = format!("{}\n{end}\n", lines.join("\n"));
        assert!(
            matches!(
                refused(&without_last, &["Copy the whole file"]),
                KeyFileError::Truncated | KeyFileError::DamagedBase64
            ),
            "{name}"
        );
        let tail = text.split_once('\n').expect("lines").1;
        refused(tail, &["missing"]);
    }
    let text = file("rsa.openssh").replacen("b3Bl", "b3$l", 1);
    assert_eq!(refused(&text, &["damaged", "Copy"]), KeyFileError::DamagedBase64);
}

#[test]
fn a_line_missing_in_the_middle_is_noticed() {
    for name in ["rsa.openssh", "p384.openssh", "rsa.traditional.pem", "p256.pkcs8.pem"] {
        let text = file(name);
        let mut lines: Vec<&str> = text.lines().collect();
        lines.remove(lines.len() / 2);
        refused(&lines.join("\n"), &["Copy the whole file"]);
    }
}
