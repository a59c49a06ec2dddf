//! With whom the image is shared (contract §3 `acl`).

use image_console_ui::el::el;
use image_console_ui::{Card, CopyButton};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::Image;
use leptos::prelude::*;

use super::overview::account;
use super::page::Page;
use crate::pages::resource::field::{note, odd};

/// The card.
pub fn card(page: Page, image: &Image) -> AnyView {
    let body = match &image.acl {
        Lenient::Absent => note("Shared with no single account. The API leaves acl out when it is empty."),
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(accounts) if accounts.is_empty() => {
            note("Shared with no single account: acl is empty.")
        }
        Lenient::Value(accounts) => {
            let items = accounts.iter().map(|one| entry(page, one));
            items.fold(el("ul").class("fact-list pad"), |all, item| all.child(el("li").view(item))).into_any()
        }
    };
    let without_effect = image.public.value() == Some(&true) && !image.acl.is_absent();
    let remark = without_effect
        .then(|| note("The image is public, so every account sees it and the ACL has no effect now."));
    view! { <Card title="Access (acl)">{remark} {body}</Card> }.into_any()
}

fn entry(page: Page, one: &Lenient<String>) -> AnyView {
    match one {
        Lenient::Absent => note("One entry is null."),
        Lenient::Wrong(raw) => odd(raw),
        Lenient::Value(id) => {
            let text = id.clone();
            let label = format!("Copy account {id}");
            view! { {account(page, id)} " " <CopyButton text label icon_only=true /> }.into_any()
        }
    }
}
