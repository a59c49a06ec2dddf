//! Putting the pages of a search together (contract §3.3). The API never says how many uploads
//! there are: the end is known when a page is not full.

use image_console_core::format;

use super::Search;
use super::model::MachineImageUploadRequest;
use crate::decode::Lenient;

/// One page of a search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The uploads; one that is not an object costs only itself.
    pub items: Vec<Lenient<MachineImageUploadRequest>>,
}

/// What the pages read so far have brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The uploads in the API's order, each once.
    pub uploads: Vec<Lenient<MachineImageUploadRequest>>,
    read: u64,
    ended: bool,
    in_circles: bool,
}

impl Listing {
    /// Adds the next page of this search. An upload that moved from one page to the next while
    /// they were read is kept once, as it came last.
    pub fn add(&mut self, search: &Search, page: Page) {
        let items = page.items.len() as u64;
        let mut new = 0_u64;
        for item in page.items {
            let id = item.value().and_then(|upload| upload.upload_request_id.text());
            let known = id.and_then(|id| {
                self.uploads
                    .iter_mut()
                    .find(|u| u.value().and_then(|u| u.upload_request_id.text()) == Some(id))
            });
            if let Some(known) = known {
                *known = item;
            } else {
                self.uploads.push(item);
                new += 1;
            }
        }
        self.read = self.read.saturating_add(items);
        self.ended = items < u64::from(search.page_size());
        // A full page without anything new: the offset is not being honoured.
        self.in_circles = !self.ended && new == 0;
    }

    /// Where the next page begins; `None` when there is none, or when asking on brings nothing new.
    #[must_use]
    pub const fn next_offset(&self) -> Option<u64> {
        if self.ended || self.in_circles { None } else { Some(self.read) }
    }

    /// How many uploads the search has; `None` while its end has not been seen.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.ended.then_some(self.uploads.len() as u64)
    }

    /// "x of y" for so many uploads shown.
    #[must_use]
    pub fn shown(&self, shown: usize) -> String {
        let x = format::count(shown as u64);
        let y = format::count(self.uploads.len() as u64);
        if self.ended {
            format!("{x} of {y}")
        } else if self.in_circles {
            format!("{x} of {y} or more; the API repeats itself instead of giving the next page")
        } else {
            format!("{x} of {y} or more")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn page(ids: std::ops::Range<u32>) -> Page {
        let one = |id| {
            let value = json!({"uploadRequestId": id});
            Lenient::read(&value, |v| v.as_object().cloned().map(MachineImageUploadRequest::from_map))
        };
        Page { items: ids.map(one).collect() }
    }

    #[test]
    fn the_end_is_a_page_that_is_not_full_and_until_then_nobody_claims_a_total() {
        let search = Search { limit: 10, ..Search::default() };
        let mut listing = Listing::default();
        assert_eq!(listing.next_offset(), Some(0));
        listing.add(&search, page(0..10));
        assert_eq!((listing.next_offset(), listing.total()), (Some(10), None));
        assert_eq!(listing.shown(4), "4 of 10 or more");
        listing.add(&search, page(10..20));
        listing.add(&search, page(20..20));
        assert_eq!((listing.next_offset(), listing.total()), (None, Some(20)), "an empty page ends it too");
        assert_eq!(listing.shown(20), "20 of 20");
    }

    #[test]
    fn uploads_that_move_while_pages_are_read_are_kept_once() {
        let search = Search { limit: 10, ..Search::default() };
        let mut listing = Listing::default();
        listing.add(&search, page(0..10));
        listing.add(&search, page(8..15));
        assert_eq!((listing.uploads.len(), listing.total()), (15, Some(15)));
    }

    #[test]
    fn a_server_that_ignores_the_offset_is_not_asked_for_ever() {
        let search = Search { limit: 10, ..Search::default() };
        let mut listing = Listing::default();
        listing.add(&search, page(0..10));
        listing.add(&search, page(0..10));
        assert_eq!((listing.next_offset(), listing.total()), (None, None));
        assert!(listing.shown(10).contains("repeats itself"));
    }
}
