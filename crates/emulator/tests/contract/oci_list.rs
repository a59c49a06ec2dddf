//! ListImages (`oci-compute.md`, sections 2.4 and 4.4).

use image_console_emulator::oci::Kind;
use image_console_emulator::{Seed, World};
use serde_json::json;

use crate::oci_support::*;

fn list(world: &mut World, query: &str) -> Vec<serde_json::Value> {
    let shop = shop(world);
    rows(&get(world, "compute", &format!("/images?compartmentId={shop}&limit=1000{query}")))
}

#[test]
fn every_page_of_2500_images_once_and_one_of_them_empty() {
    let mut world = World::new(Seed { oci_images: 2500, ..Seed::default() }, NOW);
    let shop = shop(&mut world);
    let pages = walk(&mut world, "compute", &format!("/images?compartmentId={shop}&limit=100"));
    assert_eq!(pages.iter().filter(|page| page.is_empty()).count(), 1);
    assert!(pages[1].is_empty() && pages.len() > 25);
    let mut ids: Vec<_> = pages.concat().iter().map(|image| image["id"].to_string()).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), all), (2518, 2518), "18 platform images before them");
    world.oci().switches().set(&json!({"empty_pages": false})).unwrap();
    let pages = walk(&mut world, "compute", &format!("/images?compartmentId={shop}&limit=1000"));
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [1000, 1000, 518]);
}

#[test]
fn platform_images_come_first_and_each_group_is_sorted() {
    let mut world = world();
    let shop = shop(&mut world);
    let custom = |images: &[serde_json::Value]| -> Vec<bool> {
        images.iter().map(|image| image["compartmentId"] == shop.as_str()).collect()
    };
    let images = list(&mut world, "");
    assert_eq!(images.len(), 58);
    assert!(custom(&images).is_sorted());
    assert!(images.iter().any(|image| image["compartmentId"].is_null()), "one has no compartment");
    let times = texts(&images[18..], "timeCreated");
    assert!(times.is_sorted_by(|a, b| a >= b));
    let names = texts(&list(&mut world, "&sortBy=DISPLAYNAME")[18..], "displayName");
    assert!(names.is_sorted());
    let names = texts(&list(&mut world, "&sortBy=DISPLAYNAME&sortOrder=DESC")[18..], "displayName");
    assert!(names.is_sorted_by(|a, b| a >= b));
    let times = texts(&list(&mut world, "&sortOrder=ASC")[18..], "timeCreated");
    assert!(times.is_sorted());
}

#[test]
fn every_filter() {
    let mut world = world();
    assert_eq!(texts(&list(&mut world, "&displayName=ol8-web-2024-03"), "displayName"), ["ol8-web-2024-03"]);
    assert_eq!(list(&mut world, "&displayName=OL8-web-2024-03").len(), 0);
    let windows =
        list(&mut world, "&operatingSystem=Windows&operatingSystemVersion=Server%202022%20Standard");
    assert!(texts(&windows, "displayName").contains(&"windows-2022-erp".to_owned()));
    for state in ["exporting", "EXPORTING"] {
        let found = list(&mut world, &format!("&lifecycleState={state}"));
        assert_eq!(texts(&found, "displayName"), ["nightly-export"]);
    }
    assert_eq!(texts(&list(&mut world, "&lifecycleState=QUARANTINED"), "displayName"), ["held-back"]);
    let arm = list(&mut world, "&shape=VM.Standard.A1.Flex");
    let other = list(&mut world, "&shape=VM.Standard.E4.Flex");
    assert!(
        !arm.is_empty() && arm.iter().all(|image| image["displayName"].as_str().unwrap().contains("aarch64"))
    );
    assert_eq!(arm.len() + other.len(), 58);
    world.oci().put(FRA, Kind::Image, json!({"displayName": "put here"})).unwrap();
    assert_eq!(list(&mut world, "&displayName=put%20here")[0]["lifecycleState"], "AVAILABLE");
}

#[test]
fn what_is_refused() {
    let mut world = world();
    let shop = shop(&mut world);
    let other = get(&mut world, "compute", &format!("/images?compartmentId={shop}&limit=5"));
    let page = other.headers.get("opc-next-page").unwrap().to_owned();
    for (query, status, code) in [
        (String::new(), 400, "MissingParameter"),
        ("compartmentId=ocid1.compartment.oc1..aaaaaaaanone".into(), 404, "NotAuthorizedOrNotFound"),
        (format!("compartmentId={shop}&limit=0"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&limit=many"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&sortBy=SIZE"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&sortOrder=asc"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&lifecycleState=ASLEEP"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&shape=large"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&page=nonsense"), 400, "InvalidParameter"),
        (format!("compartmentId={shop}&sortOrder=ASC&page={page}"), 400, "InvalidParameter"),
    ] {
        let response = get(&mut world, "compute", &format!("/images?{query}"));
        assert_eq!(problem(&response), (status, code.into()), "{query}");
    }
    let finance = world.oci().compartment("finance");
    let path = format!("/images?compartmentId={finance}");
    assert_eq!(get(&mut world, "compute", &path).status, 200);
    let reader = send_as(&mut world, "reader", request("GET", "compute", FRA, &path)).response;
    assert_eq!(problem(&reader), (404, "NotAuthorizedOrNotFound".into()));
}
