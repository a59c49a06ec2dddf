//! Adding a connection, or changing one that was added in this browser.

mod draft;

use std::sync::Arc;

use image_console_core::config::{Authentication, Kind as Api};
use image_console_ui::field::{RadioField, SelectField, TextField};
use image_console_ui::{Button, Choice, Definition, Dialog, Fact, Kind, dom};
use image_console_upstream::triton_cloudapi::DEFAULT_ACCEPT_VERSION;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::close_form;
use super::desk::use_desk;
use super::key_choice::KeyChoice;
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
    let typed = Signal::derive(move || Connected {
        connection: draft.connection(),
        own: true,
        key: draft.chosen_key(),
    });
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
            lede="It is kept in this browser only. No password or token belongs here: the proxy adds credentials, or a key signs."
            dirty=Signal::derive(move || draft.is_dirty())
            on_close
            on_submit=Callback::new(move |()| save(true))
            footer
        >
            {place(draft)}
            {identity(draft)}
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
    view! {
        <SelectField label="Kind" field=draft.kind options=kinds hint="Which API the endpoint speaks." />
        <TextField label="Name" field=draft.name autofocus=true hint="What people see." on_blur=name_left />
        {id}
        <TextField
            label="Endpoint"
            field=draft.endpoint
            mono=true
            hint="The root of the CORS proxy to the API, without the account: https://… or a path on this site. The page's content security policy (connect-src) must admit it."
            on_blur=left(draft, "endpoint")
        />
        <TextField
            label="API version"
            field=draft.api_version
            optional=true
            mono=true
            hint=format!("A range for Accept-Version. Empty: {DEFAULT_ACCEPT_VERSION}.")
            on_blur=left(draft, "apiVersion")
        />
    }
    .into_any()
}

/// As whom it is asked, and how that is proved.
fn identity(draft: Draft) -> AnyView {
    let methods = vec![
        Choice::new(Authentication::Proxy.word(), "By the proxy"),
        Choice::new(Authentication::HttpSignature.word(), "HTTP signature in the browser"),
    ];
    let method_hint = Signal::derive(move || {
        let hint = if draft.signs() {
            "Each request is signed here with a key that was imported. The proxy must hand on the path as it was signed."
        } else {
            "The proxy in front of the API adds the credentials; this browser holds none."
        };
        hint.to_owned()
    });
    let account_hint = Signal::derive(move || {
        let hint = if draft.signs() {
            "The account's login: a signature names it."
        } else {
            "The account's login. Empty: my, the account that the proxy authenticates as."
        };
        hint.to_owned()
    });
    let signs = Memo::new(move |_| draft.signs());
    view! {
        <RadioField label="Authentication" field=draft.authentication options=methods hint=method_hint />
        <div class="two">
            <TextField
                label="Account"
                field=draft.account
                mono=true
                hint=account_hint
                on_blur=left(draft, "account")
            />
            <TextField
                label="Sub-user"
                field=draft.sub_user
                optional=true
                mono=true
                hint="A user of the account, when the key is theirs."
                on_blur=left(draft, "subUser")
            />
        </div>
        <Show when=move || signs.get()>
            <KeyChoice field=draft.key />
        </Show>
    }
    .into_any()
}
