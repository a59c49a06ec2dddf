//! Lines with indentation.

/// A configuration under way.
pub struct Text {
    out: String,
    depth: usize,
    indent: &'static str,
}

impl Text {
    /// Nothing yet; `indent` is one step to the right.
    pub fn new(indent: &'static str) -> Self {
        Self { out: String::new(), depth: 0, indent }
    }

    /// One line at the present depth; an empty one stays empty.
    pub fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.out.push_str(&self.indent.repeat(self.depth));
            self.out.push_str(line);
        }
        self.out.push('\n');
    }

    /// A line that opens a block, what is in it, and the line that closes it.
    pub fn block(&mut self, head: &str, within: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        within(self);
        self.depth -= 1;
        self.line("}");
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.out
    }
}
