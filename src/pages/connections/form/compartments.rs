//! Choosing compartments from the tenancy's whole tree. What is chosen is what stands in the field, so
//! that typing and choosing are one.

use std::sync::Arc;

use image_console_core::config::Kind as Api;
use image_console_core::form::Field;
use image_console_core::{ApiError, ErrorKind, Few, format, sorting};
use image_console_platform::AbortHandle;
use image_console_ui::field::SearchBox;
use image_console_ui::{Button, Kind};
use image_console_upstream::oci::paging;
use image_console_upstream::oci_compute::model::Compartment;
use image_console_upstream::oci_compute::requests::{list_compartments, parse_compartments};
use leptos::prelude::*;
use web_sys::Event;

use super::draft::{COMPARTMENTS, Draft};
use crate::pages::connections::desk::Desk;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::client;
use crate::state::connections::{Connected, Connections};
use crate::state::query::Query;

/// One compartment to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    id: String,
    /// Its name after those of its parents.
    path: String,
    /// Its state, where it is not the usual one.
    state: Option<String>,
}

/// The list and what is asked for. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Compartments {
    desk: Desk,
    draft: Draft,
    query: Query<Vec<Row>>,
    typed: RwSignal<String>,
}

impl Compartments {
    /// Not asked yet.
    pub fn new(desk: Desk, draft: Draft) -> Self {
        Self { desk, draft, query: Query::new(), typed: RwSignal::new(String::new()) }
    }

    /// The button, and the list once it is there.
    pub fn view(self) -> AnyView {
        let ask = Callback::new(move |()| self.ask());
        let reason = Signal::derive(move || self.reason());
        let loading = self.query.loading;
        let label = Signal::derive(move || {
            let again = self.query.value.with(Option::is_some);
            if again { "List compartments again" } else { "Choose compartments…" }.to_owned()
        });
        let failed = move || {
            let error = self.query.error.get()?;
            let whose = Whose::Api(Api::Oci);
            let what = "The compartments were not listed; their OCIDs can be typed above";
            Some(view! { <Failure what error whose on_retry=ask /> }.into_any())
        };
        let list = move || self.query.value.get().map(|rows| self.list(rows));
        view! {
            <p class="field">
                <Button label kind=Kind::Quiet busy=loading reason on_press=ask />
            </p>
            <div aria-live="polite">{failed}</div>
            {list}
        }
        .into_any()
    }

    fn reason(self) -> String {
        let connected = self.draft.connected();
        let Some(oci) = connected.connection.oci() else { return String::new() };
        let missing = if oci.endpoints.identity.is_empty() {
            "Fill in the Identity endpoint to list the compartments."
        } else if oci.tenancy.is_empty() {
            "Fill in the tenancy's OCID to list its compartments."
        } else if connected.lacks_credentials() {
            "Choose a key to list the compartments."
        } else {
            ""
        };
        missing.to_owned()
    }

    fn ask(self) {
        let mut connected = untrack(|| self.draft.connected());
        // What comes of it is not how the stored connection answers.
        connected.connection.id = String::new();
        let connections = self.desk.connections;
        self.query.ask(move |abort| all(connections, Arc::new(connected), abort));
    }

    fn list(self, rows: Arc<Vec<Row>>) -> AnyView {
        let all = rows.len();
        let count = {
            let rows = Arc::clone(&rows);
            move || {
                let chosen = self.draft.compartments();
                let known = rows.iter().filter(|row| chosen.contains(&row.id)).count();
                let (known, all) = (format::count(known as u64), format::count(all as u64));
                format!("{known} of {all} compartments chosen")
            }
        };
        let shown = move || {
            let folded = self.typed.with(|typed| typed.trim().to_lowercase());
            let fits = |row: &&Row| row.path.to_lowercase().contains(&folded) || row.id.contains(&folded);
            rows.iter().filter(fits).cloned().collect::<Vec<_>>()
        };
        let found = Memo::new(move |_| shown());
        let none = move || found.with(Vec::is_empty).then(|| view! { <p class="muted">"Nothing found"</p> });
        view! {
            <div class="compartments" role="group" aria-label="Compartments of the tenancy">
                <SearchBox
                    label="Search compartments"
                    value=self.typed
                    on_input=Callback::new(move |typed| self.typed.set(typed))
                />
                <p class="muted" role="status">{count}</p>
                <ul>
                    <For each=move || found.get() key=|row| row.id.clone() children=move |row| self.one(row) />
                </ul>
                {none}
            </div>
        }
        .into_any()
    }

