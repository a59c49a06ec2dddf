//! One element of ListImages as a row of the catalogue (contract §4.1, §4.4).
//!
//! | Column | Field | Note |
//! |---|---|---|
//! | Name | `displayName` | |
//! | Version | `operatingSystemVersion` | the system's version: these images have none of their own |
//! | Os | `operatingSystem` | |
//! | State | `lifecycleState` | as sent |
//! | Owner | `compartmentId` | differs from the listed compartment on platform images, or is missing |
//! | Origin | `baseImageId` | |
//! | Size | `sizeInMBs` | of the boot volume; times 1,048,576 |
//! | Published | `timeCreated` | |
//! | Type, Visibility | – | the API says nothing that means this: `launchMode` is about instances, `listingType` about the community catalogue; both are found by the search |

use image_console_catalogue::{Column, RowDraft};
use serde_json::{Map, Value};

use crate::oci::{Cells, of_element};

/// `sizeInMBs` counts in this many bytes (§4.1).
const MB: i64 = 1_048_576;

/// The row of one element; there is one whatever the element is.
#[must_use]
pub fn row(element: &[u8]) -> RowDraft<'_> {
    of_element(element, of_image)
}

/// The row of an image that was read on its own, from its raw object
/// ([`crate::oci::object`]).
#[must_use]
pub fn of_image(image: &Map<String, Value>) -> RowDraft<'static> {
    let cells = Cells(image);
    RowDraft {
        id: cells.text("id"),
        name: cells.text("displayName"),
        version: cells.text("operatingSystemVersion"),
        os: cells.text("operatingSystem"),
        state: cells.text("lifecycleState"),
        owner: cells.text("compartmentId"),
        origin: cells.text("baseImageId"),
        size: cells.bytes("sizeInMBs", MB),
        published: cells.time("timeCreated"),
        keywords: cells.keywords(&["launchMode", "listingType"]),
        ..RowDraft::default()
    }
}

/// The API's field in a column, for its title; `None` where the API has nothing that means it.
#[must_use]
pub const fn field(column: Column) -> Option<&'static str> {
    Some(match column {
        Column::Id => "id",
        Column::Name => "displayName",
        Column::Version => "operatingSystemVersion",
        Column::Os => "operatingSystem",
        Column::State => "lifecycleState",
        Column::Owner => "compartmentId",
        Column::Origin => "baseImageId",
        Column::Size => "sizeInMBs",
        Column::Published => "timeCreated",
        Column::Source | Column::Type | Column::Visibility => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::fixture;
    use image_console_catalogue::{Cell, Splitter};
    use proptest::prelude::*;

    #[test]
    fn the_documented_list_becomes_rows_while_it_streams() {
        let mut names = Vec::new();
        let mut splitter = Splitter::array();
        for piece in fixture!("list-images.json").as_bytes().chunks(7) {
            splitter
                .push(piece, &mut |element| names.push(row(element.bytes).name.value().map(String::from)));
        }
        assert!(splitter.finish().is_ok());
        assert_eq!(names, [Some("ol8-web-2024-03".to_owned())]);
    }

    #[test]
    fn each_field_stands_in_the_column_it_means() {
        let row = row(fixture!("export-image.json").as_bytes());
        assert_eq!((row.os, row.version), (Cell::from("Oracle Linux"), Cell::from("8")));
        assert_eq!(row.state, "EXPORTING".into());
        assert_eq!(row.origin, "ocid1.image.oc1.iad.aaaaaaaabase".into());
        assert_eq!(row.size, Cell::Value(47_694 * 1_048_576));
        assert_eq!((row.image_type, row.visibility), (Cell::Absent, Cell::Absent));
        assert_eq!(row.keywords, "PARAVIRTUALIZED NONE team web");
    }

    #[test]
    fn oddities_cost_only_their_cell() {
        let odd = br#"{"id":"a","displayName":7,"sizeInMBs":-3,"timeCreated":"1944-02-17T00:13:30.973Z","compartmentId":null,
            "lifecycleState":{"value":"<Error: Too many levels of nesting to fake this schema>"}}"#;
        let odd = row(odd);
        assert!(odd.name.is_wrong() && odd.state.is_wrong());
        assert_eq!((odd.size, odd.owner), (Cell::Value(-3 * 1_048_576), Cell::Absent));
        assert_eq!(odd.published.value().map(|t| t.day()).as_deref(), Some("17 Feb 1944"));
        assert!(row(br#"{"sizeInMBs":9223372036854775807}"#).size.is_wrong(), "too much for bytes");
        for element in ["7", "null", "[1]", "{\"id\":"] {
            assert!(row(element.as_bytes()).name.is_wrong(), "{element}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_can_break_a_row(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = row(&bytes);
        }
    }
}
