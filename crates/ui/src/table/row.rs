//! One row element of the pool, and what it shows now. Painting compares and touches only what is
//! different.

use super::{Cell, Column, RowView};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

/// A cell's element, the element in it, and what that shows.
struct Slot {
    td: Element,
    content: Element,
    shown: Cell,
}

pub(super) struct Row {
    pub element: Element,
    pub index: Option<usize>,
    slots: Vec<Slot>,
    tab_stop: bool,
}

impl Row {
    pub fn new(columns: &[Column]) -> Result<Self, JsValue> {
        let element = document().create_element("tr")?;
        let mut slots = Vec::with_capacity(columns.len());
        for column in columns {
            let td = document().create_element("td")?;
            if column.number {
                td.set_class_name("num");
            }
            let content = document().create_element("span")?;
            td.append_child(&content)?;
            element.append_child(&td)?;
            slots.push(Slot { td, content, shown: Cell::Empty });
        }
        Ok(Self { element, index: None, slots, tab_stop: false })
    }

    /// Shows row `index` (from 0).
    pub fn paint(&mut self, index: usize, view: RowView) -> Result<(), JsValue> {
        if self.index != Some(index) {
            self.index = Some(index);
            // The header is row 1.
            self.element.set_attribute("aria-rowindex", &(index + 2).to_string())?;
        }
        let class = match (view.selected, view.faint) {
            (true, true) => "selected faint",
            (true, false) => "selected",
            (false, true) => "faint",
            (false, false) => "",
        };
        if self.element.class_name() != class {
            self.element.set_class_name(class);
        }
        let mut cells = view.cells.into_iter();
        for slot in &mut self.slots {
            slot.paint(cells.next().unwrap_or_default())?;
        }
        let tab_stop = std::mem::take(&mut self.tab_stop);
        self.set_tab_stop(tab_stop);
        Ok(())
    }

    /// Whether Tab leads into this row: true for one row of the table only.
    pub fn set_tab_stop(&mut self, on: bool) {
        self.tab_stop = on;
        let value = if on { "0" } else { "-1" };
        let mut any = false;
        for slot in self.slots.iter().filter(|slot| slot.content.tag_name() != "SPAN") {
            any = true;
            let _ = slot.content.set_attribute("tabindex", value);
        }
        if any {
            let _ = self.element.remove_attribute("tabindex");
        } else {
            let _ = self.element.set_attribute("tabindex", value);
        }
    }

    /// What takes the keyboard for this row: its first link, else the row.
    pub fn target(&self) -> &Element {
        let link = self.slots.iter().find(|slot| matches!(slot.shown, Cell::Link { .. }));
        link.map_or(&self.element, |slot| &slot.content)
    }
}

impl Slot {
    fn paint(&mut self, cell: Cell) -> Result<(), JsValue> {
        if cell == self.shown {
            return Ok(());
        }
        let (tag, class, text) = cell.face();
        let (old_tag, old_class, _) = self.shown.face();
        if tag != old_tag {
            let content = document().create_element(tag)?;
            self.td.replace_child(&content, &self.content)?;
            self.content = content;
        }
        if class != old_class || tag != old_tag {
            self.content.set_class_name(class);
        }
        if matches!(self.shown, Cell::Marked { .. }) && !matches!(cell, Cell::Marked { .. }) {
            self.content.remove_attribute("title")?;
        }
        match &cell {
            Cell::Check { checked, label } => {
                if let Some(input) = self.content.dyn_ref::<HtmlInputElement>() {
                    input.set_type("checkbox");
                    input.set_checked(*checked);
                    input.set_attribute("aria-label", label)?;
                }
            }
            Cell::Link { href, .. } => {
                self.content.set_attribute("href", href)?;
                self.set_text(text);
            }
            Cell::Marked { why, .. } => {
                self.content.set_attribute("title", why)?;
                self.set_text(text);
                let said = document().create_element("span")?;
                said.set_class_name("visually-hidden");
                said.set_text_content(Some(&format!(" ({why})")));
                self.content.append_child(&said)?;
            }
            _ => self.set_text(text),
        }
        self.shown = cell;
        Ok(())
    }

    /// Changes the text node in place when there is exactly one.
    fn set_text(&self, text: &str) {
        match self.content.first_child() {
            Some(node) if node.node_type() == web_sys::Node::TEXT_NODE && node.next_sibling().is_none() => {
                node.set_node_value(Some(text));
            }
            _ => self.content.set_text_content(Some(text)),
        }
    }
}
