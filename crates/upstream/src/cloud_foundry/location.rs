//! Absolute URLs in answers (contract §1, §3.1): the API answers with its own host name, the page
//! reaches it through a proxy. An address is followed only when it is on the upstream itself; then
//! its path is asked for through the connection as any other.

/// The path and query of an address on the upstream, to be asked for through the connection.
///
/// `api` are the known addresses of the upstream: the `self` and `cloud_controller_v3` links of its
/// root, and the connection's own endpoint for proxies that rewrite addresses. A path without a
/// host is on the upstream by itself.
///
/// # Errors
/// Why it is not followed, in words that name the address.
pub fn target<S: AsRef<str>>(href: &str, api: &[S]) -> Result<String, String> {
    let clean = href.bytes().all(|b| b.is_ascii_graphic()) && !href.contains(['\\', '#']);
    if !clean || href.is_empty() {
        return Err(format!("The address “{}” is not a plain URL, so it was not asked.", shown(href)));
    }
    if href.starts_with('/') && !href.starts_with("//") {
        // A proxy on the page's own origin may have put its prefix in front.
        let prefixes = api.iter().map(AsRef::as_ref).filter(|address| address.starts_with('/'));
        let mut stripped = prefixes.filter_map(|p| href.strip_prefix(p.trim_end_matches('/')));
        let path = stripped.find(|rest| rest.starts_with("/v3/")).unwrap_or(href);
        return inside(path, href);
    }
    let Some(url) = Url::split(href) else {
        return Err(format!("The address {href} is not an http(s) URL of the API, so it was not asked."));
    };
    let mut known = Vec::new();
    for address in api.iter().filter_map(|address| Url::split(address.as_ref())) {
        let prefix = address.rest.trim_end_matches('/');
        let prefix = prefix.strip_suffix("/v3").unwrap_or(prefix);
        if address.same_host(&url)
            && let Some(rest) = url.rest.strip_prefix(prefix)
            && rest.starts_with("/v3/")
        {
            return inside(rest, href);
        }
        known.push(address.authority);
    }
    Err(match known.first() {
        Some(_) if known.iter().any(|host| host.eq_ignore_ascii_case(url.authority)) => {
            format!("The address {href} is not below /v3 of the API, so it was not asked.")
        }
        Some(host) => format!("The address {href} is not on the API's own host {host}, so it was not asked."),
        None => format!("The API's own host is not known here, so the address {href} was not asked."),
    })
}

/// The guid at the end of an address such as `…/v3/jobs/{guid}`.
#[must_use]
pub fn guid(target: &str, collection: &str) -> Option<String> {
    let path = target.split('?').next()?;
    let rest = path.split_once("/v3/")?.1;
    let guid = rest.strip_prefix(collection)?.strip_prefix('/')?.trim_end_matches('/');
    let guid = image_console_core::encode::decode(guid)?;
    (!guid.is_empty() && !guid.contains('/')).then_some(guid)
}

/// A path that a browser would not turn into another one.
fn inside(path: &str, href: &str) -> Result<String, String> {
    let lower = path.split('?').next().unwrap_or_default().to_ascii_lowercase().replace("%2e", ".");
    if !lower.starts_with("/v3/") || lower.split('/').any(|part| part == "." || part == "..") {
        return Err(format!("The address {href} is not below /v3 of the API, so it was not asked."));
    }
    Ok(path.to_owned())
}

/// The beginning of an odd text, without control characters.
fn shown(text: &str) -> String {
    text.chars().take(200).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

struct Url<'a> {
    https: bool,
    authority: &'a str,
    host: &'a str,
    port: u16,
    /// Path and query.
    rest: &'a str,
}

impl<'a> Url<'a> {
    fn split(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let https = scheme.eq_ignore_ascii_case("https");
        if !https && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
            _ => (authority, if https { 443 } else { 80 }),
        };
        let fine = !host.is_empty() && !authority.contains('@');
        fine.then_some(Self { https, authority, host, port, rest })
    }

    fn same_host(&self, other: &Self) -> bool {
        self.https == other.https && self.port == other.port && self.host.eq_ignore_ascii_case(other.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::testing::{API, JOB};

    #[test]
    fn an_address_on_the_api_becomes_a_target() {
        let wanted = format!("/v3/jobs/{JOB}");
        for (href, api) in [
            (format!("{API}{wanted}"), API),
            (format!("{API}{wanted}"), "https://api.sys.example.local/v3"),
            (format!("HTTPS://API.SYS.example.local:443{wanted}"), "https://api.sys.example.local/"),
            (format!("https://console.example/cf{wanted}"), "https://console.example/cf/"),
            (wanted.clone(), API),
            (format!("/cf{wanted}"), "/cf"),
        ] {
            assert_eq!(target(&href, &[api]), Ok(wanted.clone()), "{href}");
        }
        assert_eq!(
            target(&format!("{API}/v3/service_instances?page=2&per_page=50"), &["https://other", API]),
            Ok("/v3/service_instances?page=2&per_page=50".to_owned())
        );
        assert_eq!(guid(&wanted, "jobs").as_deref(), Some(JOB));
        for other in ["/v3/jobs/", "/v3/jobs/a/b", "/v3/apps/a", "/v2/jobs/a"] {
            assert_eq!(guid(other, "jobs"), None, "{other}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_words() {
        for (href, words) in [
            ("https://evil.example/v3/jobs/1", "not on the API's own host api.sys.example.local"),
            ("https://api.sys.example.local.evil.example/v3/jobs/1", "not on the API's own host"),
            ("https://api.sys.example.local@evil.example/v3/jobs/1", "not an http(s) URL"),
            ("http://api.sys.example.local/v3/jobs/1", "not below /v3"),
            ("https://api.sys.example.local:8443/v3/jobs/1", "not on the API's own host"),
            ("https://api.sys.example.local/v2/jobs/1", "not below /v3"),
            ("https://api.sys.example.local/v3/../admin", "not below /v3"),
            ("https://api.sys.example.local/v3/%2E%2e/admin", "not below /v3"),
            ("//evil.example/v3/jobs/1", "not an http(s) URL"),
            ("/\\evil.example/v3/jobs/1", "not a plain URL"),
            ("/v2/jobs/1", "not below /v3"),
            ("javascript:alert(1)", "not an http(s) URL"),
            ("https://api.sys.example.local/v3/jobs/1#x", "not a plain URL"),
            ("https://api.sys.example.local/v3/jobs/ 1", "not a plain URL"),
            ("", "not a plain URL"),
        ] {
            let message = target(href, &[API]).expect_err(href);
            assert!(message.contains(words), "{href}: {message}");
        }
        let message = target::<&str>("https://api.sys.example.local/v3/jobs/1", &[]).expect_err("unknown");
        assert!(message.contains("not known here"), "{message}");
    }
}
