//! Sorting that is compiled once: the page sorts many kinds of things, and the library's sort is a few
//! kilobytes for each of them.
//!
//! May depend on nothing.

use std::cmp::Ordering;

/// The order of `count` things as places in it: what `compare` calls equal stays as it is. Runs that are in
/// order already cost no more than being looked at.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    places.sort_by(|a, b| compare(*a as usize, *b as usize));
    places
}

/// Sorts a list; equal items stay in their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut waiting: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|at| waiting.get_mut(at as usize)?.take()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_in_their_order_and_none_is_lost() {
        let mut items: Vec<(u32, u32)> = (0..500).map(|n| (n * 7 % 5, n)).collect();
        let mut library = items.clone();
        library.sort_by_key(|item| item.0);
        sort_by(&mut items, |a, b| a.0.cmp(&b.0));
        assert_eq!(items, library);
    }
}
