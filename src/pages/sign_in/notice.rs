//! Word that nobody is signed in, with the way in.

use image_console_core::{ApiError, ErrorKind};
use image_console_ui::{Button, Kind, Notice, Tone};
use leptos::prelude::*;

use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::connections::{Connections, use_connections};
use image_console_core::config::Authentication;

/// Whether somebody has to sign in before the connection can be asked, with subscription.
pub fn needed(connections: Connections, connection: &str) -> bool {
    connections.get(connection).is_some_and(|connected| {
        connected.connection.authentication == Authentication::Token && connected.signed_in.is_none()
    })
}

/// The button that opens the entry over whatever is there.
pub fn sign_in_button(connections: Connections, connection: &str) -> AnyView {
    let id = StoredValue::new(connection.to_owned());
    let press = Callback::new(move |()| connections.signing_in.set(Some(id.get_value())));
    view! { <Button label="Sign in…" kind=Kind::Primary on_press=press /> }.into_any()
}

/// A failed call; where all it took was a sign-in, that, with the way in. What the page shows beside it
/// stays, and it asks again by itself once somebody is signed in.
pub fn failure_or_sign_in(
    connection: &str,
    what: String,
    error: ApiError,
    whose: Whose,
    on_retry: Option<Callback<()>>,
) -> AnyView {
    let connections = use_connections();
    let lacking = error.kind == ErrorKind::NotSigned || error.status == Some(401);
    if !lacking || !needed(connections, connection) {
        return match on_retry {
            Some(on_retry) => view! { <Failure what error whose on_retry /> }.into_any(),
            None => view! { <Failure what error whose /> }.into_any(),
        };
    }
    let name = connections.name(connection);
    let why = if error.kind == ErrorKind::NotSigned {
        "Nobody is signed in on this connection, so nothing was sent."
    } else {
        "The token is not accepted any more: it has ended, or was withdrawn."
    };
    let button = sign_in_button(connections, connection);
    view! {
        <Notice
            what=format!("Sign in on {name} to go on")
            why
            next="What waits for it goes on by itself then; nothing is lost."
            tone=Tone::Warn
        >
            <p class="sign-in">{button}</p>
        </Notice>
    }
    .into_any()
}
