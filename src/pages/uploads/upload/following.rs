//! Who follows the upload, and what that has seen so far.

use image_console_core::route::Route;
use image_console_operation::Status;
use image_console_ui::{Button, Card, Notice, Tone};
use image_console_upstream::oracle_marketplace::Status as Word;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::activity::Jobs;
use crate::pages::resource::field::note;
use crate::state::announce::use_announcer;
use crate::state::navigation::href;

/// The card.
pub fn card(page: Page) -> AnyView {
    let announcer = use_announcer();
    let trouble = RwSignal::new(None::<String>);
    let ids = Memo::new(move |_| {
        page.operation.with(|o| o.as_ref().map(|o| o.id.clone())).into_iter().collect::<Vec<_>>()
    });
    let followed = Memo::new(move |_| {
        page.operation.with(|o| o.as_ref().is_some_and(|o| matches!(o.status, Status::Running { .. })))
    });
    let jobs = move || {
        let id = ids.with(|ids| ids.first().cloned())?;
        let address = href(&Route::Operation { id });
        Some(view! {
            <Jobs ids bare=true />
            <p class="card-note"><a href=address>"Timeline of what was observed"</a></p>
        })
    };
    // What there is to follow, or why there is nothing.
    let words = Memo::new(move |_| {
        let word = page.status();
        match Word::parse(&word).map(Word::end) {
            _ if followed.get() => "",
            Some(Some(_)) => "It has ended, so nothing follows it.",
            Some(None) => "Nothing here follows it.",
            None => "The documents do not know its status, so it is followed only when you ask for it.",
        }
    });
    let may = Memo::new(move |_| {
        let over = Word::parse(&page.status()).is_some_and(|word| word.end().is_some());
        !followed.get() && !over
    });
    let follow = Callback::new(move |()| match page.follow() {
        Ok(()) => {
            trouble.set(None);
            announcer.say("Following it until it ends");
        }
        Err(why) => trouble.set(Some(why)),
    });
    let button = move || {
        if may.get() {
            view! { <div class="pad"><Button label="Follow" on_press=follow /></div> }.into_any()
        } else if followed.get() {
            let check = Callback::new(move |()| {
                page.check();
                announcer.say("Asking how it stands");
            });
            view! { <div class="pad"><Button label="Check now" on_press=check /></div> }.into_any()
        } else {
            ().into_any()
        }
    };
    let text = move || {
        let words = words.get();
        if words.is_empty() { ().into_any() } else { note(words) }
    };
    let notice = move || {
        trouble.get().map(|why| {
            view! { <Notice what="It cannot be followed" why next="It can still be read: press Refresh." tone=Tone::Warn /> }
        })
    };
    view! {
        <Card title="Following">
            {jobs}
            {text}
            {button}
            {notice}
        </Card>
    }
    .into_any()
}
