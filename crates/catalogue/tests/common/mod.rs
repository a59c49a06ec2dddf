//! Made-up rows that collide often enough to be interesting.

use image_console_catalogue::{Cell, RowDraft};
use image_console_core::time::Timestamp;
use proptest::prelude::*;
use std::borrow::Cow;

fn cell<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Cell<T>> {
    prop_oneof![
        1 => Just(Cell::Absent),
        1 => Just(Cell::wrong("{\"value\":\"<Error>\"}")),
        8 => value.prop_map(Cell::Value),
    ]
    .boxed()
}

fn word(pattern: &'static str) -> BoxedStrategy<Cell<Cow<'static, str>>> {
    cell(pattern.prop_map(Cow::Owned))
}

/// A row whose id is its number, so that it is found again.
pub fn draft() -> impl Strategy<Value = RowDraft<'static>> {
    let texts = (word("[aAbÄä ]{0,3}"), word("[019.a]{0,4}"), word("linux|smartos"), word("zvol|lx"));
    let shared = (word("active|failed|EXPORTING"), word("public|private"), word("[ab]"), word("[0-9]"));
    let numbers = (cell(-2i64..3), cell((-2i64..3).prop_map(Timestamp)), "[a-c]{0,2}");
    (texts, shared, numbers).prop_map(|(texts, shared, numbers)| RowDraft {
        id: Cell::Absent,
        name: texts.0,
        version: texts.1,
        os: texts.2,
        image_type: texts.3,
        state: shared.0,
        visibility: shared.1,
        owner: shared.2,
        origin: shared.3,
        size: numbers.0,
        published: numbers.1,
        keywords: Cow::Owned(numbers.2),
    })
}

/// The same rows with ids `0`, `1`, …
pub fn numbered(rows: Vec<RowDraft<'static>>) -> Vec<RowDraft<'static>> {
    let with = |(n, row): (usize, _)| RowDraft { id: Cell::Value(n.to_string().into()), ..row };
    rows.into_iter().enumerate().map(with).collect()
}
