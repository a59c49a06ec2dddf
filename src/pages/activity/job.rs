//! Operations, one line each. A line stays in place while what it says changes.

use std::sync::Arc;

use image_console_core::route::Route;
use image_console_core::time::Timestamp;
use image_console_operation::{Operation, Status};
use image_console_ui::{Badge, Progress, SourceTag, Status as StatusWord, Tone};
use leptos::prelude::*;

use super::now::now_while;
use super::resource::resource_link;
use super::summary::line;
use super::words::title;
use crate::pages::words::operation_status;
use crate::state::connections::use_connections;
use crate::state::navigation::href;
use crate::state::operations::use_operations;

/// The operations with these ids, in this order.
#[component]
pub fn Jobs(
    /// Their ids.
    ids: Memo<Vec<String>>,
    /// Leaves out what they are about, because the screen is about just that.
    #[prop(optional)]
    bare: bool,
) -> AnyView {
    let operations = use_operations();
    let running = Memo::new(move |_| {
        ids.with(|ids| {
            operations.list.with(|list| list.iter().any(|o| !o.status.is_ended() && ids.contains(&o.id)))
        })
    });
    let now = now_while(running);
    let jobs = move || ids.get().into_iter().map(|id| job(id, now, bare)).collect_view();
    view! { <ul class="jobs">{jobs}</ul> }.into_any()
}

fn job(id: String, now: Signal<Timestamp>, bare: bool) -> AnyView {
    let (operations, connections) = (use_operations(), use_connections());
    let address = href(&Route::Operation { id: id.clone() });
    let name = operations.peek(&id).map(|o| title(&o).to_owned()).unwrap_or_default();
    let operation = Memo::new(move |_| operations.get(&id));
    let status = Memo::new(move |_| read(operation, operation_status));
    let summary = Signal::derive(move || {
        read(operation, |o| {
            let unable = connections.get(&o.connection).is_none_or(|connected| connected.lacks_credentials());
            line(o, now.get(), unable)
        })
    });
    let new = Memo::new(move |_| read(operation, |o| o.status.is_ended() && o.seen.is_none()));
    let progress = Memo::new(move |_| read(operation, share));
    let has_total = Memo::new(move |_| progress.with(Option::is_some));
    let bar = move || has_total.get().then(|| view! { <Progress label="How far it is" value=progress /> });
    view! {
        <li class="job">
            <div class="job-line">
                <span>
                    <a href=address><b>{name}</b></a>
                    {(!bare).then(|| about(operation))}
                    {move || new.get().then(|| view! { " " <Badge text="new" tone=Tone::Accent /> })}
                </span>
                <StatusWord word=Signal::derive(move || status.get().1) tone=Signal::derive(move || status.get().0) />
            </div>
            {bar}
            <span class="muted">{summary}</span>
        </li>
    }
    .into_any()
}

/// What it is about, and where that lives.
fn about(operation: Memo<Option<Arc<Operation>>>) -> AnyView {
    let connections = use_connections();
    let what = Memo::new(move |_| {
        operation.with(|o| o.as_ref().map(|o| (o.resource.clone(), o.status == Status::Succeeded)))
    });
    let link = move || {
        what.track();
        operation.with_untracked(|o| o.as_deref().map(resource_link))
    };
    let source = Signal::derive(move || {
        what.with(|w| w.as_ref().map(|(r, _)| connections.name(&r.connection)).unwrap_or_default())
    });
    view! { " " {link} " " <SourceTag name=source /> }.into_any()
}

/// Done and total, where the API says so.
fn share(operation: &Operation) -> Option<(u64, u64)> {
    match &operation.status {
        Status::Running { progress: Some(progress), .. } => Some((progress.done, progress.total?)),
        _ => None,
    }
}

/// A part of an operation; the part's default when the operation is gone.
pub fn read<T: Default>(operation: Memo<Option<Arc<Operation>>>, part: impl FnOnce(&Operation) -> T) -> T {
    operation.with(|o| o.as_deref().map(part).unwrap_or_default())
}
