//! What somebody else changed meanwhile: conflicts, each with its three values and a choice, and
//! the rest, which is kept.

use image_console_ui::field::Segments;
use image_console_ui::{Definition, Fact, Notice, Tone};
use image_console_upstream::triton_cloudapi::update::{Change, Choice, Conflict, Place, Side};
use leptos::prelude::*;
use serde_json::Value;

use super::state::ImageUpdate;

const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// All of it; nothing while nobody else changed anything.
#[component]
pub fn Conflicts(
    /// The update.
    update: ImageUpdate,
) -> AnyView {
    let found = Memo::new(move |_| {
        let merged = update.undecided();
        (merged.conflicts, merged.others)
    });
    let conflicts = move || {
        let conflicts = found.with(|(conflicts, _)| conflicts.clone());
        (!conflicts.is_empty()).then(|| {
            let each = conflicts.into_iter().map(|conflict| one(update, conflict)).collect_view();
            view! {
                <Notice
                    what="Somebody else changed the same while you were editing"
                    next="Decide which value is to stand. Nothing has been sent."
                    tone=Tone::Warn
                >
                    {each}
                </Notice>
            }
            .into_any()
        })
    };
    let others = move || {
        let others = found.with(|(_, others)| others.clone());
        (!others.is_empty()).then(|| {
            let each = others.into_iter().map(|Change { place, base, theirs }| {
                let change = format!("{} → {}", shown(base.as_ref()), shown(theirs.as_ref()));
                view! { <Fact name=name_of(&place)>{change}</Fact> }.into_any()
            });
            let each = each.collect_view();
            view! {
                <Notice
                    what="Somebody else changed this meanwhile; it is kept as they have it"
                    tone=Tone::Accent
                >
                    <Definition>{each}</Definition>
                </Notice>
            }
            .into_any()
        })
    };
    view! {
        {conflicts}
        {others}
    }
    .into_any()
}

fn one(update: ImageUpdate, conflict: Conflict) -> AnyView {
    let Conflict { place, base, mine, theirs } = conflict;
    let name = name_of(&place);
    let options = vec![
        image_console_ui::Choice::new(MINE, "Keep mine"),
        image_console_ui::Choice::new(THEIRS, "Take theirs"),
    ];
    let value = {
        let (place, theirs) = (place.clone(), theirs.clone());
        Signal::derive(move || {
            update.choices.with(|choices| {
                let choice = choices.get(&place).filter(|choice| choice.theirs == theirs);
                choice.map_or("", |choice| if choice.side == Side::Mine { MINE } else { THEIRS }).to_owned()
            })
        })
    };
    let values = [("When you began", base), ("On the server now", theirs.clone()), ("Yours", mine)];
    let facts = values.map(|(name, value)| {
        let value = shown(value.as_ref());
        view! { <Fact name>{value}</Fact> }.into_any()
    });
    let facts = facts.into_iter().collect_view();
    let on_change = Callback::new(move |side: String| {
        let side = if side == MINE { Side::Mine } else { Side::Theirs };
        let choice = Choice { side, theirs: theirs.clone() };
        update.choices.update(|choices| {
            choices.insert(place.clone(), choice);
        });
    });
    view! {
        <Definition>{facts}</Definition>
        <Segments label=name options value on_change titled=true />
    }
    .into_any()
}

/// `description`, or `tags · role`.
fn name_of(place: &Place) -> String {
    match &place.tag {
        Some(tag) => format!("{} · {tag}", place.field),
        None => place.field.to_owned(),
    }
}

/// A value in words; text as it is, anything else as its JSON.
fn shown(value: Option<&Value>) -> String {
    match value {
        None => "(not there)".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
