//! Ways in which a good reply comes to grief.

use serde_json::{Value, json};

use crate::wire::{Reply, Response};

/// What happens to a connection or to a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoil {
    /// Never answers; nothing is done.
    Hang,
    /// Closes the connection; nothing is done.
    Drop,
    /// Closes the connection after the work is done.
    DropAfter,
    /// A gateway's HTML page with this status; nothing is done.
    Html(u16),
    /// 200 with text that is not JSON; the work is done.
    Malformed,
    /// The real answer, cut in the middle of its body; the work is done.
    Truncated,
    /// The real answer without its body; the work is done.
    Empty,
    /// The real answer with fields of wrong types; the work is done.
    WrongTypes,
}

/// Fields that stay, so that a row can still be told from another.
const KEPT: [&str; 6] = ["guid", "uploadRequestId", "name", "application", "id", "links"];

impl Spoil {
    /// The word of each.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("drop", Self::Drop),
        ("drop-after", Self::DropAfter),
        ("empty", Self::Empty),
        ("hang", Self::Hang),
        ("html", Self::Html(502)),
        ("html-200", Self::Html(200)),
        ("malformed", Self::Malformed),
        ("truncated", Self::Truncated),
        ("wrong-types", Self::WrongTypes),
    ];

    /// Whether the call is carried out.
    pub fn lets_through(self) -> bool {
        !matches!(self, Self::Hang | Self::Drop | Self::Html(_))
    }

    /// What becomes of the reply to a call that was carried out, or of none.
    pub fn apply(self, mut reply: Reply) -> Reply {
        match self {
            Self::Hang => reply.effects.hang = true,
            Self::Drop | Self::DropAfter => reply.effects.drop = true,
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
                match ["items", "resources", "backups"].iter().find(|name| value.get(**name).is_some()) {
                    Some(name) => {
                        let rows = value.get_mut(*name).and_then(Value::as_array_mut);
                        rows.into_iter().flatten().for_each(wrong_types);
                    }
                    None => wrong_types(&mut value),
                }
                if !value.is_null() {
                    reply.response.body = value.to_string().into_bytes();
                }
            }
        }
        reply
    }
}

/// Gives every field but those that identify the row a value of another type.
fn wrong_types(row: &mut Value) {
    for (name, value) in row.as_object_mut().into_iter().flatten() {
        if KEPT.contains(&name.as_str()) {
            continue;
        }
        *value = match value {
            Value::Null => json!(0),
            Value::Bool(_) => json!("yes"),
            Value::Number(number) => json!([number.to_string()]),
            Value::String(_) => json!(17),
            Value::Array(_) => json!({"0": "zero"}),
            Value::Object(_) => json!(["an", "object"]),
        };
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
