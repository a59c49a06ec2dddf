//! What the image itself says beside its operation: the other reading of the same work.

use std::sync::Arc;

use image_console_core::time::{Timestamp, duration};
use image_console_ui::Fact;
use leptos::prelude::*;
use serde_json::Value;

use super::Record;
use crate::pages::activity::job::read;
use crate::state::connections::use_connections;
use crate::state::image::{LoadedOci, get_oci_image};
use crate::state::images::use_images;
use crate::state::query::Query;

/// `lifecycleState` of an image of Oracle Cloud, as the table knows it; where the table does not, it
/// is asked for with each new state of the operation. Nothing for other operations.
pub fn fact(record: Record, now: Signal<Timestamp>) -> AnyView {
    let (connections, images) = (use_connections(), use_images());
    let of_oci = untrack(|| read(record, |o| o.upstream.starts_with("oci-")));
    if !of_oci {
        return ().into_any();
    }
    // The image, and each change of the operation that may be one of the image too. A question that
    // fails is a reason as well: then the image is all that can be seen.
    let image = Memo::new(move |_| {
        read(record, |o| {
            let id = o.resource.id.clone()?;
            Some((
                o.resource.connection.clone(),
                id,
                o.state().to_owned(),
                o.status.is_ended(),
                o.polls.errors,
            ))
        })
    });
    let row = Memo::new(move |_| {
        let (connection, id, ..) = image.get()?;
        images.with(|catalogue| catalogue.find_image(&connection, &id)?.state().value().map(str::to_owned))
    });
    let query = Query::<LoadedOci>::new();
    Effect::new(move |_| {
        let Some((connection, id, ..)) = image.get() else { return };
        let Some(connected) = connections.peek(&connection).filter(|_| row.with(Option::is_none)) else {
            return;
        };
        query.ask(
            move |abort| async move { get_oci_image(connections, images, &connected, &id, &abort).await },
        );
    });
    let text = move || {
        let asked = query.value.with(|loaded| loaded.as_ref().and_then(state));
        match (row.get(), asked, query.at.get(), query.error.with(Option::is_some)) {
            (Some(state), ..) => state,
            (None, Some(state), Some(at), _) => {
                format!("{state}, read {} ago", duration(now.get().since(at)))
            }
            (_, _, _, true) => "could not be read".to_owned(),
            _ => "being read".to_owned(),
        }
    };
    view! { <Fact name="lifecycleState">{text}</Fact> }.into_any()
}

fn state(loaded: &Arc<LoadedOci>) -> Option<String> {
    loaded.raw.get("lifecycleState").and_then(Value::as_str).map(str::to_owned)
}
