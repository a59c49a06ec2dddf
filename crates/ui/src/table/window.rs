//! Which rows are in the document.

use std::ops::Range;

/// Rows kept above and below what is visible, so that a scroll step finds them painted.
const MARGIN: usize = 8;

/// Never more rows than this, however tall the container claims to be.
const MOST: usize = 160;

/// The rows to paint. Lengths in CSS pixels; `top` is how far the body is scrolled.
pub(super) fn window(top: f64, height: f64, row: f64, count: usize) -> Range<usize> {
    let row = row.max(1.0);
    // Float to integer casts saturate, so nonsense from the browser stays within bounds.
    let first = ((top / row) as usize).min(count);
    let visible = ((height / row) as usize).saturating_add(2).min(MOST - 2 * MARGIN);
    let start = first.saturating_sub(MARGIN);
    let end = first.saturating_add(visible + MARGIN).min(count);
    // Near the end the pool stays full, so that no row element is made and thrown away there.
    start.min(end.saturating_sub(visible + MARGIN))..end
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn what_is_visible_is_painted_with_a_margin() {
        assert_eq!(window(0.0, 360.0, 36.0, 100_000), 0..20);
        assert_eq!(window(36_000.0, 360.0, 36.0, 100_000), 992..1020);
        assert_eq!(window(0.0, 360.0, 36.0, 5), 0..5);
        assert_eq!(window(0.0, 360.0, 36.0, 0), 0..0);
    }

    #[test]
    fn the_last_row_is_reached_and_nonsense_is_survived() {
        assert_eq!(window(3_599_640.0, 360.0, 36.0, 100_000).end, 100_000);
        assert!(window(f64::NAN, f64::INFINITY, 0.0, 1_000_000).len() <= 160);
        assert_eq!(window(1e12, 360.0, 36.0, 50).end, 50);
    }
}
