//! A list in any pieces gives the elements it has; anything else is named for what it is.

#![allow(clippy::expect_used, reason = "all of this file is test")]

use image_console_catalogue::Splitter;
use image_console_catalogue::stream::{Fault, StreamError, Summary};
use image_console_core::{ApiError, ErrorKind};
use proptest::prelude::*;
use serde_json::Value;

fn split(mut splitter: Splitter, pieces: &[&[u8]]) -> (Vec<String>, Result<Summary, StreamError>) {
    let mut elements = Vec::new();
    for piece in pieces {
        let go_on = splitter.push(piece, &mut |element| {
            assert_eq!(element.index, elements.len() as u64);
            elements.push(String::from_utf8(element.bytes.to_vec()).expect("whole characters"));
        });
        if !go_on {
            break;
        }
    }
    assert_eq!(splitter.elements(), elements.len() as u64);
    (elements, splitter.finish())
}

/// The body in pieces cut at the given places.
fn cut<'a>(body: &'a [u8], cuts: &[prop::sample::Index]) -> Vec<&'a [u8]> {
    let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(body.len() + 1)).collect();
    at.extend([0, body.len()]);
    at.sort_unstable();
    at.windows(2).map(|w| &body[w[0]..w[1]]).collect()
}

fn fault(splitter: Splitter, body: &str) -> StreamError {
    let bytes: Vec<&[u8]> = body.as_bytes().chunks(1).collect();
    let (single, whole) = (split(Splitter::array(), &bytes), split(Splitter::array(), &[body.as_bytes()]));
    assert_eq!(single.0, whole.0, "{body}");
    split(splitter, &[body.as_bytes()]).1.expect_err("not a whole list")
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|n| Value::from(f64::from(n) / 8.0)),
        "[\\[\\]{},:\"\\\\ a-c\u{e9}\u{1f4bf}\n]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-c\"\\\\{\\]]{0,3}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_pieces_of_any_list_give_its_elements(
        list in prop::collection::vec(json(), 0..8),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        pretty: bool,
        bom: bool,
    ) {
        let text = if pretty { serde_json::to_string_pretty(&list) } else { serde_json::to_string(&list) };
        let body = format!("{}{}", if bom { "\u{feff}" } else { "" }, text.expect("JSON"));
        let (elements, end) = split(Splitter::array(), &cut(body.as_bytes(), &cuts));
        let elements: Vec<Value> = elements.iter().map(|e| serde_json::from_str(e).expect("JSON")).collect();
        prop_assert_eq!(end.map(|s| s.elements), Ok(list.len() as u64));
        prop_assert_eq!(elements, list);
    }

    #[test]
    fn an_envelope_gives_its_list_and_what_stands_beside_it(
        list in prop::collection::vec(json(), 0..5),
        before in json(),
        after in json(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let body = format!(r#" {{ "before" : {before}, "\u0069tems": {}, "after":{after} }} "#, Value::from(list.clone()));
        let (elements, end) = split(Splitter::envelope("items"), &cut(body.as_bytes(), &cuts));
        let elements: Vec<Value> = elements.iter().map(|e| serde_json::from_str(e).expect("JSON")).collect();
        prop_assert_eq!(elements, list);
        let fields = end.expect("a whole envelope").fields;
        prop_assert_eq!(fields, [("before".to_owned(), before.to_string()), ("after".to_owned(), after.to_string())]);
    }

    #[test]
    fn a_list_cut_short_is_truncated_and_keeps_what_came(
        list in prop::collection::vec(json(), 1..5),
        end: prop::sample::Index,
    ) {
        let body = Value::from(list.clone()).to_string();
        let end = 1 + end.index(body.len() - 1);
        let (elements, error) = split(Splitter::array(), &[&body.as_bytes()[..end]]);
        let error = error.expect_err("truncated");
        prop_assert_eq!(error.fault, Fault::Truncated);
        prop_assert_eq!(error.elements, elements.len() as u64);
        prop_assert!(elements.iter().zip(&list).all(|(e, v)| serde_json::from_str::<Value>(e).ok().as_ref() == Some(v)));
    }

    #[test]
    fn nothing_makes_it_panic(
        body in "[\\[\\]{},:\"\\\\ 1an\u{e9}]{0,40}",
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        envelope: bool,
    ) {
        let new = || if envelope { Splitter::envelope("a") } else { Splitter::array() };
        let whole = split(new(), &[body.as_bytes()]);
        let pieces: Vec<&[u8]> = cut(body.as_bytes(), &cuts);
        let (elements, end) = split_lossy(new(), &pieces);
        prop_assert_eq!(elements, whole.0.len());
        prop_assert_eq!(end.map_err(|e| e.fault), whole.1.map_err(|e| e.fault));
        if let Ok(Value::Array(list)) = serde_json::from_str(&body) {
            prop_assert_eq!(list.len(), elements);
        }
    }
}

fn split_lossy(mut splitter: Splitter, pieces: &[&[u8]]) -> (usize, Result<Summary, StreamError>) {
    let mut elements = 0;
    pieces.iter().for_each(|piece| {
        splitter.push(piece, &mut |_| elements += 1);
    });
    (elements, splitter.finish())
}

#[test]
fn elements_that_are_no_objects_are_handed_out_one_by_one() {
    let mut kinds = Vec::new();
    let mut splitter = Splitter::array();
    splitter.push(br#"[1, {"id":"a"} ,null,"]",[{}] ]"#, &mut |e| kinds.push(e.is_object()));
    assert_eq!(kinds, [false, true, false, false, false]);
    assert_eq!(splitter.finish().expect("a list").elements, 5);
}

#[test]
fn what_is_no_list_is_named() {
    let says = |body: &str| fault(Splitter::array(), body).to_string();
    assert_eq!(says(" \n"), "the body is empty where a JSON list was expected");
    let page = format!("<html><body>{}", "502 Bad Gateway ".repeat(200));
    let error = fault(Splitter::array(), &page);
    assert_eq!(error.to_string(), format!("the body is not JSON, it begins: {}", &page[..80]));
    let error = ApiError::from(error);
    assert_eq!((error.kind, error.excerpt.as_deref()), (ErrorKind::Unreadable, Some(&page[..500])));
    assert_eq!(
        says(r#"{"code":"InternalError","message":"no"}"#),
        "the body is an object where a list was expected; its keys: code, message"
    );
    assert_eq!(says("{}"), "the body is an object where a list was expected; it has no keys");
    assert_eq!(says("\"no\""), "the body is a string where a list was expected: \"no\"");
    assert_eq!(says("42"), "the body is a number where a list was expected: 42");
    assert_eq!(says("null"), "the body is null where a list was expected: null");
    assert_eq!(says("no images"), "the body is not JSON, it begins: no images");
    assert_eq!(says("{{page}}"), "the body is not JSON, it begins: {{page}}");
}

#[test]
fn a_list_that_goes_wrong_says_where() {
    let says = |body: &str| fault(Splitter::array(), body).to_string();
    assert_eq!(says(r#"[{"a":1},{"b":"#), "the body ends in the middle of the list, after 1 element");
    assert_eq!(says("["), "the body ends in the middle of the list, after 0 elements");
    assert_eq!(says("[{},{} {}]"), "the list is not valid JSON after 2 elements: {}]");
    assert_eq!(says("[{},,{}]"), "the list is not valid JSON after 1 element: ,{}]");
    assert_eq!(says("[{},]"), "the list is not valid JSON after 1 element: ]");
    assert_eq!(says("[{}]<!-- x -->"), "the list of 1 element is followed by something else: <!-- x -->");
}

#[test]
fn an_envelope_without_its_list_says_what_it_has() {
    let says = |body: &str| fault(Splitter::envelope("items"), body).to_string();
    assert_eq!(
        says(r#"{"items":null,"count":0}"#),
        "the body is an object without a list in \"items\"; its keys: items, count"
    );
    assert_eq!(says(r#"{"items":[{}"#), "the body ends in the middle of the list, after 1 element");
    let (elements, end) = split(Splitter::envelope("items"), &[b"[{}]"]);
    assert_eq!((elements.len(), end.map(|s| s.elements)), (1, Ok(1)));
}

#[test]
fn a_hopeless_download_can_be_ended_early() {
    let mut splitter = Splitter::array();
    let piece = "<p>".repeat(1000);
    assert!(!splitter.push(piece.as_bytes(), &mut |_| panic!("no element")));
}
