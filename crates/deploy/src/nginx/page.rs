//! The console's own files.

use crate::paths::TYPES;
use crate::plan::{Page, Plan};
use crate::text::Text;

/// The locations of the page below its base.
pub fn write(text: &mut Text, plan: &Plan, page: &Page) {
    let types: Vec<String> = TYPES.iter().map(|(ending, kind)| format!("{kind} {ending};")).collect();
    text.block(&format!("location {}", page.base), |text| {
        text.line(&format!("alias {}/;", page.root));
        text.line("try_files $uri $console_fallback =404;");
        text.line(&format!("types {{ {} }}", types.join(" ")));
        text.line("default_type application/octet-stream;");
        text.line("charset utf-8;");
        text.line("charset_types text/css text/javascript text/plain;");
        text.line("gzip_static on;");
        if plan.brotli {
            text.line("brotli_static on;");
        }
        text.line("gzip_vary on;");
        text.line("etag on;");
    });
    if page.base != "/" {
        let bare = page.base.trim_end_matches('/');
        text.line(&format!("location = {bare} {{ return 301 {}; }}", page.base));
        text.line("location / { return 404; }");
    }
}
