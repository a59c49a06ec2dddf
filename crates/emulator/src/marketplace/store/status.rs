//! The vocabulary of `statusName` (section 4).

/// A status as replies spell it, and as the search filter does.
const STATUSES: [(&str, &str); 9] = [
    ("Initiated", "INITIATED"),
    ("Pending", "PENDING"),
    ("In Progress", "IN PROGESS"),
    ("Virus Scan In Progress", "VIRUS SCAN IN PROGRESS"),
    ("Completed", "COMPLETED"),
    ("Failed", "FAILED"),
    ("Rejected", "REJECTED"),
    ("Deleted", "DELETED"),
    ("Deletion Failed", "DELECTION FAILED"),
];

/// The status that a filter word stands for; the documented spelling only.
pub fn filter_word(word: &str) -> Option<&'static str> {
    STATUSES.iter().find(|(_, filter)| *filter == word).map(|(reply, _)| *reply)
}

/// The status that a stored word means, whatever its case and spelling.
pub fn canonical(stored: &str) -> Option<&'static str> {
    let is = |word: &str| word.eq_ignore_ascii_case(stored);
    STATUSES.iter().find(|(reply, filter)| is(reply) || is(filter)).map(|(reply, _)| *reply)
}

/// The two misspelt words in title case; every other status as it is.
pub fn misspelt(status: &str) -> &str {
    match status {
        "In Progress" => "In Progess",
        "Deletion Failed" => "Delection Failed",
        other => other,
    }
}
