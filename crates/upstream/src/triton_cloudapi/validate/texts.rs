//! Names, versions, descriptions and URLs. Lengths are UTF-16 units, as the server counts.

use super::Finding;

/// How long a field may be: documented and enforced.
struct Limit {
    documented: usize,
    enforced: usize,
}

const NAME: Limit = Limit { documented: 512, enforced: 1024 };
const VERSION: Limit = Limit { documented: 128, enforced: 512 };
const DESCRIPTION: Limit = Limit { documented: 512, enforced: 10_240 };
const URL: Limit = Limit { documented: 128, enforced: 1024 };

/// An image's name; required.
#[must_use]
pub fn name(value: &str) -> Finding {
    if value.trim().is_empty() {
        return Finding::Error("Enter a name, for example web-golden.".to_owned());
    }
    characters(value, " .-_/", "letters, digits, spaces and . - _ /").unwrap_or_else(|| length(value, &NAME))
}

/// An image's version; required.
#[must_use]
pub fn version(value: &str) -> Finding {
    if value.trim().is_empty() {
        return Finding::Error("Enter a version, for example 1.0.0.".to_owned());
    }
    characters(value, ".-_/+", "letters, digits and . - _ / +").unwrap_or_else(|| length(value, &VERSION))
}

/// A description; optional, any characters.
#[must_use]
pub fn description(value: &str) -> Finding {
    length(value, &DESCRIPTION)
}

/// `homepage` or `eula`; optional.
#[must_use]
pub fn url(value: &str) -> Finding {
    if value.is_empty() {
        return Finding::Fine;
    }
    let lower = value.get(..6).unwrap_or(value).to_ascii_lowercase();
    if !lower.starts_with("http:") && lower != "https:" {
        return Finding::Error("The address must begin with http: or https:.".to_owned());
    }
    length(value, &URL)
}

fn characters(value: &str, besides: &str, words: &str) -> Option<Finding> {
    let refused = value.chars().find(|c| !c.is_ascii_alphanumeric() && !besides.contains(*c))?;
    let shown =
        if refused == ' ' { "A space".to_owned() } else { format!("“{}”", refused.escape_debug()) };
    Some(Finding::Error(format!("{shown} is not allowed here: only {words} are.")))
}

fn length(value: &str, limit: &Limit) -> Finding {
    let length = value.encode_utf16().count();
    if length > limit.enforced {
        Finding::Error(format!("{length} characters are too many: at most {} are accepted.", limit.enforced))
    } else if length > limit.documented {
        Finding::Warning(format!(
            "{length} characters: the documented limit is {}. The server accepts up to {}.",
            limit.documented, limit.enforced
        ))
    } else {
        Finding::Fine
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_limits_warn_and_enforced_ones_refuse() {
        type Rule = fn(&str) -> Finding;
        let rules: [(Rule, usize, usize); 3] =
            [(name, 512, 1024), (version, 128, 512), (description, 512, 10_240)];
        for (rule, documented, enforced) in rules {
            assert_eq!(rule(&"a".repeat(documented)), Finding::Fine);
            assert!(matches!(rule(&"a".repeat(documented + 1)), Finding::Warning(_)));
            assert!(matches!(rule(&"a".repeat(enforced)), Finding::Warning(_)));
            assert!(matches!(rule(&"a".repeat(enforced + 1)), Finding::Error(_)));
        }
        let long = format!("https://{}", "a".repeat(1017));
        assert!(matches!(url(&long[..1024]), Finding::Warning(_)));
        assert!(!url(&long).may_be_sent());
    }

    #[test]
    fn refused_characters_are_named() {
        let Finding::Error(text) = name("web*golden") else { panic!("refused") };
        assert!(text.contains("“*”"), "{text}");
        let Finding::Error(text) = version("1.0 beta") else { panic!("refused") };
        assert!(text.starts_with("A space"), "{text}");
        assert_eq!(name("web golden/1.0_a-b"), Finding::Fine);
        assert_eq!(version("1.0+b/2"), Finding::Fine);
        assert!(!name("  ").may_be_sent());
    }

    #[test]
    fn an_address_needs_its_scheme() {
        for fine in ["", "http://a", "https://a", "HTTPS://A"] {
            assert_eq!(url(fine), Finding::Fine, "{fine}");
        }
        for bad in ["a", "httpsx://a", "ftp://a", "javascript:alert(1)", "日本語"] {
            assert!(!url(bad).may_be_sent(), "{bad}");
        }
    }
}
