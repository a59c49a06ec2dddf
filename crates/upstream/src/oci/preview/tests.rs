//! The commands as a person would run them.

use image_console_core::{Method, Service};
use serde_json::json;

use super::*;
use crate::oci::filter::{Filter, Param, Rule};
use crate::preview::{curl, http};

const HOST: &str = "iaas.us-ashburn-1.oraclecloud.com";
const CLI: Cli<'static> = Cli { connection: "oci east", region: "us-ashburn-1", session_token: false };

fn post(body: &serde_json::Value) -> Request {
    Request::new(Method::Post, "/20160918/images/a%20b/actions/export?x=%27%25")
        .to(Service::Compute)
        .json(body)
}

/// What a real shell would hand to `openssl` to be signed.
fn signing_string(auth: &crate::preview::Auth) -> Option<String> {
    let stub = "openssl() { if [ \"$1\" = dgst ] && [ \"$3\" = -binary ]; then printf hash; cat >/dev/null; else cat; fi; }";
    let script = format!("{stub}\nKEY_FILE=k\n{}\nprintf '%s' \"$SIGNATURE\"", auth.setup.join("\n"));
    let out = std::process::Command::new("sh").arg("-c").arg(&script).output().ok()?;
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn the_shell_signs_exactly_the_documented_lines() {
    let request = post(&json!({"displayName": "it's $HOME \\ ü"}));
    let auth = signature_auth(Signer::ApiKey("t/u/f"), HOST, &request);
    let Some(text) = signing_string(&auth) else { return };
    let (date, rest) = text.split_once('\n').expect("several lines");
    assert!(date.starts_with("x-date: ") && date.ends_with(" GMT"), "{date}");
    let length = request.body.as_deref().map(str::len).unwrap_or_default();
    assert_eq!(
        rest,
        format!(
            "(request-target): post /20160918/images/a%20b/actions/export?x=%27%25\nhost: {HOST}\n\
             content-type: application/json\ncontent-length: {length}\nx-content-sha256: hash"
        )
    );
    let get = Request::new(Method::Get, "/20160918/images?compartmentId=a%2Bb");
    let text = signing_string(&signature_auth(Signer::SessionToken, HOST, &get)).expect("a shell");
    assert!(
        text.ends_with(&format!(
            "\n(request-target): get /20160918/images?compartmentId=a%2Bb\nhost: {HOST}"
        ))
    );
}

#[test]
fn a_signed_request_shows_no_secret_but_how_it_is_made() {
    let request = post(&json!({}));
    let root = format!("https://{HOST}");
    let text = http(&root, &request, &signature_auth(Signer::ApiKey("t/u/f"), HOST, &request));
    assert!(text.contains("x-date: <date>\nx-content-sha256: <hash of the body>\n"), "{text}");
    assert!(text.contains(
        r#"Authorization: Signature version="1",keyId="t/u/f",algorithm="rsa-sha256",headers="x-date (request-target) host content-type content-length x-content-sha256",signature="<signature>""#
    ));
    let script = curl(&root, &request, &signature_auth(Signer::SessionToken, HOST, &request));
    assert!(script.contains(r#"keyId=\"ST\$${TOKEN}\""#), "{script}");
}

#[test]
fn a_pre_authenticated_url_is_masked_in_every_form() {
    let uri = "https://objectstorage.us-ashburn-1.oraclecloud.com/p/hush/n/ns/b/b/o/x.oci";
    let request = post(&json!({ "destinationUri": uri }));
    let safe = shown(&request);
    let auth = signature_auth(Signer::ApiKey("t/u/f"), HOST, &safe);
    for text in [
        http("https://h", &safe, &auth),
        curl("https://h", &safe, &auth),
        raw_request(&CLI, "https://h", &request),
    ] {
        assert!(!text.contains("hush") && text.contains("/p/•••/"), "{text}");
    }
}

#[test]
fn the_command_line_gets_words_it_reads_back() {
    assert_eq!(
        CLI.command("compute image get", &[("image-id", "ocid1.image")], &[]),
        "# with an oci profile for oci east\noci compute image get --image-id ocid1.image --region us-ashburn-1"
    );
    const PARAMS: &[Param] = &[Param::new("operatingSystem", Rule::Text), Param::new("version", Rule::Text)];
    let (filter, _) = Filter::parse(PARAMS, [("operatingSystem", "Oracle Linux"), ("version", "-x*")]);
    let cli = Cli { session_token: true, ..CLI };
    assert_eq!(
        cli.list("compute image list", "c", &filter, &[("version", "image-version")]),
        "# with an oci profile for oci east\noci compute image list \\\n  --compartment-id c \\\n  \
         --operating-system 'Oracle Linux' \\\n  '--image-version=-x*' \\\n  --all \\\n  \
         --region us-ashburn-1 \\\n  --auth security_token"
    );
}

#[test]
fn a_raw_request_is_the_same_request() {
    let request = post(&json!({"a": 1})).header("opc-retry-token", "t");
    let text = raw_request(&CLI, "https://h/", &request);
    assert!(text.contains("oci raw-request \\\n  --http-method POST \\\n  --target-uri 'https://h/20160918/images/a%20b/actions/export?x=%27%25'")
        || text.contains("--target-uri https://h/20160918/images/a%20b/actions/export?x=%27%25"), "{text}");
    assert!(text.contains(r#"--request-headers '{"opc-retry-token":"t"}'"#), "{text}");
    assert!(text.contains(r#"--request-body '{"a":1}'"#), "{text}");
}
