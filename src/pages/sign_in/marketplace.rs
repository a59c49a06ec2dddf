//! The Marketplace: a token and the partner it belongs to.

use image_console_core::form::Field;
use image_console_ui::field::{PasswordField, TextField};
use image_console_upstream::oracle_marketplace::credentials::{self, TOKEN_HEADER, USER_ID_HEADER};
use leptos::prelude::*;

use super::Entry;
use super::expiry::{expires, hint};
use crate::state::connections::Token;

/// The fields, whether something was entered, and what signs in.
pub fn fields(entry: Entry) -> (AnyView, Signal<bool>, Callback<()>) {
    let (token, user) = (RwSignal::new(Field::default()), RwSignal::new(Field::default()));
    let dirty = Signal::derive(move || {
        token.with(|token| !token.value.is_empty()) || user.with(|user| !user.value.is_empty())
    });
    let submit = Callback::new(move |()| {
        let given = token.with_untracked(|field| credentials::token(&field.value));
        let by = user.with_untracked(|field| credentials::user_id(&field.value));
        token.update(|field| field.error = given.as_ref().err().cloned());
        user.update(|field| field.error = by.as_ref().err().cloned());
        let (Ok(given), Ok(by)) = (given, by) else { return entry.point_out() };
        let end = expires(&given);
        let headers = vec![
            (TOKEN_HEADER.to_owned(), format!("Bearer {given}")),
            (USER_ID_HEADER.to_owned(), by.clone()),
        ];
        entry.finish(Token { number: 0, headers, renewable: None }, format!("with a token of {by}"), end);
    });
    let about = "As the Marketplace's authenticate call answered it, with or without Bearer before it. It lives for seven days.";
    let hint = hint(token, |typed| credentials::token(typed).ok(), about);
    let view = view! {
        <PasswordField
            label="Access token"
            field=token
            hint
        />
        <TextField
            label="User id"
            field=user
            mono=true
            hint="The partner's e-mail address; each call names it as X-Oracle-UserId."
        />
    };
    (view.into_any(), dirty, submit)
}
