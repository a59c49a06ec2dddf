//! Sections 3.4, 3.5 and 3.6.

use image_console_emulator::World;
use image_console_emulator::wire::{Request, Response};
use serde_json::{Value, json};

use crate::marketplace_client::*;
use crate::support::world;

fn chunk(world: &mut World, id: i64, number: &str) -> Response {
    let request = signed(world, "POST", &format!("{IMAGES}/{id}/chunk"))
        .with_header("X-Chunk-Number", number)
        .with_header("X-File-Name", "shop.tar.gz");
    send(world, &form(request, &[("file", b"more bytes")]))
}

fn merge(world: &mut World, id: i64) -> Response {
    let request = signed(world, "PATCH", &format!("{IMAGES}/{id}"));
    send(world, &form(request, &[("action", b"upload")]))
}

#[test]
fn an_upload_in_one_request_walks_to_its_end() {
    let mut world = world();
    let created = create(&mut world, DESCRIPTION, 1);
    assert_eq!(created.value()["message"], "OK");
    let id = entity(&created);
    let mut words: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for _ in 0..125 {
        let body = status(&mut world, id);
        assert_eq!(body["uploadRequestId"], json!(id), "a number here, a string in the creation's reply");
        let word = body["statusName"].as_str().unwrap().to_owned();
        if words.last() != Some(&word) {
            words.push(word);
        }
        let centres = body["dataCenterImageUploadRequests"].as_array().unwrap().clone();
        rows.push(centres.iter().map(progress).collect::<Vec<_>>());
        world.advance(1_000);
    }
    assert_eq!(words, ["Initiated", "Pending", "Virus Scan In Progress", "In Progress", "Completed"]);
    assert_eq!((rows[0].len(), rows.last().unwrap().as_slice()), (0, &[100, 100, 100][..]));
    let one_after_another = rows.iter().filter(|row| row.len() == 3).all(|row| row[1] == 0 || row[0] == 100);
    assert!(one_after_another);
    let falls =
        rows.windows(2).any(|pair| pair[0].iter().zip(&pair[1]).any(|(before, after)| before > after));
    assert!(!falls);
    let body = status(&mut world, id);
    assert_eq!(body["imageFilePath"], "oracle_pdc2/mi/SHOP/2.4.0/Linux/shop.tar.gz");
    assert_eq!((&body["uploadedChunks"], &body["createdBy"]), (&json!(1), &json!("John Doe")));
    assert_eq!(body["dataCenterImageUploadRequests"][1]["replicaDataCenter"], true);
}

fn progress(row: &Value) -> i64 {
    row["uploadProgress"].as_str().unwrap().trim_end_matches('%').parse().unwrap()
}

#[test]
fn chunks_come_in_any_order_and_are_counted() {
    for numbers in [["2", "1"], ["2", "3"]] {
        let mut world = world();
        let id = entity(&create(&mut world, DESCRIPTION, 3));
        let at_first = status(&mut world, id);
        assert_eq!((&at_first["uploadedChunks"], &at_first["pendingChunks"]), (&json!(1), &json!(2)));
        let early = merge(&mut world, id);
        assert_eq!(early.status, 400, "not all chunks are there");
        let answer = chunk(&mut world, id, numbers[0]).value();
        assert_eq!(answer["uploadRequestId"], json!(id.to_string()));
        assert_eq!((&answer["uploadedChunks"], &answer["pendingChunks"]), (&json!(2), &json!(1)));
        assert_eq!(answer["checksum"], "ab3bbbbd9c8fe0ce2ca3391e979059f8");
        assert_eq!(chunk(&mut world, id, numbers[0]).value()["uploadedChunks"], 2, "sent again");
        assert_eq!(chunk(&mut world, id, numbers[1]).value()["pendingChunks"], 0);
        let merged = merge(&mut world, id);
        assert_eq!(merged.value(), json!({"message": "OK", "entityId": id.to_string()}));
        assert_eq!(merge(&mut world, id).status, 400, "once only");
        assert_eq!(chunk(&mut world, id, "1").status, 400, "too late");
        world.advance(120_000);
        assert_eq!(status(&mut world, id)["statusName"], "Completed");
    }
}

