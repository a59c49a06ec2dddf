//! Section 4.3.

use crate::support::*;

#[test]
fn a_deleted_image_is_gone() {
    let mut world = world();
    let target = "/my/images/e42f8c84-bbea-11e2-b920-078fab2aab1f";
    let response = delete(&mut world, target);
    assert_eq!((response.status, response.body.len()), (204, 0));
    assert_eq!(problem(&get(&mut world, target)), (404, "ResourceNotFound".into()));
    assert_eq!(problem(&delete(&mut world, target)), (404, "ResourceNotFound".into()));
}

#[test]
fn dependents_are_named() {
    let mut world = world();
    let response = delete(&mut world, "/my/images/eca995fe-b904-11e3-b05a-83a4899322dc");
    assert_eq!(problem(&response), (422, "ImageHasDependentImages".into()));
    let message = concat!(
        "image \"eca995fe-b904-11e3-b05a-83a4899322dc\" has 1 dependent incremental image(s): ",
        "4ca995fe-b904-11e3-b05a-83a4899322dc"
    );
    assert_eq!(response.value()["message"], message);
    assert_eq!(delete(&mut world, "/my/images/4ca995fe-b904-11e3-b05a-83a4899322dc").status, 204);
    assert_eq!(delete(&mut world, "/my/images/eca995fe-b904-11e3-b05a-83a4899322dc").status, 204);
}

#[test]
fn others_images() {
    let mut world = world();
    let response = delete(&mut world, "/my/images/2b683a82-a066-11e3-97ab-2faa44701c5a");
    assert_eq!(problem(&response), (422, "NotImageOwner".into()));
    assert_eq!(delete(&mut world, "/my/images/nonsense").status, 404);
}
