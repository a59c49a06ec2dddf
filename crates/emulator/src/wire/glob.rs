//! Patterns for paths: `*` stands for any text, slashes included; everything else for itself.

/// Whether `text` as a whole fits `pattern`.
pub fn matches(pattern: &str, text: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(rest) = text.strip_prefix(head) else {
        return false;
    };
    if tail.is_empty() {
        return true;
    }
    (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).any(|at| matches(tail, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_stand_for_any_text() {
        assert!(matches("/*/images", "/my/images"));
        assert!(matches("*", ""));
        assert!(matches("/my/images*", "/my/images?state=all"));
        assert!(!matches("/*/images", "/my/images/1"));
        assert!(!matches("/my", "/my/images"));
    }
}
