//! The paths a piece of Rust names, with the trees of `use` written out.

use super::blank::{Blank, blank};

/// A path such as `crate::pages::images`, and the line it stands on (from 1).
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// Segments joined by `::`.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
}

/// Every path of two or more segments in `source`; comments and strings name none.
pub fn named(source: &str) -> Vec<Named> {
    let tokens = tokens(&blank(source, Blank::CommentsAndStrings));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = path(&tokens, at, "", &mut found).max(at + 1);
    }
    found.retain(|named| named.path.contains("::"));
    found
}

#[derive(Debug, PartialEq, Eq, Clone)]
enum Token {
    Word(String),
    Colons,
    Sign(char),
}

/// Reads one path from `at` on and gives the place after it.
fn path(tokens: &[(Token, usize)], mut at: usize, prefix: &str, found: &mut Vec<Named>) -> usize {
    let mut path = prefix.to_owned();
    let mut line = 0;
    if let Some((Token::Colons, _)) = tokens.get(at) {
        at += 1;
    }
    loop {
        match tokens.get(at) {
            Some((Token::Word(word), on)) => {
                line = *on;
                if !path.is_empty() {
                    path.push_str("::");
                }
                path.push_str(word);
                at += 1;
            }
            Some((Token::Sign('{'), _)) if !path.is_empty() && is_colons(tokens, at) => {
                return group(tokens, at + 1, &path, found);
            }
            _ => break,
        }
        match tokens.get(at) {
            Some((Token::Colons, _)) => at += 1,
            _ => break,
        }
    }
    if line > 0 {
        found.push(Named { path, line });
    }
    at
}

fn is_colons(tokens: &[(Token, usize)], at: usize) -> bool {
    at > 0 && matches!(tokens.get(at - 1), Some((Token::Colons, _)))
}

/// The members of `{a, b::c}` behind a prefix.
fn group(tokens: &[(Token, usize)], mut at: usize, prefix: &str, found: &mut Vec<Named>) -> usize {
    while let Some((token, _)) = tokens.get(at) {
        match token {
            Token::Sign('}') => return at + 1,
            Token::Word(word) if word == "as" => at += 2,
            Token::Word(_) => at = path(tokens, at, prefix, found).max(at + 1),
            _ => at += 1,
        }
    }
    at
}

fn tokens(text: &str) -> Vec<(Token, usize)> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut line = 1;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            if chars.peek().is_some_and(|next| next.is_alphanumeric() || *next == '_') {
                continue;
            }
            tokens.push((Token::Word(std::mem::take(&mut word)), line));
        } else if c == ':' && chars.peek() == Some(&':') {
            chars.next();
            tokens.push((Token::Colons, line));
        } else if c == '\n' {
            line += 1;
        } else if !c.is_whitespace() {
            tokens.push((Token::Sign(c), line));
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        named(source).into_iter().map(|named| named.path).collect()
    }

    #[test]
    fn a_use_tree_is_written_out() {
        assert_eq!(
            paths("use crate::{state::Query, pages::{self, images::Row as R}, x};"),
            ["crate::state::Query", "crate::pages::self", "crate::pages::images::Row", "crate::x"]
        );
    }

    #[test]
    fn paths_in_code_count_and_those_in_text_do_not() {
        let source = "fn f() {\n  let a = crate::pages::go(\"crate::state::x\"); // crate::ui::y\n  ::web_sys::window();\n}";
        let found = named(source);
        assert_eq!(found.first(), Some(&Named { path: "crate::pages::go".to_owned(), line: 2 }));
        assert_eq!(found.get(1), Some(&Named { path: "web_sys::window".to_owned(), line: 3 }));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn generics_and_blocks_do_not_confuse_it() {
        assert_eq!(
            paths("match x { A::B => Vec::<u8>::new(), _ => loop { c::d } }"),
            ["A::B", "Vec", "c::d"].iter().filter(|path| path.contains("::")).copied().collect::<Vec<_>>()
        );
    }
}
