//! Desktop notifications. Permission is asked only when told to, and the browser wants a user's click
//! for that.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission, window};

use crate::js::global;

/// Whether notifications may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// The browser has no such thing, or not for this page.
    Missing,
    /// The user was not asked yet.
    Askable,
    /// They may be shown.
    Granted,
    /// The user does not want them.
    Denied,
}

impl From<NotificationPermission> for Permission {
    fn from(permission: NotificationPermission) -> Self {
        match permission {
            NotificationPermission::Granted => Self::Granted,
            NotificationPermission::Denied => Self::Denied,
            _ => Self::Askable,
        }
    }
}

/// How it stands at the moment.
#[must_use]
pub fn permission() -> Permission {
    match global::<wasm_bindgen::JsValue>(&["Notification"]) {
        Some(_) => Notification::permission().into(),
        None => Permission::Missing,
    }
}

/// Asks the user. Call it only on a click; where the user has answered before, that answer stands.
pub async fn ask() -> Permission {
    if permission() == Permission::Askable
        && let Ok(asked) = Notification::request_permission()
    {
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows one; a later one with the same tag takes its place. A click on it brings the page to the
/// front and calls back. Returns whether it was shown.
pub fn show(title: &str, body: &str, tag: &str, on_click: impl FnOnce() + 'static) -> bool {
    if permission() != Permission::Granted {
        return false;
    }
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(tag);
    // Some browsers know the class and yet show none to a page.
    let Ok(shown) = Notification::new_with_options(title, &options) else { return false };
    let raised = shown.clone();
    let clicked = Closure::once_into_js(move || {
        if let Some(window) = window() {
            let _ = window.focus();
        }
        raised.close();
        on_click();
    });
    shown.set_onclick(Some(clicked.unchecked_ref()));
    true
}
