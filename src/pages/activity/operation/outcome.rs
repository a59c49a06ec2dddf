//! Why it failed, why nobody knows, what went wrong on the way: what to read first.

use image_console_core::ApiError;
use image_console_core::config::Kind;
use image_console_core::route::Route;
use image_console_core::time::Timestamp;
use image_console_operation::{Operation, Status};
use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::Record;
use crate::pages::activity::job::read;
use crate::pages::activity::resource::page_of;
use crate::pages::activity::summary::{last_miss, sent_again};
use crate::pages::activity::words::{explain_error, title};
use crate::pages::sign_in::{needed, sign_in_button};
use crate::state::connections::{Connections, use_connections};
use crate::state::navigation::href;

/// What a notice says.
#[derive(Clone, Default, PartialEq)]
struct Said {
    what: String,
    why: String,
    next: String,
    tone: Tone,
    details: Vec<(String, String)>,
    /// The page to look at.
    link: Option<(String, String)>,
    /// The connection that somebody has to sign in on.
    sign_in: Option<String>,
}

/// The notices of an operation; none while all is well.
pub fn notices(record: Record, now: Signal<Timestamp>) -> AnyView {
    let connections = use_connections();
    let said = Memo::new(move |_| {
        read(record, |operation| {
            // What the user can do comes before what went wrong.
            let mut said: Vec<_> = waiting(connections, operation).into_iter().collect();
            said.extend(say(operation));
            said
        })
    });
    let notices = move || said.get().into_iter().map(notice).collect_view();
    view! {
        {notices}
        {again(record, now)}
    }
    .into_any()
}

/// A request that could not be taken up is sent again by itself: why, and when.
fn again(record: Record, now: Signal<Timestamp>) -> AnyView {
    let why = Memo::new(move |_| {
        read(record, |o| {
            let waits = o.status == Status::Submitting && o.polls.due.is_some();
            waits.then(|| last_miss(o)).filter(|miss| !miss.is_empty())
        })
    });
    let when = Signal::derive(move || read(record, |o| sent_again(o, now.get()).unwrap_or_default()));
    let shown = move || {
        why.get().map(|why| {
            view! {
                <Notice what="The service cannot take it up at the moment" why tone=Tone::Warn>
                    <p>{when}</p>
                </Notice>
            }
            .into_any()
        })
    };
    shown.into_any()
}

fn notice(said: Said) -> AnyView {
    let Said { what, why, next, tone, details, link, sign_in } = said;
    let button = sign_in.map(|id| sign_in_button(use_connections(), &id));
    let button = button.map(|button| view! { <p class="sign-in">{button}</p> });
    let link = link.map(|(address, name)| view! { <p><a href=address>{name}</a></p> });
    view! { <Notice what why next tone details>{button} {link}</Notice> }.into_any()
}

fn say(operation: &Operation) -> Vec<Said> {
    let mut said = Vec::new();
    if let Status::Unknown { why, look_at } = &operation.status {
        let name = format!("Show {}", operation.resource.name);
        said.push(Said {
            what: "How this ended is not known".to_owned(),
            why: format!("{why}."),
            next: format!("Look at {look_at}."),
            tone: Tone::Warn,
            link: page_of(operation).map(|address| (address, name)),
            ..Said::default()
        });
    }
    if let Some(error) = &operation.error {
        said.push(of_error(operation, &ApiError::from(error)));
    }
    said.extend(operation.warnings.iter().map(|warning| Said {
        what: "Warning".to_owned(),
        why: warning.clone(),
        tone: Tone::Warn,
        ..Said::default()
    }));
    said
}

/// Nobody asks about an operation whose connection cannot be used here; it waits instead.
fn waiting(connections: Connections, operation: &Operation) -> Option<Said> {
    if operation.status.is_ended() {
        return None;
    }
    let why = match connections.get(&operation.connection) {
        None => format!("The connection {} is not set up in this browser.", operation.connection),
        Some(_) if needed(connections, &operation.connection) => {
            let name = connections.name(&operation.connection);
            return Some(Said {
                what: "Nobody is asking how this is doing".to_owned(),
                why: format!("Nobody is signed in on {name}, or its token is not accepted any more."),
                next: "Sign in; following goes on from there.".to_owned(),
                tone: Tone::Warn,
                sign_in: Some(operation.connection.clone()),
                ..Said::default()
            });
        }
        Some(connected) if connected.lacks_credentials() => {
            let what = match connected.connection.kind() {
                Kind::Oci => "neither a key nor a session token is given",
                _ => "no key is chosen",
            };
            format!("{} signs in the browser, and {what} for it here.", connected.connection.name)
        }
        Some(connected) if connected.session.is_some() && refused(operation) => {
            format!("{} does not accept its session token any more.", connected.connection.name)
        }
        Some(_) => return None,
    };
    Some(Said {
        what: "Nobody is asking how this is doing".to_owned(),
        why,
        next: "Give the connection what it needs to sign; following goes on from there.".to_owned(),
        tone: Tone::Warn,
        link: Some((href(&Route::Connections { edit: None }), "Connections".to_owned())),
        ..Said::default()
    })
}

/// Whether the last question was refused because of the credentials.
fn refused(operation: &Operation) -> bool {
    operation.error.as_ref().is_some_and(|error| error.status == Some(401))
}

fn of_error(operation: &Operation, error: &ApiError) -> Said {
    let explanation = explain_error(operation, error);
    let (what, tone) = match operation.status {
        Status::Failed => (format!("{} failed", title(operation)), Tone::Bad),
        Status::Unknown { .. } => ("The last thing that went wrong".to_owned(), Tone::Warn),
        _ => ("The last answer was an error; the work itself may go on".to_owned(), Tone::Warn),
    };
    let mut details = error_details(error);
    details.extend(error.fields.iter().map(|f| {
        let parts = [f.code.as_deref(), f.message.as_deref()];
        (f.field.clone(), parts.into_iter().flatten().collect::<Vec<_>>().join(": "))
    }));
    Said { what, why: explanation.why, next: explanation.next, tone, details, link: None, sign_in: None }
}
