//! What the compartments of an Oracle Cloud tenancy are called.

use std::pin::Pin;
use std::sync::Arc;

use image_console_core::{Few, Service};
use image_console_platform::AbortHandle;
use image_console_upstream::oci::paging;
use image_console_upstream::oci_compute::model::Compartment;
use image_console_upstream::oci_compute::requests::{list_compartments, parse_compartments};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Accounts;
use crate::state::client;
use crate::state::connections::Connected;
use crate::state::parts::{enter, entry};

/// Reads all names.
type Names = fn(Accounts, Arc<Connected>) -> Pin<Box<dyn Future<Output = Few<String>>>>;

entry!(oci, names, Names, |accounts, connected| Box::pin(read(accounts, connected)));

impl Accounts {
    /// The name of a compartment, with subscription; asks for all names when nobody has. Nothing where
    /// the connection has no way to Identity, or the caller may not see it.
    #[must_use]
    pub fn compartment(self, connection: &str, id: &str) -> Option<String> {
        if let Some(names) = self.compartments.with(|known| known.get(connection).cloned()) {
            return names.get(id).cloned();
        }
        let leads_there = |c: &Arc<Connected>| c.connection.root(Service::Identity).is_some();
        if let Some(connected) = self.connections.peek(connection).filter(leads_there) {
            let _ = self.compartments.try_update_untracked(|k| k.insert(connection.to_owned(), Few::new()));
            let connection = connection.to_owned();
            spawn_local(async move {
                let Ok(read) = enter!(names).await else { return };
                let names = read(self, connected).await;
                let _ = self.compartments.try_update(|known| known.insert(connection, names));
            });
        }
        None
    }
}

/// What was read before something went wrong is better than nothing.
async fn read(accounts: Accounts, connected: Arc<Connected>) -> Few<String> {
    let mut names = Few::new();
    let Some(oci) = connected.connection.oci() else { return names };
    let root = Compartment::root(&oci.tenancy);
    names.insert(oci.tenancy.clone(), root.name.text().unwrap_or_default().to_owned());
    let mut next = Some(list_compartments(&oci.tenancy, true)).filter(|_| !oci.tenancy.is_empty());
    while let Some(request) = next {
        let (abort, timeout) = (AbortHandle::new(), client::READ_TIMEOUT_MS);
        let answer = client::send(accounts.connections, &connected, &request, timeout, &abort).await;
        let Ok(answer) = answer else { break };
        let Ok(page) = parse_compartments(&answer) else { break };
        for compartment in page.iter().filter_map(|c| c.value()) {
            if let (Some(id), Some(name)) = (compartment.id.text(), compartment.name.text()) {
                names.insert(id.to_owned(), name.to_owned());
            }
        }
        next = paging::next(&request, &answer);
    }
    names
}
