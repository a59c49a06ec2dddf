//! Text for the inside of quotation marks and of patterns.

/// A pattern that fits exactly this text. Only what occurs in paths and origins is expected.
pub fn pattern(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if !c.is_ascii_alphanumeric() && !"/_-~: ".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A name for a variable from a path: `/api/us-east-1` becomes `api_us_east_1`. A name that is taken
/// gets a number.
pub fn name(path: &str, taken: &[String]) -> String {
    let plain: String = path
        .trim_start_matches('/')
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let plain = if plain.is_empty() { "all".to_owned() } else { plain.to_ascii_lowercase() };
    let mut name = plain.clone();
    let mut number = 2;
    while taken.contains(&name) {
        name = format!("{plain}_{number}");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_and_names_hold_nothing_with_a_meaning() {
        assert_eq!(pattern("/api/v1.2"), "/api/v1\\.2");
        let taken = vec!["api_us_east_1".to_owned()];
        assert_eq!(name("/api/us-east-1", &[]), "api_us_east_1");
        assert_eq!(name("/api/us.east.1", &taken), "api_us_east_1_2");
        assert_eq!(name("", &[]), "all");
    }
}
