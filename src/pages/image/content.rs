//! The cards of an image, in their two columns. They are made anew only when the image has changed.

use std::sync::Arc;

use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::page::Page;
use super::{
    acl, activity, answer, dependents, extra, failed, files, json, origin, overview, requirements, tags,
};
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
        json::card(page, loaded),
    ];
    let aside = [activity::card(page), origin::card(page, image), dependents::card(page), answer::card(page)];
    let column =
        |cards: Vec<AnyView>| cards.into_iter().fold(el("div").class("stack"), |all, card| all.view(card));
    let columns = el("div").class("with-aside").child(column(main.into())).child(column(aside.into()));
    view! {
        {failed::notice(loaded)}
        {odd_fields(loaded)}
        {columns}
    }
    .into_any()
}

/// Says which fields did not come as documented; each is marked in its place as well.
fn odd_fields(loaded: &LoadedImage) -> AnyView {
    let wrong = loaded.image.wrong_fields();
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
