//! The variables that decide: which requests are refused, what is cut from their address, and what
//! CORS says.

use super::Names;
use crate::kinds::Kind;
use crate::paths::{ASSET, ELEMENT, HASHED, MALFORMED};
use crate::plan::Plan;
use crate::policy;
use crate::quote;
use crate::text::Text;

/// Writes all of them.
pub fn write(text: &mut Text, plan: &Plan, names: &Names) {
    text.line(
        "# Dot segments however they are spelt, empty parts, NUL: no client of the console sends them.",
    );
    text.block("map $request_uri $console_malformed", |text| {
        text.line("default 0;");
        text.line(&format!("\"~*{}\" 1;", MALFORMED.replace('\\', "\\\\")));
    });
    text.line("");
    origins(text, plan);
    kinds(text, plan);
    text.line("# What an answer may do as a page: the console's own files, or an upstream's words.");
    text.block("map $console_kind $console_policy", |text| {
        text.line(&format!("default \"{}\";", policy::ANSWER));
        text.line(&format!("page \"{}\";", policy::page(plan)));
    });
    text.block("map \"$console_kind $uri\" $console_cache", |text| {
        text.line("default no-store;");
        text.line(&format!("\"~^page .*{}\" \"public, max-age=31536000, immutable\";", escaped(HASHED)));
        text.line("\"~^page \" no-cache;");
    });
    text.line("");
    element(text, plan);
    fallback(text, plan);
    if names.0.is_empty() {
        return;
    }
    text.line("# The rest of the address below each root, byte for byte as it came.");
    for (_, route, name) in names.each(plan) {
        let path = escaped(&quote::pattern(&route.path));
        text.block(&format!("map $request_uri $console_to_{name}"), |text| {
            text.line("default \"\";");
            text.line(&format!("\"~^{path}(/.*)$\" $1;"));
        });
    }
    text.line("");
}

fn origins(text: &mut Text, plan: &Plan) {
    let known: Vec<String> = plan.known_origins().map(ToString::to_string).collect();
    let told: Vec<String> = plan.cors_origins().into_iter().map(ToString::to_string).collect();
    text.line("# Pages of these origins may call; those on another origin than the API are told so by CORS.");
    text.block("map $http_origin $console_caller", |text| {
        text.line("default foreign;");
        text.line("\"\" none;");
        for origin in &known {
            text.line(&format!("\"{}\" known;", exactly(origin)));
        }
    });
    text.block("map $http_origin $console_origin", |text| {
        text.line("default \"\";");
        for origin in &told {
            text.line(&format!("\"{}\" \"{origin}\";", exactly(origin)));
        }
    });
    text.line("# Without an Origin a browser still tells where a request comes from.");
    text.block("map \"$console_caller $http_sec_fetch_site\" $console_foreign", |text| {
        text.line("default 0;");
        text.line("\"~^foreign \" 1;");
        text.line("\"none cross-site\" 1;");
        text.line("\"none same-site\" 1;");
    });
    text.block("map \"$request_method $console_origin\" $console_options", |text| {
        text.line("default \"\";");
        text.line("\"~^OPTIONS .\" preflight;");
    });
    text.line("");
}

fn kinds(text: &mut Text, plan: &Plan) {
    let routes = || plan.sites.iter().flat_map(|site| &site.routes);
    let used: Vec<Kind> =
        Kind::ALL.into_iter().filter(|kind| routes().any(|route| route.kind == *kind)).collect();
    let table = |text: &mut Text, variable: &str, when: &str, of: &dyn Fn(Kind) -> Vec<&'static str>| {
        text.block(&format!("map \"$console_kind $console_options $console_origin\" {variable}"), |text| {
            text.line("default \"\";");
            for kind in &used {
                text.line(&format!("\"~^{} {when} .\" \"{}\";", kind.word(), of(*kind).join(", ")));
            }
        });
    };
    if used.is_empty() {
        return;
    }
    table(text, "$console_methods", "preflight", &|kind| plan.methods(kind));
    table(text, "$console_headers", "preflight", &|kind| kind.request_headers().to_vec());
    table(text, "$console_exposed", "", &|kind| kind.exposed_headers().to_vec());
    text.block("map $console_options $console_max_age", |text| {
        text.line("default \"\";");
        text.line("preflight 600;");
    });
    text.line("");
}

/// What is said of the one script that embedding sites load, and of everything else.
fn element(text: &mut Text, plan: &Plan) {
    let Some(page) = plan.embedded_page() else { return };
    let file = format!("page {}{ELEMENT}", page.base);
    text.line("# The script with which other sites show the page in a frame of theirs, and who may read it.");
    text.block("map \"$console_kind $uri\" $console_resources", |text| {
        text.line(&format!("default {};", policy::resources(plan)));
        text.line(&format!("\"{}\" cross-origin;", exactly(&file)));
    });
    text.block("map \"$console_kind $uri\" $console_vary", |text| {
        text.line(if plan.cors_origins().is_empty() { "default \"\";" } else { "default Origin;" });
        text.line(&format!("\"{}\" Origin;", exactly(&file)));
    });
    text.block("map \"$console_kind $uri $http_origin\" $console_reader", |text| {
        text.line("default $console_origin;");
        for origin in plan.element_origins() {
            text.line(&format!("\"{}\" \"{origin}\";", exactly(&format!("{file} {origin}"))));
        }
    });
    // With leave to send cookies it also passes a guard that knows people by one.
    text.block("map \"$console_kind $uri $console_reader\" $console_credentials", |text| {
        text.line("default \"\";");
        text.line(&format!("\"~^{} .\" true;", escaped(&quote::pattern(&file))));
    });
    text.line("");
}

/// Which file stands in for an address that is none: `index.html` for navigations.
fn fallback(text: &mut Text, plan: &Plan) {
    let Some(page) = plan.sites.iter().find_map(|site| site.page.as_ref()) else { return };
    let base = escaped(&quote::pattern(&page.base));
    text.line("# Screens of the console are no files: a navigation gets the page, a missing asset 404.");
    text.block("map \"$http_sec_fetch_mode;$http_accept\" $console_navigation", |text| {
        text.line("default 0;");
        text.line("\"~^navigate;\" 1;");
        text.line("\"~^;.*text/html\" 1;");
    });
    text.block("map \"$console_navigation $uri\" $console_fallback", |text| {
        text.line("default /.none;");
        text.line(&format!("\"~^. {base}$\" {}index.html;", page.base));
        text.line(&format!("\"~* .*{}\" /.none;", escaped(ASSET)));
        text.line(&format!("\"~^1 {base}\" {}index.html;", page.base));
    });
    text.line("");
}

/// A key of a map that fits this text only. A pattern, because nginx refuses plain keys beyond some
/// fifty characters, which origins may have.
fn exactly(text: &str) -> String {
    format!("~^{}$", escaped(&quote::pattern(text)))
}

/// A pattern within quotation marks, where nginx takes a backslash before a backslash away.
fn escaped(pattern: &str) -> String {
    pattern.replace('\\', "\\\\")
}
