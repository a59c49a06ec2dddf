//! ListMachines of one connection, page by page, reduced to what the dialog shows.

use std::sync::Arc;

use image_console_core::{ApiError, format};
use image_console_ui::Choice;
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::Caller;
use image_console_upstream::triton_cloudapi::model::Machine;
use image_console_upstream::triton_cloudapi::requests::{self, MACHINES_PER_PAGE};
use image_console_upstream::triton_cloudapi::rules::{self, Action, Facts, MachineFacts};
use leptos::prelude::*;

use crate::state::client;
use crate::state::connections::Connections;
use crate::state::query::Query;

/// A machine as the dialog shows it; texts as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// UUID; empty when none was sent.
    pub id: String,
    /// The name its owner gave it.
    pub name: String,
    /// The API's word.
    pub state: String,
    /// The API's word.
    pub brand: String,
    /// The image it was made from.
    pub image: String,
    /// With its unit.
    pub memory: String,
    /// Why no image can be made from it.
    pub reason: Option<String>,
}

impl Listed {
    fn of(machine: &Lenient<Machine>) -> Self {
        let Lenient::Value(machine) = machine else {
            let name = machine.wrong().unwrap_or("null").to_owned();
            let reason = Some("This entry of the list is not a machine.".to_owned());
            return Self { name, reason, ..Self::default() };
        };
        let text = |field: &Lenient<String>| field.shown(Clone::clone).unwrap_or_default();
        let facts = MachineFacts::from(machine);
        let facts = Facts { machine: Some(&facts), ..Facts::default() };
        let unnamed = machine.id.text().is_none().then(|| "The server sent no id for it.".to_owned());
        let verdict = rules::check(Action::CreateImageFromMachine, &facts);
        Self {
            id: machine.id.text().unwrap_or_default().to_owned(),
            name: text(&machine.name),
            state: text(&machine.state),
            brand: text(&machine.brand),
            image: text(&machine.image),
            memory: machine.memory.shown(|n| format::mebibytes(*n)).unwrap_or_default(),
            reason: unnamed.or_else(|| verdict.reason().map(str::to_owned)),
        }
    }

    /// The name, or the id of one that has none.
    #[must_use]
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.id } else { &self.name }
    }

    fn choice(&self) -> Choice {
        let parts = [&self.state, &self.brand, &self.memory];
        let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).map(String::as_str).collect();
        let choice = Choice::new(&self.id, self.label()).detail(parts.join(" · "));
        Choice { reason: self.reason.clone(), ..choice }
    }
}

/// The machines of the chosen connection. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Machines {
    connections: Connections,
    list: RwSignal<Arc<Vec<Listed>>>,
    query: Query<()>,
}

impl Machines {
    /// Nothing was asked yet.
    #[must_use]
    pub fn new(connections: Connections) -> Self {
        Self { connections, list: RwSignal::new(Arc::default()), query: Query::new() }
    }

    /// Asks for the machines of another connection; those of the one before go.
    pub fn ask(self, connection: &str) {
        self.query.clear();
        self.query.loading.set(false);
        self.list.set(Arc::default());
        self.again(connection);
    }

    /// Asks once more; the old ones stay until the new ones are there.
    pub fn again(self, connection: &str) {
        let Some(connected) = self.connections.peek(connection) else { return };
        self.query.ask(move |abort| async move {
            let caller = Caller::from(&connected.connection);
            let (mut all, mut offset) = (Vec::new(), 0);
            loop {
                let request = requests::list_machines(&caller, MACHINES_PER_PAGE, offset);
                let address = format!("{} {}", request.method, request.target);
                let wait = client::READ_TIMEOUT_MS;
                let answer = client::send(self.connections, &connected, &request, wait, &abort).await?;
                let page = requests::parse_machines(&answer, MACHINES_PER_PAGE, offset);
                let page = page.map_err(|error| error.at(address))?;
                all.extend(page.machines.iter().map(Listed::of));
                let _ = self.list.try_set(Arc::new(all.clone()));
                match page.next {
                    Some(next) => offset = next,
                    None => return Ok(()),
                }
            }
        });
    }

    /// Whether more are on their way.
    #[must_use]
    pub fn loading(self) -> bool {
        self.query.loading.get()
    }

    /// Why the list is not complete.
    #[must_use]
    pub fn error(self) -> Option<ApiError> {
        self.query.error.get().filter(|_| !self.loading())
    }

    /// How many there are, and how many an image can be made from.
    #[must_use]
    pub fn counts(self) -> (u64, u64) {
        self.list.with(|list| {
            let able = list.iter().filter(|machine| machine.reason.is_none()).count();
            (list.len() as u64, able as u64)
        })
    }

    /// One of them, with subscription.
    #[must_use]
    pub fn find(self, id: &str) -> Option<Listed> {
        self.list.with(|list| list.iter().find(|machine| !id.is_empty() && machine.id == id).cloned())
    }

    /// All of them to choose from: those that can be captured first, each group by name.
    #[must_use]
    pub fn choices(self) -> Arc<Vec<Choice>> {
        self.list.with(|list| {
            let mut choices: Vec<Choice> = list.iter().map(Listed::choice).collect();
            choices.sort_by(|a, b| (a.reason.is_some(), &a.label).cmp(&(b.reason.is_some(), &b.label)));
            Arc::new(choices)
        })
    }
}
