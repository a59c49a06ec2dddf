use super::*;
use crate::cloud_foundry::location;
use crate::cloud_foundry::testing::{API, INSTANCE, fixture};
use image_console_core::time::Timestamp;
use serde_json::{Map, json};

fn map(value: Value) -> Map<String, Value> {
    value.as_object().cloned().expect("an object")
}

fn parse(text: &str) -> Map<String, Value> {
    map(serde_json::from_str(text).expect("JSON"))
}

#[test]
fn the_root_says_where_things_are_and_links_may_be_null() {
    let root = Root::from_map(map(json!({"links": {
        "self": {"href": API}, "uaa": null, "app_ssh": {"href": "ssh:2222", "meta": {}},
        "cloud_controller_v3": {"href": format!("{API}/v3"), "meta": {"version": "3.228.0"}},
        "login": {"href": "https://login.sys.example.local/"},
    }})));
    assert_eq!((root.version().as_deref(), root.link("uaa")), (Some("3.228.0"), None));
    assert_eq!(root.passcode_page().as_deref(), Some("https://login.sys.example.local/passcode"));
    assert!(location::target(&format!("{API}/v3/jobs/1"), &root.api()).is_ok());
    let odd = Root::from_map(map(json!({"links": {"login": {"href": "javascript:alert(1)//"}}})));
    assert_eq!((odd.passcode_page(), odd.version()), (None, None));
}

#[test]
fn the_rate_limit_is_said_only_when_there_is_one() {
    let info = |enabled| {
        Info::from_map(map(json!({"version": 7, "rate_limits":
            {"enabled": enabled, "general_limit": 2000, "reset_interval_in_minutes": 60}})))
    };
    assert_eq!(info(true).rate_limit().as_deref(), Some("2,000 requests in 60 minutes"));
    assert_eq!(info(false).rate_limit(), None);
}

#[test]
fn names_of_space_and_organisation_come_from_what_is_included() {
    let raw = Raw::of(parse(fixture!("service_instances.json")), &[API]).expect("a page");
    assert_eq!((raw.total, &raw.next), (Some(1), &Next::Nothing));
    let page = raw.page(|item, included| ServiceInstance::from_map(map(item), included));
    let instance = &page.resources[0];
    assert_eq!((instance.guid.text(), instance.name.text()), (Some(INSTANCE), Some("orders-db")));
    let name = |named: &Option<Named>| named.as_ref().and_then(|n| n.name.clone());
    assert_eq!(name(&instance.place.space).as_deref(), Some("prod"));
    assert_eq!(name(&instance.place.organization).as_deref(), Some("shop"));
    let plan = instance.place.service_plan.as_ref().expect("a plan");
    assert_eq!((plan.guid.as_str(), &plan.name), ("5358d122-638e-11ea-afca-bf6e756684ac", &None));
    assert!(instance.rest.contains_key("metadata"));
    assert_eq!(instance.operation().map(LastOperation::words).as_deref(), Some("create succeeded"));
}

#[test]
fn an_instance_without_operation_and_one_of_odd_types_are_read() {
    let of = |value| ServiceInstance::from_map(map(value), &Value::Null);
    assert_eq!(of(json!({"last_operation": {}})).operation(), None);
    let odd = of(json!({"name": 7, "last_operation": "busy", "tags": "x", "relationships": []}));
    assert_eq!((odd.name.wrong(), odd.last_operation.wrong()), (Some("7"), Some("\"busy\"")));
    assert_eq!(odd.place, Place::default());
    let busy = of(json!({"last_operation": {"type": "restore", "state": "in progress"}}));
    assert!(busy.operation().is_some_and(LastOperation::is_under_way));
}

#[test]
fn the_next_page_is_followed_on_the_api_only() {
    let next = |href: &str| {
        let body = json!({"resources": [], "pagination": {"total_results": 2, "next": {"href": href}}});
        Raw::of(map(body), &[API]).expect("a page").next
    };
    let target = "/v3/service_instances?page=2&per_page=50";
    assert_eq!(next(&format!("{API}{target}")), Next::Target(target.into()));
    let Next::Refused(why) = next("https://evil.example/v3/service_instances?page=2") else {
        panic!("refused")
    };
    assert!(why.contains("evil.example"));
    assert!(Raw::of(map(json!({"backups": []})), &[API]).is_none());
}

#[test]
fn a_backups_time_is_seconds_unless_it_cannot_be() {
    for (sent, at) in [
        (json!(1_709_600_400), Some(1_709_600_400_000)),
        (json!(1_709_600_400_000_i64), Some(1_709_600_400_000)),
        (json!("2024-03-05T01:00:00Z"), Some(1_709_600_400_000)),
        (json!(0), Some(0)),
        (json!("soon"), None),
        (json!(i64::MIN), None),
    ] {
        let backup = Backup::from_map(map(json!({"id": "b", "created_at": sent})));
        assert_eq!(backup.created_at.value().copied(), at.map(Timestamp), "{sent}");
    }
}

#[test]
fn a_failed_job_carries_its_errors() {
    let job = Job::from_map(parse(fixture!("job.failed.json")));
    assert_eq!(job.state.text(), Some("FAILED"));
    let error = job.error();
    assert_eq!(error.code.as_deref(), Some("CF-UnableToPerform (10009)"));
    assert_eq!(
        (error.status, error.message.as_str()),
        (None, "restore could not be completed: backup artifact is not readable")
    );
    let job = Job::from_map(parse(fixture!("job.polling.json")));
    assert!(job.service_instance().is_some_and(|href| href.ends_with(INSTANCE)));
    let odd =
        Job::from_map(map(json!({"state": "FAILED", "errors": {}, "warnings": [{"detail": "w"}, "x", 7]})));
    assert_eq!(odd.warnings, ["w", "x", "7"]);
    assert!(odd.error().message.contains("does not say why"));
}
