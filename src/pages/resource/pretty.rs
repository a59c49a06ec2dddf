//! JSON text laid out for reading. Works on the text, so that the order of fields and the spelling
//! of numbers stay as they came; text that is not JSON comes out as it is.

/// The same JSON with line breaks and indents of two.
#[must_use]
pub fn pretty(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    let mut rest = text.trim().chars().peekable();
    while let Some(c) = rest.next() {
        if in_string {
            out.push(c);
            in_string = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            continue;
        }
        match c {
            '{' | '[' => {
                out.push(c);
                while rest.peek().is_some_and(|c| c.is_ascii_whitespace()) {
                    rest.next();
                }
                let end = if c == '{' { '}' } else { ']' };
                if rest.next_if_eq(&end).is_some() {
                    out.push(end);
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            c if c.is_ascii_whitespace() => {}
            c => {
                in_string = c == '"';
                out.push(c);
            }
        }
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn fields_keep_their_order_and_numbers_their_spelling() {
        let laid_out = "{\n  \"b\": 1.50,\n  \"a\": [\n    1,\n    {}\n  ],\n  \"c\": []\n}";
        assert_eq!(pretty(r#"{"b":1.50,"a":[1,{ }],"c": []}"#), laid_out);
        assert_eq!(pretty(laid_out), laid_out);
    }

    #[test]
    fn what_stands_in_a_text_is_left_alone() {
        let text = r#"{"a":"x: {\"y\", [1]} \\"}"#;
        assert_eq!(pretty(text), "{\n  \"a\": \"x: {\\\"y\\\", [1]} \\\\\"\n}");
    }
}
