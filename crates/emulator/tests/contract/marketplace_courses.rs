//! How uploads go on by themselves (sections 2 and 4), each course by its name.

use image_console_emulator::{Seed, World};
use serde_json::{Value, json};

use crate::marketplace_client::*;
use crate::support::{NOW, world};

/// What is seen of an upload every ten seconds over its ten minutes and some more.
fn watch(application: &str) -> (Vec<String>, Vec<Value>, u16) {
    let mut world = world();
    let id = id_of(&mut world, application);
    let (mut words, mut bodies) = (Vec::<String>::new(), Vec::new());
    for _ in 0..90 {
        let response = get(&mut world, &format!("{IMAGES}/{id}"));
        if response.status != 200 {
            return (words, bodies, response.status);
        }
        let body = response.value();
        let word = body["statusName"].as_str().unwrap().to_owned();
        if words.last() != Some(&word) {
            words.push(word);
        }
        bodies.push(body);
        world.advance(10_000);
    }
    (words, bodies, 200)
}

const START: [&str; 4] = ["Initiated", "Pending", "Virus Scan In Progress", "In Progress"];

fn is_after_start(words: &[String], rest: &[&str]) -> bool {
    words.iter().map(String::as_str).eq(START.iter().chain(rest).copied())
}

fn progress(body: &Value) -> Vec<String> {
    let rows = body["dataCenterImageUploadRequests"].as_array().unwrap();
    rows.iter().map(|row| row["uploadProgress"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn chunks_come_in_before_all_else() {
    let (words, bodies, _) = watch("course-usual");
    assert!(is_after_start(&words, &["Completed"]), "{words:?}");
    let counts: Vec<_> = bodies.iter().map(|body| body["uploadedChunks"].as_i64().unwrap()).collect();
    assert!(counts.is_sorted());
    assert_eq!((counts[0], counts[13]), (4, 40));
    let all = bodies
        .iter()
        .all(|body| body["uploadedChunks"].as_i64().unwrap() + body["pendingChunks"].as_i64().unwrap() == 40);
    assert!(all);
}

#[test]
fn some_stand_still() {
    let (words, bodies, _) = watch("course-stalls");
    assert!(is_after_start(&words, &[]), "{words:?}");
    let last = bodies.last().unwrap();
    assert_eq!(progress(last).last().unwrap(), "47%");
    assert_eq!(last["lastModifiedDate"], bodies[70]["lastModifiedDate"]);
    assert_eq!(watch("course-stalls-in-scan").0.last().unwrap(), "Virus Scan In Progress");
}

#[test]
fn some_go_back() {
    let (words, bodies, _) = watch("course-goes-back");
    assert!(is_after_start(&words, &["Completed"]));
    let chunks: Vec<_> = bodies.iter().map(|body| body["uploadedChunks"].as_i64().unwrap()).collect();
    assert!(!chunks.is_sorted());
    let last: Vec<_> = bodies.iter().filter_map(|body| progress(body).pop()).collect();
    let fell = last.windows(2).any(|pair| pair == ["60%", "20%"]);
    assert!(fell, "{last:?}");
    let (words, _, _) = watch("course-rescans");
    assert!(is_after_start(&words, &["Virus Scan In Progress", "In Progress", "Completed"]), "{words:?}");
    let (words, _, _) = watch("course-reopens");
    assert!(is_after_start(&words, &["Completed", "In Progress", "Completed"]), "{words:?}");
}

#[test]
fn some_vanish_fail_or_are_rejected() {
    let (words, _, status) = watch("course-vanishes");
    assert_eq!((words.last().unwrap().as_str(), status), ("In Progress", 404));
    let (words, bodies, _) = watch("course-fails");
    assert_eq!(words.last().unwrap(), "Failed");
    assert_eq!(bodies.last().unwrap()["dataCenterImageUploadRequests"][0]["statusName"], "Failed");
    let (words, bodies, _) = watch("course-part-fails");
    assert_eq!(words.last().unwrap(), "Failed");
    let rows = bodies.last().unwrap()["dataCenterImageUploadRequests"].as_array().unwrap().clone();
    assert_eq!((&rows[0]["statusName"], &rows[1]["statusName"]), (&json!("Failed"), &json!("Completed")));
    let (words, bodies, _) = watch("course-rejected");
    assert_eq!(words.last().unwrap(), "Rejected");
    assert_eq!(bodies.last().unwrap()["dataCenterImageUploadRequests"], json!([]));
    assert_eq!(watch("course-merge-fails").0.last().unwrap(), "Failed");
}

#[test]
fn some_use_words_that_no_document_names() {
    let (words, bodies, _) = watch("course-odd-status");
    assert!(is_after_start(&words, &["Awaiting Approval", "In Progress", "Completed"]), "{words:?}");
    let replicating = bodies.iter().any(|body| body.to_string().contains("Replicating"));
    assert!(replicating);
    assert_eq!(watch("course-ends-odd").0.last().unwrap(), "Archived");
    let seen: Vec<_> =
        watch("course-odd-progress").1.iter().filter_map(|body| progress(body).pop()).collect();
    for text in ["57", "about 60 %", "", "150%", "100%"] {
        assert!(seen.iter().any(|known| known == text), "{text:?} {seen:?}");
    }
    let mut world = world();
    world.marketplace().switches().set(&json!({"misspelt_replies": true})).unwrap();
    world.advance(300_000);
    let id = id_of(&mut world, "course-usual");
    assert_eq!(status(&mut world, id)["statusName"], "In Progess");
}

#[test]
fn data_centres_may_come_late_or_never_or_be_lost() {
    let counts = |application: &str| -> Vec<usize> {
        watch(application).1.iter().map(|body| progress(body).len()).collect()
    };
    let late = counts("course-late-centres");
    assert!(late[..55].iter().all(|count| *count == 0) && *late.last().unwrap() > 1);
    assert!(counts("course-no-centres").iter().all(|count| *count == 0));
    let lost = counts("course-loses-centre");
    let changes = lost.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert_eq!(changes, 3, "{lost:?}");
}

#[test]
fn a_test_can_start_its_own() {
    let mut world = world();
    world.settle(NOW);
    let id = world.marketplace().start_upload(json!({"application": "own-takes-10s"})).unwrap();
    assert_eq!(status(&mut world, id)["statusName"], "Initiated");
    world.advance(10_000);
    assert_eq!(status(&mut world, id)["statusName"], "Completed");
    assert!(world.marketplace().remove_upload(id));
    assert_eq!(get(&mut world, &format!("{IMAGES}/{id}")).status, 404);
    assert!(world.marketplace().put_upload(json!([])).is_err());
}

#[test]
fn wild_ones_are_asked_for() {
    let wild = |world: &mut World| {
        world
            .marketplace()
            .uploads()
            .iter()
            .filter(|row| row["application"].as_str().unwrap().starts_with("wild-"))
            .count()
    };
    assert_eq!(wild(&mut world()), 0);
    let mut world = World::new(Seed { wild: true, ..Seed::default() }, NOW);
    assert!(wild(&mut world) > 20);
    let large = status(&mut world, 9_007_199_254_740_993);
    assert_eq!(large["uploadRequestId"], json!(9_007_199_254_740_993_i64));
    let rows = get(&mut world, &format!("{IMAGES}?keyword=wild-&limit=100")).value()["items"].clone();
    assert!(rows.as_array().unwrap().len() > 20);
}
