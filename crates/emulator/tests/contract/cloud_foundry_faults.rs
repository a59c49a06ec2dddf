//! Faults that a name asks for, warnings and the rate limit (sections 1.3 and 2).

use image_console_emulator::wire::{Request, query};
use serde_json::json;

use crate::cloud_foundry_client::*;
use crate::support::{NOW, world};

#[test]
fn every_documented_error_can_be_had() {
    let mut world = world();
    for (word, status, code, title) in [
        ("400", 400, 1001, "CF-MessageParseError"),
        ("400-query", 400, 10005, "CF-BadQueryParameter"),
        ("400-perform", 400, 10009, "CF-UnableToPerform"),
        ("401", 401, 1000, "CF-InvalidAuthToken"),
        ("401-none", 401, 10002, "CF-NotAuthenticated"),
        ("403", 403, 10003, "CF-NotAuthorized"),
        ("403-org", 403, 10017, "CF-OrgSuspended"),
        ("403-space", 403, 10019, "CF-SpaceSuspended"),
        ("404", 404, 10010, "CF-ResourceNotFound"),
        ("404-route", 404, 10000, "CF-NotFound"),
        ("409", 409, 60016, "CF-AsyncServiceInstanceOperationInProgress"),
        ("422", 422, 10008, "CF-UnprocessableEntity"),
        ("422-broker", 422, 270_018, "CF-ServiceBrokerConcurrencyError"),
        ("422-unique", 422, 10016, "CF-UniquenessError"),
        ("429", 429, 10013, "CF-RateLimitExceeded"),
        ("429-ip", 429, 10014, "CF-IPBasedRateLimitExceeded"),
        ("429-broker", 429, 10016, "CF-ServiceBrokerRateLimitExceeded"),
        ("429-uaa", 429, 20008, "CF-UaaRateLimited"),
        ("500", 500, 10001, "UnknownError"),
        ("500-server", 500, 10001, "CF-ServerError"),
        ("501", 501, 180_003, "CF-ServiceNotImplemented"),
        ("502", 502, 270_020, "CF-ServiceBrokerRequestRejected"),
        ("503", 503, 10015, "CF-ServiceUnavailable"),
    ] {
        let response = restore(&mut world, ORDERS, &json!({"backup_id": format!("fault-{word}")}));
        assert_eq!(error(&response), problem(status, code, title), "{word}");
        assert!(response.headers.get("x-vcap-request-id").is_some());
        if status == 429 {
            assert!(response.headers.get("retry-after").is_some(), "{word}");
        }
    }
    assert_eq!(world.cloud_foundry().restores(ORDERS).len(), 0);
    assert_eq!(get(&mut world, "/v3/service_instances?names=fault-500").status, 500);
}

#[test]
fn names_of_instances_decide_for_each_call() {
    let mut world = world();
    let status = |world: &mut _, name: &str, method: &str, rest: &str| {
        let guid = guid_of(world, name);
        let request = signed(world, "dev", method, &format!("/v3/service_instances/{guid}{rest}"));
        let reply = world.handle(&request, NOW);
        (reply.response.status, reply.effects.drop)
    };
    assert_eq!(status(&mut world, "fault-422", "GET", ""), (200, false), "it can be looked at");
    assert_eq!(status(&mut world, "fault-422", "GET", "/backups"), (200, false));
    assert_eq!(status(&mut world, "fault-422", "POST", "/backups"), (422, false));
    assert_eq!(status(&mut world, "fault-422", "POST", "/actions/restore"), (422, false));
    assert_eq!(status(&mut world, "fault-get-500", "GET", ""), (500, false));
    assert_eq!(status(&mut world, "fault-backups-422", "GET", "/backups"), (422, false));
    assert!(status(&mut world, "fault-drop", "POST", "/actions/restore").1);
    let guid = guid_of(&mut world, "fault-drop");
    assert_eq!(world.cloud_foundry().restores(&guid).len(), 0);
    assert!(status(&mut world, "fault-drop-after", "POST", "/actions/restore").1);
    let guid = guid_of(&mut world, "fault-drop-after");
    assert_eq!(world.cloud_foundry().restores(&guid).len(), 1, "the work is done");
    let guid = guid_of(&mut world, "fault-job-500");
    let path = job_path(&restore(&mut world, &guid, &json!({})));
    assert_eq!(error(&get(&mut world, &path)), problem(500, 10001, "UnknownError"));
    let guid = guid_of(&mut world, "fault-get-wrong-types");
    let body = get(&mut world, &format!("/v3/service_instances/{guid}")).value();
    assert_eq!((&body["guid"], &body["tags"]), (&json!(guid), &json!({"0": "zero"})));
}

#[test]
fn warnings_are_encoded_and_may_come_in_several_headers() {
    let mut world = world();
    let guid = guid_of(&mut world, "cf-warns");
    let response = restore(&mut world, &guid, &json!({}));
    let lines: Vec<_> =
        response.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("x-cf-warnings")).collect();
    let texts: Vec<_> = lines.iter().flat_map(|(_, line)| line.split(',')).map(query::segment).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        texts,
        [
            "The plan is deprecated, and ends in 2027",
            "100% of the quota is used; ask for more",
            "Größe überprüfen"
        ]
    );
    assert!(get(&mut world, "/v3/spaces").headers.get("x-cf-warnings").is_none());
    world.cloud_foundry().switches().set(&json!({"warnings": true})).unwrap();
    assert!(
        get(&mut world, "/v3/spaces").headers.get("x-cf-warnings").unwrap().starts_with("This%20foundation")
    );
}

#[test]
fn a_rate_limit_is_json_called_text() {
    let mut world = world();
    world.cloud_foundry().switches().set(&json!({"rate_limit": 20})).unwrap();
    for _ in 0..20 {
        assert_eq!(get(&mut world, "/v3/spaces").status, 200);
    }
    let response = get(&mut world, "/v3/spaces");
    assert_eq!(error(&response), problem(429, 10013, "CF-RateLimitExceeded"));
    assert_eq!(response.headers.get("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(response.headers.get("x-ratelimit-limit"), Some("20"));
    assert_eq!(response.headers.get("retry-after"), Some("3600"));
    assert_eq!(get_as(&mut world, "admin", "/v3/spaces").status, 200, "administrators are unlimited");
    assert_eq!(get_as(&mut world, "auditor", "/v3/spaces").headers.get("x-ratelimit-remaining"), Some("18"));
    let open = send(&mut world, &Request::new("GET", API, "/v3/info"));
    assert_eq!(
        open.value()["rate_limits"],
        json!({"enabled": true, "general_limit": 20, "reset_interval_in_minutes": 60})
    );
    world.advance(3_600_000);
    assert_eq!(get(&mut world, "/v3/spaces").status, 200);
    assert!(world.cloud_foundry().switches().set(&json!({"rate_limit": "x"})).is_err());
}
