//! Addresses: an endpoint joined with a target, and what of it may be shown. Pure text.

use image_console_core::Method;

/// Parts of parameter names whose values stay out of messages (pre-signed URLs, tokens).
const SECRET: [&str; 6] = ["signature", "token", "secret", "password", "credential", "passphrase"];

/// The URL of a target at an endpoint. The endpoint may carry a path prefix and trailing slashes,
/// or be relative to the page (`/triton/us-1`); the target begins with `/`.
#[must_use]
pub fn join(endpoint: &str, target: &str) -> String {
    let root = endpoint.trim().trim_end_matches('/');
    let slash = if target.starts_with('/') { "" } else { "/" };
    format!("{root}{slash}{target}")
}

/// Method and URL as shown to people and kept in errors: without user name, password, and the
/// values of parameters that authenticate.
#[must_use]
pub fn shown(method: Method, url: &str) -> String {
    let url = without_user(url);
    let Some((path, query)) = url.split_once('?') else { return format!("{method} {url}") };
    let pairs: Vec<String> = query.split('&').map(masked).collect();
    format!("{method} {path}?{}", pairs.join("&"))
}

/// Scheme and authority of an absolute URL, without user name; `None` for a relative one.
#[must_use]
pub fn origin(url: &str) -> Option<String> {
    let url = without_user(url);
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    Some(format!("{}://{}", scheme.to_ascii_lowercase(), authority.to_ascii_lowercase()))
}

/// Whether the URL carries a user name: fetch refuses such a URL.
#[must_use]
pub(super) fn has_user(url: &str) -> bool {
    without_user(url).len() != url.len()
}

fn without_user(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}{tail}")
}

fn masked(pair: &str) -> String {
    let Some((name, _)) = pair.split_once('=') else { return pair.to_owned() };
    let lower = name.to_ascii_lowercase();
    if SECRET.iter().any(|s| lower.contains(s)) { format!("{name}=***") } else { pair.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_may_have_a_prefix_and_slashes() {
        for endpoint in ["https://h/p", "https://h/p/", " https://h/p// "] {
            assert_eq!(join(endpoint, "/my/images?state=all"), "https://h/p/my/images?state=all");
        }
        assert_eq!(join("", "/my/images"), "/my/images");
        assert_eq!(join("/", "/my/images"), "/my/images");
        assert_eq!(join("triton/us-1", "my"), "triton/us-1/my");
    }

    #[test]
    fn what_authenticates_is_not_shown() {
        assert_eq!(
            shown(Method::Get, "https://me:pw@h:1/a?x=1&signature=abc%3D&Access_Token=t&y"),
            "GET https://h:1/a?x=1&signature=***&Access_Token=***&y"
        );
        assert!(has_user("https://me@h/"));
        assert!(!has_user("https://h/a@b"));
    }

    #[test]
    fn origins() {
        assert_eq!(origin("HTTPS://Host:8443/a?b://c"), Some("https://host:8443".to_owned()));
        assert_eq!(origin("/triton"), None);
    }
}
