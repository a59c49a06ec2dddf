//! Section 3.3.

use image_console_emulator::{Seed, World};
use serde_json::{Value, json};

use crate::marketplace_client::*;
use crate::support::{NOW, world};

fn search(world: &mut World, query: &str) -> Vec<Value> {
    let response = get(world, &format!("{IMAGES}?{query}"));
    assert_eq!(response.status, 200, "{query}: {}", response.value());
    response.value()["items"].as_array().unwrap().clone()
}

fn all(world: &mut World, query: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    loop {
        let page = search(world, &format!("{query}&limit=100&offset={}", rows.len()));
        let ended = page.len() < 100;
        rows.extend(page);
        if ended {
            return rows;
        }
    }
}

#[test]
fn pages_of_thirty_until_fewer_come() {
    let mut world = world();
    let total = world.marketplace().uploads().len();
    assert!(total > 300, "{total}");
    assert_eq!(search(&mut world, "").len(), 30);
    assert_eq!(search(&mut world, "limit=1").len(), 1);
    let rows = all(&mut world, "orderby=NAME");
    assert_eq!(rows.len(), total);
    let mut ids: Vec<_> = rows.iter().map(|row| row["uploadRequestId"].as_i64().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), total, "every upload once");
    assert_eq!(search(&mut world, &format!("offset={total}")).len(), 0);
}

#[test]
fn the_documented_spellings_are_understood_and_no_others() {
    let mut world = world();
    for (word, reply) in [
        ("COMPLETED", "Completed"),
        ("DELETED", "Deleted"),
        ("DELECTION%20FAILED", "Deletion Failed"),
        ("FAILED", "Failed"),
        ("IN%20PROGESS", "In Progress"),
        ("INITIATED", "Initiated"),
        ("REJECTED", "Rejected"),
    ] {
        let rows = all(&mut world, &format!("machineimagestatus={word}"));
        assert!(!rows.is_empty(), "{word}");
        let odd =
            rows.iter().find(|row| row["statusName"] != reply && row["statusName"] != "DELECTION FAILED");
        assert_eq!(odd, None, "{word}");
    }
    assert_eq!(all(&mut world, "machineimagestatus=PENDING,VIRUS%20SCAN%20IN%20PROGRESS").len(), 0);
    let both = all(&mut world, "machineimagestatus=FAILED,REJECTED").len();
    let single = all(&mut world, "machineimagestatus=FAILED").len();
    assert_eq!(both, single + all(&mut world, "machineimagestatus=REJECTED").len());
    for query in [
        "machineimagestatus=IN%20PROGRESS",
        "machineimagestatus=DELETION%20FAILED",
        "machineimagestatus=completed",
        "machineimagestatus=COMPLETED,%20FAILED",
        "limit=0",
        "limit=101",
        "limit=x",
        "offset=-1",
        "orderby=ID",
        "orderby=NAME&sortorder=DOWN",
    ] {
        assert_eq!(get(&mut world, &format!("{IMAGES}?{query}")).status, 400, "{query}");
    }
}

#[test]
fn order_and_keyword() {
    let mut world = world();
    let dates = |rows: &[Value]| -> Vec<String> {
        rows.iter().map(|row| row["lastModifiedDate"].as_str().unwrap().to_owned()).collect()
    };
    let rising = dates(&all(&mut world, "orderby=LASTUPDATEDATE&sortorder=ASC"));
    assert!(rising.is_sorted());
    let falling = dates(&all(&mut world, "orderby=LASTUPDATEDATE&sortorder=DESC"));
    assert!(falling.is_sorted_by(|a, b| a >= b));
    let found = search(&mut world, "keyword=shopAPI&limit=100");
    assert!(!found.is_empty() && found.iter().all(|row| row["application"] == "SHOPAPI"));
    assert_eq!(search(&mut world, "keyword=nothing-is-called-so").len(), 0);
}

#[test]
fn rows_may_say_less_than_the_detailed_status() {
    let mut world = world();
    let first =
        |world: &mut World| search(world, "keyword=wordpress&machineimagestatus=COMPLETED&limit=1").remove(0);
    assert!(first(&mut world)["createdBy"].is_string());
    world.marketplace().switches().set(&json!({"short_rows": true})).unwrap();
    let row = first(&mut world);
    assert_eq!((&row["createdBy"], &row["dataCenterImageUploadRequests"]), (&Value::Null, &json!([])));
}

#[test]
fn the_same_seed_gives_the_same_world() {
    let grown = |seed: u64| World::new(Seed { seed, ..Seed::default() }, NOW).marketplace().uploads();
    assert_eq!(grown(5), grown(5));
    assert_ne!(grown(5), grown(6));
}
