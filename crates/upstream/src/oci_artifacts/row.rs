//! One item of ListContainerImages as a row of the catalogue (contract §4.2).
//!
//! | Column | Field | Note |
//! |---|---|---|
//! | Name | `displayName` | as sent, with the version or digest that the service puts into it |
//! | Version | `version` | the most recent one; absent when the image has none |
//! | State | `lifecycleState` | as sent |
//! | Owner | `compartmentId` | the repository's |
//! | Size | `layersSizeInBytes` | only of an image that was read on its own: lists do not have it |
//! | Published | `timeCreated` | |
//! | Os, Type, Visibility, Origin | – | the API says nothing that means this |
//!
//! The search also finds `repositoryName`, `digest` and tags.

use image_console_catalogue::{Column, RowDraft};
use serde_json::{Map, Value};

use crate::oci::{Cells, of_element};

/// The row of one item; there is one whatever the item is.
#[must_use]
pub fn row(element: &[u8]) -> RowDraft<'_> {
    of_element(element, of_image)
}

/// The row of an image that was read on its own, from its raw object ([`crate::oci::object`]).
#[must_use]
pub fn of_image(image: &Map<String, Value>) -> RowDraft<'static> {
    let cells = Cells(image);
    RowDraft {
        id: cells.text("id"),
        name: cells.text("displayName"),
        version: cells.text("version"),
        state: cells.text("lifecycleState"),
        owner: cells.text("compartmentId"),
        size: cells.bytes("layersSizeInBytes", 1),
        published: cells.time("timeCreated"),
        keywords: cells.keywords(&["repositoryName", "digest"]),
        ..RowDraft::default()
    }
}

/// The API's field in a column, for its title; `None` where the API has nothing that means it.
#[must_use]
pub const fn field(column: Column) -> Option<&'static str> {
    Some(match column {
        Column::Id => "id",
        Column::Name => "displayName",
        Column::Version => "version",
        Column::State => "lifecycleState",
        Column::Owner => "compartmentId",
        Column::Size => "layersSizeInBytes",
        Column::Published => "timeCreated",
        Column::Source | Column::Os | Column::Type | Column::Visibility | Column::Origin => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::fixture;
    use crate::oci_artifacts::requests::ITEMS;
    use image_console_catalogue::{Cell, Splitter};
    use proptest::prelude::*;

    #[test]
    fn the_documented_page_becomes_rows_while_it_streams() {
        let mut rows = Vec::new();
        let mut splitter = Splitter::envelope(ITEMS);
        for piece in fixture!("list-container-images.json").as_bytes().chunks(11) {
            splitter.push(piece, &mut |element| {
                let row = row(element.bytes);
                let own = |cell: Cell<std::borrow::Cow<'_, str>>| cell.value().map(String::from);
                rows.push((own(row.state), own(row.version), row.keywords.into_owned()));
            });
        }
        let beside = splitter.finish().expect("a whole page").fields;
        assert_eq!(beside, [("remainingItemsCount".to_owned(), "0".to_owned())]);
        let [(state, version, keywords)] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!((state.as_deref(), version), (Some("DELETED"), &None));
        assert!(keywords.starts_with("shop/api sha256:4c1d"), "{keywords}");
    }

    #[test]
    fn an_image_read_on_its_own_has_its_size_whatever_it_is() {
        let one = |text: &str| of_image(&serde_json::from_str(text).expect("an object"));
        assert_eq!(one(fixture!("restore-container-image.json")).size, Cell::Value(2_797_541));
        assert_eq!(one(r#"{"layersSizeInBytes":-1}"#).size, Cell::Value(-1));
        let odd = one(fixture!("restore-container-image.generated.json"));
        assert_eq!(odd.published.value().map(|t| t.day()).as_deref(), Some("17 Feb 1944"));
        assert_eq!((odd.os, odd.image_type, odd.origin), (Cell::Absent, Cell::Absent, Cell::Absent));
    }

    proptest! {
        #[test]
        fn no_bytes_can_break_a_row(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = row(&bytes);
        }
    }
}
