//! The bucket: picked from a compartment's, or typed.

use std::sync::Arc;

use image_console_core::config::Kind;
use image_console_core::form::Field;
use image_console_core::format;
use image_console_ui::Picker;
use image_console_ui::field::{CheckboxField, SelectField, TextField};
use leptos::prelude::*;

use super::form::Form;
use super::places::Places;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;

/// `bucketName`, with the compartment that its list is of.
#[component]
pub fn BucketField(
    /// The form.
    form: Form,
    /// What can be picked.
    places: Places,
) -> AnyView {
    let compartment = RwSignal::new(Field::with(places.first()));
    let by_hand = RwSignal::new(false);
    // A namespace that is still being typed is not asked about.
    let namespace = Memo::new(move |old: Option<&String>| {
        let told = places.namespace.value.with(|told| told.as_deref().cloned());
        let typed = form.namespace.with(|field| field.value.trim().to_owned());
        match told {
            Some(told) if told == typed => told,
            Some(_) => old.cloned().unwrap_or_default(),
            None => String::new(),
        }
    });
    let chosen = Memo::new(move |_| compartment.with(|field| field.value.clone()));
    let ask = move || {
        let (namespace, compartment) = (namespace.get_untracked(), chosen.get_untracked());
        if !namespace.is_empty() && !compartment.is_empty() {
            places.ask_buckets(namespace, compartment);
        }
    };
    Effect::new(move |_| {
        chosen.track();
        namespace.track();
        ask();
    });
    let compartments = Signal::derive(move || places.compartments());
    let name = move || {
        let id = chosen.get();
        compartments.with(|all| all.iter().find(|c| c.id == id).map_or(id.clone(), |c| c.label.clone()))
    };
    let failed = Memo::new(move |_| places.buckets.error.get().filter(|_| !places.buckets.loading.get()));
    let unknown =
        Memo::new(move |_| places.namespace.error.with(Option::is_some) && !places.namespace.loading.get());
    let typing = Memo::new(move |_| by_hand.get() || failed.with(Option::is_some) || unknown.get());
    let buckets = Signal::derive(move || places.buckets.value.get().unwrap_or_default());
    let hint = Signal::derive(move || {
        let count = buckets.with(|all| all.len() as u64);
        if places.buckets.loading.get() {
            return "Loading…".to_owned();
        }
        match places.buckets.value.with(Option::is_some) {
            true => format!("{} in {}.", format::plural(count, "bucket"), name()),
            false => String::new(),
        }
    });
    let on_retry = Callback::new(move |()| ask());
    let trouble = move || {
        failed.get().map(|error| {
            let what = format!("The buckets of {} could not be listed; the name can be typed", untrack(name));
            view! { <Failure what error whose=Whose::Api(Kind::Oci) on_retry /> }.into_any()
        })
    };
    let again = Callback::new(move |()| places.ask_compartments());
    let no_compartments = move || {
        places.compartments_error().map(|error| {
            let what = "The compartments could not be listed; those that are known can be chosen";
            view! { <Failure what error whose=Whose::Api(Kind::Oci) on_retry=again /> }.into_any()
        })
    };
    let on_blur = form.on_blur(form.bucket);
    let control = move || {
        if typing.get() {
            view! { <TextField label="bucketName" field=form.bucket hint="The bucket's name." mono=true on_blur /> }
                .into_any()
        } else {
            let options = Signal::derive(move || Arc::new(buckets.with(|all| (**all).clone())));
            view! { <Picker label="bucketName" field=form.bucket options hint empty=hint on_blur /> }
                .into_any()
        }
    };
    let list = move || {
        (!typing.get() || failed.with(Option::is_some)).then(|| {
            view! {
                <SelectField
                    label="Compartment of the bucket"
                    field=compartment
                    options=compartments
                    hint="Only for the list below; it is not sent."
                />
            }
            .into_any()
        })
    };
    view! {
        {no_compartments}
        {trouble}
        {list}
        {control}
        <Show when=move || !failed.with(Option::is_some) && !unknown.get()>
            <CheckboxField label="Type the bucket's name" checked=by_hand />
        </Show>
    }
    .into_any()
}
