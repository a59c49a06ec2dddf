//! The start tags of a page and what stands between a script's tags.

/// One start tag.
#[derive(Debug)]
pub struct Element {
    /// Lower case.
    pub name: String,
    /// In order; a bare attribute has an empty value.
    pub attributes: Vec<(String, String)>,
    /// The text up to the next tag.
    pub text: String,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The start tags of `page` in order; comments hold none.
pub fn elements(page: &str) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = split_tag(after);
        rest = after;
        if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, attributes) =
                tag.split_once(|c: char| c.is_whitespace() || c == '/').unwrap_or((tag, ""));
            let text = rest.split('<').next().unwrap_or_default().trim().to_owned();
            elements.push(Element {
                name: name.to_lowercase(),
                attributes: read_attributes(attributes),
                text,
            });
        }
    }
    elements
}

/// Up to the `>` that is not inside a quoted value.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => {
                return (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
            }
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    (text, "")
}

fn read_attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => read_value(value.trim_start()),
            None => ("", after.trim_start_matches('/')),
        };
        if !name.is_empty() {
            attributes.push((name.to_lowercase(), value.to_owned()));
        }
        rest = after.trim_start();
    }
    attributes
}

fn read_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_attributes_and_script_text() {
        let page = "<!doctype html><!-- <script>no</script> --><LINK rel=stylesheet href='./a.css'/>\
                    <script async src=\"b.js\" data-x=\"a > b\"></script><script>let x = 1;</script>";
        let found = elements(page);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].name, "link");
        assert_eq!(found[0].attribute("href"), Some("./a.css"));
        assert_eq!(found[1].attribute("async"), Some(""));
        assert_eq!(found[1].attribute("data-x"), Some("a > b"));
        assert_eq!((found[1].text.as_str(), found[2].text.as_str()), ("", "let x = 1;"));
    }
}
