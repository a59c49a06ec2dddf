//! The cards of a Triton image, in their two columns. They are made anew only when the image has changed.

use std::sync::Arc;

use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::page::Page;
use super::{acl, activity, answer, dependents, extra, failed, files, origin, overview, requirements, tags};
use crate::pages::resource::json;
use crate::state::image::LoadedImage;

/// All that is known of the image.
pub fn content(page: Page, loaded: &Arc<LoadedImage>) -> AnyView {
    let image = &loaded.image;
    let main = [
        overview::card(page, image),
        requirements::card(image),
        files::card(image),
        tags::card(image),
        acl::card(page, image),
        extra::card(image),
        json(page, &loaded.raw),
    ];
    let aside = [activity::card(page), origin::card(page, image), dependents::card(page), answer::card(page)];
    view! {
        {failed::notice(loaded)}
        {odd_fields(&loaded.image.wrong_fields())}
        {columns(main.into(), aside.into())}
    }
    .into_any()
}

/// The body as it came.
pub fn json(page: Page, text: &str) -> AnyView {
    json::card("image", format!("image-{}", page.id()), Signal::stored(text.to_owned()))
}

/// The cards of the image itself, and beside them those of what is around it.
pub fn columns(main: Vec<AnyView>, aside: Vec<AnyView>) -> AnyView {
    let column =
        |cards: Vec<AnyView>| cards.into_iter().fold(el("div").class("stack"), |all, card| all.view(card));
    el("div").class("with-aside").child(column(main)).child(column(aside)).into_any()
}

/// Says which fields did not come as documented; each is marked in its place as well.
pub fn odd_fields(wrong: &[(&str, &str)]) -> AnyView {
    if wrong.is_empty() {
        return ().into_any();
    }
    let details = wrong.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let what = format!("{} did not come as documented", format::plural(wrong.len() as u64, "field"));
    view! {
        <Notice
            what
            why="The server sent another type than the API documents. What came is shown as it came."
            tone=Tone::Warn
            details
        />
    }
    .into_any()
}
