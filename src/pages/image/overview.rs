//! The fields of the image object itself, in the order of the API's documents (contract §3).

use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Card, Definition, Glyph, Icon};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::Image;
use leptos::prelude::*;

use super::field::{Said, absent, fact, map, mono, number, odd, said, text};
use super::page::Page;
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

/// An address that somebody else wrote: a link only where following it can do no harm.
fn link(name: &str, field: &Lenient<String>) -> AnyView {
    let Some(address) = field.text().filter(|address| is_web_address(address)) else {
        return text(name, field);
    };
    let link = el("a")
        .attrs(&[("href", address), ("target", "_blank"), ("rel", "noopener noreferrer")])
        .text(address)
        .text(" ")
        .view(view! { <Icon glyph=Glyph::Link /> }.into_any())
        .child(el("span").class("visually-hidden").text(" (opens in a new tab)"));
    fact(name, link.into_any(), Some(address.to_owned()))
}

fn is_web_address(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://docs.example.com/base") && is_web_address("HTTP://example.com"));
        for bad in ["javascript:alert(1)", "javascript://x", "data:text/html,x", "docs.example.com", ""] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
