//! All operations of this browser, filtered by the address.

use image_console_core::format;
use image_console_core::route::{ActivityView, Route};
use image_console_operation::{Operation, Status};
use image_console_ui::nav::{TabItem, Tabs};
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Card, Empty, Glyph, LinkButton, Notice, Skeleton, Tone};
use leptos::prelude::*;

use super::clear::ClearDialog;
use super::job::Jobs;
use super::save::{not_saved, save_as_json};
use crate::state::announce::use_announcer;
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// The Activity page.
#[component]
pub fn ActivityPage() -> AnyView {
    let operations = use_operations();
    let navigation = use_navigation();
    let show = Memo::new(move |old: Option<&ActivityView>| {
        navigation.route.with(|route| match route {
            Route::Activity(view) => *view,
            _ => old.copied().unwrap_or_default(),
        })
    });
    let ids = Memo::new(move |_| {
        let show = show.get();
        operations
            .list
            .with(|list| list.iter().filter(|o| belongs(o, show)).map(|o| o.id.clone()).collect::<Vec<_>>())
    });
    let counts = Memo::new(move |_| {
        operations.list.with(|list| {
            let count = |(_, view): &(_, ActivityView)| list.iter().filter(|o| belongs(o, *view)).count();
            ActivityView::ALL.iter().map(count).collect::<Vec<usize>>()
        })
    });
    let total = move || operations.list.with(|list| list.len());
    let x_of_y = move || {
        let shown = format::count(ids.with(Vec::len) as u64);
        format!("{shown} of {}", format::plural(total() as u64, "operation"))
    };
    announce(show, Signal::derive(x_of_y));

    let about = Signal::derive(move || {
        let (running, total) = (operations.running(), total());
        format!("{running} running · {} finished", format::count((total - running.min(total)) as u64))
    });
    let clearing = RwSignal::new(false);
    let not_made = RwSignal::new(None);
    let nothing_ended = Signal::derive(move || {
        let nothing = total() == operations.running();
        if nothing { "Nothing has finished yet.".to_owned() } else { String::new() }
    });
    let nothing_at_all = Signal::derive(move || {
        if total() == 0 { "There is nothing to export yet.".to_owned() } else { String::new() }
    });
    let export = Callback::new(move |()| {
        let all = operations.list.get_untracked();
        save_as_json(&all, "image-console-operations.json", not_made);
    });
    let tabs = move || tabs(&counts.get(), show);
    let body = move || match (ids.with(Vec::is_empty), operations.loaded.get()) {
        (false, _) => view! {
            <Card title=Signal::derive(move || heading(show.get()).to_owned())>
                <Jobs ids />
            </Card>
        }
        .into_any(),
        (true, false) => view! { <Skeleton rows=4 /> }.into_any(),
        (true, true) => nothing(show.get(), total() > 0),
    };
    view! {
        <PageHeader title="Activity" about>
            <Button label="Export as JSON" icon=Glyph::Download reason=nothing_at_all on_press=export />
            <Button
                label="Clear finished…"
                reason=nothing_ended
                on_press=Callback::new(move |()| clearing.set(true))
            />
        </PageHeader>
        {trouble()}
        {not_saved(not_made)}
        {tabs}
        {body}
        <p class="table-foot muted">{x_of_y}</p>
        <Show when=move || clearing.get()>
            <ClearDialog on_close=Callback::new(move |()| clearing.set(false)) />
        </Show>
    }
    .into_any()
}

fn belongs(operation: &Operation, show: ActivityView) -> bool {
    match show {
        ActivityView::All => true,
        ActivityView::Running => !operation.status.is_ended(),
        ActivityView::Succeeded => operation.status == Status::Succeeded,
        ActivityView::Failed => operation.status == Status::Failed,
        ActivityView::Unknown => matches!(operation.status, Status::Unknown { .. }),
    }
}

fn heading(show: ActivityView) -> &'static str {
    match show {
        ActivityView::All => "All",
        ActivityView::Running => "Running",
        ActivityView::Succeeded => "Succeeded",
        ActivityView::Failed => "Failed",
        ActivityView::Unknown => "Unknown",
    }
}

fn tabs(counts: &[usize], show: Memo<ActivityView>) -> AnyView {
    let item = |((word, view), count): (&(&str, ActivityView), &usize)| TabItem {
        id: (*word).to_owned(),
        label: format!("{} {}", heading(*view), format::count(*count as u64)),
        href: Some(href(&Route::Activity(*view))),
    };
    let items: Vec<TabItem> = ActivityView::ALL.iter().zip(counts).map(item).collect();
    let current = Signal::derive(move || {
        let show = show.get();
        let word = ActivityView::ALL.iter().find(|(_, view)| *view == show);
        word.map(|(word, _)| (*word).to_owned()).unwrap_or_default()
    });
    view! { <Tabs label="Operations by how they stand" items current /> }.into_any()
}

fn nothing(show: ActivityView, some: bool) -> AnyView {
    let (title, next) = match show {
        _ if !some => (
            "Nothing was started in this browser yet",
            "Create, import, export, clone, restore or delete an image: it is followed here, also after a reload.",
        ),
        ActivityView::Running => ("Nothing is running", "What has ended is under the other headings."),
        ActivityView::Succeeded => {
            ("Nothing has succeeded so far", "Look at what is running, or at all of them.")
        }
        ActivityView::Failed => ("Nothing has failed", "Look at all of them for what else there is."),
        _ => ("No outcome is unknown", "How everything ended was seen."),
    };
    let (label, route) = if some {
        ("All operations", Route::Activity(ActivityView::All))
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
fn announce(show: Memo<ActivityView>, counts: Signal<String>) {
    let announcer = use_announcer();
    Effect::new(move |before: Option<()>| {
        show.track();
        if before.is_some() {
            announcer.say(counts.get_untracked());
        }
    });
}
