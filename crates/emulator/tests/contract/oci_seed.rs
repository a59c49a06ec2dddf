//! What the regions hold when a world begins.

use image_console_emulator::oci::Kind;
use image_console_emulator::{Seed, World};

use crate::oci_support::*;

#[test]
fn the_same_seed_gives_the_same_world() {
    let grown = |seed| {
        let mut world = World::new(Seed { seed, ..Seed::default() }, NOW);
        let kinds = [Kind::Image, Kind::ContainerImage];
        [FRA, IAD].map(|region| kinds.map(|kind| world.oci().all(region, kind)))
    };
    assert_eq!(grown(1), grown(1));
    assert_ne!(grown(1), grown(2));
}

#[test]
fn every_state_and_as_many_images_as_asked_for() {
    let mut world = world();
    let mut states = texts(&world.oci().all(FRA, Kind::Image), "lifecycleState");
    states.sort();
    states.dedup();
    let documented =
        ["AVAILABLE", "DELETED", "DISABLED", "EXPORTING", "IMPORTING", "PROVISIONING", "QUARANTINED"];
    assert_eq!(states, documented);
    assert_eq!(world.oci().all(FRA, Kind::Image).len(), 5 * 40 + 18);
    for oci_images in [0, 3, 100] {
        let mut world = World::new(Seed { oci_images, ..Seed::default() }, NOW);
        let elsewhere = oci_images.min(40);
        assert_eq!(world.oci().all(IAD, Kind::Image).len(), oci_images + 4 * elsewhere + 18);
    }
}

#[test]
fn wild_fields_are_added_and_can_be_listed() {
    let mut world = World::new(Seed { wild: true, ..Seed::default() }, NOW);
    let shop = shop(&mut world);
    let images = rows(&get(&mut world, "compute", &format!("/images?compartmentId={shop}&limit=1000")));
    assert!(images.iter().any(|image| image["lifecycleState"] == 1));
    let containers =
        rows(&get(&mut world, "artifacts", &format!("/container/images?compartmentId={shop}&limit=1000")));
    assert!(containers.iter().any(|image| image["digest"].is_array()));
}

#[test]
fn the_work_of_the_seed_ends_by_itself() {
    let mut world = world();
    world.advance(600_000);
    world.settle(NOW);
    for name in ["nightly-export", "appliance-upload"] {
        let image = world.oci().find(FRA, Kind::Image, name).unwrap();
        assert_eq!(image["lifecycleState"], "AVAILABLE");
    }
}

#[test]
fn tests_may_put_change_and_take_out() {
    let mut world = world();
    let name = "shop/api:0.0.1@";
    let id = world.oci().id_of(FRA, Kind::ContainerImage, name).unwrap();
    assert!(world.oci().set_deleted(FRA, name, NOW - 48 * 3_600_000 + 5000));
    world.advance(4999);
    world.settle(NOW);
    assert!(world.oci().find(FRA, Kind::ContainerImage, &id).is_some());
    world.advance(1);
    world.settle(NOW);
    assert_eq!(world.oci().find(FRA, Kind::ContainerImage, &id), None);
    let before = world.oci().etag(FRA, Kind::Image, "ol8-web-2024-03");
    assert!(world.oci().set_state(FRA, Kind::Image, "ol8-web-2024-03", "DISABLED"));
    assert_ne!(world.oci().etag(FRA, Kind::Image, "ol8-web-2024-03"), before);
    assert!(world.oci().remove(FRA, Kind::Image, "ol8-web-2024-03"));
    assert!(!world.oci().remove(FRA, Kind::Image, "ol8-web-2024-03"));
    world.oci().clear(FRA, Kind::Image);
    assert!(world.oci().all(FRA, Kind::Image).is_empty());
    assert_eq!(world.oci().work_requests(FRA, NOW).len(), 2);
}
