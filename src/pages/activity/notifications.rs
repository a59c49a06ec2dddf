//! The button by which the user lets the browser tell of what ends. Nothing asks by itself.

use image_console_ui::Button;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::announce::use_announcer;
use crate::state::operations::{Notifications, notifications, want_notifications};

/// The button; nothing where the browser has no notifications for this page.
pub fn notifications_button() -> AnyView {
    let announcer = use_announcer();
    let state = RwSignal::new(Notifications::Missing);
    spawn_local(async move {
        let _ = state.try_set(notifications().await);
    });
    let press = Callback::new(move |()| {
        let wanted = state.get_untracked() != Notifications::On;
        spawn_local(async move {
            let now = want_notifications(wanted).await;
            let _ = state.try_set(now);
            announcer.say(match now {
                Notifications::On => "The browser tells you when an operation ends",
                Notifications::Denied => "The browser does not let this page notify you",
                _ => "The browser does not notify you",
            });
        });
    });
    let label = Signal::derive(move || {
        match state.get() {
            Notifications::On => "Stop notifying me",
            _ => "Notify me when one ends",
        }
        .to_owned()
    });
    let reason = Signal::derive(move || match state.get() {
        Notifications::Denied => {
            "The browser does not let this page show notifications; its site settings decide that.".to_owned()
        }
        _ => String::new(),
    });
    let there = Memo::new(move |_| state.get() != Notifications::Missing);
    view! {
        <Show when=move || there.get()>
            <Button label reason on_press=press />
        </Show>
    }
    .into_any()
}
