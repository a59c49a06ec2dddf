//! Compartments and buckets (`oci-compute.md`, section 6).

use image_console_emulator::World;
use serde_json::json;

use crate::oci_support::*;

fn names(world: &mut World, query: &str) -> Vec<String> {
    texts(&rows(&get(world, "identity", &format!("/compartments?{query}"))), "name")
}

#[test]
fn compartments_of_the_root_and_of_the_whole_tree() {
    let mut world = world();
    let root = format!("compartmentId={TENANCY}&sortBy=NAME");
    assert_eq!(names(&mut world, &root), ["build", "finance", "new-project", "old-project", "shop"]);
    let all = format!("{root}&compartmentIdInSubtree=true");
    assert!(names(&mut world, &all).contains(&"shop-staging".to_owned()));
    let ids = texts(&rows(&get(&mut world, "identity", &format!("/compartments?{all}"))), "id");
    assert!(!ids.contains(&TENANCY.to_owned()), "the root is not in its own list");
    assert_eq!(names(&mut world, &format!("{all}&lifecycleState=DELETED")), ["old-project"]);
    assert_eq!(names(&mut world, &format!("{root}&name=shop")), ["shop"]);
    let shop = shop(&mut world);
    assert_eq!(names(&mut world, &format!("compartmentId={shop}")), ["shop-staging"]);
    let pages = walk(&mut world, "identity", &format!("/compartments?{all}&limit=4"));
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [4, 2]);
    let path = format!("/compartments?compartmentId={shop}&compartmentIdInSubtree=true");
    assert_eq!(problem(&get(&mut world, "identity", &path)), (400, "InvalidParameter".into()));

    let path = format!("/compartments?{all}");
    let seen = |world: &mut World, path: &str| {
        rows(&send_as(world, "reader", request("GET", "identity", FRA, path)).response)
    };
    let any = seen(&mut world, &path);
    let closed = any.iter().find(|one| one["name"] == "finance").unwrap();
    assert_eq!(closed["isAccessible"], json!(false));
    assert_eq!(seen(&mut world, &format!("{path}&accessLevel=ACCESSIBLE")).len(), any.len() - 1);
}

#[test]
fn namespace_and_buckets() {
    let mut world = world();
    assert_eq!(get(&mut world, "storage", "/n").value(), json!(BUCKETS));
    assert_eq!(get(&mut world, "storage", "/n/").value(), json!(BUCKETS));
    let shop = shop(&mut world);
    let path = format!("/n/{BUCKETS}/b?compartmentId={shop}");
    let buckets = rows(&get(&mut world, "storage", &path));
    assert_eq!(texts(&buckets, "name"), ["archive-2023", "backups", "image-exports"]);
    let pages = walk(&mut world, "storage", &format!("{path}&limit=2"));
    assert_eq!(pages.len(), 2);
    let other = get(&mut world, "storage", &format!("/n/other/b?compartmentId={shop}"));
    assert_eq!(problem(&other), (404, "NamespaceNotFound".into()));
    assert_eq!(problem(&get(&mut world, "storage", &format!("/n/{BUCKETS}/b"))).1, "MissingParameter");
}
