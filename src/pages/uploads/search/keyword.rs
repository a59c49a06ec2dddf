//! The keyword. Each change is a question to the API, so it waits for a pause in the typing.

use image_console_platform::timer::Timer;
use image_console_ui::field::SearchBox;
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::shell::SEARCH_FIELD;
use crate::state::react::effect;

/// The pause after which what was typed is searched for, in milliseconds.
const PAUSE_MS: u32 = 400;

/// The field.
pub fn field(shown: Shown) -> AnyView {
    let typed = RwSignal::new(String::new());
    let pending = StoredValue::new_local(None::<Timer>);
    // The address says what stands in the field, except while somebody types.
    effect(move || {
        let keyword = shown.search.with(|search| search.keyword.clone());
        let same = typed.with_untracked(|typed| typed.trim() == keyword);
        if !same && pending.with_value(Option::is_none) {
            typed.set(keyword);
        }
    });
    let on_input = Callback::new(move |text: String| {
        typed.set(text);
        pending.set_value(Some(Timer::after(PAUSE_MS, move || {
            let Some(text) = typed.try_get_untracked() else { return };
            let _ = pending.try_update_value(|pending| *pending = None);
            shown.replace(|search| search.keyword = text.trim().to_owned());
        })));
    });
    let on_commit = Callback::new(move |()| {
        pending.set_value(None);
        let text = typed.get_untracked();
        shown.go(|search| search.keyword = text.trim().to_owned());
    });
    view! {
        <SearchBox id=SEARCH_FIELD label="Search by keyword" value=typed on_input on_commit />
    }
    .into_any()
}
