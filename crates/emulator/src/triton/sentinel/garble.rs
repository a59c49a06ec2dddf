//! Spoiling a reply that the service made in good order.

use serde_json::{Map, Value, json};

use super::Sentinel;
use crate::wire::{Reply, Response};

/// What becomes of a reply under a sentinel.
pub fn garble(sentinel: Sentinel, mut reply: Reply) -> Reply {
    match sentinel {
        Sentinel::Answer(problem) => reply.response = problem().into_response(),
        Sentinel::Hang => reply.effects.hang = true,
        Sentinel::Drop | Sentinel::DropAfter => reply.effects.drop = true,
        Sentinel::Html(status) => reply.response = html(status),
        Sentinel::Malformed => {
            let half = reply.response.body.len() / 2;
            reply.response.status = 200;
            reply.response.body.truncate(half);
            reply.response.body.extend_from_slice(b" ]} and so on");
        }
        Sentinel::Truncated => reply.effects.truncate_body = Some(reply.response.body.len() / 2),
        Sentinel::Empty => reply.response.body.clear(),
        Sentinel::WrongTypes => {
            let mut value = reply.response.value();
            match &mut value {
                Value::Array(images) => {
                    images.iter_mut().filter_map(Value::as_object_mut).for_each(wrong_types)
                }
                Value::Object(image) => wrong_types(image),
                _ => {}
            }
            reply.response.body = value.to_string().into_bytes();
        }
    }
    reply
}

/// Gives every field but the id and the name a value of the wrong type.
fn wrong_types(image: &mut Map<String, Value>) {
    for (field, value) in image.iter_mut() {
        match field.as_str() {
            "id" | "name" => {}
            "acl" => *value = json!("everybody"),
            "description" | "homepage" => *value = json!({"en": value.clone()}),
            "files" => *value = json!({"compression": "gzip"}),
            "image_size" => *value = json!("large"),
            "owner" => *value = json!(930_896),
            "public" => *value = json!("yes"),
            "published_at" => *value = json!(1_393_584_642),
            "requirements" => *value = json!([]),
            "state" => *value = json!(1),
            "tags" => *value = json!(["role", "os"]),
            "version" => *value = json!(13.4),
            _ => *value = json!(null),
        }
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
