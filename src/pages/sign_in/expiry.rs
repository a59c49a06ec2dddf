//! What a token says about its own end, as far as it says anything.

use image_console_core::form::Field;
use image_console_core::time::Timestamp;
use image_console_sign::session_token;
use leptos::prelude::*;
use serde_json::Value;

/// When a token ends, where it says so.
pub fn expires(token: &str) -> Option<Timestamp> {
    let claims: Value = serde_json::from_slice(&session_token::claims(token)?).ok()?;
    let seconds = claims.get("exp")?.as_f64()?;
    Some(Timestamp((seconds * 1000.0) as i64))
}

/// Says when the token ends, at its field.
pub fn look(field: &mut Field, token: &str) {
    field.warning = says(token);
}

/// The same as a sentence.
pub fn says(token: &str) -> Option<String> {
    let end = expires(token)?;
    let over = end.0 < image_console_platform::clock::now().0;
    let at = end.day_and_time();
    Some(if over {
        format!("The token says it ended {at}. Get a new one.")
    } else {
        format!("The token says it ends {at}.")
    })
}

/// What there is to know about a token while it is being entered: `about`, then what it says itself. It
/// must not wait until the field is left: a line that appears then moves the button away from under the
/// pointer.
pub fn hint(field: RwSignal<Field>, read: fn(&str) -> Option<String>, about: &'static str) -> Signal<String> {
    Signal::derive(move || {
        let said = field.with(|field| read(&field.value)).and_then(|token| says(&token));
        said.unwrap_or_else(|| about.to_owned())
    })
}
