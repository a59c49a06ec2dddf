//! Removing a connection or a key: what is lost, before it is.

use image_console_core::format;
use image_console_ui::{Button, Dialog, Kind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, names, use_desk};
use crate::state::announce::use_announcer;
use crate::state::operations::{Operations, use_operations};

/// The dialog about a connection.
#[component]
pub fn RemoveConnection(
    /// The connection's id.
    id: String,
) -> AnyView {
    let (desk, operations, announcer) = (use_desk(), use_operations(), use_announcer());
    let name = desk.name(&id);
    let title = format!("Remove the connection {name}");
    let lines = {
        let id = id.clone();
        Signal::derive(move || connection_consequences(desk, operations, &id))
    };
    let act = Callback::new(move |()| {
        let (id, name) = (id.clone(), name.clone());
        spawn_local(async move {
            desk.remove(&id).await;
            let _ = desk.removing.try_set(None);
            announcer.say(format!("The connection {name} was removed"));
        });
    });
    let on_close = Callback::new(move |()| desk.removing.set(None));
    confirm(title, lines, "Remove connection", act, on_close)
}

/// The dialog about a key.
#[component]
pub fn RemoveKey(
    /// The key's id.
    id: String,
) -> AnyView {
    let (desk, announcer) = (use_desk(), use_announcer());
    let label = desk.connections.keys.with_untracked(|keys| {
        keys.iter().find(|key| key.id == id).map(|key| key.label.clone()).unwrap_or_default()
    });
    let title = format!("Remove the key {label}");
    let lines = {
        let id = id.clone();
        Signal::derive(move || key_consequences(desk, &id))
    };
    let act = Callback::new(move |()| {
        let (id, label) = (id.clone(), label.clone());
        spawn_local(async move {
            desk.remove_key(&id).await;
            let _ = desk.removing_key.try_set(None);
            announcer.say(format!("The key {label} was removed"));
        });
    });
    let on_close = Callback::new(move |()| desk.removing_key.set(None));
    confirm(title, lines, "Remove key", act, on_close)
}

fn confirm(
    title: String,
    lines: Signal<Vec<String>>,
    verb: &'static str,
    act: Callback<()>,
    on_close: Callback<()>,
) -> AnyView {
    let busy = RwSignal::new(false);
    let on_submit = Callback::new(move |()| {
        if !busy.get_untracked() {
            busy.set(true);
            act.run(());
        }
    });
    let footer = move || {
        view! {
            <Button label="Cancel" on_press=on_close />
            <Button label=verb kind=Kind::DangerSolid submit=true busy />
        }
        .into_any()
    };
    let item = |line: String| view! { <li>{line}</li> }.into_any();
    view! {
        <Dialog title on_close on_submit footer>
            <ul class="consequences">{move || lines.get().into_iter().map(item).collect_view()}</ul>
        </Dialog>
    }
    .into_any()
}

fn connection_consequences(desk: Desk, operations: Operations, id: &str) -> Vec<String> {
    let running: Vec<String> = operations.list.with(|list| {
        let on_it = list.iter().filter(|o| o.connection == id && !o.status.is_ended());
        on_it.map(|o| format!("{} {}", o.action, o.resource.name)).collect()
    });
    let mut lines = vec![
        "Its images leave the table, and the copies of its lists are deleted from this browser.".to_owned(),
    ];
    lines.push(match running.len() as u64 {
        0 => "No operation is running on it.".to_owned(),
        n => format!(
            "{} running on it cannot be followed any more, though the upstream goes on with it: {}.",
            format::plural(n, "operation"),
            running.join(", ")
        ),
    });
    lines.push("Operations that are stored stay on the Activity page.".to_owned());
    if desk.connections.get(id).is_some_and(|connected| connected.key.is_some()) {
        lines.push("Its key stays in this browser, under Keys.".to_owned());
    }
    lines
}

fn key_consequences(desk: Desk, id: &str) -> Vec<String> {
    let users = desk.users_of(id);
    let losing = if users.is_empty() {
        "No connection signs with it.".to_owned()
    } else {
        format!(
            "These sign with it and have no key then, so nothing can be asked on them: {}.",
            names(&users)
        )
    };
    vec![
        losing,
        "Nobody can read the key out of this browser: to use it again, import it from its file.".to_owned(),
        "The account keeps its public half; take it away there if the key was exposed.".to_owned(),
    ]
}
