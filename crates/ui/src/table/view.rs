//! The table as a component: it joins signals, scroll position and keyboard to the pool.

use super::{Column, RowView, Sort, header, keys, pool::Pool, window::window};
use crate::{dom, el::el, show::skeleton};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ResizeObserver};

/// All that the handlers share; every part is a handle.
#[derive(Clone, Copy)]
struct Inner {
    /// The scrolling container and the body of the table.
    nodes: StoredValue<(Element, HtmlElement), LocalStorage>,
    pool: StoredValue<Option<Pool>, LocalStorage>,
    columns: Signal<Vec<Column>>,
    count: Signal<usize>,
    row: Callback<usize, RowView>,
    active: RwSignal<usize>,
}

impl Inner {
    /// Paints the rows at the scroll position. Does nothing once the table is gone.
    fn paint(self, fresh: bool) {
        let Some((scroller, body)) = self.nodes.try_get_value() else { return };
        let Some(count) = self.count.try_get_untracked() else { return };
        let held = dom::focused().filter(|element| body.contains(Some(element)));
        self.pool.try_update_value(|slot| {
            let columns = self.columns.get_untracked();
            let mut fresh = fresh;
            if slot.as_ref().is_none_or(|pool| !pool.is_for(&columns)) {
                *slot = Pool::new(body.into(), columns).ok();
                fresh = true;
            }
            let Some(pool) = slot else { return };
            let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
            let rows = window(top, height, pool.row_height, count);
            let before = held.as_ref().and_then(|element| pool.index_of(element));
            // The DOM refuses nothing that is done here; were it to, the next paint tries again.
            let _ = pool.paint(rows, count, fresh, &|index| self.row.try_run(index));
            pool.tab_stop(self.active.get_untracked().min(count.saturating_sub(1)));
            // The focused row was scrolled away: its element now shows another one.
            let after = held.as_ref().and_then(|element| pool.index_of(element));
            if before.is_some() && before != after {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = scroller.unchecked_ref::<HtmlElement>().focus_with_options(&options);
            }
        });
    }

    /// Brings a row into view and gives it the keyboard.
    fn go_to(self, index: usize) {
        let Some((scroller, body)) = self.nodes.try_get_value() else { return };
        self.active.set(index);
        let height = self.pool.with_value(|pool| pool.as_ref().map_or(36.0, |pool| pool.row_height));
        let (top, bottom) = (index as f64 * height, (index + 1) as f64 * height);
        let head = body.offset_top();
        let visible = f64::from(scroller.client_height() - head);
        let now = f64::from(scroller.scroll_top());
        if top < now {
            scroller.set_scroll_top(top as i32);
        } else if bottom > now + visible {
            scroller.set_scroll_top((bottom - visible).ceil() as i32);
        }
        self.paint(false);
        let target = self.pool.try_update_value(|pool| pool.as_mut()?.tab_stop(index)).flatten();
        if let Some(target) = target {
            dom::focus_element(&target);
        }
    }

    /// The row of an event, and the element it came from.
    fn row_of(self, event: &Event) -> Option<(usize, Element)> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let index = self.pool.with_value(|pool| pool.as_ref()?.index_of(&target))?;
        Some((index, target))
    }

    /// Repaints when the container's size changes, and stops when the table is gone.
    fn watch_size(self) {
        let Some((scroller, _)) = self.nodes.try_get_value() else { return };
        let changed = Closure::<dyn Fn()>::new(move || self.paint(false));
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&scroller);
        let kept = StoredValue::new_local(Some((observer, changed)));
        on_cleanup(move || {
            if let Some(Some((observer, _))) = kept.try_update_value(Option::take) {
                observer.disconnect();
            }
        });
    }
}

