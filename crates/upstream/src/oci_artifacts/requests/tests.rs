//! Each call as it stands on the wire, and the documented answers.

use image_console_core::{ErrorKind, Method, Service};

use super::*;
use crate::decode::Lenient;
use crate::oci::Guard;
use crate::oci::filter::Filter;
use crate::oci::testing::{answer, fixture, problem};
use crate::oci_artifacts::IMAGE_PARAMS;

const ID: &str = "ocid1.containerimage.oc1.phx.0.axaxnpcrorw5.aaaaaaaabq7c";

#[test]
fn a_list_always_names_its_state_and_takes_every_filter() {
    let given = [
        ("compartmentIdInSubtree", "true"),
        ("repositoryId", "ocid1.containerrepo.oc1.phx.0.ns.a"),
        ("repositoryName", "team/*"),
        ("displayName", "shop/api:0.0.1"),
        ("imageId", ID),
        ("version", "1.*"),
        ("isVersioned", "false"),
        ("imageDigest", "sha256:4c1d"),
        ("lifecycleState", "DELETED"),
        ("sortBy", "timecreated"),
        ("sortOrder", "DESC"),
    ];
    let (filter, errors) = Filter::parse(IMAGE_PARAMS, given);
    assert_eq!(errors, []);
    let request = list_images("c", "DELETED", &filter);
    assert_eq!((request.method, request.service), (Method::Get, Service::Artifacts));
    assert_eq!(
        request.target,
        "/20160918/container/images?compartmentId=c&lifecycleState=DELETED&limit=100&compartmentIdInSubtree=true&repositoryId=ocid1.containerrepo.oc1.phx.0.ns.a&repositoryName=team%2F%2A&displayName=shop%2Fapi%3A0.0.1&imageId=ocid1.containerimage.oc1.phx.0.axaxnpcrorw5.aaaaaaaabq7c&version=1.%2A&isVersioned=false&imageDigest=sha256%3A4c1d&sortBy=TIMECREATED&sortOrder=DESC"
    );
}

#[test]
fn a_page_is_read_from_its_envelope() {
    let page = parse_images(&answer(200, fixture!("list-container-images.json"))).expect("a page");
    assert_eq!(page.remaining_items_count, Lenient::Value(0));
    let image = page.items[0].value().expect("an image");
    assert_eq!(image.lifecycle_state.text(), Some("DELETED"));
    assert!(image.layers.is_absent() && image.version.is_absent());
    let odd =
        parse_images(&answer(200, r#"{"items":[7],"remainingItemsCount":"many","x":1}"#)).expect("a page");
    assert_eq!((odd.items[0].wrong(), odd.remaining_items_count.wrong()), (Some("7"), Some("\"many\"")));
    assert_eq!(odd.unknown.len(), 1);
    for body in ["[]", "{}", r#"{"items":{}}"#] {
        let error = parse_images(&answer(200, body)).expect_err("no list");
        assert_eq!(error.kind, ErrorKind::Unreadable);
        assert!(error.request_id.is_some(), "{body}");
    }
    assert_eq!(parse_images(&problem(401, "NotAuthenticated")).expect_err("refused").status, Some(401));
}

#[test]
fn a_restoration_has_a_body_with_or_without_a_version() {
    let guard = Guard { if_match: Some("c0f5"), retry_token: Some("0c7d2c0be1a44f0b9a575f0d6f3a8e") };
    let request = restore_image(ID, Some("0.0.1"), guard);
    assert_eq!((request.method, request.service), (Method::Post, Service::Artifacts));
    assert_eq!(request.target, format!("/20160918/container/images/{ID}/actions/restore"));
    assert_eq!(request.body.as_deref(), Some(r#"{"version":"0.0.1"}"#));
    assert_eq!(request.headers.get("if-match"), Some("c0f5"));
    assert_eq!(request.headers.get("opc-retry-token"), Some("0c7d2c0be1a44f0b9a575f0d6f3a8e"));
    let bare = restore_image(ID, None, Guard::default());
    assert_eq!(
        (bare.body.as_deref(), bare.headers.get("content-type")),
        (Some("{}"), Some("application/json"))
    );
}

#[test]
fn the_questions_beside_it() {
    assert_eq!(get_image("a/b").target, "/20160918/container/images/a%2Fb");
    let request = list_repositories("c");
    assert_eq!(
        request.target,
        "/20160918/container/repositories?compartmentId=c&limit=100&sortBy=DISPLAYNAME&sortOrder=ASC"
    );
    let body = r#"{"items":[{"id":"r","displayName":"shop/api","imageCount":3}],"repositoryCount":1,"remainingItemsCount":0}"#;
    let page = parse_repositories(&answer(200, body)).expect("a page");
    assert_eq!(page.items[0].value().and_then(|r| r.display_name.text()), Some("shop/api"));
    assert!(page.unknown.contains_key("repositoryCount"));
    let image = parse_image(&answer(200, fixture!("restore-container-image.json"))).expect("an image");
    assert_eq!(image.lifecycle_state.text(), Some("AVAILABLE"));
}
