//! Section 4.4.

use serde_json::{Value, json};

use crate::support::*;

const IMAGE: &str = "e42f8c84-bbea-11e2-b920-078fab2aab1f";

fn export(
    world: &mut image_console_emulator::World,
    id: &str,
    path: &str,
) -> image_console_emulator::wire::Response {
    post(world, &format!("/my/images/{id}?action=export&manta_path={path}"), &json!({}))
}

#[test]
fn files_are_named_after_the_path_or_after_the_image() {
    let mut world = world();
    let documented = fixture(include_str!("../fixtures/triton-cloudapi.export.response.json"));
    let body: Value = export(&mut world, IMAGE, "/jdoe/stor/my-image").value();
    assert_eq!(body.as_object().unwrap().len(), documented.as_object().unwrap().len());
    assert_eq!(
        body,
        json!({
            "manta_url": "https://us-east.manta.example.com",
            "image_path": "/jdoe/stor/my-image.zfs.gz", "manifest_path": "/jdoe/stor/my-image.imgmanifest",
        })
    );
    assert!(world.triton().has_exported("/jdoe/stor/my-image.zfs.gz"));
    for directory in ["/jdoe/stor/images", "/jdoe/stor/images/"] {
        let body = export(&mut world, IMAGE, directory).value();
        assert_eq!(body["image_path"], "/jdoe/stor/images/my-image-1.0.0.zfs.gz");
        assert_eq!(body["manifest_path"], "/jdoe/stor/images/my-image-1.0.0.imgmanifest");
    }
}

#[test]
fn the_extension_follows_the_compression() {
    let mut world = world();
    for (compression, extension) in [("bzip2", ".bz2"), ("xz", ".xz"), ("none", "")] {
        let id = "00000000-0000-4000-8000-000000000009";
        let files = json!([{"compression": compression, "sha1": "0", "size": 1}]);
        world
            .triton()
            .put_image("us-east-1", json!({"id": id, "name": "n", "version": "1", "files": files}))
            .unwrap();
        let body = export(&mut world, id, "/jdoe/stor/x").value();
        assert_eq!(body["image_path"], format!("/jdoe/stor/x.zfs{extension}"));
    }
}

#[test]
fn the_body_is_as_good_as_the_query() {
    let body = json!({"action": "export", "manta_path": "/jdoe/stor/from-body"});
    let response = post(&mut world(), &format!("/my/images/{IMAGE}"), &body);
    assert_eq!(response.value()["manifest_path"], "/jdoe/stor/from-body.imgmanifest");
}

#[test]
fn refusals() {
    let mut world = world();
    let shared = id_of(&mut world, "us-east-1", "shared-runtime");
    let parts = id_of(&mut world, "us-east-1", "kept-in-parts");
    for (id, path, status, code) in [
        (IMAGE, "", 409, "MissingParameter"),
        (IMAGE, "/acme/stor/x", 422, "NotMantaPathOwner"),
        (IMAGE, "jdoe/stor/x", 422, "InvalidParameter"),
        (IMAGE, "/jdoe/stor/../x", 422, "InvalidParameter"),
        (IMAGE, "/jdoe", 422, "InvalidParameter"),
        (&shared, "/jdoe/stor/x", 422, "NotImageOwner"),
        (&parts, "/jdoe/stor/x", 400, "NotImplemented"),
        ("00000000-0000-4000-8000-000000000000", "/jdoe/stor/x", 404, "ResourceNotFound"),
    ] {
        assert_eq!(problem(&export(&mut world, id, path)), (status, code.into()), "{id} {path}");
    }
    let message = export(&mut world, IMAGE, "/acme/stor/x").value()["message"].clone();
    assert_eq!(message, format!("account {JDOE} is not the owner of Manta path /acme/stor/x"));
}
