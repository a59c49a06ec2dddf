//! A connection with several lists: one that fails costs its own rows, and an image that several of
//! them have is shown and counted once.

#![allow(clippy::expect_used, reason = "all of this file is test")]

use image_console_catalogue::catalogue::Activity;
use image_console_catalogue::{
    Catalogue, Choice, Column, Direction, Facet, Provenance, RowDraft, Sort, SourceId, View, Viewer,
};
use image_console_core::{ApiError, ErrorKind, time::Timestamp};

fn draft(id: &'static str, owner: &'static str) -> RowDraft<'static> {
    RowDraft { id: id.into(), name: id.into(), owner: owner.into(), ..RowDraft::default() }
}

fn list(catalogue: &mut Catalogue, source: SourceId, generation: u64, rows: &[RowDraft<'_>]) {
    catalogue.begin(source, generation, Provenance::Network, Timestamp(1));
    catalogue.append(source, generation, rows, 1);
    catalogue.complete(source, generation, Timestamp(2));
}

fn shop_and_build() -> (Catalogue, SourceId, SourceId) {
    let mut catalogue = Catalogue::new();
    catalogue.add_source("triton").expect("room");
    let shop = catalogue.add_part("oci", "shop").expect("room");
    let build = catalogue.add_part("oci", "build").expect("room");
    list(&mut catalogue, shop, 1, &[draft("ol8", "platform"), draft("web", "shop")]);
    list(&mut catalogue, build, 2, &[draft("ol8", "platform"), draft("runner", "build")]);
    (catalogue, shop, build)
}

fn names(catalogue: &Catalogue, view: &View) -> (Vec<String>, usize) {
    let seen = Viewer::new().project(catalogue, view);
    let rows = seen.rows.iter().filter_map(|row| catalogue.row(*row)?.name().value().map(str::to_owned));
    (rows.collect(), seen.total)
}

#[test]
fn an_image_of_several_lists_is_shown_and_counted_once_in_any_order() {
    let (catalogue, ..) = shop_and_build();
    assert_eq!(names(&catalogue, &View::default()), (vec!["ol8".into(), "web".into(), "runner".into()], 3));
    let sort = Some(Sort { column: Column::Name, direction: Direction::Descending });
    assert_eq!(names(&catalogue, &View { sort, ..View::default() }).0, ["web", "runner", "ol8"]);
    let seen = Viewer::new().project(&catalogue, &View::default());
    assert_eq!(
        seen.sources.iter().map(|s| (s.visible, s.total)).collect::<Vec<_>>(),
        [(0, 0), (2, 2), (1, 1)]
    );
}

#[test]
fn the_facet_of_sources_has_one_value_for_the_connection() {
    let (catalogue, ..) = shop_and_build();
    let mut view = View::default();
    view.facets.select(Facet::Source, Choice::Is("oci".into()));
    let seen = Viewer::new().project(&catalogue, &view);
    let values: Vec<_> = seen.values(Facet::Source).iter().map(|v| (&v.choice, v.count)).collect();
    assert_eq!(values, [(&Choice::Is("oci".into()), 3)]);
    assert_eq!(seen.rows.len(), 3);
}

#[test]
fn an_image_that_the_first_list_loses_is_the_second_ones_and_nothing_is_lost_on_the_way() {
    let (mut catalogue, shop, build) = shop_and_build();
    // It moved from one compartment to the other, and the other's list comes first.
    list(&mut catalogue, build, 3, &[draft("web", "build"), draft("runner", "build")]);
    assert_eq!(names(&catalogue, &View::default()).0, ["ol8", "web", "runner"]);
    list(&mut catalogue, shop, 4, &[draft("ol8", "platform")]);
    assert_eq!(names(&catalogue, &View::default()).0, ["ol8", "web", "runner"]);
    let web = catalogue.find_image("oci", "web").expect("listed");
    assert_eq!((web.part(), web.owner().value()), ("build", Some("build")));
    assert!(catalogue.find_image("triton", "web").is_none());
}

#[test]
fn a_list_that_fails_leaves_the_others_alone() {
    let (mut catalogue, shop, build) = shop_and_build();
    catalogue.begin(shop, 5, Provenance::Network, Timestamp(9));
    catalogue.fail(shop, 5, ApiError::without_answer(ErrorKind::Unreachable, "no"));
    let activity = |id| format!("{:?}", catalogue.source(id).expect("there").activity());
    assert!(activity(shop).starts_with("Failed"));
    assert_eq!(activity(build), format!("{:?}", Activity::Complete { at: Timestamp(2) }));
    assert_eq!(names(&catalogue, &View::default()).1, 3);
    assert_eq!(catalogue.parts("oci").map(|s| s.part().to_owned()).collect::<Vec<_>>(), ["shop", "build"]);
}

#[test]
fn there_is_room_for_a_thousand_lists_and_then_none() {
    let mut catalogue = Catalogue::new();
    let taken = (0..1100).filter(|n| catalogue.add_part("oci", &n.to_string()).is_some()).count();
    assert_eq!(taken, 1024);
    let last = catalogue.add_part("oci", "1023").expect("known");
    list(&mut catalogue, last, 1, &[draft("a", "b")]);
    let row = catalogue.find_image("oci", "a").expect("listed").row_id();
    assert_eq!((row.source(), row.index()), (last, 0));
}
