//! What the pickers offer: the namespace, the compartments, the buckets of one. All of it is help:
//! where it cannot be had, typing still works.

use std::sync::Arc;

use image_console_core::{ApiError, Request, Response};
use image_console_platform::AbortHandle;
use image_console_ui::Choice;
use image_console_upstream::decode::Lenient;
use image_console_upstream::oci::paging;
use image_console_upstream::oci_compute::requests;
use leptos::prelude::*;

use crate::pages::image_actions::oci::subject::{Subject, text};
use crate::state::client;
use crate::state::connections::{Connected, Connections, use_connections};
use crate::state::query::Query;

/// The places of one connection. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Places {
    connections: Connections,
    connected: StoredValue<Arc<Connected>>,
    /// Compartments that are known without asking.
    known: StoredValue<Vec<String>>,
    /// GetNamespace.
    pub namespace: Query<String>,
    /// ListCompartments of the tenancy.
    compartments: Query<Vec<Choice>>,
    /// ListBuckets of the compartment that was asked about last.
    pub buckets: Query<Vec<Choice>>,
}

impl Places {
    /// Asks for the namespace and the compartments.
    #[must_use]
    pub fn new(subject: &Subject) -> Self {
        let mut known = subject.oci().compartments;
        if let Some(own) = subject.loaded.with_untracked(|loaded| text(loaded, "compartmentId")) {
            known.retain(|id| *id != own);
            known.insert(0, own);
        }
        let places = Self {
            connections: use_connections(),
            connected: StoredValue::new(Arc::clone(&subject.connected)),
            known: StoredValue::new(known),
            namespace: Query::new(),
            compartments: Query::new(),
            buckets: Query::new(),
        };
        places.ask_namespace();
        places.ask_compartments();
        places
    }

    /// GetNamespace.
    pub fn ask_namespace(self) {
        self.namespace.ask(move |abort| async move {
            let request = requests::get_namespace();
            let answer = self.send(&request, &abort).await?;
            requests::parse_namespace(&answer).map_err(|error| at(error, &request))
        });
    }

    /// ListCompartments, where the tenancy is known.
    pub fn ask_compartments(self) {
        let tenancy = self.connected.with_value(|c| c.connection.oci().map(|oci| oci.tenancy.clone()));
        let Some(tenancy) = tenancy.filter(|tenancy| !tenancy.is_empty()) else { return };
        self.compartments.ask(move |abort| async move {
            // The root is in no list.
            let mut all = vec![Choice::new(&tenancy, "root compartment")];
            let mut request = Some(requests::list_compartments(&tenancy, true));
            while let Some(asked) = request {
                let answer = self.send(&asked, &abort).await?;
                let page = requests::parse_compartments(&answer).map_err(|error| at(error, &asked))?;
                all.extend(page.iter().filter_map(Lenient::value).filter_map(|compartment| {
                    let id = compartment.id.text()?;
                    let name = compartment.name.text().unwrap_or(id);
                    let state = compartment.lifecycle_state.text().filter(|state| *state != "ACTIVE");
                    Some(Choice::new(id, name).detail(state.unwrap_or_default()))
                }));
                request = paging::next(&asked, &answer);
            }
            Ok(all)
        });
    }

    /// ListBuckets of a compartment; those of the one before go.
    pub fn ask_buckets(self, namespace: String, compartment: String) {
        self.buckets.clear();
        self.buckets.ask(move |abort| async move {
            let mut all = Vec::new();
            let mut request = Some(requests::list_buckets(&namespace, &compartment));
            while let Some(asked) = request {
                let answer = self.send(&asked, &abort).await?;
                let page = requests::parse_buckets(&answer).map_err(|error| at(error, &asked))?;
                let named = page.iter().filter_map(Lenient::value).filter_map(|bucket| bucket.name.text());
                all.extend(named.map(|name| Choice::new(name, name)));
                request = paging::next(&asked, &answer);
            }
            Ok(all)
        });
    }

    /// The compartments to choose from, with subscription: those that are listed, after them those
    /// that are only known by their id.
    #[must_use]
    pub fn compartments(self) -> Vec<Choice> {
        let mut all = self.compartments.value.with(|list| list.as_deref().cloned()).unwrap_or_default();
        self.known.with_value(|known| {
            for id in known {
                if all.iter().all(|choice| choice.id != *id) {
                    all.push(Choice::new(id, id));
                }
            }
        });
        all
    }

    /// The compartment to begin with.
    #[must_use]
    pub fn first(self) -> String {
        self.known.with_value(|known| known.first().cloned()).unwrap_or_default()
    }

    /// Why the compartments could not be listed, with subscription.
    #[must_use]
    pub fn compartments_error(self) -> Option<ApiError> {
        self.compartments.error.get()
    }

    async fn send(self, request: &Request, abort: &AbortHandle) -> Result<Response, ApiError> {
        let gone = || ApiError::without_answer(image_console_core::ErrorKind::Cancelled, "");
        let connected = self.connected.try_get_value().ok_or_else(gone)?;
        client::send(self.connections, &connected, request, client::READ_TIMEOUT_MS, abort).await
    }
}

fn at(error: ApiError, request: &Request) -> ApiError {
    error.at(format!("{} {}", request.method, request.target))
}
