//! Images of both datacenters: the operator's, and the demo account's that are the same in each.

use serde_json::{Value, json};

use super::{fixed, image, with};
use crate::triton::accounts::{ACME, ADMIN, GLOBEX, JDOE};

/// `base 13.4.0`, the image of the documents' examples.
pub const BASE: &str = "2b683a82-a066-11e3-97ab-2faa44701c5a";
/// The image of the documents' export example; it is in both datacenters.
pub const MY_IMAGE: &str = "e42f8c84-bbea-11e2-b920-078fab2aab1f";

/// Numbers of fixed ids that other parts of the seed refer to.
pub const MINIMAL: u64 = 1;
pub const UBUNTU_LX: u64 = 2;
pub const UBUNTU_BHYVE: u64 = 3;
pub const WINDOWS: u64 = 4;
pub const CENTOS_KVM: u64 = 5;

/// The images.
pub fn images() -> Vec<Value> {
    let mut all = public();
    all.extend(own());
    all
}

fn public() -> Vec<Value> {
    let operator = |number: u64, name: &str, version: &str, published: &str, fields: Value| {
        let image = image(&fixed(number).to_string(), name, version, ADMIN, published);
        let image = with(image, json!({"public": true}));
        with(image.as_object().cloned().unwrap_or_default(), fields)
    };
    vec![
        json!({
            "id": BASE, "name": "base", "version": "13.4.0", "os": "smartos", "requirements": {},
            "type": "zone-dataset",
            "description": "A 32-bit SmartOS image with just essential packages installed. Ideal for users who are comfortable with setting up their own environment and tools.",
            "files": [{"compression": "gzip", "sha1": "3bebb6ae2cdb26eef20cfb30fdc4a00a059a0b7b", "size": 110742036}],
            "tags": {"role": "os", "group": "base-32"},
            "homepage": "https://docs.joyent.com/images/smartos/base",
            "published_at": "2014-02-28T10:50:42Z", "owner": ADMIN.to_string(), "public": true, "state": "active",
        }),
        operator(
            MINIMAL,
            "minimal-64-lts",
            "23.4.0",
            "2024-02-05T09:12:44Z",
            json!({
                "requirements": {"min_ram": 256, "min_memory": 256, "brand": "joyent-minimal"},
                "description": "A 64-bit SmartOS image without any service that is not needed.",
                "homepage": "https://docs.example.com/images/smartos/minimal",
                "tags": {"role": "os", "group": "minimal-64-lts"},
            }),
        ),
        operator(
            UBUNTU_LX,
            "ubuntu-22.04",
            "20240116",
            "2024-01-16T11:02:00Z",
            json!({
                "os": "linux", "type": "lx-dataset", "tags": {"role": "os", "kernel_version": "5.10.0"},
                "requirements": {"min_ram": "512", "max_ram": "65536", "brand": "lx"},
                "description": "Container-native Ubuntu 22.04 LTS.", "eula": "https://legal.example.com/ubuntu",
            }),
        ),
        operator(
            UBUNTU_BHYVE,
            "ubuntu-certified-24.04",
            "20240612",
            "2024-06-12T06:30:10.250Z",
            json!({
                "os": "linux", "type": "zvol", "image_size": 10240, "tags": {"default_user": "ubuntu", "role": "os"},
                "requirements": {"min_memory": 1024, "brand": "bhyve", "bootrom": "uefi"},
                "description": "Ubuntu 24.04 LTS for hardware virtual machines.",
            }),
        ),
        operator(
            WINDOWS,
            "windows-server-2022",
            "21H2-4",
            "2023-05-30T18:00:00Z",
            json!({
                "os": "windows", "type": "zvol", "image_size": 61440, "eula": "https://legal.example.com/windows",
                "requirements": {"min_ram": 4096, "max_memory": 262144, "brand": "bhyve", "bootrom": "uefi"},
                "files": [{"compression": "xz", "sha1": "5ac2c1a0f7f1be4e0b6d1e4c2f0cf6e2a1a0ad42", "size": 5_812_331_008_u64}],
            }),
        ),
        operator(
            CENTOS_KVM,
            "centos-stream-9",
            "20231002",
            "2023-10-02T07:45:31Z",
            json!({
                "os": "linux", "type": "zvol", "image_size": 8192, "requirements": {"brand": "kvm", "min_ram": 512},
                "files": [{"compression": "bzip2", "sha1": "0f1e2d3c4b5a69788796a5b4c3d2e1f001122334", "size": 611_203_345}],
            }),
        ),
        operator(
            6,
            "base-64",
            "14.2.0",
            "2014-08-19T16:58:53Z",
            json!({
                "state": "disabled", "description": "Withdrawn; existing instances keep running.",
            }),
        ),
        operator(
            7,
            "freebsd-14",
            "14.0-RELEASE",
            "2023-11-21T12:00:00Z",
            json!({"os": "bsd", "type": "zvol", "image_size": 6144}),
        ),
        operator(
            8,
            "docker-layer",
            "62487cf6a7f6",
            "2022-03-14T01:59:26Z",
            json!({"os": "linux", "type": "docker"}),
        ),
        operator(9, "lxd-alpine", "3.19", "2024-01-30T20:11:02Z", json!({"os": "linux", "type": "lxd"})),
        operator(10, "omnios", "r151048", "2023-11-06T10:00:00Z", json!({"os": "illumos", "type": "other"})),
        with(
            image(&fixed(11).to_string(), "shared-runtime", "4.2.0", ACME, "2022-09-01T08:00:00Z"),
            json!({"acl": [JDOE.to_string()], "description": "Shared by Acme with a few accounts."}),
        ),
        with(
            image(&fixed(12).to_string(), "shared-runtime-base", "4.0.0", ACME, "2022-05-11T08:00:00Z"),
            json!({"origin": BASE}),
        ),
        with(
            image(&fixed(13).to_string(), "shared-runtime-gpu", "4.2.0", ACME, "2022-09-03T08:00:00Z"),
            json!({"acl": [JDOE.to_string(), GLOBEX.to_string()], "origin": fixed(12).to_string()}),
        ),
    ]
}

fn own() -> Vec<Value> {
    vec![
        with(
            image(MY_IMAGE, "my-image", "1.0.0", JDOE, "2013-05-13T12:40:08Z"),
            json!({"origin": BASE, "description": "The web front end as it was released."}),
        ),
        with(
            image(&fixed(20).to_string(), "web-frontend", "2.8.1", JDOE, "2024-03-05T10:19:44.120Z"),
            json!({
                "origin": fixed(MINIMAL).to_string(), "acl": [ACME.to_string(), GLOBEX.to_string()],
                "tags": {"team": "web", "release": 281, "canary": false, "ports": [80, 443]},
                "homepage": "https://wiki.example.com/web-frontend",
            }),
        ),
    ]
}
