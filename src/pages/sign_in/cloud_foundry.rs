//! Cloud Foundry: a one-time passcode for the token server, or a token from the `cf` command line.

use image_console_core::form::Field;
use image_console_core::{ApiError, Service};
use image_console_platform::AbortHandle;
use image_console_ui::Choice;
use image_console_ui::field::{PasswordField, RadioField};
use image_console_upstream::cloud_foundry::requests::{parse_root, root};
use image_console_upstream::cloud_foundry::token;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Entry;
use super::expiry::{expires, hint};
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::client::token::of_foundry;
use crate::state::client::{READ_TIMEOUT_MS, send_unsigned};

const PASSCODE: &str = "passcode";
const TOKEN: &str = "token";

/// What is entered, and what came of it.
#[derive(Clone, Copy)]
struct Form {
    entry: Entry,
    way: RwSignal<Field>,
    passcode: RwSignal<Field>,
    token: RwSignal<Field>,
    refusal: RwSignal<Option<ApiError>>,
    /// Where a passcode is shown, once the API has said so.
    page: RwSignal<Option<String>>,
}

/// The fields, whether something was entered, and what signs in.
pub fn fields(entry: Entry) -> (AnyView, Signal<bool>, Callback<()>) {
    let has_server = entry.connected.with_value(|c| c.connection.root(Service::Uaa).is_some());
    let form = Form {
        entry,
        way: RwSignal::new(Field::with(if has_server { PASSCODE } else { TOKEN })),
        passcode: RwSignal::new(Field::default()),
        token: RwSignal::new(Field::default()),
        refusal: RwSignal::new(None),
        page: RwSignal::new(None),
    };
    let dirty = Signal::derive(move || {
        [form.passcode, form.token].iter().any(|field| field.with(|field| !field.value.is_empty()))
    });
    let submit =
        Callback::new(move |()| if form.by_passcode() { form.send_passcode() } else { form.take_token() });
    if has_server {
        form.find_page();
    }
    (form.view(has_server), dirty, submit)
}

impl Form {
    fn by_passcode(self) -> bool {
        self.way.with_untracked(|way| way.value == PASSCODE)
    }

    fn take_token(self) {
        let pasted = self.token.with_untracked(|field| token::pasted(&field.value));
        self.token.update(|field| field.error = pasted.as_ref().err().cloned());
        let Ok(pasted) = pasted else { return self.entry.point_out() };
        let end = expires(pasted.access.reveal());
        self.entry.finish(of_foundry(pasted), "with a pasted token".to_owned(), end);
    }

    fn send_passcode(self) {
        let given = self.passcode.with_untracked(|field| field.given().map(str::to_owned));
        let missing = given.is_none().then(|| "Enter the passcode that the login page shows.".to_owned());
        self.passcode.update(|field| field.error = missing);
        let Some(passcode) = given else { return self.entry.point_out() };
        self.entry.busy.set(true);
        self.refusal.set(None);
        let connected = self.entry.connected.get_value();
        spawn_local(async move {
            let request = token::with_passcode(&passcode);
            let answer = send_unsigned(&connected, &request, READ_TIMEOUT_MS, &AbortHandle::new()).await;
            let token = answer.and_then(|answer| token::parse(&answer));
            // The dialog may have been closed meanwhile.
            if self.entry.busy.try_set(false).is_some() {
                return;
            }
            match token {
                Ok(token) => {
                    let renewed = token.refresh.is_some();
                    let end = token.expires(image_console_platform::clock::now()).filter(|_| !renewed);
                    let about = if renewed {
                        "with a one-time passcode, renewed by itself"
                    } else {
                        "with a one-time passcode"
                    };
                    self.entry.finish(of_foundry(token), about.to_owned(), end);
                }
                Err(error) => {
                    // It was for one use.
                    self.passcode.set(Field {
                        error: Some("It was not accepted. Get a new one and enter it here.".to_owned()),
                        ..Field::default()
                    });
                    self.refusal.set(Some(error));
                    self.entry.point_out();
                }
            }
        });
    }

    /// Asks the API where its login page is; without an answer the hint has to do.
    fn find_page(self) {
        let connected = self.entry.connected.get_value();
        spawn_local(async move {
            let answer = send_unsigned(&connected, &root(), READ_TIMEOUT_MS, &AbortHandle::new()).await;
            let page =
                answer.and_then(|answer| parse_root(&answer)).ok().and_then(|root| root.passcode_page());
            let _ = self.page.try_set(page);
        });
    }

    fn view(self, has_server: bool) -> AnyView {
        let passcode = Choice::new(PASSCODE, "One-time passcode");
        let passcode =
            if has_server { passcode } else { passcode.because("The connection has no UAA endpoint.") };
        let ways = vec![passcode, Choice::new(TOKEN, "Token")];
        let why = if has_server {
            ""
        } else {
            "The connection has no UAA endpoint, so nobody can sign in with a passcode here."
        };
        let chosen = Memo::new(move |_| self.way.with(|way| way.value == PASSCODE));
        let link = move || {
            self.page.get().map(|page| {
                view! {
                    <p class="field">
                        <a href=page target="_blank" rel="noopener noreferrer">"Get a one-time passcode"</a>
                        " (opens the foundation's login page in a new tab)"
                    </p>
                }
                .into_any()
            })
        };
        let failed = move || {
            let error = self.refusal.get()?;
            let whose = Whose::Api(image_console_core::config::Kind::CloudFoundry);
            Some(view! { <Failure what="The token server did not sign you in" error whose /> }.into_any())
        };
        let about = "What cf oauth-token prints, with or without bearer before it. Nothing renews it: when it ends you are asked for another one.";
        let read = |typed: &str| token::pasted(typed).ok().map(|token| token.access.reveal().to_owned());
        let token_hint = hint(self.token, read, about);
        let field = move || {
            if chosen.get() {
                view! {
                    {link}
                    <PasswordField
                        label="Passcode"
                        field=self.passcode
                        hint="It works once and for a few minutes. The token it brings is renewed by itself."
                    />
                    {failed}
                }
                .into_any()
            } else {
                view! {
                    <PasswordField
                        label="Access token"
                        field=self.token
                        hint=token_hint
                    />
                }
                .into_any()
            }
        };
        view! {
            <RadioField label="Sign in with" field=self.way options=ways hint=why />
            {field}
        }
        .into_any()
    }
}
