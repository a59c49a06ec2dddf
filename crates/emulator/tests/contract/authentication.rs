//! Section 2: signatures made elsewhere are accepted, everything else is refused as documented.

use image_console_emulator::wire::Request;

use crate::support::*;
use crate::vectors::*;

fn signed(key_id: &str, algorithm: &str, signature: &str) -> Request {
    Request::new("GET", US, "/my/images/2b683a82-a066-11e3-97ab-2faa44701c5a")
        .with_header("x-date", DATE)
        .with_header(
            "authorization",
            &format!(
                "Signature keyId=\"{key_id}\",algorithm=\"{algorithm}\",headers=\"x-date\",signature=\"{signature}\""
            ),
        )
}

#[test]
fn every_key_and_digest_that_openssl_signs_with_is_accepted() {
    let mut world = world();
    for (key, algorithm, signature) in OVER_X_DATE {
        let request = signed(&format!("/jdoe/keys/{key}"), algorithm, signature);
        assert_eq!(world.handle(&request, NOW).response.status, 200, "{key} {algorithm}");
    }
}

#[test]
fn a_signature_counts_for_its_own_key_digest_and_text_only() {
    let mut world = world();
    let (_, algorithm, signature) = OVER_X_DATE[1];
    let mut refused = |request: &Request| {
        let response = world.handle(request, NOW).response;
        assert_eq!(problem(&response), (401, "InvalidCredentials".into()));
        assert_eq!(response.value()["message"], "Invalid authorization credentials supplied");
    };
    refused(&signed("/jdoe/keys/laptop-ecdsa", algorithm, signature));
    refused(&signed("/jdoe/keys/laptop", "rsa-sha512", signature));
    refused(&signed("/jdoe/keys/laptop", algorithm, "AAAA"));
    refused(&signed("/jdoe/keys/laptop", algorithm, "not base64"));
    refused(&signed("/jdoe/keys/unknown", algorithm, signature));
    refused(&signed("/nobody/keys/laptop", algorithm, signature));
    refused(&signed("/my/keys/laptop", algorithm, signature));
    refused(&signed("/acme/keys/acme", algorithm, signature));
    let mut moved = signed("/jdoe/keys/laptop", algorithm, signature);
    moved.headers.set("x-date", "Tue, 05 Mar 2024 10:15:31 GMT");
    refused(&moved);
}

#[test]
fn fingerprint_and_absent_headers_list() {
    let (_, algorithm, signature) = OVER_X_DATE[1];
    let fingerprint = "b7:3b:2a:35:c5:19:2f:35:49:df:59:8e:28:32:6a:8f";
    let value = format!(
        "Signature keyId=\"/jdoe/keys/{fingerprint}\",algorithm=\"RSA-SHA256\",signature=\"{signature}\""
    );
    assert_eq!(algorithm, "rsa-sha256");
    let request = Request::new("GET", US, "/my/images")
        .with_header("x-date", DATE)
        .with_header("authorization", &value);
    assert_eq!(world().handle(&request, NOW).response.status, 200);
}

#[test]
fn the_request_target_is_taken_as_received() {
    let request = |target: &str| {
        Request::new("GET", US, target).with_header("date", DATE).with_header(
            "authorization",
            &format!(
                "Signature keyId=\"/jdoe/keys/laptop\",algorithm=\"rsa-sha256\",headers=\"(request-target) date\",signature=\"{OVER_TARGET}\""
            ),
        )
    };
    let mut world = world();
    assert_eq!(world.handle(&request("/my/images?state=all&name=~base"), NOW).response.status, 200);
    assert_eq!(world.handle(&request("/my/images?state=all&name=%7Ebase"), NOW).response.status, 401);
}

#[test]
fn the_old_form_still_works() {
    let value = format!("Signature keyId=\"/jdoe/keys/laptop\",algorithm=\"rsa-sha256\" {OVER_BARE_DATE}");
    let request =
        Request::new("GET", US, "/my/images").with_header("date", DATE).with_header("authorization", &value);
    assert_eq!(world().handle(&request, NOW).response.status, 200);
}

#[test]
fn with_both_dates_x_date_has_to_be_signed() {
    let (_, algorithm, signature) = OVER_X_DATE[1];
    let request = signed("/jdoe/keys/laptop", algorithm, signature).with_header("date", DATE);
    assert_eq!(world().handle(&request, NOW).response.status, 200);
    let mut request = request;
    request.headers.set(
        "authorization",
        format!("Signature keyId=\"/jdoe/keys/laptop\",algorithm=\"rsa-sha256\",headers=\"date\",signature=\"{OVER_DATE}\""),
    );
    assert_eq!(problem(&world().handle(&request, NOW).response), (400, "InvalidHeader".into()));
}