    fn one(self, row: Row) -> AnyView {
        let Row { id, path, state } = row;
        let checked = {
            let id = id.clone();
            move || self.draft.compartments().contains(&id)
        };
        let change = {
            let id = id.clone();
            move |event: Event| self.choose(&id, event_target_checked(&event))
        };
        let state = state.map(|state| view! { <span class="muted">" · " {state}</span> });
        view! {
            <li>
                <label>
                    <input type="checkbox" prop:checked=checked on:change=change />
                    <span>{path} {state} <span class="mono muted">{id}</span></span>
                </label>
            </li>
        }
        .into_any()
    }

    fn choose(self, id: &str, wanted: bool) {
        let mut all = untrack(|| self.draft.compartments());
        all.retain(|other| other != id);
        if wanted {
            all.push(id.to_owned());
        }
        self.draft.member(COMPARTMENTS).set(Field::with(all.join("\n")));
    }
}

/// All pages of the tree, the root before them.
async fn all(
    connections: Connections,
    connected: Arc<Connected>,
    abort: AbortHandle,
) -> Result<Vec<Row>, ApiError> {
    let tenancy = connected.connection.oci().map(|oci| oci.tenancy.clone()).unwrap_or_default();
    let mut found = vec![Compartment::root(&tenancy)];
    let mut request = Some(list_compartments(&tenancy, true));
    while let Some(question) = request {
        let timeout = client::READ_TIMEOUT_MS;
        let answer = client::send(connections, &connected, &question, timeout, &abort).await?;
        if abort.is_aborted() {
            return Err(ApiError::without_answer(ErrorKind::Cancelled, "Cancelled."));
        }
        let page = parse_compartments(&answer)?;
        found.extend(page.iter().filter_map(|compartment| compartment.value().cloned()));
        request = paging::next(&question, &answer);
    }
    Ok(rows(&found))
}

fn rows(all: &[Compartment]) -> Vec<Row> {
    // The root is the first, and stays it.
    let by_id: Few<&Compartment> = all.iter().filter_map(|c| Some((c.id.text()?.to_owned(), c))).collect();
    let row = |compartment: &Compartment| {
        let id = compartment.id.text()?.to_owned();
        let state = compartment.lifecycle_state.text().filter(|state| *state != "ACTIVE");
        Some(Row { path: path(compartment, &by_id), id, state: state.map(str::to_owned) })
    };
    let mut rows: Vec<Row> = all.iter().skip(1).filter_map(row).collect();
    sorting::sort_by(&mut rows, |a, b| a.path.cmp(&b.path));
    all.iter().take(1).filter_map(row).chain(rows).collect()
}

/// The names from below the root down; parents that are hidden are left out.
fn path(compartment: &Compartment, all: &Few<&Compartment>) -> String {
    let name = |c: &Compartment| c.name.text().or(c.id.text()).unwrap_or_default().to_owned();
    let mut path = name(compartment);
    let mut at = compartment;
    // As deep as compartments can be nested, so that a circle ends.
    for _ in 0..8 {
        let parent = at.compartment_id.text().and_then(|id| all.get(id));
        let Some(parent) = parent.filter(|parent| !parent.compartment_id.is_absent()) else { break };
        path = format!("{} / {path}", name(parent));
        at = parent;
    }
    path
}
