//! Choosing the machine: from the list, or by its UUID where the list cannot be had.

use image_console_core::form::Field;
use image_console_core::format;
use image_console_ui::field::TextField;
use image_console_ui::{Button, Definition, Fact, Glyph, Kind, Picker, Status};
use leptos::prelude::*;

use super::machines::{Listed, Machines};
use crate::pages::failure::Failure;
use crate::pages::words::image_state_tone;
use crate::state::connections::use_connections;
use crate::state::images::use_images;

/// `machine`.
#[component]
pub fn MachineField(
    /// The machines there are.
    machines: Machines,
    /// The id of the connection they are on; empty when none is chosen.
    #[prop(into)]
    connection: Signal<String>,
    /// The machine's UUID and what is wrong with it.
    field: RwSignal<Field>,
    /// Time to validate.
    on_blur: Callback<()>,
) -> AnyView {
    let connections = use_connections();
    let again = Callback::new(move |()| machines.again(&connection.get_untracked()));
    let failed = Memo::new(move |_| machines.error());
    let by_hand = Memo::new(move |_| failed.with(Option::is_some));
    let some = Memo::new(move |_| machines.counts().0 > 0);
    let choices = Memo::new(move |_| machines.choices());
    let empty = Signal::derive(move || {
        let text = match (connection.with(String::is_empty), machines.loading(), some.get()) {
            (true, ..) => "Choose a connection first",
            (_, true, false) => "Loading…",
            (_, _, false) => "This account has no machine here",
            _ => "",
        };
        text.to_owned()
    });
    let hint = Signal::derive(move || {
        let (all, able) = machines.counts();
        if machines.loading() && all > 0 {
            format!("{} so far, more are loading…", format::plural(all, "machine"))
        } else if all > 0 {
            let (all, able) = (format::plural(all, "machine"), format::count(able));
            format!("{able} of {all} can be captured: only a stopped one can.")
        } else {
            empty.get()
        }
    });
    let notice = move || {
        failed.get().map(|error| {
            let name = connections.name(&connection.get_untracked());
            let (all, _) = machines.counts();
            let what = if all > 0 {
                format!("{name} did not list its machines to the end, {} arrived", format::count(all))
            } else {
                format!("{name} did not list its machines")
            };
            view! { <Failure what error on_retry=again /> }.into_any()
        })
    };
    // Made once: what is typed while the list is on its way must stay when it arrives.
    let pick = Memo::new(move |_| some.get() || !by_hand.get());
    let picker = move || {
        pick.get()
            .then(|| view! { <Picker label="machine" field options=choices hint empty on_blur /> }.into_any())
    };
    let typed = move || {
        by_hand.get().then(|| {
            view! {
                <TextField
                    label="machine, by its UUID"
                    field
                    mono=true
                    hint="The machine must be stopped."
                    on_blur
                />
            }
            .into_any()
        })
    };
    let chosen = Memo::new(move |_| field.with(|field| machines.find(&field.value)));
    view! {
        {notice}
        {picker}
        {typed}
        {move || chosen.get().map(|machine| view! { <About machine connection on_again=again /> })}
    }
    .into_any()
}

/// The chosen machine.
#[component]
fn About(machine: Listed, connection: Signal<String>, on_again: Callback<()>) -> AnyView {
    let images = use_images();
    let Listed { id, state, brand, image, memory, .. } = machine;
    let origin = image.clone();
    // The list may know the image by a name people remember.
    let known = move || {
        images.with(|catalogue| {
            let source = catalogue.find_source(&connection.get())?;
            let row = catalogue.row(catalogue.find(source, &origin)?)?;
            Some(format!("{} {} · ", row.name().value()?, row.version().value().unwrap_or_default()))
        })
    };
    let tone = image_state_tone(&state);
    let fact = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <Fact name>{value}</Fact> }.into_any())
    };
    let made_from = (!image.is_empty()).then(|| {
        view! { <Fact name="image">{known} <span class="mono">{image}</span> " · becomes origin"</Fact> }
            .into_any()
    });
    view! {
        <Definition>
            <Fact name="id" mono=true>
                {id}
            </Fact>
            <Fact name="state">
                <Status word=state tone />
                <Button
                    label="Ask for the machines again"
                    icon=Glyph::Refresh
                    icon_only=true
                    kind=Kind::Quiet
                    on_press=on_again
                />
            </Fact>
            {fact("brand", brand)}
            {made_from}
            {fact("memory", memory)}
        </Definition>
    }
    .into_any()
}
