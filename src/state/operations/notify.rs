//! Desktop notifications about what has ended, for a user who looks at something else. Shown by the
//! tab that polls for all only, and only when that is what the user wants.

use image_console_core::ApiError;
use image_console_core::route::Route;
use image_console_operation::{Notice, Operation};
use image_console_platform::notification::{self, Permission};
use image_console_platform::store::{self, Store};
use image_console_platform::visibility;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Operations;
use crate::state::navigation::Navigation;

/// The setting that is there while the user does not want any more what was once permitted.
const SETTING: &str = "notifications";
const OFF: &str = "off";

/// Whether the user is told of what ends, as far as this browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notifications {
    /// The browser has none for this page.
    Missing,
    /// Nobody has asked the user.
    Askable,
    /// They are shown.
    On,
    /// The user has turned them off here.
    Off,
    /// The browser does not let this page show any.
    Denied,
}

/// How it stands.
pub async fn notifications() -> Notifications {
    match notification::permission() {
        Permission::Missing => Notifications::Missing,
        Permission::Askable => Notifications::Askable,
        Permission::Denied => Notifications::Denied,
        Permission::Granted => match store::get(Store::Settings, SETTING).await {
            Ok(Some(word)) if word == OFF => Notifications::Off,
            _ => Notifications::On,
        },
    }
}

/// Turns them on, which asks the user once, or off. Call it on a click only.
pub async fn want_notifications(wanted: bool) -> Notifications {
    let kept = if wanted {
        notification::ask().await;
        store::remove(Store::Settings, SETTING).await
    } else {
        store::put(Store::Settings, SETTING, OFF).await
    };
    match kept {
        Ok(()) => notifications().await,
        Err(_) if wanted => Notifications::On,
        Err(_) => Notifications::Off,
    }
}

impl Operations {
    /// Shows how an operation ended, unless the user is looking.
    pub(super) fn notify(self, operation: &Operation, notice: &Notice) {
        let end = match notice {
            Notice::Succeeded => "succeeded",
            Notice::Failed => "failed",
            Notice::Unknown => "outcome unknown",
            Notice::Accepted | Notice::CredentialsNeeded { .. } => return,
        };
        if notification::permission() != Permission::Granted
            || (visibility::is_visible() && visibility::has_focus())
        {
            return;
        }
        let title = format!("{} {}: {end}", operation.action, operation.resource.name);
        let error = operation.error.as_ref().map(|error| format!("\n{}", ApiError::from(error)));
        let name = untrack(|| self.connections.name(&operation.connection));
        let body = format!("{name}{}", error.unwrap_or_default());
        let id = operation.id.clone();
        let navigation = self.owner.try_get_value().flatten().and_then(|o| o.with(use_context::<Navigation>));
        spawn_local(async move {
            if notifications().await != Notifications::On {
                return;
            }
            let tag = id.clone();
            notification::show(&title, &body, &tag, move || {
                if let Some(navigation) = navigation {
                    navigation.go(Route::Operation { id });
                }
            });
        });
    }
}
