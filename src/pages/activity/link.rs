//! The link by which another device goes on following: it carries the job's address and nothing else.

use image_console_core::config::Kind;
use image_console_core::route::FollowView;
use image_console_core::time::Timestamp;
use image_console_operation::{Operation, Resource};
use image_console_upstream::triton_cloudapi::rules::Action;
use image_console_upstream::{cloud_foundry, oci_compute, oracle_marketplace, triton_cloudapi};
use serde_json::{Value, json};

/// The actions of Cloud Foundry that a link may name.
const RESTORES: [&str; 3] =
    ["RestoreServiceInstance", "CreateServiceInstanceBackup", cloud_foundry::operation::LAST_OPERATION];

/// The link to an operation's job; `None` while its address is not known, and where the API gives the
/// job none.
#[must_use]
pub fn link_of(operation: &Operation) -> Option<FollowView> {
    let text = |name: &str| operation.address.get(name).and_then(Value::as_str).map(str::to_owned);
    let job = match operation.upstream.as_str() {
        cloud_foundry::operation::UPSTREAM => cloud_foundry::operation::text(&operation.address)?,
        oracle_marketplace::operation::UPSTREAM => oracle_marketplace::operation::text(&operation.address)?,
        // A creation is followed by its image, once that has an id.
        triton_cloudapi::operation::UPSTREAM if is_creation(&operation.action) => text("image")?,
        // An export by its work request, together with its image.
        oci_compute::operation::UPSTREAM => {
            format!("{},{}", text("workRequest")?, operation.resource.id.as_ref()?)
        }
        _ => return None,
    };
    Some(FollowView { connection: operation.connection.clone(), action: operation.action.clone(), job })
}

fn is_creation(action: &str) -> bool {
    action == Action::CreateImageFromMachine.name()
}

/// The operation that follows what a link names on a connection of this kind; `None` when the link does
/// not say anything that could be followed there.
#[must_use]
pub fn found(id: &str, kind: Kind, link: &FollowView, now: Timestamp) -> Option<Operation> {
    let FollowView { connection, action, job } = link;
    let plain =
        |text: &str| !text.is_empty() && !text.contains(['/', '?', '#']) && text != "." && text != "..";
    match kind {
        Kind::CloudFoundry if RESTORES.contains(&action.as_str()) => {
            let address = cloud_foundry::operation::address(job)?;
            Some(cloud_foundry::operation::found(id, connection, action, address, None, now))
        }
        Kind::Marketplace if action == oracle_marketplace::operation::MACHINE_IMAGE_UPLOAD => {
            oracle_marketplace::operation::address(job)?;
            Some(oracle_marketplace::operation::found(id, connection, job, None, now))
        }
        Kind::Triton if is_creation(action) && plain(job) => {
            let kind = (triton_cloudapi::operation::UPSTREAM, action.as_str());
            let resource = image(connection, job);
            Some(Operation::found(id, kind, connection, resource, json!({ "image": job }), now))
        }
        Kind::Oci if action == oci_compute::operation::EXPORT_IMAGE => {
            let (work, of) = job.split_once(',').filter(|(work, of)| plain(work) && plain(of))?;
            let kind = (oci_compute::operation::UPSTREAM, action.as_str());
            let address = json!({ "ask": "work", "workRequest": work, "seen": false });
            Some(Operation::found(id, kind, connection, image(connection, of), address, now))
        }
        _ => None,
    }
}

fn image(connection: &str, id: &str) -> Resource {
    Resource {
        kind: "image".to_owned(),
        id: Some(id.to_owned()),
        name: id.to_owned(),
        connection: connection.to_owned(),
    }
}
