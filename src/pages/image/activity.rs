//! What was done to this image from here.

use image_console_ui::{Button, Card};
use leptos::prelude::*;

use super::follow::follow;
use super::page::Page;
use crate::pages::activity::Jobs;
use crate::pages::resource::field::note;
use crate::state::announce::use_announcer;
use crate::state::operations::use_operations;

/// The card.
pub fn card(page: Page) -> AnyView {
    let (operations, announcer) = (use_operations(), use_announcer());
    let ids =
        Memo::new(move |_| page.operations.with(|all| all.iter().map(|o| o.id.clone()).collect::<Vec<_>>()));
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    let jobs = move || {
        if none.get() {
            note("No operation of this browser is about this image.")
        } else {
            view! { <Jobs ids bare=true /> }.into_any()
        }
    };
    // Somebody else makes it: this browser can look on.
    let unfollowed = Memo::new(move |_| {
        let creating = page.triton().is_some_and(|i| i.image.state.text() == Some("creating"));
        creating && page.operations.with(|all| all.iter().all(|o| o.status.is_ended()))
    });
    let offer = move || {
        let on_press = Callback::new(move |()| follow(page, operations, announcer));
        unfollowed.get().then(|| {
            view! {
                {note("It is being created, and nothing here follows that.")}
                <div class="pad"><Button label="Follow until it is active" on_press /></div>
            }
        })
    };
    view! { <Card title="Activity for this image">{jobs} {offer}</Card> }.into_any()
}
