//! What a name can ask a network to do to an answer, and how such names are found in a text. Each
//! upstream adds its own error answers and its own idea of a field of the wrong type.

use serde_json::{Map, Value};

use crate::wire::{Reply, Response};

/// A failure that has nothing to do with the service itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Never answers; nothing is done.
    Hang,
    /// Closes the connection; nothing is done.
    Drop,
    /// A gateway's HTML page with this status; nothing is done.
    Html(u16),
    /// 200 with text that is not JSON; the work is done.
    Malformed,
    /// The real answer, cut in the middle of its body; the work is done.
    Truncated,
    /// The real status without a body; the work is done.
    Empty,
    /// The real answer with single fields of the wrong type; the work is done.
    WrongTypes,
}

/// What an upstream does to an object so that its fields have wrong types.
pub type Spoil = fn(&mut Map<String, Value>);

impl Mishap {
    /// Whether the call is carried out.
    pub fn lets_through(self) -> bool {
        !matches!(self, Self::Hang | Self::Drop | Self::Html(_))
    }

    /// What becomes of the reply to a call that was carried out, or of none.
    pub fn apply(self, mut reply: Reply, spoil: Spoil) -> Reply {
        match self {
            Self::Hang => reply.effects.hang = true,
            Self::Drop => reply.effects.drop = true,
            Self::Html(status) => reply.response = html(status),
            Self::Malformed => {
                let half = reply.response.body.len() / 2;
                reply.response.status = 200;
                reply.response.body.truncate(half);
                reply.response.body.extend_from_slice(b" ]} and so on");
            }
            Self::Truncated => reply.effects.truncate_body = Some(reply.response.body.len() / 2),
            Self::Empty => reply.response.body.clear(),
            Self::WrongTypes => {
                let mut value = reply.response.value();
                spoil_all(&mut value, spoil);
                reply.response.body = value.to_string().into_bytes();
            }
        }
        reply
    }
}

/// A list is spoilt row by row, be it bare or in an envelope's `items`.
fn spoil_all(value: &mut Value, spoil: Spoil) {
    match value {
        Value::Array(rows) => rows.iter_mut().for_each(|row| spoil_all(row, spoil)),
        Value::Object(envelope) if envelope.get("items").is_some_and(Value::is_array) => {
            envelope.get_mut("items").into_iter().for_each(|rows| spoil_all(rows, spoil));
        }
        Value::Object(object) => spoil(object),
        _ => {}
    }
}

fn html(status: u16) -> Response {
    let mut response = Response::empty(status);
    response.headers.push("Content-Type", "text/html; charset=utf-8");
    let text = "<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><h1>Bad Gateway</h1>\
                <p>The server returned an invalid or incomplete response.</p></body></html>\n";
    response.body = text.into();
    response
}

/// The rest of the text after a prefix that starts a word.
pub fn after_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.match_indices(prefix).find_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let starts_a_word = !before.ends_with(|c: char| c.is_alphanumeric());
        rest.strip_prefix(prefix).filter(|_| starts_a_word)
    })
}

/// The longest of the words that a text starts with, and what stands for it.
pub fn longest<T: Copy>(rest: &str, words: &[(&'static str, T)]) -> Option<(&'static str, T)> {
    let fits = words.iter().filter(|(word, _)| rest.starts_with(word));
    fits.max_by_key(|(word, _)| word.len()).copied()
}

/// The seconds that `takes-Ns` in a text asks for.
pub fn takes_seconds(text: &str) -> Option<i64> {
    let (_, rest) = text.split_once("takes-")?;
    let (digits, _) = rest.split_once('s')?;
    digits.parse().ok()
}
