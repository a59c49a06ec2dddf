//! Every request as it goes out and every documented answer as it is read.

use image_console_core::{ErrorKind, Request};
use serde_json::{Value, json};

use super::*;
use crate::decode::Lenient;
use crate::triton_cloudapi::testing::{answer, fixture, with_type};
use crate::triton_cloudapi::{Caller, ImageFilter};

const ID: &str = "2b683a82-a066-11e3-97ab-2faa44701c5a";

/// Method, target and body; the headers every request has are checked on the way.
fn wire(request: &Request) -> (String, String, Option<String>) {
    assert_eq!(request.headers.get("Accept"), Some("application/json"));
    assert_eq!(request.headers.get("Accept-Version"), Some("~9||~8"));
    assert_eq!(request.body.is_some(), request.headers.get("Content-Type").is_some());
    assert_eq!(request.headers.iter().count(), 2 + usize::from(request.body.is_some()));
    (request.method.to_string(), request.target.clone(), request.body.clone())
}

fn expect(request: &Request, method: &str, target: &str, body: Option<&str>) {
    assert_eq!(wire(request), (method.to_owned(), target.to_owned(), body.map(str::to_owned)));
}

#[test]
fn the_eight_calls_go_out_as_documented() {
    let my = Caller::default();
    let filter = ImageFilter::parse([("state", "all"), ("name", "~base & co"), ("type", "!docker")]).0;
    expect(
        &list_images(&my, &filter),
        "GET",
        "/my/images?name=~base%20%26%20co&state=all&type=%21docker",
        None,
    );
    expect(&list_images(&my, &ImageFilter::default()), "GET", "/my/images", None);
    expect(&get_image(&my, ID), "GET", &format!("/my/images/{ID}"), None);
    expect(&delete_image(&my, ID), "DELETE", &format!("/my/images/{ID}"), None);
    expect(
        &export_image(&my, ID, "/jdoe/stor/my image"),
        "POST",
        &format!("/my/images/{ID}?action=export&manta_path=%2Fjdoe%2Fstor%2Fmy%20image"),
        None,
    );
    expect(
        &import_image_from_datacenter(&my, "us-west-1", ID),
        "POST",
        &format!("/my/images?action=import-from-datacenter&datacenter=us-west-1&id={ID}"),
        Some("{}"),
    );
    let changes: Value = serde_json::from_str(fixture!("update.request.json")).expect("JSON");
    expect(
        &update_image(&my, ID, changes.as_object().expect("an object")),
        "POST",
        &format!("/my/images/{ID}?action=update"),
        Some(r#"{"name":"my-renamed-image"}"#),
    );
    expect(&clone_image(&my, ID), "POST", &format!("/my/images/{ID}?action=clone"), None);
}

#[test]
fn create_sends_what_is_filled_in_and_nothing_else() {
    let mut image = NewImage {
        machine: "a44f2b9b-e7af-f548-b0ba-4d9270423f1a".into(),
        name: "my-custom-image".into(),
        version: "1.0.0".into(),
        ..NewImage::default()
    };
    let sent = |image: &NewImage| {
        let request = create_image_from_machine(&Caller::default(), image);
        let (method, target, body) = wire(&request);
        assert_eq!((method.as_str(), target.as_str()), ("POST", "/my/images"));
        serde_json::from_str::<Value>(&body.expect("a body")).expect("JSON")
    };
    let documented: Value = serde_json::from_str(fixture!("create.request.json")).expect("JSON");
    assert_eq!(sent(&image), documented);
    image.description = "d".into();
    image.homepage = "https://h".into();
    image.eula = "https://e".into();
    image.acl = vec![ID.into()];
    image.tags.insert("team".into(), json!({"any": [1]}));
    let all = sent(&image);
    assert_eq!((&all["acl"], &all["tags"]), (&json!([ID]), &json!({"team": {"any": [1]}})));
    assert_eq!(all.as_object().map(serde_json::Map::len), Some(8));
}

#[test]
fn the_other_calls_go_out_as_documented() {
    let my = Caller::default();
    expect(&list_machines(&my, 1000, 2000), "GET", "/my/machines?limit=1000&offset=2000", None);
    expect(&get_machine(&my, ID), "GET", &format!("/my/machines/{ID}"), None);
    expect(&list_datacenters(&my), "GET", "/my/datacenters", None);
    expect(&list_keys(&my), "GET", "/my/keys", None);
    expect(&get_account(&my), "GET", "/my", None);
    expect(&ping(&my), "GET", "/--ping", None);
}

#[test]
fn account_and_version_come_from_the_connection_and_ids_cannot_leave_their_place() {
    let caller = Caller::new("j.doe@example", Some("~8"));
    let request = get_image(&caller, "../x?y");
    assert_eq!(request.target, "/j.doe%40example/images/..%2Fx%3Fy");
    assert_eq!(request.headers.get("accept-version"), Some("~8"));
}

#[test]
fn every_documented_image_is_read() {
    for body in [
        fixture!("get.response.json"),
        fixture!("create.response.json"),
        fixture!("import.response.json"),
        fixture!("update.response.json"),
        fixture!("clone.response.json"),
    ] {
        let image = parse_image(&answer(200, body)).expect("an image");
        assert!(image.wrong_fields().is_empty() && image.unknown.is_empty(), "{image:?}");
        assert!(image.id.text().is_some_and(|id| id.len() == 36));
    }
    let images = parse_images(&answer(200, fixture!("list.response.json"))).expect("a list");
    let image = images.first().and_then(Lenient::value).expect("one image");
    assert_eq!(image.file().and_then(|f| f.size.value().copied()), Some(110_742_036));
    assert_eq!(image.published_at.value().map(|t| t.rfc3339()).as_deref(), Some("2014-02-28T10:50:42.000Z"));
}

#[test]
fn a_created_image_brings_its_job() {
    let mut response = answer(201, fixture!("create.response.json"));
    response.headers.add("x-joyent-jobid", "0b30ef20-d622-436a-9c30-7376ba7d904c");
    let created = parse_created(&response).expect("created");
    assert_eq!(created.job.as_deref(), Some("0b30ef20-d622-436a-9c30-7376ba7d904c"));
    assert_eq!(created.image.state.text(), Some("creating"));
}

#[test]
fn an_export_tells_where_the_files_are() {
    let export = parse_export(&answer(200, fixture!("export.response.json"))).expect("an export");
    assert_eq!(export.image_path.text(), Some("/user/stor/my-image.zfs.gz"));
    assert_eq!(export.manifest_path.text(), Some("/user/stor/my-image.imgmanifest"));
}

#[test]
fn deletion_has_no_body_and_refusal_names_the_dependents() {
    assert_eq!(parse_deleted(&with_type(204, "text/plain", "")), Ok(()));
    let body = r#"{"code":"ImageHasDependentImages","message":"image \"e\" has 1 dependent incremental image(s): 4"}"#;
    let error = parse_deleted(&answer(422, body)).expect_err("refused");
    assert_eq!(error.code.as_deref(), Some("ImageHasDependentImages"));
}

#[test]
fn a_success_that_cannot_be_read_is_no_success() {
    for response in [
        with_type(200, "text/html", "<html>Sign in</html>"),
        answer(200, r#"{"id":"2b68"#),
        answer(200, ""),
        answer(200, "[]"),
        answer(200, "null"),
    ] {
        let error = parse_image(&response).expect_err("not an image");
        assert_eq!(error.kind, ErrorKind::Unreadable);
        assert_eq!(error.request_id.as_deref(), Some("af34a510-c014-11e5-9c73-6767e338bf5d"));
    }
    assert_eq!(parse_images(&answer(200, "{}")).expect_err("not a list").kind, ErrorKind::Unreadable);
}

#[test]
fn machines_are_paged_until_fewer_come_than_were_asked_for() {
    let page = |count: Option<&str>, body: &str| {
        let mut response = answer(200, body);
        if let Some(count) = count {
            response.headers.add("x-resource-count", count);
        }
        parse_machines(&response, 2, 4).expect("a page")
    };
    assert_eq!(page(Some("2"), r#"[{"id":"a"},{"id":"b"}]"#).next, Some(6));
    assert_eq!(page(None, r#"[{"id":"a"},{"id":"b"}]"#).next, Some(6));
    assert_eq!(page(Some("1"), r#"[{"id":"a"}]"#).next, None);
    assert_eq!(page(Some("2"), "[]").next, None);
    let odd = page(None, r#"[7,{"id":"b","docker":true,"state":"stopped","primaryIp":"10.0.0.1"}]"#);
    assert_eq!(odd.machines[0].wrong(), Some("7"));
    assert_eq!(odd.machines[1].value().and_then(|m| m.docker.value().copied()), Some(true));
}

#[test]
fn a_deleted_machine_is_an_answer() {
    let machine = parse_machine(&answer(410, r#"{"id":"a","state":"deleted"}"#)).expect("a machine");
    assert_eq!(machine.state.text(), Some("deleted"));
    assert_eq!(parse_machine(&answer(410, r#"{"code":"Gone"}"#)).expect_err("an error").status, Some(410));
}

#[test]
fn datacenters_ping_keys_and_account_are_read() {
    let mut response = answer(200, r#"{"us-east-1":"https://us-east-1.api/","us-west-1":7}"#);
    response.headers.add("Triton-Datacenter-Name", "us-east-1");
    let datacenters = parse_datacenters(&response).expect("datacenters");
    assert_eq!(datacenters.here.as_deref(), Some("us-east-1"));
    assert_eq!(datacenters.name_of("https://us-east-1.api"), Some("us-east-1"));
    assert_eq!(datacenters.endpoint("us-west-1"), None);
    let body = r#"{"ping":"pong","cloudapi":{"versions":["8.0.0","9.0.0"]}}"#;
    assert_eq!(parse_ping(&answer(200, body)).expect("pong").versions, ["8.0.0", "9.0.0"]);
    let keys = parse_keys(&answer(200, r#"[{"name":"k","fingerprint":"aa:bb","key":"ssh-rsa A"}]"#));
    assert_eq!(keys.expect("keys")[0].fingerprint.text(), Some("aa:bb"));
    let account = parse_account(&answer(200, r#"{"id":"u","login":"jdoe","email":"e"}"#)).expect("account");
    assert_eq!((account.login.text(), account.unknown.len()), (Some("jdoe"), 1));
}
