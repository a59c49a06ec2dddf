//! The address bar. Route text is the address below the base of the page, without a leading
//! slash: `images?state=all`.

use wasm_bindgen::JsValue;
use web_sys::{Url, window};

use crate::js::BrowserError;
use crate::listener::Listener;

/// The path below which the console lives, with a slash at both ends: from `<base href>`.
#[must_use]
pub fn base() -> String {
    let uri = window().and_then(|w| w.document()).and_then(|d| d.base_uri().ok().flatten());
    let path = uri.and_then(|uri| Url::new(&uri).ok()).map(|url| url.pathname());
    directory(path.as_deref().unwrap_or("/")).to_owned()
}

/// The route text of the present address, query included. An address outside the base is given
/// whole, with its leading slash.
#[must_use]
pub fn current() -> String {
    let Some(location) = window().map(|w| w.location()) else { return String::new() };
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    format!("{}{query}", below(&base(), &path).unwrap_or(&path))
}

/// Goes to a route: Back returns to the present one.
///
/// # Errors
/// When the browser refuses, e.g. because of too many changes in a short time.
pub fn push(route: &str) -> Result<(), BrowserError> {
    let url = href(route);
    Ok(history()?.push_state_with_url(&JsValue::NULL, "", Some(&url))?)
}

/// Changes the address without a step for Back: while typing in a filter.
///
/// # Errors
/// As [`push`].
pub fn replace(route: &str) -> Result<(), BrowserError> {
    let url = href(route);
    Ok(history()?.replace_state_with_url(&JsValue::NULL, "", Some(&url))?)
}

/// One step back.
///
/// # Errors
/// As [`push`].
pub fn back() -> Result<(), BrowserError> {
    Ok(history()?.back()?)
}

/// The address of a route as it stands in a link.
#[must_use]
pub fn href(route: &str) -> String {
    format!("{}{}", base(), route.trim_start_matches('/'))
}

/// Scheme, host and port of this page: what an endpoint that is only a path is relative to.
#[must_use]
pub fn origin() -> String {
    window().and_then(|w| w.location().origin().ok()).unwrap_or_default()
}

/// Calls back with the new route text after Back and Forward.
pub fn on_popstate(callback: impl Fn(String) + 'static) -> Listener {
    Listener::new(window(), "popstate", move |_| callback(current()))
}

fn history() -> Result<web_sys::History, BrowserError> {
    let window = window().ok_or_else(|| BrowserError::says("there is no window"))?;
    Ok(window.history()?)
}

/// What of a path lies below the base: empty for the base itself, with or without its slash.
pub(super) fn below<'a>(base: &str, path: &'a str) -> Option<&'a str> {
    if path == base.trim_end_matches('/') {
        return Some("");
    }
    path.strip_prefix(base)
}

fn directory(path: &str) -> &str {
    path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_a_directory() {
        assert_eq!(directory("/"), "/");
        assert_eq!(directory("/console/index.html"), "/console/");
        assert_eq!(directory(""), "/");
    }

    #[test]
    fn addresses_below_the_base_are_ours() {
        assert_eq!(below("/", "/images"), Some("images"));
        assert_eq!(below("/console/", "/console/images/a"), Some("images/a"));
        assert_eq!(below("/console/", "/console"), Some(""));
        assert_eq!(below("/console/", "/consoles/images"), None);
    }
}
