//! Blanks out comments, and on request string literals, without moving a line.

/// What is replaced by spaces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Comments of every kind; strings stay.
    Comments,
    /// Comments and the inside of string literals.
    CommentsAndStrings,
}

/// The text with the same lines, less what `blank` names.
pub fn blank(text: &str, blank: Blank) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, hidden) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), true)
        } else if rest.starts_with("/*") {
            (block_comment(rest), true)
        } else if let Some(length) = raw_string(rest, &out) {
            (length, blank == Blank::CommentsAndStrings)
        } else if first == '"' {
            (string(rest), blank == Blank::CommentsAndStrings)
        } else if first == '\'' {
            (character(rest), false)
        } else {
            (first.len_utf8(), false)
        };
        let (piece, after) = rest.split_at(length);
        if hidden {
            out.extend(piece.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(piece);
        }
        rest = after;
    }
    out
}

/// The text before its module of tests, which stands at the end of a file.
pub fn before_tests(text: &str) -> &str {
    let mut searched = 0;
    while let Some(found) = text.get(searched..).and_then(|rest| rest.find("#[cfg(")) {
        let start = searched + found;
        let Some((attribute, after)) = text.get(start..).and_then(|rest| rest.split_once(']')) else { break };
        let module = after.trim_start().trim_start_matches("pub ").starts_with("mod ");
        if attribute.contains("test") && !attribute.contains("not(test") && module {
            return text.get(..start).unwrap_or(text);
        }
        searched = start + attribute.len();
    }
    text
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// `r"…"`, `r#"…"#` and their byte forms; `before` tells them from a name that ends in `r`.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let body = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let inside = body.get(hashes..)?.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&close).map_or(inside.len(), |at| at + close.len());
    Some(text.len() - inside.len() + end)
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// `'"'` is a character; `'a` in `&'a str` is a lifetime and stands for itself.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            chars.next();
            chars.find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1)
        }
        Some(_) => chars.next().filter(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_lines_stay() {
        let text = "a // one\nb /* two\n /* nested */ */ c\n/// doc\nd";
        assert_eq!(
            blank(text, Blank::Comments).lines().map(str::trim).collect::<Vec<_>>(),
            ["a", "b", "c", "", "d"]
        );
    }

    #[test]
    fn a_string_may_look_like_a_comment_and_the_other_way_round() {
        let text = r##"x("http://y"); r#"// " no"# 'q' '"' "\"//" // "end"##;
        assert_eq!(
            blank(text, Blank::Comments).trim_end(),
            r##"x("http://y"); r#"// " no"# 'q' '"' "\"//""##
        );
        let without = blank(text, Blank::CommentsAndStrings);
        assert!(!without.contains("http") && !without.contains("no") && without.contains("'q' '\"'"));
    }

    #[test]
    fn lifetimes_do_not_open_a_literal() {
        let text = "fn f<'a>(x: &'a str) -> char { '\\'' } // gone";
        assert_eq!(blank(text, Blank::Comments).trim_end(), "fn f<'a>(x: &'a str) -> char { '\\'' }");
    }

    #[test]
    fn the_module_of_tests_is_cut_off() {
        assert_eq!(before_tests("a\n#[cfg(test)]\nmod tests { b }"), "a\n");
        assert_eq!(before_tests("a\n#[cfg(all(test, unix))]\nmod tests { b }"), "a\n");
        let kept = "#[cfg(not(test))]\nmod real;\n#[cfg(test)]\nuse x;\nb";
        assert_eq!(before_tests(kept), kept);
    }
}
