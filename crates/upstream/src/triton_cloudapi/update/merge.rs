//! From the image as it was when editing began, as it was edited, and as it is now, to what is to
//! be sent.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Draft;
use super::three_way::{Met, meet, same_set, sets};

/// A value that can be in conflict: a field, or one tag of `tags`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The API's name of the field.
    pub field: &'static str,
    /// The tag's name, when the field is `tags`.
    pub tag: Option<String>,
}

/// A value that both sides changed differently; `None` is "not there".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Where.
    pub place: Place,
    /// The value when editing began.
    pub base: Option<Value>,
    /// The value as edited here.
    pub mine: Option<Value>,
    /// The value as it is on the server now.
    pub theirs: Option<Value>,
}

/// A value that somebody else changed meanwhile and that is left as they have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// The value when editing began.
    pub base: Option<Value>,
    /// The value as it is on the server now.
    pub theirs: Option<Value>,
}

/// Which value is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one edited here.
    Mine,
    /// The one on the server.
    Theirs,
}

/// A decision about a conflict. It holds only against the value it was made about: when that
/// changes once more, the question comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Which value is to stand.
    pub side: Side,
    /// The server's value that the user saw when deciding.
    pub theirs: Option<Value>,
}

/// Decisions by place.
pub type Choices = BTreeMap<Place, Choice>;

/// The result of a merge.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merged {
    /// The body of UpdateImage; empty when there is nothing to send.
    pub changes: Map<String, Value>,
    /// What the user must decide before anything is sent.
    pub conflicts: Vec<Conflict>,
    /// What somebody else changed meanwhile and this update leaves alone.
    pub others: Vec<Change>,
    /// The image as it will be; where a conflict is open, as it is on the server.
    pub result: Draft,
}

/// The body of UpdateImage for an edit that nobody interfered with.
#[must_use]
pub fn diff(base: &Draft, mine: &Draft) -> Map<String, Value> {
    merge(base, mine, base, &Choices::new()).changes
}

/// Merges an edit with the image as it was read just before sending.
#[must_use]
pub fn merge(base: &Draft, mine: &Draft, theirs: &Draft, choices: &Choices) -> Merged {
    let mut merged = Merged { result: theirs.clone(), ..Merged::default() };
    for (((field, base), (_, mine)), (_, theirs)) in
        base.texts().into_iter().zip(mine.texts()).zip(theirs.texts())
    {
        let value = |text: &str| Some(text).filter(|t| !t.is_empty()).map(|t| json!(t));
        let place = Place { field, tag: None };
        if merged.decide(place, value(base), value(mine), value(theirs), choices) == Side::Mine {
            merged.changes.insert(field.to_owned(), value(mine).unwrap_or(Value::Null));
            if let Some(slot) = merged.result.text_mut(field) {
                mine.clone_into(slot);
            }
        }
    }
    merged.acl(base, mine, theirs);
    merged.tags(base, mine, theirs, choices);
    merged
}

impl Merged {
    fn decide(
        &mut self,
        place: Place,
        base: Option<Value>,
        mine: Option<Value>,
        theirs: Option<Value>,
        choices: &Choices,
    ) -> Side {
        match meet(&base, &mine, &theirs) {
            Met::Mine => Side::Mine,
            Met::Theirs => {
                if theirs != base && mine == base {
                    self.others.push(Change { place, base, theirs });
                }
                Side::Theirs
            }
            Met::Conflict => match choices.get(&place).filter(|choice| choice.theirs == theirs) {
                Some(choice) => choice.side,
                None => {
                    self.conflicts.push(Conflict { place, base, mine, theirs });
                    Side::Theirs
                }
            },
        }
    }

    fn acl(&mut self, base: &Draft, mine: &Draft, theirs: &Draft) {
        if !same_set(&base.acl, &theirs.acl) {
            self.others.push(Change {
                place: Place { field: "acl", tag: None },
                base: Some(json!(base.acl)),
                theirs: Some(json!(theirs.acl)),
            });
        }
        let merged = sets(&base.acl, &mine.acl, &theirs.acl);
        if !same_set(&merged, &theirs.acl) {
            self.changes.insert("acl".to_owned(), json!(merged));
            self.result.acl = merged;
        }
    }

    fn tags(&mut self, base: &Draft, mine: &Draft, theirs: &Draft, choices: &Choices) {
        let names: BTreeSet<&String> =
            base.tags.keys().chain(mine.tags.keys()).chain(theirs.tags.keys()).collect();
        let mut changed = false;
        for name in names {
            let get = |draft: &Draft| draft.tags.get(name).cloned();
            let place = Place { field: "tags", tag: Some(name.clone()) };
            if self.decide(place, get(base), get(mine), get(theirs), choices) == Side::Mine {
                changed = true;
                match get(mine) {
                    Some(value) => self.result.tags.insert(name.clone(), value),
                    None => self.result.tags.remove(name),
                };
            }
        }
        if changed {
            // Without any tag left, `{}`: null is not meant for tags (contract §4.7).
            self.changes.insert("tags".to_owned(), Value::Object(self.result.tags.clone()));
        }
    }
}
