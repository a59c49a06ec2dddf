//! Words for a POSIX shell.

/// The widest command that stays on one line.
const WIDTH: usize = 80;

/// One word, quoted when the shell would read it as anything but itself. A leading `~` and one
/// after `=` would be expanded, so `~` is always quoted.
#[must_use]
pub fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+,=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// Text for inside double quotes, where it stands for itself.
#[must_use]
pub fn inside_double_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A command from groups of finished words: on one line when it is short, else a line each.
#[must_use]
pub fn lines(groups: &[String]) -> String {
    let one = groups.join(" ");
    if one.chars().count() <= WIDTH && !one.contains('\n') { one } else { groups.join(" \\\n  ") }
}

/// A comment of one line.
#[must_use]
pub fn comment(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("# {text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_need_quotes_get_them() {
        for (word, quoted) in [
            ("base-64", "base-64"),
            ("", "''"),
            ("name=~base", "'name=~base'"),
            ("type=!docker", "'type=!docker'"),
            ("it's", r"'it'\''s'"),
            ("a b\n`c`", "'a b\n`c`'"),
        ] {
            assert_eq!(quote(word), quoted);
        }
    }

    proptest! {
        #[test]
        fn a_real_shell_reads_back_what_was_quoted(word in "[ -~\n\tü🖼]{0,40}") {
            let double = inside_double_quotes(&word);
            let script = format!("printf '%s|%s' {} \"{double}\"", quote(&word));
            if let Ok(out) = std::process::Command::new("sh").arg("-c").arg(&script).output() {
                prop_assert_eq!(String::from_utf8_lossy(&out.stdout).into_owned(), format!("{word}|{word}"));
            }
        }
    }
}
