//! The HTTP signature of a request made by hand (contract §2.2).

use image_console_core::{Method, Request};

use crate::oci::par;
use crate::preview::shell::{comment, inside_double_quotes, quote};
use crate::preview::{Auth, Part};

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signer<'a> {
    /// An API key: `TENANCY_OCID/USER_OCID/FINGERPRINT`.
    ApiKey(&'a str),
    /// A session token, which is a secret: it stands as `$TOKEN`.
    SessionToken,
}

/// The headers of a signed request, with commands that make them. `host` is the service's own, which
/// is signed whatever is in between. The key is a PEM file that `openssl` reads, named by
/// `$KEY_FILE`.
#[must_use]
pub fn signature_auth(signer: Signer<'_>, host: &str, request: &Request) -> Auth {
    let later = |variable, placeholder| Part::Later { variable, placeholder };
    let target = format!("{} {}", request.method.as_str().to_ascii_lowercase(), request.target);
    let mut setup = vec![r#"DATE="$(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')""#.to_owned()];
    let mut headers = vec![("x-date".to_owned(), vec![later("DATE", "date")])];
    let mut signed = "x-date (request-target) host".to_owned();
    let mut lines = format!(r"x-date: %s\n(request-target): {}\nhost: {}", format(&target), format(host));
    let mut values = r#""$DATE""#.to_owned();
    if matches!(request.method, Method::Post | Method::Put | Method::Patch) {
        let body = request.body.as_deref().unwrap_or_default();
        if body.contains(par::MASK) {
            setup.insert(0, comment("put the secret part of the URL in place of ••• in both commands below"));
        }
        setup.push(format!("BODY={}", quote(body)));
        setup.push(
            r#"HASH="$(printf '%s' "$BODY" | openssl dgst -sha256 -binary | openssl base64 -A)""#.to_owned(),
        );
        headers.push(("x-content-sha256".to_owned(), vec![later("HASH", "hash of the body")]));
        signed.push_str(" content-type content-length x-content-sha256");
        lines.push_str(r"\ncontent-type: application/json\ncontent-length: %s\nx-content-sha256: %s");
        values.push_str(r#" "$(printf '%s' "$BODY" | wc -c | tr -d ' ')" "$HASH""#);
    }
    setup.push(format!(
        r#"SIGNATURE="$(printf "{lines}" {values} | openssl dgst -sha256 -sign "$KEY_FILE" | openssl base64 -A)""#
    ));
    let mut value = vec![Part::text(r#"Signature version="1",keyId=""#)];
    match signer {
        Signer::ApiKey(key_id) => value.push(Part::text(key_id)),
        Signer::SessionToken => value.extend([Part::text("ST$"), later("TOKEN", "session token")]),
    }
    value.push(Part::text(format!(r#"",algorithm="rsa-sha256",headers="{signed}",signature=""#)));
    value.extend([later("SIGNATURE", "signature"), Part::text("\"")]);
    headers.push(("Authorization".to_owned(), value));
    Auth { setup, headers }
}

/// Text within a format of `printf` in double quotes, where it stands for itself. In double quotes
/// the shell makes one backslash of two, and `printf` again, so two of them take four.
fn format(text: &str) -> String {
    inside_double_quotes(&text.replace('\\', r"\\").replace('%', "%%"))
}
