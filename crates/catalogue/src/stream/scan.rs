//! Finding the end of one JSON value in bytes that arrive in pieces. May depend on nothing.

/// Where in a value the last byte left off. Brackets are counted, not matched against each other:
/// whoever decodes the value checks the rest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan {
    depth: usize,
    text: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Text {
    /// Not inside anything yet, or inside brackets.
    Outside,
    /// Inside a string.
    Inside,
    /// Inside a string, after a backslash.
    Escaped,
    /// A number or a word, which ends before the first byte that cannot belong to it.
    Bare,
}

impl Scan {
    pub(super) const START: Self = Self { depth: 0, text: Text::Outside };

    /// Reads on. The number of bytes up to the end of the value, or `None` when it goes on after
    /// these. Each byte is looked at once, however the body is cut.
    pub(super) fn advance(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match self.text {
                Text::Inside => {
                    // Strings are most of a body: jump to what may end them.
                    let skip = memchr::memchr2(b'"', b'\\', bytes.get(at..)?)?;
                    at += skip;
                    if bytes.get(at) == Some(&b'\\') {
                        self.text = Text::Escaped;
                    } else {
                        self.text = Text::Outside;
                        if self.depth == 0 {
                            return Some(at + 1);
                        }
                    }
                }
                Text::Escaped => self.text = Text::Inside,
                Text::Bare => {
                    if matches!(byte, b',' | b']' | b'}' | b':' | b' ' | b'\t' | b'\n' | b'\r') {
                        return Some(at);
                    }
                }
                Text::Outside => match byte {
                    b'"' => self.text = Text::Inside,
                    b'{' | b'[' => self.depth += 1,
                    b'}' | b']' => {
                        self.depth = self.depth.saturating_sub(1);
                        if self.depth == 0 {
                            return Some(at + 1);
                        }
                    }
                    _ if self.depth == 0 => self.text = Text::Bare,
                    _ => {}
                },
            }
            at += 1;
        }
        None
    }
}
