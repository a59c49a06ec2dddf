//! Sections 1.1 and 1.2.

use image_console_emulator::World;
use image_console_emulator::wire::{Request, Response};
use serde_json::{Value, json};

use crate::cloud_foundry_client::*;
use crate::support::{NOW, world};

fn token(world: &mut World, basic: bool, form: &str) -> Response {
    let mut request = Request::new("POST", UAA, "/oauth/token")
        .with_header("Content-Type", "application/x-www-form-urlencoded")
        .with_header("Accept", "application/json");
    if basic {
        request = request.with_header("Authorization", "Basic Y2Y6");
    }
    request.body = form.into();
    send(world, &request)
}

fn info(world: &mut World, tokens: &Value) -> (u16, i64, String) {
    let value = format!("Bearer {}", tokens["access_token"].as_str().unwrap());
    let request = Request::new("GET", API, "/v3/organizations").with_header("Authorization", &value);
    error(&send(world, &request))
}

#[test]
fn discovery_needs_no_token() {
    let mut world = world();
    let links = send(&mut world, &Request::new("GET", API, "/")).value()["links"].clone();
    assert_eq!(links["cloud_controller_v3"]["href"], "https://api.sys.example.local/v3");
    assert!(links["cloud_controller_v3"]["meta"]["version"].is_string());
    assert_eq!(links["uaa"]["href"], "https://uaa.sys.example.local");
    assert_eq!(links["login"]["href"], "https://login.sys.example.local");
    assert!(links["credhub"].is_null());
    let collections = send(&mut world, &Request::new("GET", API, "/v3")).value();
    assert!(collections["links"]["service_instances"]["href"].is_string());
    let info = send(&mut world, &Request::new("GET", API, "/v3/info")).value();
    assert_eq!(info["rate_limits"]["enabled"], false);
    assert_eq!(info["rate_limits"]["reset_interval_in_minutes"], 60);
}

#[test]
fn a_password_a_passcode_and_a_client() {
    let mut world = world();
    let granted = token(&mut world, true, "grant_type=password&username=dev&password=dev-password").value();
    assert_eq!((&granted["token_type"], &granted["expires_in"]), (&json!("bearer"), &json!(1200)));
    assert_eq!(granted["scope"], "openid cloud_controller.read cloud_controller.write");
    assert!(granted["refresh_token"].is_string() && granted["jti"].is_string());
    assert_eq!(info(&mut world, &granted).0, 200);

    let code = world.cloud_foundry().passcode("auditor").unwrap();
    let form = format!("grant_type=password&passcode={code}");
    assert_eq!(token(&mut world, true, &form).status, 200);
    assert_eq!(token(&mut world, true, &form).status, 401, "it is good once");
    let code = world.cloud_foundry().passcode("dev").unwrap();
    world.advance(300_000);
    assert_eq!(
        token(&mut world, true, &format!("grant_type=password&passcode={code}")).status,
        401,
        "too late"
    );

    let form = "grant_type=client_credentials&client_id=ci&client_secret=ci-secret";
    let client = token(&mut world, false, form).value();
    assert_eq!((info(&mut world, &client).0, &client["refresh_token"]), (200, &Value::Null));
}

#[test]
fn refusals_have_the_oauth_shape() {
    let mut world = world();
    let bad = token(&mut world, true, "grant_type=password&username=dev&password=x");
    assert_eq!(
        (bad.status, bad.value()),
        (401, json!({"error": "unauthorized", "error_description": "Bad credentials"}))
    );
    for form in [
        "grant_type=password&username=dev&password=dev-password",
        "grant_type=client_credentials&client_id=ci&client_secret=x",
        "grant_type=refresh_token&refresh_token=x&client_id=cf&client_secret=",
        "grant_type=implicit&client_id=cf",
    ] {
        let refused = token(&mut world, false, form);
        assert_eq!(refused.status, 401, "{form}");
        assert!(refused.value()["error"].is_string() && refused.value()["errors"].is_null());
    }
}

#[test]
fn an_access_token_expires_and_is_renewed() {
    let mut world = world();
    let first = token(&mut world, true, "grant_type=password&username=dev&password=dev-password").value();
    world.advance(1_199_000);
    assert_eq!(info(&mut world, &first).0, 200);
    world.advance(1_000);
    assert_eq!(info(&mut world, &first), problem(401, 1000, "CF-InvalidAuthToken"));
    let refresh = first["refresh_token"].as_str().unwrap();
    let form = format!("grant_type=refresh_token&refresh_token={refresh}&client_id=cf&client_secret=");
    let second = token(&mut world, false, &form).value();
    assert_eq!(info(&mut world, &second).0, 200);

    world.cloud_foundry().expire_tokens(false);
    assert_eq!(info(&mut world, &second).1, 1000);
    assert_eq!(token(&mut world, false, &form).status, 200);
    world.cloud_foundry().expire_tokens(true);
    assert_eq!(token(&mut world, false, &form).value()["error"], "invalid_token");

    world.cloud_foundry().switches().set(&json!({"token_seconds": 5, "refresh_seconds": 20})).unwrap();
    let short = token(&mut world, true, "grant_type=password&username=dev&password=dev-password").value();
    assert_eq!(short["expires_in"], 5);
    world.advance(20_000);
    let form = format!(
        "grant_type=refresh_token&client_id=cf&refresh_token={}",
        short["refresh_token"].as_str().unwrap()
    );
    assert_eq!(token(&mut world, false, &form).status, 401);
}

#[test]
fn missing_and_bad_tokens_differ() {
    let mut world = world();
    let bare = Request::new("GET", API, "/v3/service_instances");
    assert_eq!(error(&send(&mut world, &bare)), problem(401, 10002, "CF-NotAuthenticated"));
    let bad = bare.with_header("Authorization", "bearer nonsense");
    assert_eq!(error(&send(&mut world, &bad)), problem(401, 1000, "CF-InvalidAuthToken"));
    assert_eq!(error(&get_as(&mut world, "noscope", "/v3/spaces")), problem(403, 10003, "CF-NotAuthorized"));
}

#[test]
fn every_answer_has_an_id() {
    let mut world = world();
    let request = signed(&mut world, "dev", "GET", "/v3/spaces").with_header("X-VCAP-Request-ID", "mine");
    let response = world.handle(&request, NOW).response;
    assert!(response.headers.get("x-vcap-request-id").unwrap().starts_with("mine::"));
    let missing = get(&mut world, "/v3/nothing");
    assert_eq!(error(&missing), problem(404, 10000, "CF-NotFound"));
    assert!(missing.headers.get("x-vcap-request-id").is_some());
    assert_eq!(missing.headers.get("content-type"), Some("application/json; charset=utf-8"));
}