/// A table of any length. The row callback gives the cells of a row in the order of `columns`; it
/// runs for the rows that are visible, so it must be quick and read nothing over the network.
#[component]
pub fn Table(
    /// What the rows are, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The visible columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// The row at a place.
    row: Callback<usize, RowView>,
    /// Change it when rows changed although their number did not.
    #[prop(into, optional)]
    version: Signal<u64>,
    /// Rows are still on their way.
    #[prop(into, optional)]
    busy: Signal<bool>,
    /// What the rows are sorted by.
    #[prop(into, optional)]
    sort: Signal<Option<Sort>>,
    /// A heading was pressed; gives what to sort by from now on.
    #[prop(into, optional)]
    on_sort: Option<Callback<Option<Sort>>>,
    /// A row was opened that has no link of its own.
    #[prop(into, optional)]
    on_open: Option<Callback<usize>>,
    /// Space on a row, or its check box.
    #[prop(into, optional)]
    on_select: Option<Callback<usize>>,
) -> AnyView {
    let scroller = el("div").attrs(&[("class", "table-scroll"), ("tabindex", "-1")]);
    let body = el("tbody");
    let inner = Inner {
        nodes: StoredValue::new_local((scroller.element(), body.element().unchecked_into())),
        pool: StoredValue::new_local(None),
        columns,
        count,
        row,
        active: RwSignal::new(0),
    };
    Effect::new(move |watched: Option<bool>| {
        version.track();
        columns.track();
        count.track();
        inner.paint(true);
        let watched = watched.unwrap_or_default();
        if !watched {
            inner.watch_size();
        }
        true
    });
    let open = move |index: usize, element: &Element| {
        let row = element.closest("tr").ok().flatten();
        let link = row.and_then(|row| row.query_selector("a[href]").ok().flatten());
        match (link.and_then(|link| link.dyn_into::<HtmlElement>().ok()), on_open) {
            // Its click comes by the same handler, which must have returned by then.
            (Some(link), _) => queue_microtask(move || link.click()),
            (None, Some(on_open)) => on_open.run(index),
            (None, None) => {}
        }
    };
    let click = move |event: MouseEvent| {
        let Some((index, target)) = inner.row_of(&event) else { return };
        inner.active.set(index);
        inner.pool.try_update_value(|pool| pool.as_mut().map(|pool| pool.tab_stop(index)));
        if target.tag_name() == "INPUT" {
            if let Some(on_select) = on_select {
                on_select.run(index);
            }
            return;
        }
        let selecting = window_selection();
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key();
        let on_link = target.closest("a, button, label").ok().flatten().is_some();
        if !on_link && !modified && !selecting {
            open(index, &target);
        }
    };
    let keydown = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let here = inner.row_of(&event);
        let in_head = here.is_none() && dom::closest(&event, "thead").is_some();
        let at = here.as_ref().map_or_else(|| inner.active.get_untracked(), |(index, _)| *index);
        let key = event.key();
        let page = inner.nodes.with_value(|(scroller, _)| scroller.client_height() / 36).max(2) as usize - 1;
        if let Some(to) = keys::destination(&key, at, count.get_untracked(), page).filter(|_| !in_head) {
            event.prevent_default();
            // Scrolled away and back: the first key returns to the row that had the keyboard.
            inner.go_to(if here.is_some() { to } else { at.min(count.get_untracked().saturating_sub(1)) });
        } else if let Some((index, target)) = here {
            let native = matches!(target.tag_name().as_str(), "INPUT" | "BUTTON");
            if key == " "
                && !native
                && let Some(on_select) = on_select
            {
                event.prevent_default();
                on_select.run(index);
            } else if key == "Enter" && target.tag_name() == "TR" {
                open(index, &target);
            }
        }
    };
    let head = move || {
        columns
            .get()
            .into_iter()
            .map(|column| header::heading(column, sort, on_sort))
            .collect_view()
            .into_any()
    };
    let table = el("table")
        .class("table")
        .bind("aria-label", move || Some(label.get()))
        .bind("aria-rowcount", move || Some((count.get() + 1).to_string()))
        .flag("aria-busy", "true", move || busy.get())
        .follow(move |table| {
            if let Some(table) = table.dyn_ref::<HtmlElement>() {
                let _ =
                    table.style().set_property("min-width", &columns.with(|all| header::least_width(all)));
            }
        })
        .child(el("colgroup").dynamic(move || columns.with(|columns| header::widths(columns))))
        .child(el("thead").child(el("tr").attr("aria-rowindex", "1").dynamic(head)))
        .child(body.on("click", click));
    scroller
        .on("scroll", move |_: Event| inner.paint(false))
        .on("keydown", keydown)
        .child(table)
        .when(move || busy.get() && count.get() == 0, || skeleton(12).into_any())
        .into_any()
}

/// Whether the press ended the selection of some text.
fn window_selection() -> bool {
    web_sys::window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}
