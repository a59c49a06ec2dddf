//! What the engine has to tell, as toasts and for screen readers. Toasts only repeat what the
//! Activity page keeps.

use image_console_core::route::Route;
use image_console_operation::{Notice, Operation, Status};
use image_console_ui::{Toast, Tone};
use leptos::prelude::*;

use crate::state::announce::use_announcer;
use crate::state::navigation::href;
use crate::state::operations::use_operations;
use crate::state::react::effect;

/// The most toasts on screen; the oldest go first.
const MOST: usize = 4;

/// The toasts, and how to dismiss one.
pub fn toasts() -> (Signal<Vec<Toast>>, Callback<u64>) {
    let toasts = RwSignal::new(Vec::<Toast>::new());
    let operations = use_operations();
    let announcer = use_announcer();
    effect(move || {
        let Some((id, operation, notice)) = operations.news.get() else { return };
        let attended = operations.attended.with_untracked(|id| id.as_deref() == Some(&operation.id));
        if attended && notice == Notice::Failed {
            return;
        }
        let Some((tone, end)) = words(&operation, &notice) else { return };
        let title = format!("{} {}: {end}", operation.action, operation.resource.name);
        announcer.say(title.clone());
        let address = href(&Route::Operation { id: operation.id.clone() });
        let text = match &operation.status {
            Status::Failed => operation.error.as_ref().map(|e| e.message.clone()).unwrap_or_default(),
            Status::Unknown { why, .. } => why.clone(),
            _ => String::new(),
        };
        toasts.update(|list| {
            list.retain(|t| t.link.as_ref().is_none_or(|(a, _)| *a != address));
            list.push(Toast { id, tone, title, text, link: Some((address, "Show operation".to_owned())) });
            let over = list.len().saturating_sub(MOST);
            list.drain(..over);
        });
    });
    let dismiss = Callback::new(move |id: u64| toasts.update(|list| list.retain(|t| t.id != id)));
    (toasts.into(), dismiss)
}

fn words(operation: &Operation, notice: &Notice) -> Option<(Tone, String)> {
    Some(match notice {
        Notice::Accepted => (Tone::Accent, "running".to_owned()),
        Notice::Succeeded => (Tone::Ok, "succeeded".to_owned()),
        Notice::Failed => (Tone::Bad, "failed".to_owned()),
        Notice::Unknown => (Tone::Warn, "outcome unknown".to_owned()),
        Notice::CredentialsNeeded { .. } => {
            (Tone::Warn, format!("{} does not accept the credentials any more", operation.connection))
        }
    })
}
