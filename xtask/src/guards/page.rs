//! `index.html`, as written and as built: nothing inline, everything with its digest.

use crate::source::html::{Element, elements};

/// Inline scripts, styles and handlers.
pub fn nothing_inline(name: &str, page: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for element in elements(page) {
        let tag = &element.name;
        if tag == "style" {
            broken.push(format!("{name}: an inline <style>"));
        }
        if tag == "script" && (element.attribute("src").is_none() || !element.text.is_empty()) {
            broken.push(format!("{name}: an inline <script>"));
        }
        for (key, value) in &element.attributes {
            if key == "style" || (key.starts_with("on") && key.len() > 2) {
                broken.push(format!("{name}: <{tag} {key}=…>"));
            }
            if value.trim_start().to_lowercase().starts_with("javascript:") {
                broken.push(format!("{name}: <{tag} {key}=\"javascript:…\">"));
            }
        }
    }
    broken
}

/// Style sheets that lie in `style/` and that the page does not link, and the order of the first.
pub fn unlinked_styles(sheets: &[String], page: &str) -> Vec<String> {
    let elements = elements(page);
    let linked: Vec<&str> = elements
        .iter()
        .filter(|element| element.attribute("rel") == Some("css"))
        .filter_map(|element| element.attribute("href"))
        .collect();
    let mut broken: Vec<String> = sheets
        .iter()
        .filter(|sheet| !linked.contains(&sheet.as_str()))
        .map(|sheet| format!("index.html: does not link {sheet}"))
        .collect();
    if linked.first().is_some_and(|first| *first != "style/tokens.css") {
        broken.push("index.html: style/tokens.css must be linked first, it orders the layers".to_owned());
    }
    broken
}

/// In the built page every script, style sheet and preload carries a digest.
pub fn digests(name: &str, page: &str) -> Vec<String> {
    elements(page)
        .iter()
        .filter(|element| needs_digest(element))
        .filter(|element| element.attribute("integrity").is_none_or(str::is_empty))
        .map(|element| {
            let address = element.attribute("src").or(element.attribute("href")).unwrap_or_default();
            format!("{name}: {address} has no digest")
        })
        .collect()
}

fn needs_digest(element: &Element) -> bool {
    match element.name.as_str() {
        "script" => true,
        "link" => element
            .attribute("rel")
            .is_some_and(|rel| matches!(rel, "stylesheet" | "preload" | "modulepreload")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_things_are_found() {
        let page =
            "<style>a{}</style><script>x()</script><p style='a'><a onclick=x() href=\" JavaScript:y\">";
        assert_eq!(
            nothing_inline("i.html", page),
            [
                "i.html: an inline <style>",
                "i.html: an inline <script>",
                "i.html: <p style=…>",
                "i.html: <a onclick=…>",
                "i.html: <a href=\"javascript:…\">",
            ]
        );
        let clean = "<link rel=stylesheet href=a.css><script src=a.js></script><p class=on>on</p>";
        assert!(nothing_inline("i.html", clean).is_empty());
    }

    #[test]
    fn a_forgotten_style_sheet_is_named() {
        let sheets = ["style/dialog.css".to_owned(), "style/tokens.css".to_owned()];
        let page =
            |names: [&str; 2]| names.map(|name| format!("<link data-trunk rel=css href={name}>")).concat();
        assert!(unlinked_styles(&sheets, &page(["style/tokens.css", "style/dialog.css"])).is_empty());
        assert_eq!(
            unlinked_styles(&sheets, &page(["style/base.css", "style/tokens.css"])),
            [
                "index.html: does not link style/dialog.css",
                "index.html: style/tokens.css must be linked first, it orders the layers",
            ]
        );
    }

    #[test]
    fn what_is_loaded_without_a_digest_is_named() {
        let page = "<link rel=icon href=i.svg><link rel=stylesheet href=a.css integrity=''>\
                    <script src=b.js></script><link rel=preload href=c integrity=sha384-x>";
        assert_eq!(digests("i.html", page), ["i.html: a.css has no digest", "i.html: b.js has no digest"]);
    }
}
