//! Faults that a name asks for, and the shapes of errors (section 5).

use serde_json::json;

use crate::marketplace_client::*;
use crate::support::{NOW, world};

#[test]
fn reading_one_upload_fails_as_its_name_says() {
    let mut world = world();
    for (word, expected) in
        [("400", 400), ("401", 401), ("404", 404), ("429", 429), ("500", 500), ("503", 503), ("html", 502)]
    {
        let id = id_of(&mut world, &format!("fault-get-{word}"));
        assert_eq!(get(&mut world, &format!("{IMAGES}/{id}")).status, expected, "{word}");
        assert_eq!(call(&mut world, "HEAD", &format!("{IMAGES}/{id}")).status, expected, "{word}");
    }
    let id = id_of(&mut world, "fault-get-wrong-types");
    let body = status(&mut world, id);
    assert_eq!((&body["uploadRequestId"], &body["statusName"]), (&json!(id), &json!(17)));
    let request = signed(&mut world, "GET", &format!("{IMAGES}/{}", id + 100_000_000));
    assert_eq!(send(&mut world, &request).status, 404);
    let id = id_of(&mut world, "fault-get-drop");
    let request = signed(&mut world, "GET", &format!("{IMAGES}/{id}"));
    assert!(world.handle(&request, NOW).effects.drop);
}

#[test]
fn a_flaky_one_fails_every_second_time() {
    let mut world = world();
    let id = id_of(&mut world, "course-flaky");
    let seen: Vec<_> = (0..4).map(|_| get(&mut world, &format!("{IMAGES}/{id}")).status).collect();
    assert_eq!(seen, [200, 500, 200, 500]);
}

#[test]
fn changing_fails_as_the_name_says_and_reading_does_not() {
    let mut world = world();
    let id = id_of(&mut world, "fault-403");
    assert_eq!(call(&mut world, "DELETE", &format!("{IMAGES}/{id}")).status, 403);
    assert_eq!(status(&mut world, id)["statusName"], "Completed");
    let id = id_of(&mut world, "fault-drop-after");
    let request = signed(&mut world, "DELETE", &format!("{IMAGES}/{id}"));
    assert!(world.handle(&request, NOW).effects.drop);
    assert_eq!(status(&mut world, id)["statusName"], "Deleted", "the work was done");
    let description = br#"{"application":"x-fault-500","version":"1","operatingSystem":"Linux"}"#;
    assert_eq!(create(&mut world, description, 1).status, 500);
    assert_eq!(get(&mut world, &format!("{IMAGES}?keyword=fault-503")).status, 503);
    assert_eq!(get(&mut world, &format!("{IMAGES}?keyword=fault-get")).status, 200);
}

#[test]
fn bodies_of_errors_are_not_documented() {
    let mut world = world();
    let target = format!("{IMAGES}/1");
    let mut with = |word: &str| {
        world.marketplace().switches().set(&json!({"error_bodies": word})).unwrap();
        let response = get(&mut world, &target);
        assert_eq!(response.status, 404);
        response
    };
    assert_eq!(with("empty").body.len(), 0);
    let html = with("html");
    assert_eq!(html.headers.get("content-type"), Some("text/html; charset=utf-8"));
    assert!(String::from_utf8_lossy(&html.body).contains("Entity Not Found"));
    assert_eq!(with("json").value()["message"], "Entity Not Found");
    assert!(world.marketplace().switches().set(&json!({"error_bodies": "xml"})).is_err());
    assert!(world.marketplace().switches().set(&json!({"unknown": 1})).is_err());
}
