//! What was made from this image: it keeps the image from being deleted.

use image_console_catalogue::catalogue::Shown;
use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Button, Card};
use leptos::prelude::*;

use super::origin::link;
use super::page::Page;
use crate::pages::image_actions::shared::dependents;
use crate::pages::resource::field::note;

/// How many are shown at first.
const FIRST: usize = 20;

/// How much of the connection's list is here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Part,
    /// Read to its end, but from the cache or under a filter.
    Filtered,
    Whole,
}

/// Whether any of the connection's list is here; with subscription.
#[must_use]
pub fn list_is_known(page: Page) -> bool {
    list(page) != List::None
}

fn list(page: Page) -> List {
    page.images.with(|catalogue| {
        let source = catalogue.find_source(&page.connection()).and_then(|source| catalogue.source(source));
        match source.map(|source| source.shown()) {
            None | Some(Shown::Nothing) => List::None,
            Some(Shown::Part(_)) => List::Part,
            Some(Shown::Whole { .. }) if page.images.is_everything(&page.connection()) => List::Whole,
            Some(Shown::Whole { .. }) => List::Filtered,
        }
    })
}

/// The card.
pub fn card(page: Page) -> AnyView {
    let images = page.images;
    let made = Memo::new(move |_| dependents(images, &page.connection(), &page.id()));
    let known = Memo::new(move |_| list(page));
    let all = RwSignal::new(false);
    let read = Callback::new(move |()| {
        // Images in every state: one that failed or is being created counts as well.
        let never_asked = images.with_untracked(|c| c.find_source(&page.connection()).is_none());
        if never_asked {
            images.ask(&vec![("state".to_owned(), "all".to_owned())]);
        } else {
            images.reload(&page.connection());
        }
    });
    let body = move || {
        let remark = made.with(|made| remark(made.len() as u64, known.get()));
        let ask = (known.get() == List::None)
            .then(|| view! { <div class="pad"><Button label="Read the list" on_press=read /></div> });
        view! { {note(&remark)} {ask} {made.with(|made| links(page, made, all))} }.into_any()
    };
    view! { <Card title="Made from this image">{body}</Card> }.into_any()
}

fn remark(found: u64, known: List) -> String {
    match (known, found) {
        (List::None, _) => {
            "The list of this connection has not been read, so it is not known which images are based on this one."
                .to_owned()
        }
        (List::Part, n) => format!("{} so far; the list is not complete.", format::plural(n, "image")),
        (List::Filtered, n) => {
            format!("{} in the list as it is read here; it is filtered or from the last visit.", format::plural(n, "image"))
        }
        (List::Whole, 0) => "No image in the list has this one as its origin.".to_owned(),
        (List::Whole, n) => {
            format!("{} in the list. They keep this one from being deleted.", format::plural(n, "image"))
        }
    }
}

fn links(page: Page, made: &[(String, String)], all: RwSignal<bool>) -> AnyView {
    if made.is_empty() {
        return ().into_any();
    }
    let connection = page.connection();
    let shown = if all.get() { made.len() } else { made.len().min(FIRST) };
    let list = made.iter().take(shown).fold(el("ul").class("fact-list pad"), |list, (id, name)| {
        list.child(el("li").view(link(&connection, id, Some(name))))
    });
    let more = (shown < made.len()).then(|| {
        let label = format!("Show all {}, not only {shown}", format::count(made.len() as u64));
        let on_press = Callback::new(move |()| all.set(true));
        view! { <div class="pad"><Button label on_press /></div> }
    });
    view! { {list} {more} }.into_any()
}
