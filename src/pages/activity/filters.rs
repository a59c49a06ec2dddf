//! Which operations are shown: how they stand, on which connection, by which action, with which words.
//! The address alone decides.

use image_console_core::form::Field;
use image_console_core::lower;
use image_console_core::route::{ActivityView, Route, Show};
use image_console_core::{ApiError, format};
use image_console_operation::{Operation, Status};
use image_console_ui::el::el;
use image_console_ui::field::{SearchBox, SelectField};
use image_console_ui::nav::{TabItem, Tabs};
use image_console_ui::{Button, Choice};
use leptos::prelude::*;

use super::words::title;
use crate::pages::shell::SEARCH_FIELD;
use crate::state::connections::{Connections, use_connections};
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// Whether an operation is among those that stand so.
pub fn stands(operation: &Operation, show: Show) -> bool {
    match show {
        Show::All => true,
        Show::Running => !operation.status.is_ended(),
        Show::Succeeded => operation.status == Status::Succeeded,
        Show::Failed => operation.status == Status::Failed,
        Show::Unknown => matches!(operation.status, Status::Unknown { .. }),
    }
}

/// Whether an operation is one that the address asks for, however it stands. Reads the connections'
/// names.
pub fn fits(connections: Connections, operation: &Operation, view: &ActivityView) -> bool {
    let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
    is(&view.connection, &operation.connection)
        && is(&view.action, &operation.action)
        && (view.q.trim().is_empty() || says(connections, operation, &lower(view.q.trim())))
}

/// Whether all the words, which are in lower case, stand somewhere in what is shown of an operation.
fn says(connections: Connections, operation: &Operation, words: &str) -> bool {
    let mut text = [
        title(operation),
        &operation.action,
        &operation.resource.name,
        operation.resource.id.as_deref().unwrap_or_default(),
        &connections.name(&operation.connection),
        operation.state(),
        &operation.id,
    ]
    .join("\n");
    for fact in &operation.facts {
        text.push_str(&format!("\n{}\n{}", fact.label, fact.value));
    }
    for warning in &operation.warnings {
        text.push_str(warning);
    }
    if let Some(error) = &operation.error {
        text.push_str(&ApiError::from(error).to_string());
    }
    if let Status::Unknown { why, look_at } = &operation.status {
        text.push_str(&format!("\n{why}\n{look_at}"));
    }
    let text = lower(&text);
    words.split_whitespace().all(|word| text.contains(word))
}

/// What a choice is called.
pub fn heading(show: Show) -> &'static str {
    match show {
        Show::All => "All",
        Show::Running => "Running",
        Show::Succeeded => "Succeeded",
        Show::Failed => "Failed",
        Show::Unknown => "Unknown",
    }
}

/// The tabs, with how many operations are under each while the other filters apply.
pub fn tabs(view: Memo<ActivityView>) -> AnyView {
    let (operations, connections) = (use_operations(), use_connections());
    let counts = Memo::new(move |_| {
        let view = view.get();
        operations.list.with(|list| {
            let fit: Vec<_> = list.iter().filter(|o| fits(connections, o, &view)).collect();
            let count = |(_, show): &(_, Show)| fit.iter().filter(|o| stands(o, *show)).count();
            Show::ALL.iter().map(count).collect::<Vec<usize>>()
        })
    });
    let current = Signal::derive(move || {
        let show = view.with(|view| view.show);
        let word = Show::ALL.iter().find(|(_, s)| *s == show);
        word.map(|(word, _)| (*word).to_owned()).unwrap_or_default()
    });
    let tabs = move || {
        let item = |((word, show), count): (&(&str, Show), usize)| TabItem {
            id: (*word).to_owned(),
            label: format!("{} {}", heading(*show), format::count(count as u64)),
            href: Some(href(&Route::Activity(ActivityView { show: *show, ..view.get() }))),
        };
        let items: Vec<TabItem> = Show::ALL.iter().zip(counts.get()).map(item).collect();
        view! { <Tabs label="Operations by how they stand" items current /> }
    };
    tabs.into_any()
}

/// The search and the two choices.
pub fn toolbar(view: Memo<ActivityView>) -> AnyView {
    let (operations, connections, navigation) = (use_operations(), use_connections(), use_navigation());
    let typed = Callback::new(move |q: String| {
        navigation.replace(Route::Activity(ActivityView { q, ..view.get_untracked() }));
    });
    let commit = Callback::new(move |()| navigation.go(Route::Activity(view.get_untracked())));
    let distinct = move |of: fn(&Operation) -> (String, String), chosen: String| {
        let mut all = operations.list.with(|list| list.iter().map(|o| of(o)).collect::<Vec<_>>());
        // What the address names stays a choice, whether or not anything fits.
        if !chosen.is_empty() && all.iter().all(|(id, _)| *id != chosen) {
            all.push((chosen.clone(), chosen));
        }
        all.sort();
        all.dedup_by(|a, b| a.0 == b.0);
        all
    };
    let on = Signal::derive(move || {
        let all = distinct(|o| (o.connection.clone(), String::new()), view.with(|v| v.connection.clone()));
        let choice = |(id, _): (String, String)| Choice::new(id.clone(), connections.name(&id));
        choices("Any connection", all.into_iter().map(choice))
    });
    let by = Signal::derive(move || {
        let all = distinct(|o| (o.action.clone(), title(o).to_owned()), view.with(|v| v.action.clone()));
        choices("Any action", all.into_iter().map(|(id, label)| Choice::new(id, label)))
    });
    let connection = chosen(view, |v| &mut v.connection);
    let action = chosen(view, |v| &mut v.action);
    let search = view! {
        <SearchBox
            id=SEARCH_FIELD
            label="Search operations"
            value=Signal::derive(move || view.with(|v| v.q.clone()))
            on_input=typed
            on_commit=commit
        />
    };
    let narrowed = move || view.with(|v| ActivityView { show: v.show, ..ActivityView::default() } != *v);
    let clear = Callback::new(move |()| {
        navigation.go(Route::Activity(view.with_untracked(|v| v.show).into()));
    });
    el("div")
        .class("toolbar activity-filters")
        .view(search.into_any())
        .view(view! { <SelectField label="Connection" field=connection options=on /> }.into_any())
        .view(view! { <SelectField label="Action" field=action options=by /> }.into_any())
        .when(narrowed, move || view! { <Button label="Clear filters" on_press=clear /> }.into_any())
        .into_any()
}

fn choices(any: &str, all: impl Iterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", any)).chain(all).collect()
}

/// A choice that lives in the address.
fn chosen(view: Memo<ActivityView>, part: fn(&mut ActivityView) -> &mut String) -> RwSignal<Field> {
    let navigation = use_navigation();
    let stands = move || part(&mut view.get()).clone();
    let field = RwSignal::new(Field { value: untrack(stands), ..Field::default() });
    Effect::new(move |_| {
        let value = stands();
        if field.with_untracked(|field| field.value != value) {
            field.update(|field| field.value = value);
        }
    });
    Effect::new(move |before: Option<()>| {
        let value = field.with(|field| field.value.clone());
        let mut view = view.get_untracked();
        if before.is_some() && *part(&mut view) != value {
            *part(&mut view) = value;
            navigation.go(Route::Activity(view));
        }
    });
    field
}
