//! The pool: as many row elements as are visible and a few more. Scrolling by a few rows moves the
//! elements that left to the other end, so that the others keep their focus, hover and selection.

use super::{Column, RowView, row::Row};
use leptos::prelude::document;
use std::{collections::VecDeque, ops::Range};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What is in the table's body.
pub(super) struct Pool {
    body: Element,
    columns: Vec<Column>,
    rows: VecDeque<Row>,
    above: Spacer,
    below: Spacer,
    pub row_height: f64,
}

/// A row as high as the rows that are not in the document.
struct Spacer {
    row: Element,
    cell: HtmlElement,
    height: f64,
}

impl Spacer {
    fn new(columns: usize) -> Result<Self, JsValue> {
        let row = document().create_element("tr")?;
        row.set_attribute("aria-hidden", "true")?;
        row.set_class_name("table-spacer");
        let cell: HtmlElement = document().create_element("td")?.unchecked_into();
        cell.set_attribute("colspan", &columns.max(1).to_string())?;
        row.append_child(&cell)?;
        let mut spacer = Self { row, cell, height: -1.0 };
        spacer.set(0.0)?;
        Ok(spacer)
    }

    fn set(&mut self, height: f64) -> Result<(), JsValue> {
        if (height - self.height).abs() > 0.5 {
            self.height = height;
            self.row.toggle_attribute_with_force("hidden", height < 0.5)?;
            self.cell.style().set_property("height", &format!("{}px", height as i64))?;
        }
        Ok(())
    }
}

impl Pool {
    /// An empty pool; what stood in the body before is removed.
    pub fn new(body: Element, columns: Vec<Column>) -> Result<Self, JsValue> {
        body.set_text_content(None);
        let (above, below) = (Spacer::new(columns.len())?, Spacer::new(columns.len())?);
        body.append_child(&above.row)?;
        body.append_child(&below.row)?;
        Ok(Self { body, columns, rows: VecDeque::new(), above, below, row_height: 36.0 })
    }

    /// Whether the pool was made for these columns.
    pub fn is_for(&self, columns: &[Column]) -> bool {
        self.columns == columns
    }

    /// Brings the window's rows into the document. With `fresh`, rows that stand already are read
    /// again too.
    pub fn paint(
        &mut self,
        window: Range<usize>,
        count: usize,
        fresh: bool,
        read: &dyn Fn(usize) -> Option<RowView>,
    ) -> Result<(), JsValue> {
        self.resize(window.len())?;
        self.rotate(window.start)?;
        for (row, index) in self.rows.iter_mut().zip(window.clone()) {
            if (fresh || row.index != Some(index))
                && let Some(view) = read(index)
            {
                row.paint(index, view)?;
            }
        }
        // Measuring forces a layout, so not while scrolling.
        if let Some(row) = self.rows.front().filter(|_| fresh) {
            let measured = row.element.get_bounding_client_rect().height();
            if measured > 1.0 {
                self.row_height = measured;
            }
        }
        self.above.set(window.start as f64 * self.row_height)?;
        self.below.set((count - window.end.min(count)) as f64 * self.row_height)
    }

    fn resize(&mut self, len: usize) -> Result<(), JsValue> {
        while self.rows.len() > len {
            if let Some(row) = self.rows.pop_back() {
                row.element.remove();
            }
        }
        while self.rows.len() < len {
            let row = Row::new(&self.columns)?;
            self.body.insert_before(&row.element, Some(&self.below.row))?;
            self.rows.push_back(row);
        }
        Ok(())
    }

    /// Moves elements whose rows left the window to the end where rows are missing.
    fn rotate(&mut self, start: usize) -> Result<(), JsValue> {
        let Some(first) = self.rows.front().and_then(|row| row.index) else { return Ok(()) };
        let by = first.abs_diff(start);
        if by >= self.rows.len() {
            return Ok(());
        }
        for _ in 0..by {
            if start > first {
                let Some(row) = self.rows.pop_front() else { break };
                self.body.insert_before(&row.element, Some(&self.below.row))?;
                self.rows.push_back(row);
            } else {
                let Some(row) = self.rows.pop_back() else { break };
                let next = self.above.row.next_sibling();
                self.body.insert_before(&row.element, next.as_ref())?;
                self.rows.push_front(row);
            }
        }
        Ok(())
    }

    /// Makes row `index` the one that Tab leads into, and returns what takes the keyboard there.
    pub fn tab_stop(&mut self, index: usize) -> Option<Element> {
        for row in &mut self.rows {
            row.set_tab_stop(row.index == Some(index));
        }
        self.rows.iter().find(|row| row.index == Some(index)).map(|row| row.target().clone())
    }

    /// The row that an element belongs to.
    pub fn index_of(&self, element: &Element) -> Option<usize> {
        self.rows.iter().find(|row| row.element.contains(Some(element))).and_then(|row| row.index)
    }
}
