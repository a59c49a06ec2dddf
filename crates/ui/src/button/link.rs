//! A link that looks like a button: what it leads to has an address.

use super::Kind;
use crate::{Glyph, el::el};
use leptos::prelude::*;

/// A link with the look of a button.
#[component]
pub fn LinkButton(
    /// What it leads to.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    kind: Kind,
    /// Before the label.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// The file name when following it saves a file; empty otherwise.
    #[prop(into, optional)]
    download: String,
) -> AnyView {
    let link = el("a").class(kind.class()).bind("href", move || Some(href.get()));
    let link = link.maybe_attr("download", Some(download.as_str()).filter(|name| !name.is_empty()));
    link.maybe(icon.map(crate::icon::icon)).child(el("span").text_of(label)).into_any()
}
