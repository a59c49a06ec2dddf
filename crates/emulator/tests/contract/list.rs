//! Section 4.1 and 4.2.

use image_console_emulator::wire::Request;
use serde_json::{Value, json};

use crate::support::*;

fn listed(target: &str) -> Vec<Value> {
    let response = get(&mut world(), target);
    assert_eq!(response.status, 200, "{target}");
    response.value().as_array().unwrap().clone()
}

#[test]
fn the_documented_examples_are_answered() {
    let mut world = world();
    let expected = fixture(include_str!("../fixtures/triton-cloudapi.get.response.json"));
    assert_eq!(get(&mut world, "/my/images/2b683a82-a066-11e3-97ab-2faa44701c5a").value(), expected);
    let list = get(&mut world, "/my/images?name=base&version=13.4.0").value();
    assert_eq!(list, fixture(include_str!("../fixtures/triton-cloudapi.list.response.json")));
}

#[test]
fn by_default_active_images_that_are_not_docker() {
    let images = listed("/my/images");
    assert!(images.len() > 100);
    assert!(images.iter().all(|image| image["state"] == "active" && image["type"] != "docker"));
    let dates: Vec<_> =
        images.iter().map(|image| image["published_at"].as_str().unwrap().get(..19).unwrap()).collect();
    assert!(dates.is_sorted(), "published_at ascending");
    assert!(images.iter().any(|image| image["owner"] == ACME), "shared by acl");
    let visible = |image: &Value| {
        image["owner"] == JDOE
            || image["public"] == true
            || image["acl"].as_array().unwrap().contains(&json!(JDOE))
    };
    assert!(images.iter().all(visible));
}

#[test]
fn states() {
    for state in ["disabled", "unactivated", "creating", "failed"] {
        let images = listed(&format!("/my/images?state={state}"));
        assert!(!images.is_empty(), "{state}");
        assert!(
            images.iter().all(|image| image["state"] == state && image["owner"] == JDOE),
            "{state}: own only"
        );
    }
    let all = listed("/my/images?state=all");
    let of =
        |state: &str, owner: &str| all.iter().any(|image| image["state"] == state && image["owner"] == owner);
    assert!(of("failed", JDOE) && of("creating", JDOE) && of("quarantined", JDOE));
    assert!(of("disabled", ADMIN), "others' disabled public images appear with all");
    assert!(!of("failed", ACME) && !of("disabled", ACME));

    let response = get(&mut world(), "/my/images?state=gone");
    assert_eq!(problem(&response), (422, "InvalidParameter".into()));
    assert_eq!(response.value()["message"], "invalid state: \"gone\"");
    assert_eq!(response.value()["errors"], json!([{"field": "state", "code": "Invalid"}]));
}

#[test]
fn every_code_of_a_failure_is_there() {
    let failed = listed("/my/images?state=failed");
    for code in ["PrepareImageDidNotRun", "VmHasNoOrigin", "NotSupported", "InternalError"] {
        assert!(failed.iter().any(|image| image["error"]["code"] == code), "{code}");
    }
}

#[test]
fn filters() {
    let mut world = world();
    assert_eq!(names(&get(&mut world, "/my/images?name=my-image")), ["my-image"]);
    assert!(names(&get(&mut world, "/my/images?name=~64")).iter().all(|name| name.contains("64")));
    assert_eq!(names(&get(&mut world, "/my/images?name=~BASE")), Vec::<String>::new(), "case counts");
    assert_eq!(names(&get(&mut world, "/my/images?version=~21H2&os=windows")), ["windows-server-2022"]);
    assert_eq!(names(&get(&mut world, "/my/images?os=templeos")), Vec::<String>::new());
    let own = listed(&format!("/my/images?owner={JDOE}&public=false"));
    assert!(!own.is_empty() && own.iter().all(|image| image["owner"] == JDOE && image["public"] == false));
    assert_eq!(problem(&get(&mut world, "/my/images?public=maybe")), (422, "InvalidParameter".into()));
    assert_eq!(
        names(&get(&mut world, "/my/images?name=my-image&limit=0&marker=x")),
        ["my-image"],
        "not paged"
    );
}

#[test]
fn types() {
    assert!(listed("/my/images?type=docker").iter().all(|image| image["type"] == "docker"));
    let others = listed("/my/images?type=!zvol");
    assert!(
        others.iter().any(|image| image["type"] == "docker"),
        "asking for a type lifts the hidden filter"
    );
    assert!(others.iter().all(|image| image["type"] != "zvol"));
}

#[test]
fn version_7_has_other_words_and_fewer_fields() {
    let mut world = world();
    let mut old = |target: &str, version: &str| {
        let request = Request::new("GET", US, target).with_header("accept-version", version);
        send_as(&mut world, "jdoe", request).response
    };
    let list = old("/my/images?type=virtualmachine", "~7").value();
    assert!(!list.as_array().unwrap().is_empty());
    assert!(list.as_array().unwrap().iter().all(|image| image["type"] == "virtualmachine"));
    let response = old("/my/images?type=zvol", "~7");
    assert_eq!(problem(&response), (409, "InvalidArgument".into()));
    assert_eq!(response.value()["message"], "image type zvol is not a valid type");
    let image = old("/my/images/2b683a82-a066-11e3-97ab-2faa44701c5a", "7.0.0").value();
    assert_eq!(image["type"], "smartmachine");
    assert!(["owner", "public", "state"].iter().all(|field| image.get(*field).is_none()));
}

#[test]
fn one_image() {
    let mut world = world();
    let disabled = id_of(&mut world, "us-east-1", "base-64");
    let mut status = |login: &str, id: &str| {
        let response =
            send_as(&mut world, login, Request::new("GET", US, &format!("/my/images/{id}"))).response;
        (response.status, response.value()["message"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(status("jdoe", &disabled).0, 200, "disabled but public");
    assert_eq!(status("jdoe", "62306cd7-7b8a-c5dd-d44e-8491c83b9974").0, 200);
    assert_eq!(status("acme", "62306cd7-7b8a-c5dd-d44e-8491c83b9974"), (404, "image not found".into()));
    assert_eq!(status("jdoe", "00000000-0000-4000-8000-000000000000"), (404, "image not found".into()));
    assert_eq!(
        status("jdoe", "2B683A82-A066-11E3-97AB-2FAA44701C5A").1,
        "2B683A82-A066-11E3-97AB-2FAA44701C5A not found"
    );
}
