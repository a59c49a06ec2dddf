//! Opening an upload by its number: it goes to the address, and nothing is asked before.

use image_console_core::config::Kind;
use image_console_core::form::Field;
use image_console_core::route::Route;
use image_console_ui::el::el;
use image_console_ui::{Button, Choice};
use image_console_ui::{
    dom,
    field::{SelectField, TextField},
};
use image_console_upstream::oracle_marketplace::requests;
use leptos::prelude::*;
use web_sys::Event;

use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;

/// The form: the number, and the connection where there are several.
pub fn form() -> AnyView {
    let (connections, navigation) = (use_connections(), use_navigation());
    let options = Memo::new(move |_| {
        connections.list.with(|list| {
            let of_the_api = list.iter().filter(|c| c.connection.kind() == Kind::Marketplace);
            of_the_api.map(|c| Choice::new(&c.connection.id, &c.connection.name)).collect::<Vec<_>>()
        })
    });
    let number = RwSignal::new(Field::default());
    let first = options.with_untracked(|all| all.first().map(|choice| choice.id.clone()));
    let connection = RwSignal::new(Field::with(first.unwrap_or_default()));
    let open = move || {
        let mut id = None;
        number.update(|field| match requests::upload_request_id(&field.value) {
            Ok(number) => id = Some(number),
            Err(why) => field.error = Some(why),
        });
        match id {
            Some(id) => {
                let connection = connection.with_untracked(|field| field.value.clone());
                navigation.go(Route::Upload { connection, id });
            }
            None => request_animation_frame(|| {
                dom::focus_first_invalid();
            }),
        }
    };
    let submit = move |event: Event| {
        event.prevent_default();
        open();
    };
    let several = Memo::new(move |_| options.with(|all| all.len() > 1));
    let where_to = move || view! { <SelectField label="Connection" field=connection options /> }.into_any();
    el("form")
        .class("open-by-id")
        .attr("aria-label", "Open an upload by its number")
        .attr("novalidate", "")
        .on("submit", submit)
        .view(view! { <TextField label="uploadRequestId" field=number mono=true /> }.into_any())
        .when(move || several.get(), where_to)
        .view(view! { <Button label="Open" submit=true /> }.into_any())
        .into_any()
}
