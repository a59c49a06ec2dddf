use super::*;
use crate::cloud_foundry::model::Next;
use crate::cloud_foundry::testing::{API, INSTANCE, answer, fixture, refusal, with};
use image_console_core::ErrorKind;
use image_console_core::encode::query_pairs;
use image_console_core::time::Timestamp;

fn body(request: &Request) -> &str {
    request.body.as_deref().unwrap_or_default()
}

#[test]
fn the_three_ways_to_restore_have_the_documented_bodies() {
    let at = Timestamp::parse("2024-03-05T09:00:00Z").expect("a time");
    let backup = RestoreFrom::Backup("bk-20240305-0100-7f3a".into());
    for (from, source, wanted) in [
        (backup.clone(), None, r#"{"backup_id":"bk-20240305-0100-7f3a"}"#),
        (
            RestoreFrom::PointInTime(at),
            None,
            r#"{"restore_point":"pitr","target_timestamp":"2024-03-05T09:00:00Z"}"#,
        ),
        (
            backup,
            Some("old-guid"),
            r#"{"backup_id":"bk-20240305-0100-7f3a","source_service_instance_guid":"old-guid"}"#,
        ),
    ] {
        let request =
            restore(INSTANCE, &Restore { from, source_service_instance_guid: source.map(str::to_owned) });
        assert_eq!(request.method, Method::Post);
        assert_eq!(request.target, format!("/v3/service_instances/{INSTANCE}/actions/restore"));
        assert_eq!(body(&request), wanted);
    }
    let backup = create_backup("a/b");
    assert_eq!((backup.target.as_str(), &backup.body), ("/v3/service_instances/a%2Fb/backups", &None));
    assert_eq!(backup.headers.get("content-type"), None);
}

#[test]
fn the_list_asks_for_managed_instances_with_their_names() {
    let filter = InstanceFilter {
        names: vec!["orders-db".into(), "a,b".into()],
        space_guids: vec!["s".into()],
        order_by: "-updated_at".into(),
        ..InstanceFilter::default()
    };
    let target = list_service_instances(&filter).target;
    assert!(target.contains("&names=orders-db,a%252Cb&"), "{target}");
    let pairs = query_pairs(target.split_once('?').expect("a query").1);
    let value = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    assert_eq!(value("type"), Some("managed"));
    assert_eq!(value("per_page"), Some("50"));
    assert_eq!(value("order_by"), Some("-updated_at"));
    assert_eq!(value("fields[space]"), Some("guid,name,relationships.organization"));
    assert_eq!(value("fields[space.organization]"), Some("guid,name"));
    assert_eq!(value("label_selector"), None);
    let one = get_service_instance("g").target;
    assert!(one.starts_with("/v3/service_instances/g?fields%5Bspace%5D="), "{one}");
    assert_eq!(
        spaces(&["o1".into(), "o2".into()]).target,
        "/v3/spaces?per_page=200&order_by=name&organization_guids=o1,o2"
    );
}

#[test]
fn answers_are_read_or_named() {
    let page =
        parse_service_instances(&answer(200, fixture!("service_instances.json")), &[API]).expect("a page");
    assert_eq!((page.resources.len(), page.total, page.next), (1, Some(1), Next::Nothing));
    let places = parse_places(&answer(200, r#"{"resources":[{"guid":"g","name":"shop"},7]}"#), &[API])
        .expect("a page");
    assert_eq!((places.resources[0].name.as_deref(), places.resources[1].guid.as_str()), (Some("shop"), ""));
    assert_eq!(
        parse_permissions(&answer(200, r#"{"read":true,"manage":false}"#)).expect("read").manage.value(),
        Some(&false)
    );
    for body in ["[]", "{}", "<html>", ""] {
        let error = parse_service_instances(&answer(200, body), &[API]).expect_err(body);
        assert_eq!(error.kind, ErrorKind::Unreadable);
        assert!(error.request_id.is_some());
        assert_eq!(parse_root(&answer(200, body)).expect_err(body).kind, ErrorKind::Unreadable);
        assert_eq!(parse_job(&answer(200, body)).expect_err(body).kind, ErrorKind::Unreadable);
    }
    assert_eq!(parse_job(&refusal(404, 10010, "CF-ResourceNotFound")).expect_err("gone").status, Some(404));
}

#[test]
fn backups_come_the_latest_first() {
    let backups = parse_backups(&answer(200, fixture!("backups.json"))).expect("backups");
    let ids: Vec<_> = backups.iter().filter_map(|b| b.value()?.id.text()).collect();
    assert_eq!(ids, ["bk-20240305-0100-7f3a", "bk-20240304-0100-19c2"]);
    let odd = parse_backups(&answer(200, r#"{"backups":[7,{"id":"x"},{"id":"y","created_at":5}]}"#))
        .expect("backups");
    assert_eq!(odd[0].value().and_then(|b| b.id.text()), Some("y"));
    assert_eq!(odd.len(), 3);
    assert!(parse_backups(&answer(200, r#"{"resources":[]}"#)).is_err());
    assert_eq!(list_backups("g", None).target, "/v3/service_instances/g/backups");
}

#[test]
fn the_rate_limit_is_read_where_the_page_may() {
    let fields = [
        ("X-RateLimit-Limit", "2000"),
        ("X-RateLimit-Remaining", "1800"),
        ("X-RateLimit-Reset", "1709600400"),
    ];
    let limit = RateLimit::of(&with(200, "{}", &fields)).expect("headers");
    assert_eq!((limit.remaining, limit.reset), (1800, Some(Timestamp(1_709_600_400_000))));
    assert_eq!(RateLimit::of(&answer(200, "{}")), None);
}
