//! CORS as a proxy does it: for pages on this machine, with every header readable, on errors too.

use crate::wire::{Headers, Response};

/// Whether a page of this origin may call.
fn is_allowed(origin: &str) -> bool {
    let Some(authority) = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")) else {
        return false;
    };
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// Replaces whatever the upstream said about CORS.
pub fn decorate(response: &mut Response, request: &Headers) {
    for name in ["allow-origin", "allow-methods", "allow-headers", "expose-headers", "max-age"] {
        response.headers.remove(&format!("access-control-{name}"));
    }
    response.headers.push("Vary", "Origin");
    if let Some(origin) = request.get("origin").filter(|origin| is_allowed(origin)) {
        let mut names: Vec<_> = response.headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
        names.push("content-length".into());
        names.sort_unstable();
        names.dedup();
        response.headers.push("Access-Control-Allow-Origin", origin);
        response.headers.push("Access-Control-Expose-Headers", names.join(", "));
    }
}

/// Answers a preflight: whatever is asked for, for an origin that is allowed.
pub fn preflight(request: &Headers) -> Response {
    let mut response = Response::empty(204);
    response.headers.push("Vary", "Origin, Access-Control-Request-Headers");
    if let Some(origin) = request.get("origin").filter(|origin| is_allowed(origin)) {
        response.headers.push("Access-Control-Allow-Origin", origin);
        response.headers.push("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
        if let Some(asked) = request.get("access-control-request-headers") {
            response.headers.push("Access-Control-Allow-Headers", asked);
        }
        response.headers.push("Access-Control-Max-Age", "600");
    }
    response
}

/// Whether this is a preflight rather than an `OPTIONS` of the caller's own.
pub fn is_preflight(method: &str, request: &Headers) -> bool {
    method == "OPTIONS" && request.get("access-control-request-method").is_some()
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn only_pages_of_this_machine() {
        for origin in
            ["http://localhost:8080", "http://127.0.0.1:1", "https://localhost", "http://[::1]:3000"]
        {
            assert!(is_allowed(origin), "{origin}");
        }
        for origin in ["https://example.com", "http://localhost.example.com", "null", "http://127.0.0.1.x:80"]
        {
            assert!(!is_allowed(origin), "{origin}");
        }
    }
}
