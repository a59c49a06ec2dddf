//! Words for a call that brought no answer. A script cannot tell a refused connection, CORS and
//! mixed content apart; what can be known from the page itself is said.

use web_sys::window;

use super::address;

/// What the page knows about itself.
pub(super) struct Page {
    /// Scheme and authority of the page.
    pub origin: String,
    /// What the browser says about the network.
    pub online: bool,
}

impl Page {
    pub(super) fn current() -> Self {
        let origin = window().and_then(|w| w.location().origin().ok()).unwrap_or_default();
        let online = window().is_none_or(|w| w.navigator().on_line());
        Self { origin, online }
    }
}

/// Why there may have been no answer from this URL.
pub(super) fn unreachable(url: &str, page: &Page) -> String {
    let target = address::origin(url).unwrap_or_else(|| page.origin.clone());
    let mut text = format!("No answer from {target} that this page may read. ");
    if target == page.origin {
        text.push_str("The connection was refused or dropped, or the server's name is not known.");
    } else if is_mixed_content(&target, &page.origin) {
        text.push_str(
            "This page came over https, the endpoint is plain http: the browser blocks that as mixed \
             content. Give the connection an https endpoint. (A refused connection, or an answer blocked \
             by CORS, would look the same.)",
        );
    } else {
        text.push_str(&format!(
            "The browser does not say why: the connection was refused or dropped, or the answer was \
             blocked by CORS because it does not allow {}, or the address is blocked as mixed content or \
             by this page's own policy (connect-src).",
            page.origin
        ));
    }
    if !page.online {
        text.push_str(" The browser says that this computer is offline.");
    }
    text
}

/// An http address from an https page, unless it is this computer: browsers trust that.
fn is_mixed_content(target: &str, page: &str) -> bool {
    let Some(host) = target.strip_prefix("http://") else { return false };
    let name = if host.starts_with('[') { host.split_inclusive(']').next() } else { host.split(':').next() }
        .unwrap_or_default();
    let local =
        name == "localhost" || name.ends_with(".localhost") || name == "[::1]" || name.starts_with("127.");
    page.starts_with("https://") && !local
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(url: &str, origin: &str, online: bool) -> String {
        unreachable(url, &Page { origin: origin.to_owned(), online })
    }

    #[test]
    fn all_that_it_may_be_is_named_with_the_address() {
        let text = said("http://api.example:8080/my?signature=x", "http://console.example", true);
        for word in ["http://api.example:8080", "refused", "CORS", "mixed content", "http://console.example"]
        {
            assert!(text.contains(word), "{word}: {text}");
        }
        assert!(!text.contains("signature"));
        assert!(!text.contains("offline"));
    }

    #[test]
    fn what_the_page_can_know_is_said() {
        let mixed = said("http://api.example/my", "https://console.example", true);
        assert!(mixed.contains("plain http"), "{mixed}");
        for local in ["http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/"] {
            assert!(!said(local, "https://console.example", true).contains("plain http"), "{local}");
        }
        assert!(said("https://api.example", "https://c.example", false).contains("offline"));
        assert!(!said("/triton/my", "https://c.example", true).contains("CORS"));
    }
}
