//! UUIDs, ACLs and tags.

use serde_json::{Map, Value};

use super::Finding;

/// The longest JSON text of `tags` that is accepted, in characters.
const TAGS: usize = 102_400;

/// A lower-case UUID; the server does not recognise an upper-case one (contract §1).
#[must_use]
pub fn uuid(value: &str) -> Finding {
    let shape = |text: &str, hex: fn(&u8) -> bool| {
        text.len() == 36
            && text
                .bytes()
                .enumerate()
                .all(|(i, b)| if [8, 13, 18, 23].contains(&i) { b == b'-' } else { hex(&b) })
    };
    if shape(value, |b| b.is_ascii_digit() || (b'a'..=b'f').contains(b)) {
        Finding::Fine
    } else if shape(value, u8::is_ascii_hexdigit) {
        Finding::Error("Write the UUID in lower case: the API does not recognise capitals.".to_owned())
    } else {
        Finding::Error("This is not a UUID; one looks like 930896af-bf8c-48d4-885c-6573a94b1853.".to_owned())
    }
}

/// A list of accounts; findings by position, none when all are fine.
#[must_use]
pub fn acl(accounts: &[String]) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    for (i, account) in accounts.iter().enumerate() {
        let finding = uuid(account);
        if finding != Finding::Fine {
            findings.push((i, finding));
        } else if accounts.iter().take(i).any(|earlier| earlier == account) {
            findings.push((i, Finding::Warning("This account is in the list already.".to_owned())));
        }
    }
    findings
}

/// All tags together.
#[must_use]
pub fn tags(tags: &Map<String, Value>) -> Finding {
    // Serialising text and numbers cannot fail.
    let length = serde_json::to_string(tags).unwrap_or_default().encode_utf16().count();
    if length > TAGS {
        Finding::Error(format!("The tags are {length} characters of JSON: at most {TAGS} are accepted."))
    } else {
        Finding::Fine
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_uuids_pass() {
        assert_eq!(uuid("930896af-bf8c-48d4-885c-6573a94b1853"), Finding::Fine);
        let Finding::Error(text) = uuid("930896AF-bf8c-48d4-885c-6573a94b1853") else { panic!("refused") };
        assert!(text.contains("lower case"));
        for bad in
            ["", "930896af", "930896afbf8c48d4885c6573a94b18530000", "930896ag-bf8c-48d4-885c-6573a94b1853"]
        {
            assert!(!uuid(bad).may_be_sent(), "{bad}");
        }
    }

    #[test]
    fn a_list_of_accounts_says_which_one_is_wrong() {
        let good = "930896af-bf8c-48d4-885c-6573a94b1853".to_owned();
        let findings = acl(&[good.clone(), "x".to_owned(), good]);
        assert_eq!(findings.iter().map(|(i, _)| *i).collect::<Vec<_>>(), [1, 2]);
        assert!(!findings[0].1.may_be_sent());
        assert!(findings[1].1.may_be_sent());
    }

    #[test]
    fn tags_are_measured_as_json() {
        let mut map = Map::new();
        map.insert("a".to_owned(), Value::from("x".repeat(TAGS - 8)));
        assert_eq!(tags(&map), Finding::Fine);
        map.insert("b".to_owned(), Value::from(true));
        assert!(!tags(&map).may_be_sent());
    }
}
