//! The HTTP signature of a request made by hand (contract §2.1).

use crate::preview::{Auth, Part};

/// The two headers of a signed request, with commands that make them. `key_id` is the whole keyId,
/// e.g. `/jdoe/keys/aa:bb:…`; `algorithm` e.g. `rsa-sha256`. The key is a PEM file that `openssl`
/// reads, named by `$KEY_FILE`.
#[must_use]
pub fn signature_auth(key_id: &str, algorithm: &str) -> Auth {
    let digest = algorithm.rsplit('-').next().filter(|d| d.starts_with("sha")).unwrap_or("sha256");
    let date = Part::Later { variable: "DATE", placeholder: "date" };
    let signature = Part::Later { variable: "SIGNATURE", placeholder: "signature" };
    Auth {
        setup: vec![
            r#"DATE="$(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')""#.to_owned(),
            format!(
                r#"SIGNATURE="$(printf 'x-date: %s' "$DATE" | openssl dgst -{digest} -sign "$KEY_FILE" | openssl base64 -A)""#
            ),
        ],
        headers: vec![
            ("x-date".to_owned(), vec![date]),
            (
                "Authorization".to_owned(),
                vec![
                    Part::text(format!(
                        r#"Signature keyId="{key_id}",algorithm="{algorithm}",headers="x-date",signature=""#
                    )),
                    signature,
                    Part::text("\""),
                ],
            ),
        ],
    }
}
