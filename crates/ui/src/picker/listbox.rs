//! The list below a combobox, for the picker and the palette: which options are shown, which one is
//! marked, and what a key does. The keyboard stays in the input (`aria-activedescendant`).

use crate::{
    Choice, dom,
    el::{El, el},
};
use image_console_core::{format, lower};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Event;

/// At most this many options are in the document; typing narrows the rest.
pub(crate) const SHOWN: usize = 50;

/// The first options that match, and how many match in all.
#[must_use]
pub(crate) fn hits(options: &[Choice], typed: &str) -> (Vec<Choice>, usize) {
    let folded = lower(typed);
    let mut shown = Vec::new();
    let mut all = 0;
    for option in options.iter().filter(|option| option.matches(&folded)) {
        all += 1;
        if shown.len() < SHOWN {
            shown.push(option.clone());
        }
    }
    (shown, all)
}

/// The state that an input and its list share.
#[derive(Clone, Copy)]
pub(crate) struct Listbox {
    pub id: StoredValue<String>,
    /// What is shown, and how many there are in all.
    pub found: Signal<(Arc<Vec<Choice>>, usize)>,
    /// The place of the marked option.
    pub at: RwSignal<Option<usize>>,
    /// An option that may be chosen was chosen.
    pub pick: Callback<Choice>,
}

impl Listbox {
    pub fn new(found: Signal<(Arc<Vec<Choice>>, usize)>, pick: Callback<Choice>) -> Self {
        Self { id: StoredValue::new(dom::unique_id("list")), found, at: RwSignal::new(None), pick }
    }

    fn option_id(self, at: usize) -> String {
        format!("{}-{at}", self.id.get_value())
    }

    /// Marks an option and brings it into view.
    fn mark(self, at: usize) {
        self.at.set(Some(at));
        if let Some(element) = document().get_element_by_id(&self.option_id(at)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Arrows move the mark, Enter chooses. Returns whether the key was used up.
    pub fn key(self, key: &str) -> bool {
        let len = self.found.with_untracked(|(shown, _)| shown.len());
        match key {
            "ArrowDown" | "ArrowUp" => {
                if let Some(to) = dom::step(self.at.get_untracked(), len, key) {
                    self.mark(to);
                }
                true
            }
            "Enter" => self.choose(self.at.get_untracked()),
            _ => false,
        }
    }

    fn choose(self, at: Option<usize>) -> bool {
        let Some(at) = at else { return false };
        let choice = self.found.with_untracked(|(shown, _)| shown.get(at).cloned());
        if let Some(choice) = choice.filter(|choice| choice.reason.is_none()) {
            self.pick.run(choice);
        }
        true
    }

    /// What makes an input the head of this list.
    pub fn head(self, input: El) -> El {
        input
            .attrs(&[
                ("role", "combobox"),
                ("autocomplete", "off"),
                ("spellcheck", "false"),
                ("aria-autocomplete", "list"),
                ("aria-controls", &self.id.get_value()),
            ])
            .bind("aria-activedescendant", move || {
                // The mark outlives the options when the list closes; its element does not.
                let there = self.at.get().filter(|at| self.found.with(|(shown, _)| *at < shown.len()));
                there.map(|at| self.option_id(at))
            })
    }

    /// The list, and below it how much of it is shown. `chosen` marks the option that is set.
    pub fn view(
        self,
        parent: El,
        label: Signal<String>,
        empty: Signal<String>,
        chosen: Signal<String>,
    ) -> El {
        let one = move |(at, choice): (usize, Choice)| {
            let Choice { id, label, detail, reason } = choice;
            el("li")
                .attrs(&[("id", &self.option_id(at)), ("role", "option"), ("data-at", &at.to_string())])
                .maybe_attr("aria-disabled", reason.as_ref().map(|_| "true"))
                .toggle("marked", move || self.at.get() == Some(at))
                .either("aria-selected", move || chosen.with(|chosen| *chosen == id))
                .child(el("span").text(&label))
                .child(el("small").text(&detail))
                .maybe(reason.map(|reason| el("small").class("why").text(&reason)))
                .into_any()
        };
        let options = move || {
            let (shown, _) = self.found.get();
            shown.iter().cloned().enumerate().map(one).collect_view().into_any()
        };
        let count = move || {
            let (shown, all) = self.found.with(|(shown, all)| (shown.len() as u64, *all as u64));
            match (shown, all) {
                (0, _) => empty.get(),
                (1, 1) => "1 entry".to_owned(),
                (shown, all) if shown < all => {
                    format!("{} of {} shown: type to narrow", format::count(shown), format::count(all))
                }
                (_, all) => format!("{} entries", format::count(all)),
            }
        };
        let click = move |event: Event| {
            let at = dom::closest(&event, "[data-at]").and_then(|li| li.get_attribute("data-at"));
            self.choose(at.and_then(|at| at.parse().ok()));
        };
        let list = el("ul")
            .attrs(&[("id", &self.id.get_value()), ("role", "listbox")])
            .bind("aria-label", move || Some(label.get()))
            // The keyboard must stay in the input.
            .on("mousedown", |event: Event| event.prevent_default())
            .on("click", click)
            .dynamic(options);
        let count = el("p").attrs(&[("class", "list-count"), ("role", "status")]).text_with(count);
        parent.child(list).child(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_options_are_counted_but_not_shown() {
        let all: Vec<Choice> =
            (0..5000).map(|i| Choice::new(i.to_string(), format!("machine {i}"))).collect();
        let (shown, count) = hits(&all, "MACHINE");
        assert_eq!((shown.len(), count), (SHOWN, 5000));
        let (shown, count) = hits(&all, "machine 4999");
        assert_eq!((shown.first().map(|c| c.id.as_str()), count), (Some("4999"), 1));
    }
}
