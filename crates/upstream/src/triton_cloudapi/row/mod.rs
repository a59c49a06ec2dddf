//! One element of ListImages as a row of the catalogue (contract §3): read once while the list
//! streams, borrowing its text from the body.

mod parts;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use image_console_catalogue::{Cell, RowDraft};
use image_console_core::time::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::decode::Lenient;
use crate::triton_cloudapi::model::Image;
use parts::{FileSize, TagWords};

#[derive(Deserialize)]
struct Element<'a> {
    #[serde(borrow, default)]
    id: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    name: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    version: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    os: Cell<Cow<'a, str>>,
    #[serde(borrow, default, rename = "type")]
    image_type: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    state: Cell<Cow<'a, str>>,
    #[serde(default)]
    public: Cell<bool>,
    #[serde(borrow, default)]
    owner: Cell<Cow<'a, str>>,
    #[serde(borrow, default)]
    origin: Cell<Cow<'a, str>>,
    #[serde(default)]
    files: Cell<FileSize>,
    #[serde(default)]
    published_at: Cell<Timestamp>,
    #[serde(borrow, default)]
    description: Cell<Cow<'a, str>>,
    #[serde(default)]
    tags: Cell<TagWords>,
}

/// The row of one element. Whatever the element is, there is a row: one that is not an object at
/// all shows its text, marked, in place of the name.
#[must_use]
pub fn row(element: &[u8]) -> RowDraft<'_> {
    // An array would pass for a struct with fields in order.
    let is_object = element.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'{');
    if is_object && let Ok(element) = serde_json::from_slice::<Element<'_>>(element) {
        return from_element(element);
    }
    // An object that says a field twice is one for JSON all the same: the last one counts.
    match serde_json::from_slice::<Value>(element) {
        Ok(Value::Object(map)) => of_image(&Image::from_map(map)),
        _ => RowDraft { name: Cell::wrong(&String::from_utf8_lossy(element)), ..RowDraft::default() },
    }
}

/// The row of an image that was read on its own, e.g. after an action.
#[must_use]
pub fn of_image(image: &Image) -> RowDraft<'static> {
    let text = |field: &Lenient<String>| cell(field, |t| Cow::Owned(t.clone()));
    let size = match &image.files {
        Lenient::Value(files) => files.first().map_or(Cell::Absent, |file| match file {
            Lenient::Value(file) => cell(&file.size, |n| i64::try_from(*n).unwrap_or(i64::MAX)),
            Lenient::Wrong(raw) => Cell::wrong(raw),
            Lenient::Absent => Cell::Absent,
        }),
        Lenient::Wrong(raw) => Cell::wrong(raw),
        Lenient::Absent => Cell::Absent,
    };
    let tags = image.tags.value().map(parts::words).unwrap_or_default();
    RowDraft {
        id: text(&image.id),
        name: text(&image.name),
        version: text(&image.version),
        os: text(&image.os),
        image_type: text(&image.type_),
        state: text(&image.state),
        visibility: cell(&image.public, |p| visibility(*p)),
        owner: text(&image.owner),
        origin: text(&image.origin),
        size,
        published: cell(&image.published_at, |t| *t),
        keywords: Cow::Owned(keywords(image.description.text().unwrap_or_default(), &tags)),
    }
}

fn from_element(element: Element<'_>) -> RowDraft<'_> {
    let size = match element.files {
        Cell::Value(FileSize(size)) => size,
        Cell::Wrong(raw) => Cell::Wrong(raw),
        Cell::Absent => Cell::Absent,
    };
    let keywords = match (element.description.value(), element.tags.value()) {
        (Some(description), None) => description,
        (description, tags) => {
            let words = tags.map(|t| t.0).unwrap_or_default();
            Cow::Owned(keywords(description.as_deref().unwrap_or_default(), &words))
        }
    };
    RowDraft {
        id: element.id,
        name: element.name,
        version: element.version,
        os: element.os,
        image_type: element.image_type,
        state: element.state,
        visibility: element.public.map(visibility),
        owner: element.owner,
        origin: element.origin,
        size,
        published: element.published_at,
        keywords,
    }
}

const fn visibility(public: bool) -> Cow<'static, str> {
    Cow::Borrowed(if public { "public" } else { "private" })
}

fn keywords(description: &str, tags: &str) -> String {
    format!("{description} {tags}").trim().to_owned()
}

fn cell<T, U>(field: &Lenient<T>, say: impl FnOnce(&T) -> U) -> Cell<U> {
    match field {
        Lenient::Absent => Cell::Absent,
        Lenient::Value(value) => Cell::Value(say(value)),
        Lenient::Wrong(raw) => Cell::wrong(raw),
    }
}
