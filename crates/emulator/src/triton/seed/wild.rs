//! Images with one field each of a type that no document allows.

use serde_json::{Value, json};

use super::{fixed, image, with};
use crate::triton::accounts::JDOE;

/// The images.
pub fn images() -> Vec<Value> {
    let fields = [
        ("name", json!(404)),
        ("version", json!(1.5)),
        ("os", json!(["smartos"])),
        ("type", json!(true)),
        ("requirements", json!("none")),
        ("requirements", json!({"min_ram": "plenty", "brand": 7})),
        ("image_size", json!("10 GiB")),
        ("description", json!({"en": "an object"})),
        ("homepage", json!(["https://example.com"])),
        ("files", json!({"compression": "gzip"})),
        ("files", json!([{"compression": 1, "sha1": null, "size": "big"}])),
        ("tags", json!(["role", "os"])),
        ("acl", json!("everybody")),
        ("published_at", json!(1_393_584_642)),
        ("published_at", json!("last Tuesday")),
        ("public", json!("yes")),
        ("origin", json!("not-a-uuid")),
        ("error", json!("it broke")),
    ];
    let made = fields.into_iter().zip(200_u64..).map(|((field, value), number)| {
        let name = format!("wild-{field}-{number}");
        let image = image(&fixed(number).to_string(), &name, "1.0.0", JDOE, "2018-08-08T08:08:08Z");
        with(image, json!({field: value}))
    });
    made.collect()
}
