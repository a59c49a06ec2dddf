//! The seven filters that the server applies, by their documented names.

use image_console_core::form::Field;
use image_console_core::route::{FILTERS, ImagesView, Route};
use image_console_ui::el::el;
use image_console_ui::field::{SelectField, TextField};
use image_console_ui::{Button, Choice, Dialog, Glyph, Icon, Kind, dom};
use image_console_upstream::triton_cloudapi::{IMAGE_STATES, ImageFilter};
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::parts::{Wanted, part};
use crate::state::navigation::use_navigation;

/// The button that opens them, and a chip for each that is set.
#[component]
pub fn Filters(shown: Shown) -> AnyView {
    let navigation = use_navigation();
    let open = RwSignal::new(false);
    let chips = move || {
        let view = shown.view.get();
        view.filters
            .iter()
            .map(|(name, value)| {
                let (name, text) = (name.clone(), format!("{name}: {value}"));
                let label = format!("Remove the filter {text}");
                let remove = move |_: leptos::ev::MouseEvent| {
                    let mut view = shown.view.get_untracked();
                    view.set_filter(&name, "");
                    navigation.go(Route::Images(view));
                };
                let chip = el("button").class("chip on").attrs(&[("type", "button"), ("title", &label)]);
                let chip = chip.attr("aria-label", &label).on("click", remove);
                chip.child(el("span").class("chip-text").text(&text))
                    .view(view! { <Icon glyph=Glyph::Close /> }.into_any())
                    .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    };
    let button = view! {
        <Button label="Server filters…" icon=Glyph::Server on_press=Callback::new(move |()| open.set(true)) />
    };
    let dialog = move || part(Wanted::Filters { shown, on_close: Callback::new(move |()| open.set(false)) });
    let parts = el("span").class("cluster").view(button.into_any()).dynamic(chips);
    parts.when(move || open.get(), dialog).into_any()
}

/// The dialog in which they are set.
#[component]
pub fn FilterDialog(shown: Shown, on_close: Callback<()>) -> AnyView {
    let navigation = use_navigation();
    let view = shown.view.get_untracked();
    let fields: Vec<(&'static str, RwSignal<Field>)> = FILTERS
        .iter()
        .map(|name| (*name, RwSignal::new(Field::with(view.filter(name).unwrap_or_default()))))
        .collect();
    let at = |name: &str| fields.iter().find(|(n, _)| *n == name).map_or_else(RwSignal::default, |(_, f)| *f);
    let (name, os, version) = (at("name"), at("os"), at("version"));
    let (public, state, owner, kind) = (at("public"), at("state"), at("owner"), at("type"));

    let fields = StoredValue::new(fields);
    let apply = Callback::new(move |()| {
        let given: Vec<(&str, String)> =
            fields.with_value(|f| f.iter().map(|(n, field)| (*n, field.get_untracked().value)).collect());
        let (_, errors) = ImageFilter::parse(given.iter().map(|(n, v)| (*n, v.as_str())));
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
    let options = |words: &[&str], none: &str| {
        let mut options = vec![Choice::new("", none)];
        options.extend(words.iter().map(|w| Choice::new(*w, *w)));
        options
    };
    let states = options(&IMAGE_STATES, "Not given: the console asks for all");
    let publics = options(&["true", "false"], "Not given");
    let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let systems = words(&["smartos", "linux", "windows", "bsd", "illumos", "other"]);
    let kinds = words(&["zone-dataset", "lx-dataset", "zvol", "docker", "lxd", "other", "!docker"]);
    let footer = move || {
        view! {
            {el("span").class("push").view(view! { <Button label="Clear" kind=Kind::Quiet on_press=clear /> }.into_any())}
            <Button label="Cancel" on_press=on_close />
            <Button label="Apply" kind=Kind::Primary submit=true />
        }
        .into_any()
    };
    let two = view! {
        <TextField label="name" field=name optional=true hint="Exact, or ~base for a part of it" />
        <TextField label="version" field=version optional=true hint="Exact, or ~21. for a part of it" />
        <TextField label="os" field=os optional=true suggestions=systems hint="Exact" />
        <TextField label="type" field=kind optional=true suggestions=kinds hint="Exact, or !docker for all others" />
        <SelectField label="state" field=state optional=true options=states />
        <SelectField label="public" field=public optional=true options=publics />
    };
    let two = el("div").class("two").view(two.into_any());
    view! {
        <Dialog
            title="Filters that the server applies"
            lede="Sent with ListImages to every connection. What is left empty is not sent."
            on_close
            on_submit=apply
            footer
        >
            {two}
            <TextField label="owner" field=owner optional=true mono=true hint="The UUID of an account" />
        </Dialog>
    }
    .into_any()
}
