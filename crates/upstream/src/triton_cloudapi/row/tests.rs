//! Rows of the documented list and of lists nobody documented.

use proptest::prelude::*;

use super::*;
use crate::triton_cloudapi::testing::fixture;

#[test]
fn the_documented_image_becomes_a_row_without_copies() {
    let element = fixture!("get.response.json");
    let row = row(element.as_bytes());
    assert!(matches!(row.id, Cell::Value(Cow::Borrowed("2b683a82-a066-11e3-97ab-2faa44701c5a"))));
    assert_eq!(row.name, "base".into());
    assert_eq!(row.version, "13.4.0".into());
    assert_eq!(row.image_type, "zone-dataset".into());
    assert_eq!(row.visibility, "public".into());
    assert_eq!(row.size, Cell::Value(110_742_036));
    assert_eq!(row.published.map(|t| t.rfc3339()), Cell::Value("2014-02-28T10:50:42.000Z".to_owned()));
    assert_eq!(row.origin, Cell::Absent);
    assert!(
        row.keywords.contains("just essential packages") && row.keywords.ends_with("group base-32 role os")
    );
}

#[test]
fn wrong_types_are_marked_where_they_are() {
    let row =
        row(br#"{"id":"a","name":7,"public":"yes","files":[{"size":"big"}],"published_at":0,"tags":[1]}"#);
    assert_eq!(row.id, "a".into());
    assert!(
        row.name.is_wrong() && row.visibility.is_wrong() && row.size.is_wrong() && row.published.is_wrong()
    );
    assert_eq!(row.state, Cell::Absent);
    assert_eq!(row.keywords, "");
}

#[test]
fn an_element_that_is_no_object_is_a_row_all_the_same() {
    for element in ["7", "null", "\"x\"", "[1]", "{\"id\":"] {
        assert!(row(element.as_bytes()).name.is_wrong(), "{element}");
    }
    assert!(row(b"\xff").name.is_wrong());
}

#[test]
fn a_field_said_twice_counts_as_the_last_one() {
    let row = row(br#"{"id":"a","name":"x","name":"y"}"#);
    assert_eq!((row.id, row.name), (Cell::Value("a".into()), Cell::Value("y".into())));
}

#[test]
fn both_ways_of_reading_an_image_give_the_same_row() {
    for element in [
        fixture!("get.response.json"),
        fixture!("create.response.json"),
        r#"{"id":7,"files":"x","public":false,"tags":{"a":[1]},"description":"d"}"#,
        r#"{"files":[]}"#,
        r#"{"files":[{"size":-1}]}"#,
        r#"{"files":[{"size":null}],"tags":null}"#,
        r#"{"files":[[1]],"tags":"x"}"#,
    ] {
        let map = serde_json::from_str(element).expect("an object");
        let one = of_image(&Image::from_map(map));
        let two = row(element.as_bytes());
        assert_eq!(
            RowDraft { size: Cell::Absent, ..one },
            RowDraft { size: Cell::Absent, ..two },
            "{element}"
        );
    }
}

proptest! {
    #[test]
    fn no_bytes_can_break_a_row(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let _ = row(&bytes);
    }
}
