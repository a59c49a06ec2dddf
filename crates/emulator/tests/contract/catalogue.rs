//! The seeded catalogue: the same for the same seed, of any size, and quick.

use std::time::{Duration, Instant};

use image_console_emulator::{Seed, World};

use crate::support::*;

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let list = |seed: u64| {
        let mut world = World::new(Seed { seed, ..Seed::default() }, NOW);
        get(&mut world, "/my/images?state=all").body
    };
    assert_eq!(list(7), list(7));
    assert_ne!(list(7), list(8));
}

#[test]
fn any_size_is_met_exactly() {
    for images in [0, 1, 30, 240, 1000] {
        let mut world = World::new(Seed { images, wild: images == 1000, ..Seed::default() }, NOW);
        for datacenter in ["us-east-1", "eu-central-1"] {
            assert_eq!(world.triton().image_count(datacenter), images, "{datacenter}");
        }
    }
}

#[test]
fn reset_goes_back_to_the_seed() {
    let mut world = world();
    let before = get(&mut world, "/my/images?state=all").body;
    delete(&mut world, "/my/images/e42f8c84-bbea-11e2-b920-078fab2aab1f");
    world.advance(86_400_000);
    world.reset(NOW);
    assert_eq!(get(&mut world, "/my/images?state=all").body, before);
}

#[test]
fn the_images_being_created_at_the_start_end_differently() {
    let mut world = world();
    world.advance(600_000);
    let id = id_of(&mut world, "us-east-1", "nightly-build");
    assert_eq!(get(&mut world, &format!("/my/images/{id}")).value()["state"], "active");
    world.advance(3_000_000);
    let id = id_of(&mut world, "us-east-1", "stuck-build");
    assert_eq!(get(&mut world, &format!("/my/images/{id}")).value()["error"]["code"], "InternalError");
}

#[test]
fn wild_images_come_only_when_asked_for() {
    let wild = |wild: bool| {
        let mut world = World::new(Seed { wild, ..Seed::default() }, NOW);
        let list = get(&mut world, "/my/images").value();
        list.as_array()
            .unwrap()
            .iter()
            .filter(|image| image["tags"].is_array() || image["name"].is_number())
            .count()
    };
    assert_eq!((wild(false), wild(true)), (0, 2));
}

/// Limits with room to spare for a debug build on a busy machine.
#[test]
fn a_hundred_thousand_images() {
    let start = Instant::now();
    let mut world = World::new(Seed { images: 100_000, ..Seed::default() }, NOW);
    let grown = start.elapsed();
    let start = Instant::now();
    let body = get(&mut world, "/my/images?state=all").body;
    let listed = start.elapsed();
    println!("grown in {grown:?}, listed in {listed:?}, {} bytes", body.len());
    assert!(body.len() > 50_000_000);
    assert!(grown < Duration::from_secs(20), "{grown:?}");
    assert!(listed < Duration::from_secs(5), "{listed:?}");
}
