//! What an upstream decodes one element of a list into.
//!
//! May depend on `core`.

use super::Cell;
use image_console_core::time::Timestamp;
use std::borrow::Cow;

/// One image on its way into the catalogue, borrowing from the response where it can.
///
/// Every field may be absent or wrong; the row is kept all the same. A row without an `id` is shown
/// but cannot be selected, opened or updated.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RowDraft<'a> {
    /// The API's id, unique within its source.
    pub id: Cell<Cow<'a, str>>,
    /// What people call the image.
    pub name: Cell<Cow<'a, str>>,
    /// Its version.
    pub version: Cell<Cow<'a, str>>,
    /// Operating system, in the API's word.
    pub os: Cell<Cow<'a, str>>,
    /// The API's image type.
    pub image_type: Cell<Cow<'a, str>>,
    /// The API's state, e.g. `active`, `EXPORTING`.
    pub state: Cell<Cow<'a, str>>,
    /// Who may see it, e.g. `public`, `private`.
    pub visibility: Cell<Cow<'a, str>>,
    /// The account it belongs to.
    pub owner: Cell<Cow<'a, str>>,
    /// The id of the image it is based on.
    pub origin: Cell<Cow<'a, str>>,
    /// Bytes; signed, because what comes is shown truthfully.
    pub size: Cell<i64>,
    /// When it was published or made.
    pub published: Cell<Timestamp>,
    /// Further text that the search should find (description, tags), separated by spaces. Not shown.
    pub keywords: Cow<'a, str>,
}
