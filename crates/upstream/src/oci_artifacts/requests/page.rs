//! The envelope of this service's lists (contract §5.1): an object with the items in it, where other
//! services send a bare array.

use image_console_core::{ApiError, Response};
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient, unreadable};
use crate::oci;

/// The member that holds the items, for a splitter of the stream.
pub const ITEMS: &str = "items";

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The items; one that is not an object costs only itself.
    pub items: Vec<Lenient<T>>,
    /// How many come after this page, as the service says.
    pub remaining_items_count: Lenient<i64>,
    /// What else stands beside the items, e.g. `layerCount` of repositories.
    pub unknown: Map<String, Value>,
}

/// Reads a page whole.
pub(super) fn parse<T>(
    response: &Response,
    read: impl Fn(Map<String, Value>) -> T,
) -> Result<Page<T>, ApiError> {
    let mut map = oci::object(response)?;
    let Some(Value::Array(items)) = map.remove(ITEMS) else {
        let mut error =
            unreadable(response, "The answer is an object, but without a list of items as documented");
        error.request_id = oci::Meta::of(response).request_id;
        return Err(error);
    };
    let mut fields = Fields::from(map);
    let remaining_items_count = fields.integer("remainingItemsCount");
    Ok(Page { items: oci::maps(&items, read), remaining_items_count, unknown: fields.rest() })
}
