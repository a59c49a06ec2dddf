//! The upstream's own CORS, which does not let a page sign requests (section 2.5).

use super::route;
use crate::wire::{Request, Response};

/// Request headers that a preflight may ask for.
const ADMITTED: [&str; 7] =
    ["accept", "accept-version", "content-type", "request-id", "origin", "x-api-version", "x-request-id"];

/// Adds the headers of a normal reply.
pub fn decorate(response: &mut Response, methods: &str) {
    let headers = &mut response.headers;
    headers.push("Access-Control-Allow-Origin", "*");
    headers.push(
        "Access-Control-Allow-Headers",
        "Accept, Accept-Version, Content-Length, Content-MD5, Content-Type, Date, Api-Version, Response-Time",
    );
    headers.push("Access-Control-Allow-Methods", methods);
    headers.push("Access-Control-Expose-Headers", "Api-Version, Request-Id, Response-Time");
}

/// Answers `OPTIONS`; 405 as soon as a header outside the short list is asked for.
pub fn preflight(request: &Request) -> Response {
    let asked = request.header("access-control-request-headers").unwrap_or_default();
    let admitted = asked
        .split(',')
        .map(|name| name.trim().to_ascii_lowercase())
        .all(|name| name.is_empty() || ADMITTED.contains(&name.as_str()));
    let method = request.header("access-control-request-method").unwrap_or_default();
    match route::methods(request.path()) {
        Some(methods) if admitted && methods.split(", ").any(|known| known == method) => {
            let mut response = Response::empty(204);
            response.headers.push("Access-Control-Allow-Origin", "*");
            response.headers.push("Access-Control-Allow-Methods", methods);
            response.headers.push("Access-Control-Allow-Headers", ADMITTED.join(", "));
            response.headers.push("Access-Control-Max-Age", "3600");
            response
        }
        methods => {
            let message = "OPTIONS is not allowed";
            let body = serde_json::json!({"code": "MethodNotAllowedError", "message": message});
            let mut response = Response::json(405, &body);
            response.headers.push("Allow", methods.unwrap_or("GET, HEAD"));
            response
        }
    }
}
