//! The two fields of an import: from where, and which image.

use image_console_core::format;
use image_console_ui::field::TextField;
use image_console_ui::{Notice, Picker, Tone};
use leptos::prelude::*;

use super::form::Form;
use crate::pages::failure::Failure;
use crate::pages::image_actions::shared::ChoiceField;
use crate::state::connections::use_connections;

/// `datacenter`: a choice among those the target lists, or its name where it lists none.
#[component]
pub fn DatacenterField(
    /// The form.
    form: Form,
) -> AnyView {
    let connections = use_connections();
    let target = form.images.target;
    let query = Memo::new(move |_| target.with(|target| !target.is_empty()));
    let failed = Memo::new(move |_| {
        let query = target.with(|target| form.places.query(target))?;
        query.error.get().filter(|_| !query.loading.get())
    });
    let listed = Memo::new(move |_| form.told().is_some_and(|told| !told.list.endpoints.is_empty()));
    let told = Memo::new(move |_| form.told().is_some());
    let options = Signal::derive(move || target.with(|target| form.places.sources(target)));
    let hint = Signal::derive(move || {
        let (name, _) = form.values();
        match form.images.source.get() {
            _ if name.is_empty() => "Where the image is now.".to_owned(),
            Some(id) => {
                format!("The images listed below are those of the connection {}.", connections.name(&id))
            }
            None if form.places.asking() => format!("Looking for a connection that is in {name}…"),
            None => {
                format!("No connection of this console is known to be in {name}: enter the image's UUID.")
            }
        }
    });
    let retry = Callback::new(move |()| form.places.again(&target.get_untracked()));
    let notice = move || {
        if let Some(error) = failed.get() {
            let what = format!("{} did not list its datacenters", connections.name(&target.get_untracked()));
            return view! { <Failure what error on_retry=retry /> }.into_any();
        }
        let why = form.not_possible().get();
        if !why.is_empty() {
            return view! { <Notice what="This connection cannot import images" why tone=Tone::Warn /> }
                .into_any();
        }
        let hidden = form.told().is_some_and(|told| told.imports.is_none());
        let hidden = hidden.then(|| {
            view! {
                <p class="field muted">
                    "The answer did not show Triton-Datacenter-Name. Either the CORS proxy hides that header, or this CloudAPI is older than 9.2.0 and cannot import. The server decides."
                </p>
            }
        });
        hidden.into_any()
    };
    let control = move || {
        if listed.get() {
            view! { <ChoiceField label="datacenter" field=form.datacenter options hint /> }.into_any()
        } else if told.get() || failed.with(Option::is_some) {
            view! {
                <TextField
                    label="datacenter"
                    field=form.datacenter
                    hint="The name of the datacenter where the image is now, as ListDatacenters spells it."
                />
            }
            .into_any()
        } else {
            let text =
                if query.get() { "Asking for the datacenters…" } else { "Choose a connection first." };
            view! { <p class="field muted" role="status">{text}</p> }.into_any()
        }
    };
    view! {
        {notice}
        {control}
    }
    .into_any()
}

/// `id`: a choice among the images of the source where it is a connection, else a UUID.
#[component]
pub fn ImageField(
    /// The form.
    form: Form,
) -> AnyView {
    let connections = use_connections();
    let images = form.images;
    let on_blur = form.on_id_blur();
    let failed = Memo::new(move |_| images.error());
    let choices = Memo::new(move |_| images.choices());
    let some = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    let known = Memo::new(move |_| images.source.with(Option::is_some));
    let pick = Memo::new(move |_| known.get() && (some.get() || failed.with(Option::is_none)));
    let by_hand = Memo::new(move |_| !known.get() || failed.with(Option::is_some));
    let empty = Signal::derive(move || match (images.loading(), images.received()) {
        (true, 0) => "Loading…".to_owned(),
        (true, received) => format!("Loading, {} so far…", format::plural(received, "image")),
        (false, _) => "There is no image".to_owned(),
    });
    let hint = Signal::derive(move || {
        let (able, all) = choices.with(|choices| {
            let able = choices.iter().filter(|choice| choice.reason.is_none()).count();
            (able as u64, choices.len() as u64)
        });
        if all == 0 {
            return empty.get();
        }
        format!("{} of {} can be imported.", format::count(able), format::plural(all, "image"))
    });
    let retry = Callback::new(move |()| images.again());
    let notice = move || {
        failed.get().map(|error| {
            let name = connections.name(&images.source.get_untracked().unwrap_or_default());
            view! { <Failure what=format!("{name} did not list all its images") error on_retry=retry /> }
                .into_any()
        })
    };
    let picker = move || {
        pick.get().then(|| {
            view! { <Picker label="id" field=form.id options=choices hint empty on_blur /> }.into_any()
        })
    };
    let typed = move || {
        by_hand.get().then(|| {
            view! {
                <TextField label="id" field=form.id mono=true hint="The UUID of the image. An import keeps it." on_blur />
            }
            .into_any()
        })
    };
    view! {
        {notice}
        {picker}
        {typed}
    }
    .into_any()
}
