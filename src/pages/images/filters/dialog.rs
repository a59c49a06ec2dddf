//! The dialog in which filters are set: a group for each API that a connection speaks.

use image_console_core::form::Field;
use image_console_core::route::{ALL_FILTERS, ImagesView, Route, filter_name};
use image_console_core::{FieldError, Service};
use image_console_ui::el::el;
use image_console_ui::{Button, Dialog, Kind, dom};
use image_console_upstream::oci::filter::Filter;
use image_console_upstream::triton_cloudapi::ImageFilter;
use image_console_upstream::{oci_artifacts, oci_compute};
use leptos::prelude::*;

use super::fields::{artifacts, compute, triton};
use crate::pages::images::apis;
use crate::pages::images::view::Shown;
use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;

/// The fields of all groups, by the filters' names in addresses.
pub type Fields = Vec<(&'static str, RwSignal<Field>)>;

/// The dialog in which they are set.
#[component]
pub fn FilterDialog(shown: Shown, on_close: Callback<()>) -> AnyView {
    let (navigation, connections) = (use_navigation(), use_connections());
    let view = shown.view.get_untracked();
    let asked = untrack(|| apis::asked(connections));
    // A filter of the address that no connection understands can be taken back here too.
    let groups: Vec<(Service, &[&'static str])> = ALL_FILTERS
        .into_iter()
        .filter(|(service, names)| {
            asked.iter().any(|(s, _)| s == service) || names.iter().any(|name| view.filter(name).is_some())
        })
        .collect();
    let fields: Fields = groups
        .iter()
        .flat_map(|(_, names)| names.iter())
        .map(|name| (*name, RwSignal::new(Field::with(view.filter(name).unwrap_or_default()))))
        .collect();

    let only_triton = groups.iter().all(|(service, _)| *service == Service::Api);
    let body: Vec<AnyView> = groups
        .iter()
        .map(|(service, _)| {
            let inputs = match service {
                Service::Compute => compute(&fields),
                Service::Artifacts => artifacts(&fields),
                _ => triton(&fields),
            };
            if only_triton {
                return inputs;
            }
            let names = asked.iter().find(|(s, _)| s == service).map(|(_, names)| names.join(", "));
            let legend = format!("{} of {}", apis::call(*service), apis::name(*service));
            let to = match names {
                Some(names) => format!("Sent to {names}."),
                None => "No connection speaks this API, so these are sent nowhere.".to_owned(),
            };
            el("fieldset")
                .class("filter-group")
                .child(el("legend").text(&legend))
                .child(el("p").class("muted").text(&to))
                .view(inputs)
                .into_any()
        })
        .collect();

    let fields = StoredValue::new(fields);
    let apply = Callback::new(move |()| {
        let given: Vec<(&str, String)> =
            fields.with_value(|f| f.iter().map(|(n, field)| (*n, field.get_untracked().value)).collect());
        let errors = errors(&given);
        if errors.is_empty() {
            let mut view = ImagesView { action: None, ..shown.view.get_untracked() };
            for (name, value) in &given {
                view.set_filter(name, value.trim());
            }
            on_close.run(());
            navigation.go(Route::Images(view));
            return;
        }
        fields.with_value(|fields| {
            for (name, field) in fields {
                let error = errors.iter().find(|e| e.field == *name).and_then(|e| e.message.clone());
                field.update(|f| f.error = error);
            }
        });
        request_animation_frame(|| {
            dom::focus_first_invalid();
        });
    });
    let clear = Callback::new(move |()| {
        fields.with_value(|fields| fields.iter().for_each(|(_, field)| field.set(Field::default())));
    });
    let footer = move || {
        view! {
            {el("span").class("push").view(view! { <Button label="Clear" kind=Kind::Quiet on_press=clear /> }.into_any())}
            <Button label="Cancel" on_press=on_close />
            <Button label="Apply" kind=Kind::Primary submit=true />
        }
        .into_any()
    };
    let lede = if only_triton {
        "Sent with ListImages to every connection. What is left empty is not sent."
    } else {
        "Each API has its own. What is left empty is not sent."
    };
    view! {
        <Dialog title="Filters that the server applies" lede on_close on_submit=apply footer>
            {body}
        </Dialog>
    }
    .into_any()
}

/// What the APIs would refuse, under the filters' names in addresses.
fn errors(given: &[(&str, String)]) -> Vec<FieldError> {
    let of = |service: Service| {
        let own = given.iter().map(|(name, value)| (filter_name(name), value.as_str()));
        own.filter(move |((of, _), _)| *of == service).map(|((_, name), value)| (name, value))
    };
    let placed = |service: Service, errors: Vec<FieldError>| {
        errors.into_iter().map(move |e| FieldError { field: format!("{}.{}", service.word(), e.field), ..e })
    };
    let compute = Filter::parse(oci_compute::IMAGE_PARAMS, of(Service::Compute)).1;
    let artifacts = Filter::parse(oci_artifacts::IMAGE_PARAMS, of(Service::Artifacts)).1;
    let mut errors = ImageFilter::parse(of(Service::Api)).1;
    errors.extend(placed(Service::Compute, compute));
    errors.extend(placed(Service::Artifacts, artifacts));
    errors
}
