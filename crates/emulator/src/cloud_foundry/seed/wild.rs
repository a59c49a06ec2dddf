//! Instances and backups with one field each of a value that no document allows, or none expects.

use serde_json::{Value, json};

use super::{backups, guid};

/// The instances.
pub fn instances() -> Vec<Value> {
    let fields = [
        ("name", json!(404)),
        ("created_at", json!(1_709_514_000)),
        ("updated_at", json!("last Tuesday")),
        ("type", json!(null)),
        ("tags", json!("relational")),
        ("last_operation", json!(null)),
        ("last_operation", json!("in progress")),
        ("last_operation", json!({"type": 1, "state": ["failed"], "description": {"en": "text"}})),
        ("last_operation", json!({"type": "osmapi_restore", "state": "replaying", "description": null})),
        ("maintenance_info", json!([])),
        ("upgrade_available", json!("no")),
        ("dashboard_url", json!("javascript:alert(1)")),
        ("relationships", json!({})),
        ("relationships", json!({"space": {"data": null}})),
        ("metadata", json!(null)),
        ("links", json!({"self": null})),
        ("backups", json!([{"id": 7, "created_at": 1_709_514_000}])),
        ("backups", json!([{"id": "bk-text", "created_at": "2024-03-04T01:00:00Z"}])),
        ("backups", json!([{"id": "bk-float", "created_at": 1_709_514_000.5}])),
        ("backups", json!([{"id": "bk-zero", "created_at": 0}, {"id": "bk-before", "created_at": -86_400}])),
        ("backups", json!([{"id": "bk-far", "created_at": 9_223_372_036_854_775_807_i64}])),
        ("backups", json!([null, "bk", {"created_at": 1}, {"id": "bk-none"}])),
    ];
    let made = fields.into_iter().zip(2000_u64..).map(|((field, value), number)| {
        let mut instance = json!({
            "guid": guid(number), "name": format!("wild-{field}-{number}"), "space": "globex/qa",
            "created_at": "2024-02-03T03:03:03Z", "backups": backups(2),
        });
        if let Some(fields) = instance.as_object_mut() {
            fields.insert(field.into(), value);
        }
        instance
    });
    made.collect()
}