#[test]
fn without_credentials() {
    let response = world().handle(&Request::new("GET", US, "/my/images"), NOW).response;
    assert_eq!(problem(&response), (401, "InvalidCredentials".into()));
    assert_eq!(response.value()["message"], "You must make authenticated requests to use CloudAPI");
}

#[test]
fn key_ids_of_another_shape() {
    let (_, algorithm, signature) = OVER_X_DATE[1];
    let response = world().handle(&signed("jdoe", algorithm, signature), NOW).response;
    assert_eq!(response.value()["message"], "Invalid KeyId jdoe in authorization header");
}

#[test]
fn the_clock_may_be_off_by_five_minutes() {
    let (_, algorithm, signature) = OVER_X_DATE[1];
    let request = signed("/jdoe/keys/laptop", algorithm, signature);
    let mut world = world();
    assert_eq!(world.handle(&request, NOW + 300_000).response.status, 200);
    world.set_skew(412_000);
    let response = world.handle(&request, NOW).response;
    assert_eq!(problem(&response), (400, "InvalidHeader".into()));
    assert_eq!(
        response.value()["message"],
        "Authorization header invalid: clock skew of 412s was greater than 300s"
    );
    assert_eq!(response.headers.get("request-id"), None, "an early error carries no id");
    assert_eq!(response.headers.get("date"), Some("Tue, 05 Mar 2024 10:22:22 GMT"));
    world.set_skew(0);
    world.advance(86_400_000);
    assert_eq!(
        world.handle(&request, NOW).response.status,
        200,
        "advancing leaves the clients' clocks right"
    );
}

#[test]
fn sub_users_may_do_what_their_roles_allow() {
    let mut world = world();
    let mut request = signed("/jdoe/users/alice/keys/alice", "ecdsa-sha256", ALICE_OVER_X_DATE);
    assert_eq!(world.handle(&request, NOW).response.status, 200);
    request.headers.push("accept-version", "~7.1");
    assert_eq!(world.handle(&request, NOW).response.status, 401, "six parts need 7.2");

    let target = "/my/images/e42f8c84-bbea-11e2-b920-078fab2aab1f?action=update";
    let update = |target: &str| {
        Request::new("POST", US, target).with_json(&serde_json::json!({"description": "by alice"}))
    };
    let response = send_as(&mut world, "jdoe:alice", update(target)).response;
    assert_eq!(problem(&response), (403, "NotAuthorized".into()));
    let message =
        "You do not have permission to access /my/images/e42f8c84-bbea-11e2-b920-078fab2aab1f (updateimage)";
    assert_eq!(response.value()["message"], message);
    let response = send_as(&mut world, "jdoe:alice", update(&format!("{target}&as-role=editors"))).response;
    assert_eq!(response.status, 200);
}

#[test]
fn accounts_that_may_not() {
    let mut world = world();
    let mut refused = |login: &str, host: &str, target: &str| {
        problem(&send_as(&mut world, login, Request::new("GET", host, target)).response)
    };
    assert_eq!(refused("retired", US, "/my/images"), (403, "NotAuthorized".into()));
    assert_eq!(refused("globex", EU, "/my/images"), (403, "NotAuthorized".into()));
    assert_eq!(refused("globex", US, "/my/images").0, 200);
    assert_eq!(refused("jdoe", US, "/acme/images"), (403, "NotAuthorized".into()));
    assert_eq!(refused("jdoe", US, "/nobody/images"), (404, "ResourceNotFound".into()));
    assert_eq!(refused("jdoe", US, &format!("/{JDOE}/images")).0, 200);
    assert_eq!(refused("jdoe", US, "/jdoe/images").0, 200);
}

#[test]
fn presigned_addresses() {
    let mut world = world();
    let signature = image_console_emulator::wire::query::encode(PRESIGNED);
    let target = format!("/my/images?{PRESIGNED_QUERY}&signature={signature}");
    assert_eq!(world.handle(&Request::new("GET", US, &target), NOW).response.status, 200);

    let late = world.handle(&Request::new("GET", US, &target), NOW + 601_000).response;
    assert_eq!((late.status, late.value()), (500, serde_json::json!({"message": "request expired"})));
    let partial =
        world.handle(&Request::new("GET", US, &format!("/my/images?{PRESIGNED_QUERY}")), NOW).response;
    assert_eq!(partial.status, 500);
    let other = target.replace("state=all", "state=failed");
    assert_eq!(world.handle(&Request::new("GET", US, &other), NOW).response.status, 401);
}

#[test]
fn the_throttle_is_per_key_and_names_no_time() {
    let mut world = world();
    world.triton().switches().set(&serde_json::json!({"throttle": true})).unwrap();
    for _ in 0..30 {
        assert_eq!(get(&mut world, "/my/keys").status, 200);
    }
    let response = get(&mut world, "/my/keys");
    assert_eq!(problem(&response), (429, "TooManyRequestsError".into()));
    assert_eq!(response.headers.get("retry-after"), None);
}
