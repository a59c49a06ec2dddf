//! Faults that a name asks for, and those that are ordered.

use image_console_emulator::Fault;
use image_console_emulator::wire::Request;
use serde_json::json;

use crate::support::*;

const IMAGE: &str = "e42f8c84-bbea-11e2-b920-078fab2aab1f";

fn rename(name: &str) -> Request {
    Request::new("POST", US, &format!("/my/images/{IMAGE}?action=update")).with_json(&json!({"name": name}))
}

#[test]
fn a_name_that_is_sent_decides_and_nothing_is_done() {
    let mut world = world();
    for (word, status, code) in [
        ("400", 400, "BadRequestError"),
        ("401", 401, "InvalidCredentials"),
        ("403", 403, "NotAuthorized"),
        ("404", 404, "ResourceNotFound"),
        ("409", 409, "InvalidArgument"),
        ("422", 422, "ValidationFailed"),
        ("422-suffixed", 422, "NotImageOwnerError"),
        ("429", 429, "TooManyRequestsError"),
        ("500", 500, "InternalError"),
        ("500-bare", 500, "none"),
        ("501", 501, "NotAvailable"),
        ("503", 503, "ServiceUnavailable"),
        ("503-maintenance", 503, "ServiceUnavailableError"),
        ("503-storage", 503, "StorageIsDown"),
        ("html", 502, "none"),
        ("html-200", 200, "none"),
    ] {
        let response = send_as(&mut world, "jdoe", rename(&format!("my-fault-{word}"))).response;
        assert_eq!(problem(&response), (status, code.into()), "{word}");
    }
    let response = send_as(&mut world, "jdoe", rename("fault-422-fields")).response;
    assert_eq!(response.value()["errors"][0]["field"], "name");
    for (word, hang) in [("fault-hang", true), ("fault-drop", false)] {
        let effects = send_as(&mut world, "jdoe", rename(word)).effects;
        assert_eq!((effects.hang, effects.drop), (hang, !hang));
    }
    assert_eq!(get(&mut world, &format!("/my/images/{IMAGE}")).value()["name"], "my-image");
}

#[test]
fn some_do_the_work_and_spoil_the_answer() {
    let mut world = world();
    let reply = send_as(&mut world, "jdoe", rename("fault-truncated"));
    assert_eq!(reply.effects.truncate_body, Some(reply.response.body.len() / 2));
    assert_eq!(get(&mut world, &format!("/my/images/{IMAGE}")).value()["name"], "fault-truncated");
    let reply = send_as(&mut world, "jdoe", rename("fault-drop-after"));
    assert!(reply.effects.drop);
    assert_eq!(get(&mut world, &format!("/my/images/{IMAGE}")).value()["name"], "fault-drop-after");
    let reply = send_as(&mut world, "jdoe", rename("fault-malformed"));
    assert!(serde_json::from_slice::<serde_json::Value>(&reply.response.body).is_err());
    let image = send_as(&mut world, "jdoe", rename("fault-wrong-types")).response.value();
    assert_eq!((&image["id"], &image["tags"], &image["state"]), (&json!(IMAGE), &json!(null), &json!(1)));
}

#[test]
fn the_name_of_the_image_decides_where_none_is_sent() {
    let mut world = world();
    let mut eu = |method: &str, name: &str, query: &str| {
        let id = id_of(&mut world, "eu-central-1", name);
        let request = Request::new(method, EU, &format!("/my/images/{id}{query}"));
        send_as(&mut world, "jdoe", request)
    };
    assert_eq!(eu("DELETE", "fault-409", "").response.status, 409);
    assert_eq!(eu("GET", "fault-409", "").response.status, 200, "it can still be looked at");
    assert_eq!(eu("GET", "fault-get-500", "").response.status, 500);
    assert_eq!(eu("POST", "clone-fault-500", "?action=clone").response.status, 500);
    assert_eq!(eu("POST", "clone-takes-5s", "?action=clone").effects.delay_ms, 5000);
    let listed = send_as(&mut world, "jdoe", Request::new("GET", EU, "/my/images?name=~fault-503")).response;
    assert_eq!(listed.status, 503, "a filter is a name that is sent");
}

#[test]
fn the_name_of_the_machine_decides_too() {
    let mut world = world();
    for (name, status, code) in [
        ("old-host-fault-422-host", 422, "InsufficientServerVersion"),
        ("odd-system-fault-501", 501, "NotAvailable"),
    ] {
        let machine = machine(&mut world, name);
        let response =
            post(&mut world, "/my/images", &json!({"machine": machine, "name": "a", "version": "1"}));
        assert_eq!(problem(&response), (status, code.into()));
    }
}

#[test]
fn ordered_faults_meet_what_they_name_as_often_as_they_say() {
    let mut world = world();
    world.add_fault(Fault::on("GET", "/*/images").times(1).status(418, "short").content_type("text/plain"));
    assert_eq!(get(&mut world, "/my/keys").status, 200);
    let response = get(&mut world, "/my/images?state=all");
    assert_eq!((response.status, response.headers.get("content-type")), (418, Some("text/plain")));
    assert_eq!(get(&mut world, "/my/images").status, 200);
    let journal = world.journal().entries();
    assert_eq!(journal.iter().map(|entry| entry.status).collect::<Vec<_>>(), [200, 418, 200]);
    assert_eq!(journal[1].target, "/my/images?state=all");
}

#[test]
fn a_lost_answer_may_follow_the_work() {
    let mut world = world();
    let target = format!("/my/images/{IMAGE}");
    world.add_fault(Fault::on("DELETE", "*").times(1).dropped());
    world.add_fault(Fault::on("DELETE", "*").times(1).dropped().after());
    let mut drop = || {
        let reply = send_as(&mut world, "jdoe", Request::new("DELETE", US, &target));
        (reply.effects.drop, get(&mut world, &target).status)
    };
    assert_eq!(drop(), (true, 200));
    assert_eq!(drop(), (true, 404));
}
