//! One style sheet in place of the many that the source has: nine files compressed one by one are a
//! fifth larger than one, and each costs the page a link with a digest, which does not compress.

use std::fs;
use std::path::Path;

use super::named;
use crate::failure::{Attempting, Failure, Outcome};
use crate::source::html;

/// Joins the style sheets that `dist/index.html` links, in its order, and links the one that comes of it.
pub fn join(dist: &Path) -> Outcome {
    let address = dist.join("index.html");
    let page = fs::read_to_string(&address).attempting("read dist/index.html")?;
    let mut whole = String::new();
    let names = linked(&page);
    for name in &names {
        let sheet = fs::read_to_string(dist.join(name)).attempting(format!("read dist/{name}"))?;
        whole.push_str(sheet.trim_end());
        whole.push('\n');
    }
    let (name, integrity) = named::write(dist, "style", "css", &whole)?;
    let link = format!("<link href=./{name} integrity={integrity} rel=stylesheet>");
    let page = relinked(&page, &link).ok_or_else(|| Failure::new("dist/index.html links no style sheet."))?;
    fs::write(address, page).attempting("write dist/index.html")?;
    for old in names.iter().filter(|old| **old != name) {
        fs::remove_file(dist.join(old)).attempting(format!("remove dist/{old}"))?;
    }
    Ok(())
}

fn linked(page: &str) -> Vec<String> {
    let elements = html::elements(page);
    let sheets = elements.iter().filter(|e| e.attribute("rel") == Some("stylesheet"));
    sheets.filter_map(|e| Some(e.attribute("href")?.trim_start_matches("./").to_owned())).collect()
}

/// The page with `link` where the first style sheet is linked, and without the other links to one.
fn relinked(page: &str, link: &str) -> Option<String> {
    let (mut out, mut rest, mut first) = (String::new(), page, true);
    while let Some((before, from)) = rest.find("<link").map(|at| rest.split_at(at)) {
        let (element, after) = from.split_at(from.find('>')? + 1);
        out.push_str(before);
        match linked(element).is_empty() {
            true => out.push_str(element),
            false if first => {
                out.push_str(link);
                first = false;
            }
            false => {}
        }
        rest = after;
    }
    out.push_str(rest);
    (!first).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_link_stands_where_the_first_one_was() {
        let page = "<link rel=icon href=i.svg><link href=./a.css integrity=x rel=stylesheet><meta>\
                    <link rel=\"stylesheet\" href=\"./b.css\"/><link rel=modulepreload href=c.js><p>";
        assert_eq!(linked(page), ["a.css", "b.css"]);
        assert_eq!(
            relinked(page, "<link new>").as_deref(),
            Some("<link rel=icon href=i.svg><link new><meta><link rel=modulepreload href=c.js><p>")
        );
        assert_eq!(relinked("<p>", "<link new>"), None);
    }
}
