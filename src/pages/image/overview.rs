//! The fields of the image object itself, in the order of the API's documents (contract §3).

use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::Image;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::resource::field::{Said, absent, fact, link, map, mono, number, odd, said, text};
use crate::state::accounts::use_accounts;

/// The card.
pub fn card(page: Page, image: &Image) -> AnyView {
    let published = map(&image.published_at, |at| Said::new(at.day_and_time(), at.rfc3339()));
    let facts = vec![
        mono("id", &image.id),
        text("name", &image.name),
        text("version", &image.version),
        text("os", &image.os),
        text("type", &image.type_),
        text("state", &image.state),
        text("description", &image.description),
        link("homepage", &image.homepage),
        link("eula", &image.eula),
        number("image_size", &image.image_size, format::mebibytes, "MiB"),
        said("published_at", published, "said"),
        owner(page, &image.owner),
        said("public", visibility(image), "said"),
        mono("origin", &image.origin),
    ];
    view! {
        <Card title="Overview">
            <Definition>{facts}</Definition>
        </Card>
    }
    .into_any()
}

/// Who sees it, in words, beside the API's own value.
fn visibility(image: &Image) -> Lenient<Said> {
    map(&image.public, |public| {
        let shared = image.acl_accounts().count() as u64;
        let words = match (public, shared) {
            (true, _) => "Public: every account sees it".to_owned(),
            (false, 0) => "Private: only its owner sees it".to_owned(),
            (false, n) => format!("Private, shared with {}", format::plural(n, "account")),
        };
        Said::new(words, public.to_string())
    })
}

/// An account, marked when it is the caller's own.
pub fn account(page: Page, id: &str) -> AnyView {
    let accounts = use_accounts();
    let own = id.to_owned();
    let you = move || {
        let mine = accounts.of(&page.connection()).id.is_some_and(|mine| mine == own);
        if mine { " (you)" } else { "" }.to_owned()
    };
    let id = el("span").class("mono").text(id);
    el("span").child(id).child(el("span").text_with(you)).into_any()
}

fn owner(page: Page, owner: &Lenient<String>) -> AnyView {
    match owner {
        Lenient::Value(id) => fact("owner", account(page, id), Some(id.clone())),
        Lenient::Wrong(raw) => fact("owner", odd(raw), Some(raw.clone())),
        Lenient::Absent => fact("owner", absent(), None),
    }
}
