//! Several hundred instances over all organizations and spaces.

use serde_json::{Value, json};

use super::{backups, guid};
use crate::cloud_foundry::stamp;
use crate::rng::Rng;
use crate::time::SECOND;

/// How many.
const COUNT: u64 = 560;
/// From January 2022 to January 2024, evenly.
const FIRST: i64 = 1_640_995_200_000;
const LAST: i64 = 1_704_067_200_000;

const SPACES: [&str; 13] = [
    "shop/prod",
    "shop/staging",
    "shop/dev",
    "shop/locked",
    "globex/prod",
    "globex/qa",
    "globex/sandbox",
    "research/lab",
    "research/notebooks",
    "research/archive",
    "suspended-org/main",
    "hidden-org/secret",
    "Größe & Söhne/Übung",
];
const PLANS: [&str; 9] = [
    "p.mysql/db-small",
    "p.mysql/db-large",
    "postgres/on-demand-small",
    "postgres/on-demand-ha",
    "p.redis/cache-small",
    "p.redis/cache-ha",
    "p.rabbitmq/single-node",
    "legacy-cache/shared",
    "object-store/standard",
];
const SUBJECTS: [&str; 12] = [
    "orders",
    "billing",
    "catalogue",
    "customers",
    "sessions",
    "search",
    "shipping",
    "metrics",
    "audit",
    "mail",
    "stock",
    "tokens",
];

/// The instances.
pub fn instances(seed: u64) -> Vec<Value> {
    let mut rng = Rng::new(seed, 0xcf1);
    let step = (LAST - FIRST) / COUNT as i64;
    (0..COUNT).map(|number| instance(&mut rng, number, FIRST + step * number as i64)).collect()
}

fn instance(rng: &mut Rng, number: u64, at: i64) -> Value {
    let pick = |rng: &mut Rng, words: &[&'static str]| rng.pick(words).copied().unwrap_or_default();
    let (space, plan, subject) = (pick(rng, &SPACES), pick(rng, &PLANS), pick(rng, &SUBJECTS));
    let created = stamp(at);
    let updated = stamp(at + rng.below(40_000_000) as i64 * SECOND / 1000);
    let env = space.rsplit('/').next().unwrap_or_default();
    let mut made = json!({
        "guid": guid(10_000 + number), "name": format!("{subject}-{}", 100 + number), "space": space,
        "created_at": created, "updated_at": updated, "tags": [subject],
        "metadata": {"labels": {"subject": subject, "env": if env.is_ascii() { env } else { "other" }}, "annotations": {}},
    });
    if let Some(fields) = made.as_object_mut() {
        if rng.below(12) == 0 {
            fields.insert("type".into(), json!("user-provided"));
        } else {
            fields.insert("plan".into(), json!(plan));
            fields.insert(
                "maintenance_info".into(),
                json!({"version": format!("1.{}.0", rng.below(9)), "description": "Operating system update"}),
            );
            fields.insert("upgrade_available".into(), json!(rng.below(4) == 0));
            fields.insert(
                "dashboard_url".into(),
                json!(format!("https://dashboards.example.local/{subject}/{number}")),
            );
            fields.insert("backups".into(), backups(rng.below(25) as i64));
        }
        if rng.below(30) == 0 {
            let failed = json!({
                "type": "update", "state": "failed", "description": "The plan could not be changed",
                "created_at": updated, "updated_at": updated,
            });
            fields.insert("last_operation".into(), failed);
        }
    }
    made
}
