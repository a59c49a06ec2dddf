//! The image that a compute image was made from, and those made from it, as far as the lists show.

use image_console_core::format;
use image_console_ui::Card;
use image_console_ui::el::el;
use image_console_upstream::oci_compute::model::Image;
use leptos::prelude::*;

use crate::pages::image::origin::link;
use crate::pages::image::page::Page;
use crate::pages::resource::field::{note, odd};

/// The base image.
pub fn card(page: Page, image: &Image) -> AnyView {
    let body = match (image.base_image_id.text(), image.base_image_id.wrong()) {
        (Some(base), _) => {
            let base = base.to_owned();
            let body = move || {
                let name = page.images.with(|catalogue| {
                    let row = catalogue.find_image(&page.connection(), &base)?;
                    row.name().value().map(str::to_owned)
                });
                let remark = name.is_none().then(|| {
                    note("It is not in the lists here: another compartment's, or not there any more.")
                });
                let link = el("p").class("pad").view(link(&page.connection(), &base, name.as_deref()));
                view! { {link.into_any()} {remark} }.into_any()
            };
            body.into_any()
        }
        (None, Some(raw)) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        (None, None) => note("baseImageId was not sent: it was not made from another image here."),
    };
    view! { <Card title="Base image">{body}</Card> }.into_any()
}

/// The images that name this one as their base.
pub fn dependents(page: Page) -> AnyView {
    let made = Memo::new(move |_| {
        page.images.with(|catalogue| {
            let (connection, id) = (page.connection(), page.id());
            let sources: Vec<_> = catalogue.parts(&connection).map(|source| source.id()).collect();
            let mut made: Vec<(String, Option<String>)> = Vec::new();
            for row in sources.iter().flat_map(|source| catalogue.dependents(*source, &id)) {
                let Some(own) = row.id().value() else { continue };
                if made.iter().all(|(known, _)| known != own) {
                    made.push((own.to_owned(), row.name().value().map(str::to_owned)));
                }
            }
            made
        })
    });
    let body = move || {
        made.with(|made| match made.len() {
            0 => note("No image in the lists that are here names this one as its base."),
            n => {
                let list = made.iter().fold(el("ul").class("fact-list pad"), |list, (id, name)| {
                    list.child(el("li").view(link(&page.connection(), id, name.as_deref())))
                });
                let remark =
                    note(&format!("{} in the lists that are here.", format::plural(n as u64, "image")));
                view! { {remark} {list.into_any()} }.into_any()
            }
        })
    };
    view! { <Card title="Made from this image">{body}</Card> }.into_any()
}
