//! Looking into JSON, remembering what is wrong with it and where.

use serde_json::Value;

use crate::Fault;

/// The faults so far.
#[derive(Default)]
pub struct Reader {
    /// In the order of the file, as far as it has one.
    pub faults: Vec<Fault>,
}

/// The place of a member of what is at `at`.
pub fn place(at: &str, member: &str) -> String {
    if at.is_empty() { member.to_owned() } else { format!("{at}.{member}") }
}

impl Reader {
    /// Something is wrong there.
    pub fn fault(&mut self, place: &str, message: impl Into<String>) {
        self.faults.push(Fault { place: place.to_owned(), message: message.into() });
    }

    /// Names the members that are not among these.
    pub fn known(&mut self, object: &Value, at: &str, members: &[&str]) {
        for name in object.as_object().into_iter().flatten().map(|(name, _)| name) {
            if !members.contains(&name.as_str()) {
                let known = members.join(", ");
                self.fault(&place(at, name), format!("is not a known member; known are {known}"));
            }
        }
    }

    /// A text, if it is there.
    pub fn text<'a>(&mut self, object: &'a Value, at: &str, member: &str) -> Option<&'a str> {
        let value = object.get(member)?;
        if value.as_str().is_none() {
            self.fault(&place(at, member), "must be a string");
        }
        value.as_str()
    }

    /// A text that has to be there; `why` completes "is missing: …".
    pub fn needed<'a>(&mut self, object: &'a Value, at: &str, member: &str, why: &str) -> Option<&'a str> {
        if object.get(member).is_none() {
            self.fault(&place(at, member), format!("is missing: {why}"));
        }
        self.text(object, at, member)
    }

    /// An object, if it is there.
    pub fn object<'a>(&mut self, object: &'a Value, at: &str, member: &str) -> Option<&'a Value> {
        let value = object.get(member)?;
        if !value.is_object() {
            self.fault(&place(at, member), "must be an object");
        }
        Some(value).filter(|value| value.is_object())
    }

    /// The items of an array; none when it is not there.
    pub fn list<'a>(&mut self, object: &'a Value, member: &str) -> &'a [Value] {
        match object.get(member) {
            None => &[],
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.fault(member, "must be an array");
                &[]
            }
        }
    }

    /// `true` or `false`; `false` when it is not there.
    pub fn flag(&mut self, object: &Value, member: &str) -> bool {
        match object.get(member) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => {
                self.fault(member, "must be true or false");
                false
            }
        }
    }

    /// What a check makes of a text; its complaint becomes a fault.
    pub fn checked<T>(&mut self, place: &str, result: Result<T, &'static str>) -> Option<T> {
        result.map_err(|message| self.fault(place, message)).ok()
    }
}
