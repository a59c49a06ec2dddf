//! Links inside the console: one listener for the whole document turns clicks into routes.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent, window};

use super::history;
use crate::listener::Listener;

/// Calls back with the route text of each plain left click on a link below the base. Clicks with a
/// modifier key, on links with `target` or `download`, to other sites, and such that someone has
/// handled are left to the browser. Links within the page (`#…`) move the focus.
pub fn on_route(callback: impl Fn(String) + 'static) -> Listener {
    Listener::new(document(), "click", move |event| {
        let Some(link) = plain_click(&event) else { return };
        if let Some(fragment) =
            link.get_attribute("href").and_then(|h| h.strip_prefix('#').map(str::to_owned))
        {
            // With a <base>, the browser would leave the present address.
            if let Some(target) = focus_target(&fragment) {
                event.prevent_default();
                target.scroll_into_view();
                let _ = target.focus();
            }
        } else if let Some(route) = route_of(&link) {
            event.prevent_default();
            callback(route);
        }
    })
}

fn document() -> Option<Document> {
    window()?.document()
}

fn plain_click(event: &Event) -> Option<HtmlAnchorElement> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if event.default_prevented() || click.button() != 0 || modified {
        return None;
    }
    let element: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let elsewhere = !matches!(link.target().as_str(), "" | "_self");
    (!elsewhere && !link.has_attribute("download")).then_some(link)
}

fn route_of(link: &HtmlAnchorElement) -> Option<String> {
    let location = window()?.location();
    if link.protocol() != location.protocol().ok()? || link.host() != location.host().ok()? {
        return None;
    }
    let path = link.pathname();
    Some(format!("{}{}", history::below(&history::base(), &path)?, link.search()))
}

fn focus_target(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
