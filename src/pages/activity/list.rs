//! The list of operations. Which of them are shown, the address decides.

use image_console_core::format;
use image_console_core::route::{ActivityView, Route, Show};
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Card, Empty, Glyph, LinkButton, Notice, Skeleton, Tone};
use leptos::prelude::*;

use super::clear::ClearDialog;
use super::filters::{fits, heading, stands, tabs, toolbar};
use super::job::Jobs;
use super::notifications::notifications_button;
use super::save::{not_saved, save_as_json};
use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// The Activity page.
#[component]
pub fn ActivityPage() -> AnyView {
    let (operations, connections, navigation) = (use_operations(), use_connections(), use_navigation());
    let view = Memo::new(move |old: Option<&ActivityView>| {
        navigation.route.with(|route| match route {
            Route::Activity(view) => view.clone(),
            _ => old.cloned().unwrap_or_default(),
        })
    });
    let ids = Memo::new(move |_| {
        let view = view.get();
        let shown = |o: &&_| stands(o, view.show) && fits(connections, o, &view);
        operations
            .list
            .with(|list| list.iter().filter(|o| shown(&&***o)).map(|o| o.id.clone()).collect::<Vec<_>>())
    });
    let total = move || operations.list.with(|list| list.len());
    let x_of_y = move || {
        let shown = format::count(ids.with(Vec::len) as u64);
        format!("{shown} of {}", format::plural(total() as u64, "operation"))
    };
    announce(view, Signal::derive(x_of_y));

    let about = Signal::derive(move || {
        let (running, total) = (operations.running(), total());
        let finished = format::count((total - running.min(total)) as u64);
        let paused = if running > 0 && operations.offline.get() { " (paused: offline)" } else { "" };
        format!("{running} running{paused} · {finished} finished")
    });
    let clearing = RwSignal::new(false);
    let not_made = RwSignal::new(None);
    let nothing_ended = Signal::derive(move || {
        let nothing = total() == operations.running();
        if nothing { "Nothing has finished yet.".to_owned() } else { String::new() }
    });
    let nothing_shown = Signal::derive(move || {
        if ids.with(Vec::is_empty) { "There is nothing to export.".to_owned() } else { String::new() }
    });
    // What is on screen is what is taken away.
    let export = Callback::new(move |()| {
        let all = operations.list.get_untracked();
        let shown: Vec<_> =
            ids.with_untracked(|ids| all.iter().filter(|o| ids.contains(&o.id)).cloned().collect());
        save_as_json(&shown, "image-console-operations.json", not_made);
    });
    let show = Memo::new(move |_| view.with(|view| view.show));
    let body = move || match (ids.with(Vec::is_empty), operations.loaded.get()) {
        (false, _) => view! {
            <Card title=Signal::derive(move || heading(show.get()).to_owned())>
                <Jobs ids />
            </Card>
        }
        .into_any(),
        (true, false) => view! { <Skeleton rows=4 /> }.into_any(),
        (true, true) => nothing(&view.get(), total() > 0),
    };
    let some = Memo::new(move |_| total() > 0);
    view! {
        <PageHeader title="Activity" about>
            {notifications_button()}
            <Button label="Export as JSON" icon=Glyph::Download reason=nothing_shown on_press=export />
            <Button
                label="Clear finished…"
                reason=nothing_ended
                on_press=Callback::new(move |()| clearing.set(true))
            />
        </PageHeader>
        {trouble()}
        {not_saved(not_made)}
        <Show when=move || some.get()>{toolbar(view)}</Show>
        {tabs(view)}
        {body}
        <p class="table-foot muted">{x_of_y}</p>
        <Show when=move || clearing.get()>
            <ClearDialog on_close=Callback::new(move |()| clearing.set(false)) />
        </Show>
    }
    .into_any()
}

fn nothing(view: &ActivityView, some: bool) -> AnyView {
    let narrowed = ActivityView { show: view.show, ..ActivityView::default() } != *view;
    let (title, next) = match view.show {
        _ if !some => (
            "Nothing was started in this browser yet",
            "Create, import, export, clone, restore or delete an image, follow an upload or restore a service instance: it is followed here, also after a reload.",
        ),
        _ if narrowed => ("No operation fits these filters", "Clear them to see the others."),
        Show::Running => ("Nothing is running", "What has ended is under the other headings."),
        Show::Succeeded => ("Nothing has succeeded so far", "Look at what is running, or at all of them."),
        Show::Failed => ("Nothing has failed", "Look at all of them for what else there is."),
        _ => ("No outcome is unknown", "How everything ended was seen."),
    };
    let (label, route) = if some {
        ("All operations", Route::Activity(ActivityView::default()))
    } else {
        ("All images", Route::default())
    };
    view! {
        <Empty title next>
            <LinkButton label href=href(&route) />
        </Empty>
    }
    .into_any()
}

/// Why operations are not all kept, or not all read.
fn trouble() -> AnyView {
    let trouble = use_operations().trouble;
    let notice = move || {
        trouble.get().map(|why| {
            let on_dismiss = Callback::new(move |()| trouble.set(None));
            view! {
                <Notice
                    what="Not all operations could be kept or read in this browser"
                    why
                    next="What is running is followed as long as this page stays open. Export the list to keep a copy."
                    tone=Tone::Warn
                    on_dismiss
                />
            }
        })
    };
    notice.into_any()
}

/// Another choice of operations says how many there are; that single ones end is told elsewhere.
fn announce(view: Memo<ActivityView>, counts: Signal<String>) {
    let announcer = use_announcer();
    Effect::new(move |before: Option<()>| {
        view.track();
        if before.is_some() {
            announcer.say(counts.get_untracked());
        }
    });
}
