//! The security headers of the page and of what is proxied.

use crate::plan::{Plan, Site};

/// What the page may do: run its own script and wasm, and talk to the proxied roots.
#[must_use]
pub fn page(plan: &Plan) -> String {
    let mut connect = String::from("'self'");
    for origin in &plan.connect {
        connect.push_str(&format!(" {origin}"));
    }
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src {connect}; base-uri 'self'; form-action 'none'; frame-ancestors {}; \
         require-trusted-types-for 'script'; trusted-types default",
        ancestors(plan)
    )
}

/// What an answer of an upstream may do if somebody opens it as a page: nothing at all. Without
/// this, HTML of an upstream would run as the console.
pub const ANSWER: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Everything the console has no use for, switched off. The clipboard may be written: requests and
/// identifiers are copied, in a frame too where the site around it hands that on.
pub const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), \
     clipboard-write=(self), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), \
     gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// Two years, as the browsers' preload lists ask for; subdomains are not the console's to decide.
pub const HSTS: &str = "max-age=63072000";

/// The headers that are the same on every answer of a site, names and values.
#[must_use]
pub fn fixed(plan: &Plan, site: &Site) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ];
    // It knows no list of sites; where there is one, `frame-ancestors` alone says who.
    if plan.embedding.is_empty() || site.page.is_none() {
        headers.push(("X-Frame-Options", "DENY".to_owned()));
    }
    if site.origin.https {
        headers.push(("Strict-Transport-Security", HSTS.to_owned()));
    }
    headers
}

/// Whose pages may use an answer as a part of theirs, without reading it.
#[must_use]
pub const fn resources(plan: &Plan) -> &'static str {
    if plan.allowed_origins.is_empty() { "same-origin" } else { "cross-origin" }
}

fn ancestors(plan: &Plan) -> String {
    if plan.embedding.is_empty() {
        return "'none'".to_owned();
    }
    let origins: Vec<String> = plan.embedding.iter().map(ToString::to_string).collect();
    origins.join(" ")
}
