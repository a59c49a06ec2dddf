//! The commands as a person would type them.

use serde_json::{Map, Value, json};

use super::*;
use crate::preview::{curl, http};
use crate::triton_cloudapi::requests::{NewImage, clone_image};
use crate::triton_cloudapi::update::{Draft, diff};
use crate::triton_cloudapi::{Caller, ImageFilter};

const ID: &str = "2b683a82-a066-11e3-97ab-2faa44701c5a";
const CLI: Cli<'static> = Cli { connection: "us-east-1" };

fn command(script: &str) -> String {
    script.strip_prefix("# with a triton profile for us-east-1\n").expect("names the connection").to_owned()
}

fn object(value: Value) -> Map<String, Value> {
    value.as_object().cloned().expect("an object")
}

#[test]
fn reading_and_the_plain_actions() {
    let (filter, _) = ImageFilter::parse([("state", "all"), ("name", "~base")]);
    assert_eq!(command(&CLI.list(&filter)), "triton image list 'name=~base' state=all");
    assert_eq!(command(&CLI.get(ID)), format!("triton image get {ID}"));
    assert_eq!(command(&CLI.delete(ID)), format!("triton image delete {ID}"));
    assert_eq!(command(&CLI.clone_image(ID)), format!("triton image clone {ID}"));
    assert_eq!(
        command(&CLI.export(ID, "/jdoe/stor/my image")),
        format!("triton image export {ID} '/jdoe/stor/my image'")
    );
}

#[test]
fn an_import_is_a_copy_from_the_other_side() {
    assert_eq!(
        CLI.import("us-east-1", Some("us-west-1"), ID),
        format!(
            "# with a triton profile for us-east-1, where the image is now\ntriton image copy {ID} us-west-1"
        )
    );
    assert!(CLI.import("us-east-1", None, ID).contains("triton datacenters"));
}

#[test]
fn create_gives_tags_so_that_they_keep_their_type() {
    let mut image = NewImage {
        machine: ID.into(),
        name: "my image".into(),
        version: "1.0.0".into(),
        tags: object(json!({"team": "web", "n": 3})),
        ..NewImage::default()
    };
    assert!(CLI.create(&image).ends_with(&format!(
        "triton image create \\\n  -t n=3 \\\n  -t team=web \\\n  {ID} \\\n  'my image' \\\n  1.0.0"
    )));
    image.tags = object(json!({"build": "42"}));
    assert!(CLI.create(&image).contains(r#"-t '{"build":"42"}'"#));
    image.tags = object(json!({"nested": {"a": 1}}));
    let script = CLI.create(&image);
    assert!(script.contains("takes only text") && script.contains("triton cloudapi -X POST"), "{script}");
    image.tags = Map::new();
    image.name = "-x".into();
    assert!(CLI.create(&image).contains("create -- "));
}

#[test]
fn an_update_is_split_as_the_command_line_wants_it() {
    let base = Draft {
        name: "web".into(),
        version: "1".into(),
        description: "old".into(),
        acl: vec!["a".into(), "b".into()],
        tags: object(json!({"role": "os"})),
        ..Draft::default()
    };
    let mine = Draft {
        name: "web 2".into(),
        description: String::new(),
        acl: vec!["b".into(), "c".into()],
        tags: object(json!({"role": "db"})),
        ..base.clone()
    };
    let script = command(&CLI.update("ID", &base, &diff(&base, &mine)));
    assert_eq!(
        script,
        "triton image update ID 'name=web 2'\n\
         triton image share ID c\n\
         triton image unshare ID a\n\
         triton image tag ID role=db\n\
         # triton image update cannot set description like this, a raw request can\n\
         triton cloudapi -X POST -d '{\"description\":null}' '/my/images/ID?action=update'"
    );
}

#[test]
fn a_signed_request_shows_no_signature_but_how_it_is_made() {
    let auth = signature_auth("/jdoe/keys/7b:c1", "rsa-sha256");
    let request = clone_image(&Caller::new("jdoe", None), ID);
    let text = http("https://dc.example.com", &request, &auth);
    assert!(text.contains("x-date: <date>\n"), "{text}");
    assert!(text.contains(
        r#"Authorization: Signature keyId="/jdoe/keys/7b:c1",algorithm="rsa-sha256",headers="x-date",signature="<signature>""#
    ));
    let script = curl("https://dc.example.com", &request, &auth);
    assert!(script.starts_with("DATE=\"$("), "{script}");
    assert!(script.contains("openssl dgst -sha256 -sign \"$KEY_FILE\""));
    assert!(
        script.contains(r#"keyId=\"/jdoe/keys/7b:c1\""#) && script.contains("signature=\\\"${SIGNATURE}\\\"")
    );
}
