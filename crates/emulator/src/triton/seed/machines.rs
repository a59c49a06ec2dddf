//! Instances: every brand and state, the ones that cannot be captured, the ones whose images fail,
//! and then as many plain ones as were asked for.

use serde_json::{Map, Value, json};

use super::fixed;
use super::known::{BASE, CENTOS_KVM, MINIMAL, MY_IMAGE, UBUNTU_BHYVE, UBUNTU_LX, WINDOWS};
use crate::Uuid;
use crate::rng::Rng;
use crate::time;
use crate::triton::accounts::ACME;
use crate::world::Seed;

/// The instance of the documents' create example.
const SOURCE: &str = "a44f2b9b-e7af-f548-b0ba-4d9270423f1a";

type Owned = (Uuid, Map<String, Value>);

/// All instances of a datacenter.
pub fn all(seed: &Seed, datacenter: u64, jdoe: Uuid) -> Vec<Owned> {
    let mut rng = Rng::new(seed.seed, 0xd0 + datacenter);
    let mut made: Vec<Value> = by_hand().into_iter().take(seed.machines).collect();
    for number in made.len()..seed.machines {
        let states = ["running", "running", "running", "stopped", "stopped"];
        let state = rng.pick(&states).copied().unwrap_or("running");
        let name = format!("app-{number:04}");
        made.push(machine(rng.uuid(), &name, "joyent", state, &fixed(MINIMAL).to_string(), json!({})));
    }
    let other = machine(rng.uuid(), "acme-1", "joyent", "stopped", BASE, json!({}));
    let owned = made.into_iter().map(|machine| (jdoe, machine)).chain([(ACME, other)]);
    owned.filter_map(|(owner, machine)| Some((owner, machine.as_object()?.clone()))).collect()
}

fn machine(id: Uuid, name: &str, brand: &str, state: &str, image: &str, fields: Value) -> Value {
    let mut rng = Rng::new(0x3a, id.0 as u64);
    let memory = 256_u64 << rng.below(7);
    let created = 1_640_995_200_000 + rng.below(70_000_000) as i64 * 1000;
    let kind = if matches!(brand, "kvm" | "bhyve") { "virtualmachine" } else { "smartmachine" };
    let address = format!("10.88.{}.{}", rng.below(16), 2 + rng.below(250));
    let mut value = json!({
        "id": id.to_string(), "name": name, "type": kind, "brand": brand, "state": state, "image": image,
        "memory": memory, "disk": memory * 25, "package": format!("g4-highcpu-{memory}M"), "ips": [address],
        "networks": [fixed(900).to_string()], "metadata": {}, "tags": {}, "primaryIp": address,
        "created": time::iso(created), "updated": time::iso(created + 3_600_000),
        "deletion_protection": false, "firewall_enabled": true, "compute_node": fixed(901).to_string(),
    });
    if let (Some(value), Value::Object(fields)) = (value.as_object_mut(), fields) {
        value.extend(fields);
    }
    value
}

fn by_hand() -> Vec<Value> {
    let image = |number: u64| fixed(number).to_string();
    let minimal = image(MINIMAL);
    let source = Uuid::parse(SOURCE).unwrap_or(Uuid(0));
    let mut number = 300;
    let mut made =
        vec![machine(source, "web-1", "joyent", "stopped", BASE, json!({"tags": {"role": "web"}}))];
    let mut add = |name: &str, brand: &str, state: &str, image: &str, fields: Value| {
        number += 1;
        made.push(machine(fixed(number), name, brand, state, image, fields));
    };
    add("db-1", "joyent", "running", BASE, json!({"tags": {"role": "db"}, "deletion_protection": true}));
    add("edge-1", "joyent-minimal", "stopped", &minimal, json!({"deletion_protection": true}));
    add("lx-1", "lx", "stopped", &image(UBUNTU_LX), json!({"tags": {"role": "ci"}}));
    add("hvm-1", "bhyve", "stopped", &image(UBUNTU_BHYVE), json!({}));
    add("legacy-kvm-1", "kvm", "stopped", &image(CENTOS_KVM), json!({}));
    add("windows-1", "bhyve", "running", &image(WINDOWS), json!({}));
    add("docker-1", "lx", "running", &image(8), json!({"docker": true}));
    add("docker-2", "lx", "stopped", &image(8), json!({"docker": true}));
    for state in ["provisioning", "ready", "stopping", "offline", "failed", "unknown", "deleted"] {
        add(&format!("is-{state}"), "joyent", state, BASE, json!({}));
    }
    for code in ["PrepareImageDidNotRun", "VmHasNoOrigin", "NotSupported", "InternalError"] {
        add(&format!("fails-{code}"), "joyent", "stopped", &minimal, json!({}));
    }
    add("without-origin", "joyent", "stopped", &image(999), json!({}));
    add("from-custom-image", "joyent", "stopped", MY_IMAGE, json!({}));
    add("takes-120s", "joyent", "stopped", &minimal, json!({}));
    add("old-host-fault-422-host", "joyent", "stopped", &minimal, json!({}));
    add("odd-system-fault-501", "bhyve", "stopped", &image(WINDOWS), json!({}));
    made
}
