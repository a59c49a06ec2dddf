//! The lists of the API documents on their whole way: bytes, elements, rows, view.

#![allow(clippy::expect_used, reason = "all of this file is test")]

use image_console_catalogue::{
    Catalogue, Cell, Choice, Facet, Provenance, Query, RowDraft, SourceId, Splitter, View, Viewer,
};
use image_console_core::time::Timestamp;
use serde::Deserialize;
use std::borrow::Cow;

/// The fields of a Triton image that the table shows (Triton document, section 3).
#[derive(Deserialize)]
struct Image<'a> {
    #[serde(borrow, default)]
    id: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    name: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    os: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    owner: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    state: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    description: Cell<Cow<'a, str>>,
    #[serde(default)]
    public: Cell<bool>,
    #[serde(default)]
    published_at: Cell<Timestamp>,
}

fn draft(bytes: &[u8]) -> RowDraft<'_> {
    let image: Image<'_> = serde_json::from_slice(bytes).expect("an object");
    RowDraft {
        id: image.id,
        name: image.name,
        os: image.os,
        owner: image.owner,
        state: image.state,
        visibility: image.public.map(|public| if public { "public" } else { "private" }.into()),
        published: image.published_at,
        keywords: image.description.value().unwrap_or_default(),
        ..RowDraft::default()
    }
}

fn read(body: &[u8]) -> (Catalogue, SourceId) {
    let mut catalogue = Catalogue::new();
    let id = catalogue.add_source("us-central-1").expect("room");
    catalogue.begin(id, 1, Provenance::Network, Timestamp(1));
    let mut splitter = Splitter::array();
    for piece in body.chunks(100) {
        splitter.push(piece, &mut |element| {
            assert!(catalogue.append(id, 1, &[draft(element.bytes)], 0));
        });
    }
    splitter.finish().expect("a whole list");
    catalogue.complete(id, 1, Timestamp(2));
    (catalogue, id)
}

fn names(catalogue: &Catalogue, typed: &str) -> Vec<String> {
    let view = View { query: Query::parse(typed), ..View::default() };
    let rows = Viewer::new().project(catalogue, &view).rows;
    let name = |row| Some(catalogue.row(row)?.name().value()?.to_owned());
    rows.into_iter().filter_map(name).collect()
}

#[test]
fn the_seeds_list_becomes_a_row() {
    let body = include_bytes!("../../../tests/fixtures/triton-cloudapi/list.response.json");
    let (catalogue, id) = read(body);
    let row = catalogue.rows(id).next().expect("one image");
    assert_eq!(row.id(), Cell::Value("2b683a82-a066-11e3-97ab-2faa44701c5a"));
    assert_eq!(row.published(), Cell::Value(Timestamp(1_393_584_642_000)));
    assert_eq!(row.visibility(), Cell::Value("public"));
    assert_eq!(row.size(), Cell::Absent);
}

#[test]
fn a_failed_image_has_no_os_and_that_can_be_chosen() {
    let (catalogue, id) = read(include_bytes!("fixtures/triton-list.json"));
    let row = catalogue.rows(id).nth(1).expect("two images");
    assert_eq!((row.os(), row.state(), row.published()), (Cell::Absent, Cell::Value("failed"), Cell::Absent));
    let mut view = View::default();
    view.facets.select(Facet::Os, Choice::Absent);
    let projection = Viewer::new().project(&catalogue, &view);
    assert_eq!(projection.rows, [row.row_id()]);
    let os: Vec<_> = projection.values(Facet::Os).iter().map(|v| (&v.choice, v.count, v.selected)).collect();
    assert_eq!(os, [(&Choice::Absent, 1, true), (&Choice::Is("smartos".into()), 1, false)]);
}

#[test]
fn the_search_finds_words_in_any_field_and_a_pasted_id() {
    let (catalogue, _) = read(include_bytes!("fixtures/triton-list.json"));
    assert_eq!(names(&catalogue, "BASE"), ["base", "base-app"]);
    assert_eq!(names(&catalogue, "smartos essential"), ["base"]);
    assert_eq!(names(&catalogue, "base failed"), ["base-app"]);
    assert_eq!(names(&catalogue, "47034e57"), ["base-app"], "an owner");
    assert_eq!(names(&catalogue, "\"62306CD7-7b8a-c5dd-d44e-8491c83b9974\","), ["base-app"]);
    assert_eq!(names(&catalogue, "base nonsense"), [""; 0]);
}

#[test]
fn a_wrong_type_in_one_field_is_shown_and_can_be_searched_for() {
    let body = r#"[{"id":"a","name":{"value":"<Error: Too many levels of nesting>"},"public":"yes","os":7,
        "published_at":"soon"}, {"id":"b","name":"sound"}]"#;
    let (catalogue, id) = read(body.as_bytes());
    let row = catalogue.rows(id).next().expect("two images");
    assert_eq!(row.name(), Cell::Wrong(r#"{"value":"<Error: Too many levels of nesting>"}"#.into()));
    assert_eq!(row.os(), Cell::Wrong("7".into()));
    assert_eq!(row.visibility(), Cell::Wrong("\"yes\"".into()));
    assert_eq!(row.published(), Cell::Wrong("\"soon\"".into()));
    let view = View { query: Query::parse("nesting"), ..View::default() };
    assert_eq!(Viewer::new().project(&catalogue, &view).rows, [row.row_id()]);
}

#[test]
fn an_envelope_of_the_artifacts_api_is_read_in_place() {
    let mut ids = Vec::new();
    let mut splitter = Splitter::envelope("items");
    for piece in include_bytes!("fixtures/oci-artifacts-list.json").chunks(7) {
        splitter.push(piece, &mut |element| ids.push(draft(element.bytes).id.map(Cow::into_owned)));
    }
    let summary = splitter.finish().expect("a whole envelope");
    assert_eq!(ids, [Cell::Value("ocid1.containerimage.oc1.phx.0.axaxnpcrorw5.aaaaaaaaq7".to_owned())]);
    assert_eq!(summary.fields, [("remainingItemsCount".to_owned(), "0".to_owned())]);
}
