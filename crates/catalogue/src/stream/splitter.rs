//! The list itself: what stands between the elements. May depend on `core`.

use super::scan::Scan;
use super::{Fault, StreamError};

/// Bytes kept to show what a body is that cannot be read: 500 characters, whatever they are.
const HEAD: usize = 2000;
/// Longest value beside the list, and most keys, that are kept.
const FIELD: usize = 4096;
const FIELDS: usize = 20;

/// One complete element of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its place in the list, from 0.
    pub index: u64,
    /// Its JSON text without white space around it. Only its end has been found; whether it is
    /// valid shows when it is decoded.
    pub bytes: &'a [u8],
}

impl Element<'_> {
    /// Whether it is an object, as an element of an image list should be. One that is not costs
    /// itself and not the list.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.bytes.first() == Some(&b'{')
    }
}

/// What a list was in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How many elements it had.
    pub elements: u64,
    /// What stood beside the list in its envelope (`remainingItemsCount`, …): key and JSON text.
    pub fields: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the first byte; byte order mark bytes seen.
    Start(usize),
    /// In the list: an element, or the end when it is the first.
    Element { first: bool },
    /// In the list, after an element.
    AfterElement,
    /// In the envelope: a key, or the end when it is the first.
    Key { first: bool },
    /// In the envelope, after a key.
    Colon,
    /// In the envelope, after the colon.
    Value,
    /// In the envelope, after a value.
    AfterValue,
    /// Within a value, which is…
    Within(Role),
    /// After the end.
    End,
    /// Hopeless; only the head is still collected.
    Failed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Element,
    Key,
    Field,
}

/// Splits a list that arrives in pieces of any size into its elements. Memory: the largest element
/// that straddles two pieces.
pub struct Splitter {
    wanted: Option<&'static str>,
    place: Place,
    scan: Scan,
    /// The beginning of a value whose end has not arrived.
    kept: Vec<u8>,
    head: Vec<u8>,
    elements: u64,
    fields: Vec<(String, String)>,
    /// Whether the body itself is the list.
    bare: bool,
    /// Whether the envelope had the list.
    found: bool,
    /// Bytes seen.
    length: usize,
    failure: Option<(Fault, Vec<u8>)>,
}

impl Splitter {
    /// For a body that is the list itself: `[{…}, {…}]`.
    #[must_use]
    pub const fn array() -> Self {
        Self {
            wanted: None,
            place: Place::Start(0),
            scan: Scan::START,
            kept: Vec::new(),
            head: Vec::new(),
            elements: 0,
            fields: Vec::new(),
            bare: false,
            found: false,
            length: 0,
            failure: None,
        }
    }

    /// For a body that is an object with the list under a key: `{"items":[…], …}`. A bare list is
    /// taken as well.
    #[must_use]
    pub const fn envelope(key: &'static str) -> Self {
        let mut splitter = Self::array();
        splitter.wanted = Some(key);
        splitter
    }

    /// How many elements were complete so far.
    #[must_use]
    pub const fn elements(&self) -> u64 {
        self.elements
    }

