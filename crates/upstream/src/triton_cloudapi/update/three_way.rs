//! The three-way merge of one value and of a set.

/// How two changes of the same value meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    /// What they have stands: I changed nothing, or the same as they.
    Theirs,
    /// What I have stands: they changed nothing.
    Mine,
    /// Both changed it to different values.
    Conflict,
}

/// Compares one value.
pub(super) fn meet<T: PartialEq>(base: &T, mine: &T, theirs: &T) -> Met {
    if mine == base || mine == theirs {
        Met::Theirs
    } else if theirs == base {
        Met::Mine
    } else {
        Met::Conflict
    }
}

/// Merges sets: what I removed goes, what I added comes, the rest is as they have it. Sets cannot
/// conflict.
pub(super) fn sets(base: &[String], mine: &[String], theirs: &[String]) -> Vec<String> {
    let removed = |item: &String| base.contains(item) && !mine.contains(item);
    let mut out: Vec<String> = Vec::with_capacity(theirs.len() + mine.len());
    let added = mine.iter().filter(|item| !base.contains(item));
    for item in theirs.iter().filter(|item| !removed(item)).chain(added) {
        if !out.contains(item) {
            out.push(item.clone());
        }
    }
    out
}

/// Whether two lists hold the same items, in whatever order.
pub(super) fn same_set(a: &[String], b: &[String]) -> bool {
    a.iter().all(|i| b.contains(i)) && b.iter().all(|i| a.contains(i))
}
