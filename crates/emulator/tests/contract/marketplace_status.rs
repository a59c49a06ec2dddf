//! Sections 1.1, 3.1, 3.2 and 5.

use image_console_emulator::World;
use image_console_emulator::wire::Request;
use serde_json::json;

use crate::marketplace_client::*;
use crate::support::{NOW, world};

const KNOWN: &str = "/appstore/publisher/v1/machineimages/2797087";

#[test]
fn the_documents_upload_is_answered_word_for_word() {
    let expected = json!({
        "uploadRequestId": 2_797_087, "application": "APS1826_WWP_061218", "version": "OL67", "operatingSystem": "Linux",
        "fileName": "wordpress.tar.gz",
        "imageFilePath": "oracle_pdc2/mi/APS1826_WWP_061218/OL67/Linux/wordpress.tar.gz", "statusName": "Completed",
        "uploadedChunks": 75, "pendingChunks": 0, "createdBy": "John Doe", "createdDate": "2018-06-12T04:28:50.001Z",
        "lastModifiedBy": "anonymous", "lastModifiedDate": "2018-06-12T04:52:51.001Z", "overwriteStorageFile": false,
        "dataCenterImageUploadRequests": [{
            "dataCenterName": "US2 COMMERCIAL CHERRY", "statusName": "Completed", "uploadProgress": "100%",
            "region": "US2 Commercial Cherry", "lastUpdatedDate": "2018-06-12T04:52:51.001Z", "copyUpload": false,
            "overwriteUpload": false, "replicaDataCenter": false,
        }],
    });
    assert_eq!(get(&mut world(), KNOWN).value(), expected);
}

#[test]
fn both_headers_are_needed_and_ids_are_numbers() {
    let mut world = world();
    let whole = signed(&mut world, "GET", KNOWN);
    let without = |name: &str| {
        let mut request = whole.clone();
        request.headers.remove(name);
        request
    };
    for request in [
        without("Authorization"),
        without("X-Oracle-UserId"),
        without("Authorization").with_header("Authorization", "Bearer nonsense"),
        without("X-Oracle-UserId").with_header("X-Oracle-UserId", "somebody@else.example"),
    ] {
        let response = send(&mut world, &request);
        assert_eq!((response.status, response.value()), (401, json!({"message": "Not Authorized"})));
    }
    for (path, status) in [("/abc", 400), ("/1.5", 400), ("/1", 404), ("/2797087/other", 404)] {
        assert_eq!(get(&mut world, &format!("{IMAGES}{path}")).status, status, "{path}");
    }
    assert_eq!(get(&mut world, &format!("{IMAGES}/1")).value(), json!({"message": "Entity Not Found"}));
    let put = call(&mut world, "PUT", KNOWN);
    assert_eq!((put.status, put.headers.get("allow")), (405, Some("GET, HEAD, PATCH, DELETE")));
}

#[test]
fn head_says_the_same_in_headers() {
    let mut world = world();
    let response = call(&mut world, "HEAD", &format!("{IMAGES}/7361253"));
    assert_eq!((response.status, response.body.len()), (200, 0));
    for (name, value) in [
        ("x-upload-status", "Completed"),
        ("x-upload-file-path", "Container/mi/TestCrome.gz"),
        ("x-created-by", "0a7d980d-2b06-400c-9b61-9892e0108afc"),
        ("x-last-modified-by", "anonymous"),
        ("x-created-date", "Wed, 23 Mar 2016 06:13:46 GMT"),
        ("x-last-modified-date", "Wed, 23 Mar 2016 06:13:57 GMT"),
        ("content-type", "application/json; qs=1"),
    ] {
        assert_eq!(response.headers.get(name), Some(value));
    }
    assert!(response.headers.get("date").is_some());
    for (path, status) in [("/abc", 400), ("/1", 404)] {
        let response = call(&mut world, "HEAD", &format!("{IMAGES}{path}"));
        assert_eq!((response.status, response.body.len()), (status, 0));
    }
    // A running upload: status and HEAD agree at every moment.
    let id = id_of(&mut world, "course-usual");
    for _ in 0..12 {
        let body = status(&mut world, id);
        let head = call(&mut world, "HEAD", &format!("{IMAGES}/{id}"));
        assert_eq!(head.headers.get("x-upload-status"), body["statusName"].as_str());
        world.advance(60_000);
    }
}

#[test]
fn a_client_exchanges_its_secret_for_a_token_of_seven_days() {
    let mut world = world();
    // image-console:marketplace-secret
    let basic = "Basic aW1hZ2UtY29uc29sZTptYXJrZXRwbGFjZS1zZWNyZXQ=";
    let ask = |world: &mut World, credentials: &str| {
        let request = Request::new("GET", HOST, &format!("{BASE}/authenticate"))
            .with_header("Authorization", credentials)
            .with_header("X-Oracle-UserId", "partner@example.com");
        world.handle(&request, NOW).response
    };
    assert_eq!(ask(&mut world, "Basic eDp5").status, 401);
    let answer = ask(&mut world, basic).value();
    assert_eq!(answer["expires_in"], 604_800);
    assert_eq!(answer["oracle_tk_context"], "client_assertion");
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    assert_eq!(answer["oracle_client_assertion_type"], kind);
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(token.split('.').count(), 3);

    let mut request = signed(&mut world, "GET", KNOWN);
    request.headers.set("Authorization", format!("Bearer {token}"));
    assert_eq!(send(&mut world, &request).status, 200);
    world.advance(604_799_000);
    assert_eq!(send(&mut world, &request).status, 200);
    world.advance(1_000);
    assert_eq!(send(&mut world, &request).status, 401);

    world.marketplace().switches().set(&json!({"token_dies_after": 60})).unwrap();
    let early = ask(&mut world, basic).value();
    assert_eq!(early["expires_in"], 604_800, "it is not announced");
    request.headers.set("Authorization", format!("Bearer {}", early["access_token"].as_str().unwrap()));
    assert_eq!(send(&mut world, &request).status, 200);
    world.advance(60_000);
    assert_eq!(send(&mut world, &request).status, 401);

    let other = Request::new("POST", HOST, "/oam/oauth2/tokens")
        .with_header("Authorization", basic)
        .with_header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .with_header("X-USER-IDENTITY-DOMAIN-NAME", "usoracle30650");
    assert_eq!(send(&mut world, &other).value()["expires_in"], 604_800);
}

#[test]
fn tokens_can_be_taken_back() {
    let mut world = world();
    let request = signed(&mut world, "GET", KNOWN);
    assert_eq!(send(&mut world, &request).status, 200);
    world.marketplace().expire_tokens();
    assert_eq!(send(&mut world, &request).status, 401);
}

#[test]
fn who_may_only_read_changes_nothing() {
    let mut world = world();
    let mut request = signed(&mut world, "DELETE", KNOWN);
    request.headers.set("X-Oracle-UserId", "reader@example.com");
    assert_eq!(send(&mut world, &request).status, 403);
    request.method = "GET".into();
    assert_eq!(send(&mut world, &request).value()["statusName"], "Completed");
}
