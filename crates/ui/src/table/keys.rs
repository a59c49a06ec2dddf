//! What keys mean in the table.

/// Where a key leads from row `at`, among `count` rows of which `page` are visible.
pub(super) fn destination(key: &str, at: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let to = match key {
        "ArrowDown" => at.saturating_add(1),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(page.max(1)),
        "PageUp" => at.saturating_sub(page.max(1)),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::destination;

    #[test]
    fn keys_stay_within_the_rows() {
        assert_eq!(destination("ArrowDown", 9, 10, 5), Some(9));
        assert_eq!(destination("ArrowUp", 0, 10, 5), Some(0));
        assert_eq!(destination("PageDown", 2, 10, 5), Some(7));
        assert_eq!(destination("End", 2, 10, 5), Some(9));
        assert_eq!(destination("ArrowDown", 20, 10, 5), Some(9));
        assert_eq!(destination("Home", 0, 0, 5), None);
        assert_eq!(destination("x", 0, 10, 5), None);
    }
}
