//! The document's instance, and one for each condition an instance can be in.

use serde_json::{Value, json};

use super::{backups, guid};
use crate::cloud_foundry::CloudFoundry;

/// The instance of the document's examples.
const ORDERS: &str = "c89b3280-fe8d-4aa0-a42e-44465bb1c61c";
/// One that was deleted; its backups can be restored from by those who know its guid.
const GONE: &str = "de1e7ed0-5f3a-4c1b-8a2d-0123456789ab";

/// The instances.
pub fn instances() -> Vec<Value> {
    let operation = |kind: &str, state: &str, text: &str| {
        json!({
            "type": kind, "state": state, "description": text,
            "created_at": "2024-03-04T22:00:00Z", "updated_at": "2024-03-04T22:10:00Z",
        })
    };
    let many: Vec<_> = [json!({"id": "bk-20240305-0100-7f3a", "created_at": 1_709_600_400})]
        .into_iter()
        .chain([json!({"id": "bk-20240304-0100-19c2", "created_at": 1_709_514_000})])
        .chain(
            backups(30)
                .as_array()
                .cloned()
                .unwrap_or_default()
                .into_iter()
                .filter(|backup| backup.get("created_at") != Some(&json!(1_709_514_000))),
        )
        .collect();
    let in_ms: Vec<_> = (1..=5)
        .map(|day| json!({"id": format!("bk-ms-{day}"), "created_at": 1_709_514_000_000_i64 + day}))
        .collect();
    let mut all = vec![
        json!({
            "guid": ORDERS, "name": "orders-db", "created_at": "2024-01-10T15:49:29Z", "updated_at": "2024-01-10T15:49:29Z",
            "last_operation": {
                "type": "create", "state": "succeeded", "description": "Operation succeeded",
                "created_at": "2024-01-10T15:49:29Z", "updated_at": "2024-01-10T15:49:32Z",
            },
            "backups": many,
        }),
        json!({"guid": GONE, "name": "orders-db-old", "backups": [
            {"id": "bk-20231224-0100-dead", "created_at": 1_703_379_600},
            {"id": "bk-20231223-0100-beef", "created_at": 1_703_293_200},
        ]}),
        json!({"name": "orders-db-copy", "space": "shop/staging", "backups": backups(3)}),
        json!({"name": "orders-pg", "space": "shop/staging", "plan": "postgres/on-demand-ha", "backups": backups(9)}),
        json!({"name": "empty-db"}),
        json!({"name": "one-backup-db", "backups": backups(1)}),
        json!({"name": "many-backups-db", "backups": backups(400)}),
        json!({"name": "ms-backups-db", "backups": in_ms}),
        json!({"name": "busy-db", "backups": backups(2), "last_operation": operation("update", "in progress", "Upgrade in progress")}),
        json!({"name": "initial-db", "last_operation": operation("create", "initial", "")}),
        json!({"name": "failed-db", "backups": backups(2), "last_operation": operation("update", "failed", "There is no space left on the volume")}),
        json!({"name": "bare-db", "backups": backups(2), "last_operation": {}}),
        json!({"name": "locked-db", "space": "shop/locked", "backups": backups(4)}),
        json!({"name": "suspended-db", "space": "suspended-org/main", "backups": backups(4)}),
        json!({"name": "hidden-db", "space": "hidden-org/secret", "backups": backups(4)}),
        json!({"name": "events-queue", "plan": "p.rabbitmq/single-node"}),
        json!({"name": "session-cache-legacy", "plan": "legacy-cache/shared"}),
        json!({"name": "uploads-bucket", "plan": "object-store/standard"}),
        json!({"name": "mail-relay", "type": "user-provided", "tags": ["smtp"], "syslog_drain_url": "syslog://logs.example.local"}),
        json!({
            "name": "Überträge, München", "space": "Größe & Söhne/Übung", "backups": backups(2),
            "metadata": {"labels": {"env": "prod"}, "annotations": {"contact": "größe@example.com"}},
        }),
        json!({"name": "<b>bold</b> & \"quoted\"", "backups": backups(1)}),
        json!({"name": "x".repeat(250), "backups": backups(1)}),
    ];
    for (number, instance) in (1..).zip(&mut all) {
        if let Some(fields) = instance.as_object_mut() {
            fields.entry("guid").or_insert_with(|| guid(number).into());
            fields.entry("created_at").or_insert_with(|| "2024-02-01T09:00:00Z".into());
        }
    }
    all
}

/// Deletes the one that is known by its guid only.
pub fn delete_source(foundation: &mut CloudFoundry) {
    foundation.delete_instance(GONE);
}
