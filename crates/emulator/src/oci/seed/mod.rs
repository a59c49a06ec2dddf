//! What the regions hold when a world begins: hand-made images for every case of the contracts,
//! then generated ones. The same seed gives the same bytes.

mod bulk;
mod containers;
mod faulty;
mod known;
mod odd;
mod platform;
mod repositories;
mod samples;
mod wild;

use serde_json::{Map, Value, json};

use super::compartments;
use super::jobs::Jobs;
use super::ocid::{self, etag};
use super::place::REGIONS;
use super::store::{Region, Resource};
use crate::rng::Rng;
use crate::world::Seed;

/// Generated images in each compartment but `shop`, at most.
const ELSEWHERE: usize = 40;

/// Both regions.
pub fn regions(seed: &Seed, jobs: &mut Jobs, now: i64) -> Vec<Region> {
    let grow = |(at, (name, key)): (usize, &(&'static str, &'static str))| {
        let mut region = Region::new(name, key);
        let mut rng = Rng::new(seed.seed, 0x0c10 + at as u64);
        let mut made = if at == 0 { known::images(key) } else { faulty::images(key) };
        if at == 0 {
            made.extend(odd::images(key));
        }
        made.truncate(seed.oci_images);
        if seed.wild {
            made.extend(wild::images(key));
        }
        let missing = seed.oci_images.saturating_sub(made.len());
        made.extend(bulk::images("shop", missing, key, &mut rng));
        for compartment in ["", "shop-staging", "build", "finance"] {
            made.extend(bulk::images(compartment, seed.oci_images.min(ELSEWHERE), key, &mut rng));
        }
        made.extend(platform::images(key));
        for image in made.into_iter().filter_map(|image| Resource::from_value(image, etag(&mut rng))) {
            region.images.put(image);
        }
        repositories::fill(&mut region, &mut rng);
        containers::fill(&mut region, at, seed.wild, &mut rng, now);
        region.buckets = repositories::buckets(name, at);
        known::start_jobs(&mut region, at, jobs, now);
        containers::start_jobs(&region, at, jobs, now);
        region
    };
    REGIONS.iter().enumerate().map(grow).collect()
}

/// A compute image with the fields that every custom image has, in the compartment `shop`.
fn image(number: u64, key: &str, name: &str, created: &str) -> Map<String, Value> {
    let value = json!({
        "id": ocid::fixed("image", key, number), "compartmentId": compartments::ocid_of("shop"),
        "displayName": name, "lifecycleState": "AVAILABLE", "timeCreated": created,
        "operatingSystem": "Oracle Linux", "operatingSystemVersion": "8", "createImageAllowed": true,
        "baseImageId": ocid::fixed("image", key, 1000), "launchMode": "PARAVIRTUALIZED",
        "launchOptions": launch_options("UEFI_64", "PARAVIRTUALIZED"),
        "agentFeatures": {"isMonitoringSupported": true, "isManagementSupported": true},
        "listingType": "NONE", "sizeInMBs": 47_694, "billableSizeInGBs": 6,
        "freeformTags": {}, "definedTags": {},
    });
    value.as_object().cloned().unwrap_or_default()
}

/// The launch options that go with a firmware and a kind of device.
fn launch_options(firmware: &str, device: &str) -> Value {
    json!({
        "bootVolumeType": device, "firmware": firmware, "networkType": device,
        "remoteDataVolumeType": device, "isPvEncryptionInTransitEnabled": true,
        "isConsistentVolumeNamingEnabled": true,
    })
}

/// The same with other fields over it; a null takes one away.
fn with(mut object: Map<String, Value>, fields: Value) -> Value {
    for (name, value) in fields.as_object().cloned().unwrap_or_default() {
        if value.is_null() {
            object.remove(&name);
        } else {
            object.insert(name, value);
        }
    }
    Value::Object(object)
}
