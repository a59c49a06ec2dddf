//! Which rows of a long table are in the document, and where it has to be scrolled.
//!
//! May depend on nothing. All lengths are CSS pixels.

/// Browsers clip elements near 17.8 million pixels (Firefox) or 33.5 million (Chromium). A table
/// that would be taller is this tall, and scrolling it moves proportionally further.
pub const TALLEST: f64 = 15_000_000.0;

/// What the scrolling element shows, as it was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Rows of the whole table.
    pub rows: usize,
    /// Height of every row.
    pub row_height: f64,
    /// Height of what can be seen, without a sticky header.
    pub height: f64,
    /// `scrollTop` of the scrolling element.
    pub scroll_top: f64,
    /// Rows kept above and below what can be seen, so that a small scroll finds them there.
    pub overscan: usize,
}

/// The rows to put into the document, and the empty space around them. Space and rows together are
/// always as tall as the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The first row in the document.
    pub first: usize,
    /// The row after the last one in the document.
    pub end: usize,
    /// Empty space above.
    pub top: f64,
    /// Empty space below.
    pub bottom: f64,
}

/// A key that moves the focus through the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

impl Viewport {
    /// The height of all rows, if the browser could do it.
    fn full(&self) -> f64 {
        self.rows as f64 * self.row_height.max(1.0)
    }

    /// The height of the table in the document.
    #[must_use]
    pub fn content_height(&self) -> f64 {
        self.full().min(TALLEST)
    }

    /// Furthest positions in the document and in the table at its full height.
    fn travel(&self) -> (f64, f64) {
        let height = self.height.max(0.0);
        ((self.content_height() - height).max(0.0), (self.full() - height).max(0.0))
    }

    /// `scrollTop` within its bounds: rubber-band scrolling and a shrunken table leave them.
    fn position(&self) -> f64 {
        let top = if self.scroll_top.is_finite() { self.scroll_top } else { 0.0 };
        top.clamp(0.0, self.travel().0)
    }

    /// Where the viewport stands in the table at its full height. The same as `scrollTop` unless
    /// the table is taller than [`TALLEST`].
    fn offset(&self) -> f64 {
        let (inner, full) = self.travel();
        if inner > 0.0 && full > inner { self.position() / inner * full } else { self.position() }
    }

    /// The rows to put into the document.
    #[must_use]
    pub fn window(&self) -> Window {
        let row_height = self.row_height.max(1.0);
        let offset = self.offset();
        let seen_first = (offset / row_height).floor() as usize;
        let seen_end = ((offset + self.height.max(0.0)) / row_height).ceil() as usize;
        let first = seen_first.saturating_sub(self.overscan).min(self.rows);
        let end = seen_end.saturating_add(self.overscan).min(self.rows).max(first);
        // Rows stand relative to the viewport as they would at full height. Near the ends of a
        // scaled table the overscan may reach beyond the document: then the space is nothing.
        let top = self.position() - (offset - first as f64 * row_height);
        let drawn = (end - first) as f64 * row_height;
        let top = top.clamp(0.0, (self.content_height() - drawn).max(0.0));
        Window { first, end, top, bottom: (self.content_height() - drawn - top).max(0.0) }
    }

    /// The `scrollTop` that brings a row into sight by the shortest way, or `None` when it is.
    #[must_use]
    pub fn reveal(&self, row: usize) -> Option<f64> {
        let row_height = self.row_height.max(1.0);
        let offset = self.offset();
        let top = row.min(self.rows.saturating_sub(1)) as f64 * row_height;
        let bottom = top + row_height - self.height.max(row_height);
        // Half a pixel is rounding, not a hidden row.
        let wanted = if top < offset - 0.5 {
            top
        } else if bottom > offset + 0.5 {
            bottom
        } else {
            return None;
        };
        let (inner, full) = self.travel();
        let scaled = if full > inner && full > 0.0 { wanted / full * inner } else { wanted };
        Some(scaled.clamp(0.0, inner))
    }

    /// Rows that a page key moves by: what can be seen less one, at least one.
    fn page(&self) -> usize {
        ((self.height / self.row_height.max(1.0)).floor() as usize).saturating_sub(1).max(1)
    }

    /// The row that gets the focus by a key; `None` in an empty table. Without a focus the first
    /// row gets it, or the last for [`Move::End`].
    #[must_use]
    pub fn step(&self, current: Option<usize>, key: Move) -> Option<usize> {
        let last = self.rows.checked_sub(1)?;
        let Some(current) = current else { return Some(if key == Move::End { last } else { 0 }) };
        let to = match key {
            Move::Up => current.saturating_sub(1),
            Move::Down => current.saturating_add(1),
            Move::PageUp => current.saturating_sub(self.page()),
            Move::PageDown => current.saturating_add(self.page()),
            Move::Home => 0,
            Move::End => last,
        };
        Some(to.min(last))
    }
}
