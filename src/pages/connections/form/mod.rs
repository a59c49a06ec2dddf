//! Adding a connection, or changing one that was added in this browser.

mod cloud_foundry;
mod compartments;
mod draft;
mod marketplace;
mod oci;
mod oci_file;
mod triton;
mod words;

use std::sync::Arc;

use image_console_core::config::{Authentication, Kind as Api};
use image_console_core::form::Field;
use image_console_ui::field::{RadioField, SelectField, TextField};
use image_console_ui::{Button, Choice, Definition, Dialog, Fact, Kind, dom};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::close_form;
use super::desk::use_desk;
use super::test_preview::test_preview;
use crate::state::announce::use_announcer;
use crate::state::connections::Connected;
use crate::state::navigation::use_navigation;
use draft::Draft;

/// The form.
#[component]
pub fn ConnectionForm(
    /// The connection to change; a new one without it.
    connected: Option<Arc<Connected>>,
    /// The user wants it gone.
    on_close: Callback<()>,
) -> AnyView {
    let (desk, navigation, announcer) = (use_desk(), use_navigation(), use_announcer());
    let draft = Draft::new(desk.connections, connected.as_deref());
    let busy = RwSignal::new(false);
    let save = move |test: bool| {
        if busy.get_untracked() {
            return;
        }
        if !draft.check(None) {
            request_animation_frame(|| {
                dom::focus_first_invalid();
            });
            return;
        }
        busy.set(true);
        let (connection, key) = untrack(|| (draft.connection(), draft.chosen_key()));
        spawn_local(async move {
            let (id, name) = (connection.id.clone(), connection.name.clone());
            desk.save(connection, key).await;
            announcer.say(format!("The connection {name} was saved"));
            close_form(navigation);
            if test {
                desk.tests.start(&id);
            }
        });
    };
    let title = match &connected {
        None => "Add a connection".to_owned(),
        Some(connected) => format!("Edit the connection {}", connected.connection.name),
    };
    let typed = Signal::derive(move || draft.connected());
    let kind = Memo::new(move |_| draft.api());
    let own = move || match kind.get() {
        Api::Triton => triton::fields(draft),
        Api::Oci => oci::fields(desk, draft),
        Api::Marketplace => marketplace::fields(draft),
        Api::CloudFoundry => cloud_foundry::fields(draft),
    };
    let footer = move || {
        view! {
            <Button label="Cancel" on_press=on_close />
            <Button label="Save" busy on_press=Callback::new(move |()| save(false)) />
            <Button label="Save and test" kind=Kind::Primary submit=true busy />
        }
        .into_any()
    };
    view! {
        <Dialog
            title
            lede="It is kept in this browser only. No password or token belongs here: the proxy adds credentials, a key signs, or a token is entered later and kept in memory."
            dirty=Signal::derive(move || draft.is_dirty())
            on_close
            on_submit=Callback::new(move |()| save(true))
            footer
        >
            {place(draft)}
            {own}
            {test_preview(desk, typed)}
        </Dialog>
    }
    .into_any()
}

fn left(draft: Draft, member: &'static str) -> Callback<()> {
    Callback::new(move |()| {
        draft.check(Some(member));
    })
}

/// What and where the upstream is.
fn place(draft: Draft) -> AnyView {
    let kinds: Vec<Choice> = Api::ALL.iter().map(|kind| Choice::new(kind.word(), kind.label())).collect();
    let name_left = Callback::new(move |()| {
        draft.check(Some("name"));
        draft.suggest_id();
    });
    let id = if draft.new {
        view! {
            <TextField
                label="Id"
                field=draft.id
                mono=true
                hint="Part of addresses, and cannot be changed later: letters, digits, dots, hyphens, underscores."
                on_blur=left(draft, "id")
            />
        }
        .into_any()
    } else {
        let id = draft.id.with_untracked(|field| field.value.clone());
        view! {
            <Definition>
                <Fact name="Id" mono=true>{id}</Fact>
            </Definition>
        }
        .into_any()
    };
    // Another kind is another connection, so a stored one keeps its kind.
    let kind = if draft.new {
        view! { <SelectField label="Kind" field=draft.kind options=kinds hint="Which API the endpoint speaks." /> }
            .into_any()
    } else {
        ().into_any()
    };
    view! {
        {kind}
        <TextField label="Name" field=draft.name autofocus=true hint="What people see." on_blur=name_left />
        {id}
    }
    .into_any()
}

/// Who proves as whom the upstream is asked.
fn authentication(draft: Draft) -> AnyView {
    let words = |method: &Authentication| match method {
        Authentication::Proxy => "By the proxy",
        Authentication::HttpSignature => "HTTP signature in the browser",
        Authentication::Token => "Token that the user enters",
    };
    // What was chosen for another kind may not be known to this one.
    let known = untrack(|| draft.method()).word();
    if draft.authentication.with_untracked(|field| field.value != known) {
        draft.authentication.set(Field::with(known));
    }
    let methods = untrack(|| draft.api()).methods();
    let methods: Vec<_> = methods.iter().map(|method| Choice::new(method.word(), words(method))).collect();
    let hint = Signal::derive(move || {
        let hint = match draft.method() {
            Authentication::HttpSignature => {
                "Each request is signed here with a key that was imported. The proxy must hand on the path as it was signed."
            }
            Authentication::Token => {
                "Each request carries a token. It is entered when it is needed and kept in memory until this page is closed or reloaded."
            }
            Authentication::Proxy => {
                "The proxy in front of the API adds the credentials; this browser holds none."
            }
        };
        hint.to_owned()
    });
    view! { <RadioField label="Authentication" field=draft.authentication options=methods hint /> }.into_any()
}

/// A text of the kind's own.
fn member(draft: Draft, name: &'static str, optional: bool, hint: impl Into<Signal<String>>) -> AnyView {
    view! {
        <TextField
            label=words::label(name)
            field=draft.member(name)
            optional
            mono=true
            hint=hint.into()
            on_blur=left(draft, name)
        />
    }
    .into_any()
}