    /// Takes the next piece and hands out the elements that it completes. `false` when reading on
    /// is useless, so that the download can be ended; [`finish`](Self::finish) then says why.
    pub fn push(&mut self, piece: &[u8], each: &mut dyn FnMut(Element<'_>)) -> bool {
        let room = HEAD.saturating_sub(self.head.len()).min(piece.len());
        self.head.extend_from_slice(piece.get(..room).unwrap_or_default());
        self.length += piece.len();
        let mut rest = piece;
        while let Some(&byte) = rest.first() {
            if let Place::Within(role) = self.place {
                let Some(end) = self.scan.advance(rest) else {
                    self.keep(role, rest);
                    return true;
                };
                let (value, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
                self.value(role, value, each);
                rest = after;
            } else if self.place == Place::Failed {
                return self.head.len() < HEAD;
            } else if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') || self.between(byte, rest) {
                rest = rest.get(1..).unwrap_or_default();
            }
        }
        self.place != Place::Failed || self.head.len() < HEAD
    }

    /// One byte between values. `false` when it belongs to a value that begins here, or to nothing.
    fn between(&mut self, byte: u8, rest: &[u8]) -> bool {
        let (next, consumed) = match (self.place, byte) {
            (Place::Start(at), byte) if [0xef, 0xbb, 0xbf].get(at) == Some(&byte) => {
                (Place::Start(at + 1), true)
            }
            (Place::Start(_), b'[') => {
                self.bare = true;
                (Place::Element { first: true }, true)
            }
            (Place::Start(_), b'{') => (Place::Key { first: true }, true),
            (Place::Element { first: true }, b']') => (self.list_ended(), true),
            (Place::Element { .. }, byte) if !b",]}:".contains(&byte) => {
                (Place::Within(Role::Element), false)
            }
            (Place::AfterElement, b',') => (Place::Element { first: false }, true),
            (Place::AfterElement, b']') => (self.list_ended(), true),
            (Place::Key { first: true } | Place::AfterValue, b'}') => (Place::End, true),
            (Place::Key { .. }, b'"') => (Place::Within(Role::Key), false),
            (Place::Colon, b':') => (Place::Value, true),
            (Place::Value, b'[') if self.is_wanted() => {
                self.fields.pop();
                self.found = true;
                (Place::Element { first: true }, true)
            }
            (Place::Value, byte) if !b",]}:".contains(&byte) => (Place::Within(Role::Field), false),
            (Place::AfterValue, b',') => (Place::Key { first: false }, true),
            _ => {
                self.fail(rest);
                return false;
            }
        };
        if matches!(next, Place::Within(_)) {
            self.scan = Scan::START;
        }
        self.place = next;
        consumed
    }

    fn list_ended(&self) -> Place {
        if self.bare { Place::End } else { Place::AfterValue }
    }

    fn is_wanted(&self) -> bool {
        self.wanted.is_some() && self.fields.last().map(|(key, _)| key.as_str()) == self.wanted
    }

    fn keep(&mut self, role: Role, bytes: &[u8]) {
        let room = if role == Role::Element { bytes.len() } else { FIELD.saturating_sub(self.kept.len()) };
        self.kept.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
    }

    /// A value is complete; its last bytes are these.
    fn value(&mut self, role: Role, end: &[u8], each: &mut dyn FnMut(Element<'_>)) {
        let whole = if self.kept.is_empty() {
            end
        } else {
            self.keep(role, end);
            &self.kept
        };
        match role {
            Role::Element => {
                each(Element { index: self.elements, bytes: whole });
                self.elements += 1;
            }
            Role::Key => {
                let key = serde_json::from_slice(whole).unwrap_or_else(|_| lossy(whole));
                self.fields.push((key, String::new()));
            }
            Role::Field => {
                let text = lossy(whole.get(..FIELD).unwrap_or(whole));
                if let Some(field) = self.fields.last_mut() {
                    field.1 = text;
                }
            }
        }
        self.kept.clear();
        self.place = match role {
            Role::Element => Place::AfterElement,
            Role::Key => Place::Colon,
            Role::Field => {
                // A hostile envelope may have any number of keys.
                self.fields.truncate(FIELDS);
                Place::AfterValue
            }
        };
    }

    fn fail(&mut self, rest: &[u8]) {
        let fault = match self.place {
            Place::End => Fault::Trailing,
            Place::Start(_) => Fault::NotJson,
            _ => Fault::Malformed,
        };
        self.failure = Some((fault, rest.get(..HEAD.min(rest.len())).unwrap_or_default().to_vec()));
        self.place = Place::Failed;
    }

    /// The body is at its end.
    ///
    /// # Errors
    /// When it was no list, or not a whole one. The elements handed out before are good.
    pub fn finish(self) -> Result<Summary, StreamError> {
        let whole_head = self.length == self.head.len();
        let keys = || self.fields.iter().map(|(key, _)| key.clone()).collect();
        let no_list = || (Fault::NoList { wanted: self.wanted, keys: keys() }, None);
        let object = !self.bare && !matches!(self.place, Place::Start(_)) && !self.fields.is_empty();
        let (fault, at) = match (self.failure, self.place) {
            (None, Place::End) if self.bare || self.found => {
                return Ok(Summary { elements: self.elements, fields: self.fields });
            }
            (None, Place::Start(_)) => (Fault::Empty, None),
            (None, Place::End) => no_list(),
            // An object where a list should be is the whole story, however it goes on.
            _ if self.wanted.is_none() && object => no_list(),
            (None, _) => (Fault::Truncated, None),
            (Some((Fault::NotJson, _)), _) => match scalar(&self.head).filter(|_| whole_head) {
                Some(what) => (Fault::NotAList(what), None),
                None => (Fault::NotJson, None),
            },
            (Some((Fault::Malformed, _)), _) if !self.bare && self.fields.is_empty() => {
                (Fault::NotJson, None)
            }
            (Some((fault, at)), _) => (fault, Some(at)),
        };
        let excerpt = lossy(at.as_ref().unwrap_or(&self.head)).trim().to_owned();
        Err(StreamError { fault, elements: self.elements, excerpt })
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What kind of JSON value the text is, lists and objects aside.
fn scalar(text: &[u8]) -> Option<&'static str> {
    match serde_json::from_slice(text).ok()? {
        serde_json::Value::Null => Some("null"),
        serde_json::Value::Bool(_) => Some("a boolean"),
        serde_json::Value::Number(_) => Some("a number"),
        serde_json::Value::String(_) => Some("a string"),
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
    }
}
