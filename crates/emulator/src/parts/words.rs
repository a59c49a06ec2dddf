//! Words in names that ask for something. A word counts where it starts a word of the name, in
//! either case; among several the longest counts.

use super::Spoil;

/// A fault that a name asks for.
pub enum Asked<P> {
    /// An error in the call's place.
    Answer(fn() -> P),
    /// Something that happens to the connection or to the body.
    Spoil(Spoil),
}

/// A word after the prefix, and the error it asks for.
pub type Answer<P> = (&'static str, fn() -> P);

/// The fault that `{prefix}WORD` in a text asks for, among an upstream's own answers and the ways
/// every connection can fail.
pub fn asked<P>(text: &str, prefix: &str, answers: &[Answer<P>]) -> Option<Asked<P>> {
    let text = text.to_ascii_lowercase();
    starts(&text, prefix).find_map(|at| {
        let rest = text.get(at + prefix.len()..)?;
        let own = answers.iter().filter(|(word, _)| begins(rest, word)).max_by_key(|(word, _)| word.len());
        let common =
            Spoil::WORDS.iter().filter(|(word, _)| begins(rest, word)).max_by_key(|(word, _)| word.len());
        match (own, common) {
            (Some((word, _)), Some((other, spoil))) if other.len() > word.len() => Some(Asked::Spoil(*spoil)),
            (Some((_, answer)), _) => Some(Asked::Answer(*answer)),
            (None, Some((_, spoil))) => Some(Asked::Spoil(*spoil)),
            (None, None) => None,
        }
    })
}

/// What the longest word of a table that stands in the text means.
pub fn word<T: Copy>(text: &str, table: &[(&str, T)]) -> Option<T> {
    let text = text.to_ascii_lowercase();
    let stands = |word: &str| starts(&text, word).any(|at| begins(text.get(at..).unwrap_or_default(), word));
    table.iter().filter(|(word, _)| stands(word)).max_by_key(|(word, _)| word.len()).map(|(_, value)| *value)
}

/// The seconds that `takes-Ns` in a text asks for.
pub fn seconds(text: &str) -> Option<i64> {
    let text = text.to_ascii_lowercase();
    let at = starts(&text, "takes-").next()?;
    let (digits, _) = text.get(at + "takes-".len()..)?.split_once('s')?;
    digits.parse().ok()
}

/// Where `word` stands and nothing of a word before it.
fn starts<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        !before.ends_with(|c: char| c.is_alphanumeric())
    })
}

/// Whether the text begins with the whole of this word.
fn begins(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWERS: &[Answer<u16>] = &[("500", || 500), ("500-bare", || 501)];

    fn found(text: &str, prefix: &str) -> String {
        match asked(text, prefix, ANSWERS) {
            Some(Asked::Answer(answer)) => answer().to_string(),
            Some(Asked::Spoil(spoil)) => format!("{spoil:?}"),
            None => "none".into(),
        }
    }

    #[test]
    fn the_longest_whole_word_counts() {
        assert_eq!(found("my-FAULT-500-bare", "fault-"), "501");
        assert_eq!(found("fault-500 1.0", "fault-"), "500");
        assert_eq!(found("fault-drop-after", "fault-"), "DropAfter");
        assert_eq!(found("fault-get-500", "fault-"), "none");
        assert_eq!(found("fault-get-500", "fault-get-"), "500");
        assert_eq!(found("fault-get-500 fault-hang", "fault-"), "Hang");
        for none in ["default-500", "fault-5000", "fault-tolerant"] {
            assert_eq!(found(none, "fault-"), "none", "{none}");
        }
        let table = [("fails", 1), ("part-fails", 2), ("takes", 3)];
        assert_eq!(word("x-part-fails takes-9s", &table), Some(2));
        assert_eq!(word("failsafe", &table), None);
        assert_eq!(
            (seconds("big-takes-180s"), seconds("mistakes-5s"), seconds("takes-long")),
            (Some(180), None, None)
        );
    }
}