#[test]
fn wrong_numbers_fail_in_the_merge() {
    let mut world = world();
    let id = entity(&create(&mut world, DESCRIPTION, 4));
    for number in ["1", "2", "4"] {
        assert_eq!(chunk(&mut world, id, number).status, 200);
    }
    assert_eq!(merge(&mut world, id).status, 200);
    world.advance(120_000);
    assert_eq!(status(&mut world, id)["statusName"], "Failed");
}

#[test]
fn slips_in_a_creation_or_chunk() {
    let mut world = world();
    let post = |world: &mut World, change: &dyn Fn(Request) -> Request, parts: &[(&str, &[u8])]| {
        let request = change(signed(world, "POST", IMAGES));
        send(world, &form(request, parts)).status
    };
    let named = |request: Request| request.with_header("X-File-Name", "a.gz");
    let whole: &[(&str, &[u8])] = &[("file", b"x"), ("json", DESCRIPTION)];
    assert_eq!(post(&mut world, &|request| request, whole), 400, "no file name");
    assert_eq!(post(&mut world, &named, &[("file", b"x")]), 400);
    assert_eq!(post(&mut world, &named, &[("json", DESCRIPTION)]), 400);
    assert_eq!(post(&mut world, &named, &[("file", b"x"), ("json", b"{}")]), 400);
    let sum = |request: Request| named(request).with_header("X-MD5-Checksum", "00");
    assert_eq!(post(&mut world, &sum, whole), 400);
    // MD5 of "x"
    let sum =
        |request: Request| named(request).with_header("X-MD5-Checksum", "9dd4e461268c8034f5c8564e155c67a6");
    assert_eq!(post(&mut world, &sum, whole), 200);
    let count = |request: Request| named(request).with_header("X-Number-Of-Chunks", "0");
    assert_eq!(post(&mut world, &count, whole), 400);
    let no_form = named(signed(&mut world, "POST", IMAGES)).with_json(&json!({}));
    assert_eq!(send(&mut world, &no_form).status, 400);
    let id = entity(&create(&mut world, DESCRIPTION, 3));
    assert_eq!(chunk(&mut world, id, "9").status, 400);
    assert_eq!(chunk(&mut world, id, "one").status, 400);
    assert_eq!(chunk(&mut world, 1, "1").status, 404);
}

#[test]
fn deployments_differ_in_their_replies() {
    let mut world = world();
    world.marketplace().switches().set(&json!({"create_status": 201, "other_entity_id": true})).unwrap();
    let created = create(&mut world, DESCRIPTION, 2);
    let body = created.value();
    assert_eq!(
        (created.status, &body["application"], &body["entityId"]),
        (201, &json!("SHOP"), &Value::Null)
    );
    let id = body["uploadRequestId"].as_str().unwrap();
    assert!(created.headers.get("location").unwrap().ends_with(&format!("{IMAGES}/{id}")));
    let id: i64 = id.parse().unwrap();
    chunk(&mut world, id, "1");
    assert_ne!(merge(&mut world, id).value()["entityId"], json!(id.to_string()));
    assert_eq!(status(&mut world, id)["statusName"], "Initiated", "the first id is the one to follow");
}

#[test]
fn deletion_from_all_data_centres_or_some() {
    let mut world = world();
    let path = format!("{IMAGES}/7594652");
    let some = signed(&mut world, "DELETE", &path).with_json(&json!({"datacenters": ["teak", "sydney"]}));
    assert_eq!(send(&mut world, &some).status, 200);
    let body = status(&mut world, 7_594_652);
    let row = |at: usize| body["dataCenterImageUploadRequests"][at]["statusName"].as_str().unwrap();
    let words: Vec<_> = (0..3).map(row).collect();
    assert_eq!((&body["statusName"], words), (&json!("Completed"), vec!["Completed", "Deleted", "Deleted"]));
    let odd = signed(&mut world, "DELETE", &path).with_json(&json!({"datacenters": ["mars"]}));
    assert_eq!(send(&mut world, &odd).status, 400);
    let expected =
        json!({"message": "7594652 was deleted successfully from all data centers.", "entityId": "7594652"});
    assert_eq!(call(&mut world, "DELETE", &path).value(), expected);
    assert_eq!(status(&mut world, 7_594_652)["statusName"], "Deleted");
    let id = id_of(&mut world, "deletion-fails");
    assert_eq!(call(&mut world, "DELETE", &format!("{IMAGES}/{id}")).status, 500);
    assert_eq!(status(&mut world, id)["statusName"], "Deletion Failed");
}
