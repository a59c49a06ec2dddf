//! Sections 1 and 2.5: headers, versions, early errors, and the small calls.

use image_console_emulator::wire::Request;
use serde_json::json;

use crate::support::*;

#[test]
fn a_routed_reply_carries_the_documented_headers() {
    let mut world = world();
    let request = Request::new("GET", US, "/my/keys").with_header("x-request-id", "my-own-id");
    let response = send_as(&mut world, "jdoe", request).response;
    let header = |name: &str| response.headers.get(name).map(str::to_owned);
    assert_eq!(header("request-id").as_deref(), Some("my-own-id"));
    assert_eq!(header("api-version").as_deref(), Some("9.0.0"));
    assert_eq!(header("server").as_deref(), Some("cloudapi/9.20.0"));
    assert!(header("response-time").unwrap().parse::<u64>().is_ok());
    assert_eq!(header("access-control-allow-origin").as_deref(), Some("*"));
    assert_eq!(
        header("access-control-expose-headers").as_deref(),
        Some("Api-Version, Request-Id, Response-Time")
    );
    assert!(header("content-md5").is_some());
    let keys = response.value();
    assert_eq!(keys[0]["name"], "laptop");
    assert!(keys[0]["key"].as_str().unwrap().starts_with("ssh-rsa "));
    assert_eq!(keys[0]["fingerprint"].as_str().unwrap().len(), 47);
}

#[test]
fn early_errors_carry_neither_cors_nor_an_id() {
    let mut world = world();
    let cases = [
        (Request::new("GET", US, "/my/nothing/here"), 404, "ResourceNotFound"),
        (Request::new("PUT", US, "/my/images"), 405, "MethodNotAllowedError"),
        (Request::new("GET", US, "/my/images").with_header("accept-version", "~5"), 400, "InvalidVersion"),
        (Request::new("GET", US, "/my/images").with_header("accept", "text/html"), 406, "NotAcceptableError"),
    ];
    for (request, status, code) in cases {
        let response = send_as(&mut world, "jdoe", request).response;
        assert_eq!(problem(&response), (status, code.into()));
        assert_eq!(response.headers.get("access-control-allow-origin"), None);
        assert_eq!(response.headers.get("request-id"), None);
    }
}

#[test]
fn a_request_api_version_is_ignored() {
    let request = Request::new("GET", US, "/my/images/2b683a82-a066-11e3-97ab-2faa44701c5a");
    let response = send_as(&mut world(), "jdoe", request.with_header("api-version", "~7")).response;
    assert_eq!(response.value()["type"], "zone-dataset");
}

#[test]
fn ping_needs_no_credentials() {
    let response = world().handle(&Request::new("GET", EU, "/--ping"), NOW).response;
    assert_eq!(response.value()["ping"], "pong");
    assert_eq!(response.value()["cloudapi"]["versions"][0], "7.0.0");
    assert_eq!(response.headers.get("triton-datacenter-name"), Some("eu-central-1"));
}

#[test]
fn account_and_datacenters() {
    let mut world = world();
    let account = get(&mut world, "/my").value();
    assert_eq!((&account["login"], &account["id"]), (&json!("jdoe"), &json!(JDOE)));
    let response = get(&mut world, "/my/datacenters");
    assert_eq!(response.headers.get("triton-datacenter-name"), Some("us-east-1"));
    let expected = json!({
        "us-east-1": "https://us-east-1.api.example.com", "eu-central-1": "https://eu-central-1.api.example.com",
    });
    assert_eq!(response.value(), expected);
    let moved = get(&mut world, "/my/datacenters/eu-central-1");
    assert_eq!(problem(&moved), (302, "ResourceMoved".into()));
    assert_eq!(moved.headers.get("location"), Some("https://eu-central-1.api.example.com"));
    assert_eq!(get(&mut world, "/my/datacenters/mars-1").status, 404);
}

#[test]
fn a_preflight_for_signed_headers_is_refused_by_the_upstream() {
    let mut world = world();
    let mut preflight = |headers: &str| {
        let request = Request::new("OPTIONS", US, "/my/images")
            .with_header("access-control-request-method", "GET")
            .with_header("access-control-request-headers", headers);
        world.handle(&request, NOW).response.status
    };
    assert_eq!(preflight("accept, accept-version"), 204);
    assert_eq!(preflight("authorization"), 405);
    assert_eq!(preflight("x-date"), 405);
}

#[test]
fn a_head_has_the_length_and_no_body() {
    let mut world = world();
    let length = get(&mut world, "/my/images").body.len().to_string();
    let response = send_as(&mut world, "jdoe", Request::new("HEAD", US, "/my/images")).response;
    assert_eq!((response.status, response.body.len()), (200, 0));
    assert_eq!(response.headers.get("content-length"), Some(length.as_str()));
}

#[test]
fn maintenance_stops_writing_only() {
    let mut world = world();
    world.triton().switches().set(&json!({"maintenance": true})).unwrap();
    assert_eq!(get(&mut world, "/my/keys").status, 200);
    let response = delete(&mut world, "/my/images/e42f8c84-bbea-11e2-b920-078fab2aab1f");
    assert_eq!(problem(&response), (503, "ServiceUnavailableError".into()));
    assert_eq!(response.headers.get("retry-after"), Some("Tue, 05 Mar 2024 11:15:30 GMT"));
}

#[test]
fn bodies_that_cannot_be_read() {
    let mut world = world();
    let target = "/my/images/e42f8c84-bbea-11e2-b920-078fab2aab1f?action=update";
    let mut posted = |body: &[u8]| {
        let mut request = Request::new("POST", US, target).with_header("content-type", "application/json");
        request.body = body.to_vec();
        problem(&send_as(&mut world, "jdoe", request).response)
    };
    assert_eq!(posted(b"{\"name\": \"my-renamed-image\",}"), (400, "InvalidContent".into()));
    assert_eq!(posted(&[b' '; 100_001]), (413, "PayloadTooLargeError".into()));
}
