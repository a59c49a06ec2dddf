//! The catalogue a world starts with: hand-made images for every case of the contract, then as
//! many generated ones as were asked for. The same seed gives the same bytes.

mod bulk;
mod families;
mod faulty;
mod known;
mod machines;
mod remote;
mod states;
mod wild;

use serde_json::{Map, Value};

use super::accounts::Accounts;
use super::datacenters::Datacenter;
use super::jobs::Jobs;
use super::store::{Images, Record};
use crate::Uuid;
use crate::rng::Rng;
use crate::world::Seed;

/// Both datacenters.
pub fn datacenters(seed: &Seed, accounts: &Accounts, jobs: &mut Jobs, now: i64) -> Vec<Datacenter> {
    let jdoe = accounts.by_login("jdoe").map(|account| account.uuid).unwrap_or(super::accounts::JDOE);
    let places = [
        ("us-east-1", "us-east-1.api.example.com", "https://us-east.manta.example.com"),
        ("eu-central-1", "eu-central-1.api.example.com", "https://eu-central.manta.example.com"),
    ];
    let grow = |(index, (name, host, manta_url)): (usize, (&'static str, &'static str, &'static str))| {
        let mut made = known::images();
        match index {
            0 => made.extend(states::images()),
            _ => made.extend(remote::images().into_iter().chain(faulty::images())),
        }
        if seed.wild {
            made.extend(wild::images());
        }
        let mut images = Images::default();
        let records = made.iter().filter_map(Value::as_object).filter_map(Record::from_value);
        records.take(seed.images).for_each(|record| images.put(record));
        if index == 0 {
            states::start_jobs(&images, index, jobs, now);
        }
        let missing = seed.images.saturating_sub(images.len());
        bulk::fill(&mut images, missing, seed.seed, index as u64);
        let machines = machines::all(seed, index as u64, jdoe);
        Datacenter { name, host, manta_url, images, machines }
    };
    places.into_iter().enumerate().map(grow).collect()
}

/// An id that is the same in every world.
fn fixed(number: u64) -> Uuid {
    Rng::new(0x1d, number).uuid()
}

/// An image object with the fields that every active image has.
fn image(id: &str, name: &str, version: &str, owner: Uuid, published: &str) -> Map<String, Value> {
    let mut sha1 = String::new();
    let mut rng = Rng::new(0x5a, name.bytes().map(u64::from).sum());
    rng.push_sha1(&mut sha1);
    let size = 40_000_000 + rng.below(300_000_000);
    let value = serde_json::json!({
        "id": id, "name": name, "version": version, "os": "smartos", "type": "zone-dataset",
        "requirements": {}, "files": [{"compression": "gzip", "sha1": sha1, "size": size}],
        "published_at": published, "owner": owner.to_string(), "public": false, "state": "active",
    });
    value.as_object().cloned().unwrap_or_default()
}

/// The same with other fields over it; a null takes one away.
fn with(mut image: Map<String, Value>, fields: Value) -> Value {
    for (name, value) in fields.as_object().cloned().unwrap_or_default() {
        if value.is_null() {
            image.remove(&name);
        } else {
            image.insert(name, value);
        }
    }
    Value::Object(image)
}
