//! What the image was made from, up to its base, as far as the list shows it.

use image_console_core::route::Route;
use image_console_ui::Card;
use image_console_ui::el::el;
use image_console_upstream::triton_cloudapi::model::Image;
use image_console_upstream::triton_cloudapi::origin::{ChainEnd, Origins};
use leptos::prelude::*;

use super::dependents::list_is_known;
use super::page::Page;
use crate::pages::resource::field::{note, odd};
use crate::state::images::Images;
use crate::state::navigation::href;

/// The images above this one: id, and name with version where the list has it; and how they end.
#[derive(Clone, PartialEq)]
struct Chain {
    images: Vec<(String, Option<String>)>,
    end: ChainEnd,
}

/// The card.
pub fn card(page: Page, image: &Image) -> AnyView {
    let images = page.images;
    let body = match (image.origin.text(), image.origin.wrong()) {
        (Some(origin), _) => {
            let origin = origin.to_owned();
            let chain = Memo::new(move |_| walk(images, &page.connection(), &page.id(), &origin));
            (move || chain.with(|chain| shown(page, chain))).into_any()
        }
        (None, Some(raw)) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        (None, None) => note("It has no origin: it is not based on another image."),
    };
    view! { <Card title="Origin chain">{body}</Card> }.into_any()
}

/// Looks up one row per step: the list may be long, a chain never is.
fn walk(images: Images, connection: &str, id: &str, origin: &str) -> Chain {
    images.with(|catalogue| {
        let source = catalogue.find_source(connection);
        let find = |id: &str| source.and_then(|s| catalogue.find(s, id)).and_then(|row| catalogue.row(row));
        let mut steps: Vec<(&str, Option<&str>)> = Vec::new();
        let mut next = Some(origin);
        while let Some(at) = next.filter(|at| steps.iter().all(|(known, _)| known != at)) {
            let Some(row) = find(at) else { break };
            next = row.origin().value();
            steps.push((at, next));
        }
        let origins: Origins<'_> = steps.into_iter().collect();
        let chain = origins.chain(id, Some(origin));
        let named = |id: &&str| {
            let name = find(id).and_then(|row| {
                Some(format!("{} {}", row.name().value()?, row.version().value().unwrap_or_default()))
            });
            ((*id).to_owned(), name)
        };
        Chain { images: chain.ids.iter().map(named).collect(), end: chain.end }
    })
}

fn shown(page: Page, chain: &Chain) -> AnyView {
    let connection = page.connection();
    let items = chain.images.iter().map(|(id, name)| link(&connection, id, name.as_deref()));
    let list = items.fold(el("ol").class("fact-list pad"), |list, item| list.child(el("li").view(item)));
    let end = match chain.end {
        ChainEnd::Base => "The last one is the base: it has no origin itself.",
        ChainEnd::Circle => "The last one stands in the chain already: the data contradicts itself.",
        ChainEnd::NotListed if list_is_known(page) => {
            "The last one is not in the list: it is not visible to this account, or the list was asked for with filters. What it is based on is not known here."
        }
        ChainEnd::NotListed => {
            "The list of this connection has not been read, so what the last one is based on is not known here."
        }
    };
    view! { {list} {note(end)} }.into_any()
}

/// An image by its name, or by its id while the name is not known.
pub fn link(connection: &str, id: &str, name: Option<&str>) -> AnyView {
    let class = if name.is_some() { "" } else { "mono" };
    let address = href(&Route::image(connection, id));
    el("a").attrs(&[("href", &address), ("class", class), ("title", id)]).text(name.unwrap_or(id)).into_any()
}
