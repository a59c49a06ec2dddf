//! Signature version 1 (`oci-compute.md`, section 2.2): vectors from openssl, and what is refused.

use image_console_emulator::World;
use image_console_emulator::wire::Request;

use crate::oci_support::*;
use crate::oci_vectors::*;
use crate::vectors::DATE;

const READ: &str = "x-date (request-target) host";
const WRITE: &str = "x-date (request-target) host content-type content-length x-content-sha256";

fn signed(request: Request, key_id: &str, headers: &str, signature: &str) -> Request {
    let value = format!(
        "Signature version=\"1\",keyId=\"{key_id}\",algorithm=\"rsa-sha256\",headers=\"{headers}\",signature=\"{signature}\""
    );
    request.with_header("authorization", &value)
}

fn reading() -> Request {
    Request::new("GET", &host("compute", FRA), GET_TARGET).with_header("x-date", DATE)
}

fn namespace(date: &str) -> Request {
    Request::new("GET", &host("storage", IAD), "/n").with_header(date, DATE)
}

fn writing(body: &str, hash: &str) -> Request {
    let mut request = Request::new("POST", &host("compute", IAD), &format!("{IMAGE}/actions/export"))
        .with_header("x-date", DATE)
        .with_header("Content-Type", "application/json")
        .with_header("Content-Length", &body.len().to_string())
        .with_header("x-content-sha256", hash);
    request.body = body.into();
    request
}

fn status(world: &mut World, request: &Request) -> (u16, String) {
    let response = world.handle(request, NOW).response;
    if response.status == 200 { (200, String::new()) } else { problem(&response) }
}

fn refused(request: Request) {
    assert_eq!(status(&mut world(), &request), (401, "NotAuthenticated".into()), "{request:?}");
}

#[test]
fn openssl_signs_what_is_accepted() {
    let mut world = world();
    let ok = (200, String::new());
    assert_eq!(status(&mut world, &signed(reading(), KEY_ID, READ, GET)), ok);
    assert_eq!(
        status(&mut world, &signed(namespace("date"), KEY_ID, "date (request-target) host", DATE_GET)),
        ok
    );
    let missing = (404, "NotAuthorizedOrNotFound".into());
    assert_eq!(POST_BODY.len(), 156);
    assert_eq!(status(&mut world, &signed(writing(POST_BODY, POST_HASH), KEY_ID, WRITE, POST)), missing);
    let empty = (400, "CannotParseRequest".into());
    assert_eq!(status(&mut world, &signed(writing("", EMPTY_HASH), KEY_ID, WRITE, EMPTY)), empty);
    let mut put = Request::new("PUT", &host("compute", IAD), IMAGE)
        .with_header("Date", DATE)
        .with_header("content-type", "application/json; charset=utf-8")
        .with_header("content-length", "45")
        .with_header("x-content-sha256", PUT_HASH);
    put.body = PUT_BODY.into();
    let order = "date (request-target) host content-length content-type x-content-sha256";
    assert_eq!(status(&mut world, &signed(put, KEY_ID, order, PUT)), missing);
}

#[test]
fn any_difference_between_what_was_signed_and_what_arrived_is_refused() {
    refused(reading());
    let mut other_host = signed(reading(), KEY_ID, READ, GET);
    other_host.headers.set("host", host("compute", IAD));
    refused(other_host);
    let mut encoded_anew = signed(reading(), KEY_ID, READ, GET);
    encoded_anew.target = encoded_anew.target.replace("%20", "+");
    refused(encoded_anew);
    let mut other_method = signed(namespace("date"), KEY_ID, "date (request-target) host", DATE_GET);
    other_method.method = "HEAD".into();
    refused(other_method);
    refused(signed(reading(), KEY_ID, "(request-target) x-date host", GET));
    refused(signed(reading(), KEY_ID, "x-date host", GET));
    refused(signed(reading(), &KEY_ID.replace("96:fa", "96:fb"), READ, GET));
    refused(signed(reading(), &KEY_ID.replace("tenancy.oc1..a", "tenancy.oc1..b"), READ, GET));
    refused(signed(reading(), &KEY_ID.replace("user.oc1..a", "user.oc1..b"), READ, GET));
}

#[test]
fn the_body_is_what_was_signed() {
    let body = POST_BODY.replace("VDI", "VHD");
    refused(signed(writing(&body, POST_HASH), KEY_ID, WRITE, POST));
    let mut longer = signed(writing(POST_BODY, POST_HASH), KEY_ID, WRITE, POST);
    longer.headers.set("content-length", "155");
    refused(longer);
    refused(signed(writing(POST_BODY, POST_HASH), KEY_ID, READ, POST));
    let mut unhashed = signed(writing(POST_BODY, POST_HASH), KEY_ID, WRITE, POST);
    unhashed.headers.remove("x-content-sha256");
    refused(unhashed);
}

#[test]
fn five_minutes_of_skew_are_allowed() {
    let request = signed(reading(), KEY_ID, READ, GET);
    for (skew, expected) in [(299_000, 200), (-300_000, 200), (301_000, 401), (-600_000, 401)] {
        let mut world = world();
        world.set_skew(skew);
        let response = world.handle(&request, NOW).response;
        assert_eq!(response.status, expected, "{skew}");
        if expected == 401 {
            assert_eq!(problem(&response).1, "NotAuthenticated");
            assert!(response.value()["message"].as_str().unwrap().contains(DATE));
        }
    }
    let mut world = world();
    world.advance(10 * 86_400_000);
    assert_eq!(status(&mut world, &request).0, 200, "advancing the world leaves the signature's clock alone");
}

#[test]
fn a_session_token_is_bound_to_its_key_and_ends() {
    let mut world = world();
    let token = world.oci().session_token("ola", 60, NOW).unwrap();
    let request = |key: &str, signature: &str| signed(namespace("x-date"), key, READ, signature);
    let good = request(&format!("ST${token}"), SESSION);
    assert_eq!(status(&mut world, &good).0, 200);
    let forged = format!("ST${}x", token);
    assert_eq!(status(&mut world, &request(&forged, SESSION)).0, 401);
    assert_eq!(status(&mut world, &request(KEY_ID, SESSION)).0, 401, "the session key is not registered");
    let api_key = signed(namespace("date"), &format!("ST${token}"), "date (request-target) host", DATE_GET);
    assert_eq!(status(&mut world, &api_key).0, 401, "the API key does not go with the token");
    world.advance(59 * 60_000);
    assert_eq!(status(&mut world, &good).0, 200);
    world.advance(60_000);
    assert_eq!(status(&mut world, &good), (401, "NotAuthenticated".into()));
    assert_eq!(world.oci().session_token("reader", 60, NOW), None);
}
