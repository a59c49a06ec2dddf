//! Every row can be brought into sight, and what is in sight is in the document without a gap.

use image_console_catalogue::Viewport;
use image_console_catalogue::window::{Move, TALLEST};
use proptest::prelude::*;

fn viewport() -> impl Strategy<Value = Viewport> {
    let rows = prop_oneof![0usize..40, 0usize..200_000, 400_000usize..3_000_000];
    (rows, 20.0f64..80.0, 0.0f64..2000.0, -0.2f64..1.2, 0usize..20).prop_map(
        |(rows, row_height, height, at, overscan)| {
            let mut viewport = Viewport { rows, row_height, height, scroll_top: 0.0, overscan };
            viewport.scroll_top = at * viewport.content_height();
            viewport
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_in_sight_is_drawn(v in viewport()) {
        let window = v.window();
        let drawn = (window.end - window.first) as f64 * v.row_height;
        prop_assert!(window.first <= window.end && window.end <= v.rows);
        prop_assert!(window.top >= 0.0 && window.bottom >= 0.0);
        // Space and rows make up the table, so that the scroll bar does not jump.
        prop_assert!((window.top + drawn + window.bottom - v.content_height()).abs() < 0.01 || drawn > v.content_height());
        let seen = v.scroll_top.clamp(0.0, (v.content_height() - v.height).max(0.0));
        prop_assert!(window.top <= seen + 0.01, "a gap above");
        let end = (seen + v.height).min(v.content_height());
        prop_assert!(window.top + drawn >= end - 0.01, "a gap below");
        // No more than what is seen and what is kept around it.
        prop_assert!(window.end - window.first <= (v.height / v.row_height) as usize + 2 + 2 * v.overscan);
    }

    #[test]
    fn every_row_can_be_brought_into_sight(mut v in viewport(), row: prop::sample::Index) {
        prop_assume!(v.rows > 0 && v.height >= v.row_height);
        let row = row.index(v.rows);
        if let Some(top) = v.reveal(row) {
            v.scroll_top = top;
        }
        prop_assert_eq!(v.reveal(row), None, "it is in sight now");
        let window = v.window();
        prop_assert!(window.first <= row && row < window.end);
        let seen = v.scroll_top.clamp(0.0, (v.content_height() - v.height).max(0.0));
        let top = window.top + (row - window.first) as f64 * v.row_height;
        prop_assert!(top >= seen - 1.0 && top + v.row_height <= seen + v.height + 1.0);
    }

    #[test]
    fn keys_stay_in_the_table(v in viewport(), row: prop::sample::Index) {
        let keys = [Move::Up, Move::Down, Move::PageUp, Move::PageDown, Move::Home, Move::End];
        for key in keys {
            let current = (v.rows > 0).then(|| row.index(v.rows));
            prop_assert_eq!(v.step(current, key).is_some(), v.rows > 0);
            prop_assert!(v.step(current, key).is_none_or(|to| to < v.rows));
            prop_assert!(v.step(None, key).is_none_or(|to| to < v.rows));
        }
    }
}

#[test]
fn a_hundred_thousand_rows_need_no_scaling() {
    let v = Viewport { rows: 100_000, row_height: 36.0, height: 720.0, scroll_top: 36_000.0, overscan: 5 };
    assert!((v.content_height() - 3_600_000.0).abs() < f64::EPSILON);
    let window = v.window();
    assert_eq!((window.first, window.end), (995, 1025));
    assert!((window.top - 995.0 * 36.0).abs() < f64::EPSILON);
}

#[test]
fn a_table_too_tall_for_browsers_is_reached_to_its_last_row() {
    let mut v = Viewport { rows: 5_000_000, row_height: 36.0, height: 720.0, scroll_top: 0.0, overscan: 5 };
    assert!((v.content_height() - TALLEST).abs() < f64::EPSILON);
    v.scroll_top = v.reveal(4_999_999).expect("far away");
    assert_eq!(v.window().end, 5_000_000);
    v.scroll_top = v.reveal(0).expect("far away");
    assert_eq!(v.window().first, 0);
}

#[test]
fn keys_move_as_in_a_list() {
    let v = Viewport { rows: 100, row_height: 36.0, height: 360.0, scroll_top: 0.0, overscan: 5 };
    assert_eq!(v.step(None, Move::Down), Some(0));
    assert_eq!(v.step(None, Move::End), Some(99));
    assert_eq!(v.step(Some(0), Move::Down), Some(1));
    assert_eq!(v.step(Some(0), Move::Up), Some(0));
    assert_eq!(v.step(Some(50), Move::PageDown), Some(59));
    assert_eq!(v.step(Some(95), Move::PageDown), Some(99));
    assert_eq!(v.step(Some(50), Move::PageUp), Some(41));
    // A row below the edge comes to the edge, not to the top.
    assert_eq!(v.reveal(10), Some(36.0));
    assert_eq!(v.reveal(9), None);
}
