//! The lists that could not be read. The rows of the others stay, and their own old ones.

use image_console_catalogue::Catalogue;
use image_console_catalogue::catalogue::Activity;
use image_console_core::{ApiError, format};
use leptos::prelude::*;

use super::apis;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::accounts::{Accounts, use_accounts};
use crate::state::connections::use_connections;
use crate::state::images::{list, use_images};

/// Lists of one connection that failed in the same way: one cause, so one notice.
#[derive(Clone, PartialEq)]
struct Trouble {
    connection: String,
    parts: Vec<String>,
    /// How many lists the connection has.
    of: usize,
    error: ApiError,
    received: u64,
    kept: u64,
}

/// One notice for each.
pub fn notices() -> impl Fn() -> AnyView + Send {
    let images = use_images();
    let connections = use_connections();
    let accounts = use_accounts();
    let troubles = Memo::new(move |_| images.with(troubles));
    move || {
        let notice = |trouble: Trouble| {
            let name = connections.name(&trouble.connection);
            let what = what(&trouble, &name, accounts);
            let service = trouble.parts.first().map(|part| list::service(part)).unwrap_or_default();
            let Trouble { connection, parts, error, .. } = trouble;
            let on_retry = Callback::new(move |()| {
                for part in &parts {
                    images.reload_part(&connection, part);
                }
            });
            view! { <Failure what error whose=Whose::Api(apis::kind(service)) on_retry /> }.into_any()
        };
        troubles.get().into_iter().map(notice).collect::<Vec<_>>().into_any()
    }
}

fn troubles(catalogue: &Catalogue) -> Vec<Trouble> {
    let mut all: Vec<Trouble> = Vec::new();
    for source in catalogue.sources() {
        let Activity::Failed { error, received } = source.activity() else { continue };
        let (connection, kept) = (source.connection(), source.len() as u64);
        let part = source.part().to_owned();
        let same = |t: &&mut Trouble| t.connection == connection && is_same(&t.error, error);
        match all.iter_mut().find(same) {
            Some(known) => {
                known.parts.push(part);
                known.received += received;
                known.kept += kept;
            }
            None => all.push(Trouble {
                connection: connection.to_owned(),
                parts: vec![part],
                of: catalogue.parts(connection).count(),
                error: error.clone(),
                received,
                kept,
            }),
        }
    }
    all
}

/// Whether two failures say the same; where they were met and under which id they were logged differs
/// for each.
fn is_same(a: &ApiError, b: &ApiError) -> bool {
    (&a.kind, a.status, &a.code, &a.message) == (&b.kind, b.status, &b.code, &b.message)
}

fn what(trouble: &Trouble, name: &str, accounts: Accounts) -> String {
    let list = |part: &String| {
        let id = list::compartment(part);
        let compartment = accounts.compartment(&trouble.connection, id).unwrap_or_else(|| id.to_owned());
        format!("{} in {compartment}", list::service(part).word())
    };
    let lists = || trouble.parts.iter().map(list).collect::<Vec<_>>().join(", ");
    let mut what = match (trouble.of, trouble.parts.len()) {
        (1, _) => format!("{name}: the images could not be listed"),
        (all, failed) if all == failed => format!("{name}: none of its {all} lists could be read"),
        (_, 1) => format!("{name}, {}: the images could not be listed", lists()),
        (all, failed) => format!("{name}: {failed} of {all} lists could not be read: {}", lists()),
    };
    if trouble.received > 0 {
        what.push_str(&format!(" to the end, {} arrived", format::count(trouble.received)));
    } else if trouble.kept > 0 {
        what.push_str(&format!("; {} from before stay", format::plural(trouble.kept, "row")));
    }
    what
}
