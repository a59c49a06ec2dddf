//! Which spellings of a path no client of the console sends: the one rule both servers are given.

/// A part of a path that is `.` or `..` however it is written, also before `;` as some servers read
/// it, an empty part, and NUL. Without flags, for a match that ignores case over path and query as
/// they came.
///
/// The query is left out by `[^?]*`: there such text is data.
pub const MALFORMED: &str = r"^[^?]*((/|%2f|\\|%5c)(\.|%2e)(\.|%2e)?(/|%2f|\\|%5c|;|%3b|\?|$)|//|%00)";

/// Names with a digest in them, as the build makes them: they never change.
pub const HASHED: &str = r"-[0-9a-f]{12,16}(_bg)?\.(css|js|wasm|svg)$";

/// Names that are files and never a screen of the console: a missing one is 404.
pub const ASSET: &str = r"\.(css|js|mjs|wasm|json|svg|png|ico|webp|woff2|map|txt|br|gz|webmanifest)$";

/// The one file that pages of other origins load: it shows the console in a frame of theirs. A module,
/// which browsers fetch from elsewhere only with leave by CORS.
pub const ELEMENT: &str = "image-console-element.js";

/// Types by the endings of the built files.
pub const TYPES: [(&str, &str); 10] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("webmanifest", "application/manifest+json"),
    ("txt", "text/plain"),
];

/// Headers of upstreams that must not reach a page: they would speak for the console's own origin.
pub const HIDDEN: [&str; 22] = [
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Headers",
    "Access-Control-Expose-Headers",
    "Access-Control-Max-Age",
    "Alt-Svc",
    "Cache-Control",
    "Clear-Site-Data",
    "Content-Security-Policy",
    "Content-Security-Policy-Report-Only",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Refresh",
    "Service-Worker-Allowed",
    "Set-Cookie",
    "Strict-Transport-Security",
    "WWW-Authenticate",
    "X-Content-Type-Options",
    "X-Frame-Options",
];

/// Headers of the browser that are nobody's business upstream.
pub const WITHHELD: [&str; 8] = [
    "Cookie",
    "Forwarded",
    "Origin",
    "Referer",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-IP",
];
