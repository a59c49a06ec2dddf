//! The console's own files.

use super::cel;
use crate::paths::{ASSET, ELEMENT, HASHED};
use crate::plan::{Page, Plan};
use crate::policy;
use crate::text::Text;

/// The files of the page below its base.
pub fn write(text: &mut Text, plan: &Plan, page: &Page) {
    let bare = page.base.trim_end_matches('/');
    let base = cel(&page.base);
    if !bare.is_empty() {
        text.line(&format!("redir {bare} {} permanent", page.base));
    }
    text.line(&format!("@page expression `{{http.request.orig_uri}}.startsWith({base})`"));
    text.block("route @page", |text| {
        text.line(&format!("header Content-Security-Policy \"{}\"", policy::page(plan)));
        text.line("@write not method GET HEAD");
        text.line("respond @write 405");
        if !bare.is_empty() {
            text.line(&format!("uri strip_prefix {bare}"));
        }
        text.line(&format!("root * {}", page.root));
        text.line("@start path /");
        text.line("rewrite @start /index.html");
        text.line("# Screens of the console are no files: a navigation gets the page, a missing asset 404.");
        text.block("@screen", |text| {
            text.line("not file {path}");
            text.line(&format!("not path_regexp \"(?i){ASSET}\""));
            let mode = "{http.request.header.Sec-Fetch-Mode}";
            let accept = "{http.request.header.Accept}";
            text.line(&format!(
                "expression `{mode} == \"navigate\" || ({mode} == \"\" && {accept}.contains(\"text/html\"))`"
            ));
        });
        text.line("rewrite @screen /index.html");
        text.line("@missing not file {path}");
        text.line("respond @missing 404");
        text.line(&format!("@hashed path_regexp \"{HASHED}\""));
        text.line("header Cache-Control no-cache");
        text.line("header @hashed Cache-Control \"public, max-age=31536000, immutable\"");
        element(text, plan);
        // Only compressed answers say so by themselves.
        let vary = if plan.cors_origins().is_empty() { "" } else { ", Origin" };
        text.block("header", |text| {
            text.line(&format!("Vary \"Accept-Encoding{vary}\""));
            text.line("defer");
        });
        text.block("file_server", |text| {
            text.line("precompressed br gzip");
            text.line("disable_canonical_uris");
        });
    });
}

/// The script with which other sites show the page in a frame of theirs.
fn element(text: &mut Text, plan: &Plan) {
    if plan.embedded_page().is_none() {
        return;
    }
    let readers: Vec<String> =
        plan.element_origins().into_iter().map(|origin| cel(&origin.to_string())).collect();
    text.line("# The script with which other sites show the page in a frame of theirs, and who may read it.");
    text.line(&format!("@element path /{ELEMENT}"));
    // Before the same for all files: of two that are deferred the first has the last word.
    text.block("header @element", |text| {
        text.line("Cross-Origin-Resource-Policy cross-origin");
        text.line("Vary \"Accept-Encoding, Origin\"");
        text.line("defer");
    });
    text.block("@reader", |text| {
        text.line(&format!("path /{ELEMENT}"));
        text.line(&format!("expression `{{http.request.header.Origin}} in [{}]`", readers.join(", ")));
    });
    text.block("header @reader", |text| {
        text.line("Access-Control-Allow-Origin {http.request.header.Origin}");
        // With leave to send cookies it also passes a guard that knows people by one.
        text.line("Access-Control-Allow-Credentials true");
    });
}
