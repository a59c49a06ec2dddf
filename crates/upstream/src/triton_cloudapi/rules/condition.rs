//! When a rule speaks against an action, and in which words.

use image_console_core::format;

use super::facts::Facts;
use super::{Action, ImageFacts};

/// The conditions that the table uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    /// The image belongs to another account.
    OwnedByAnother,
    /// The image belongs to the caller.
    OwnedByCaller,
    /// The image is not shared with the caller.
    NotShared,
    /// The image's state is known and not `active`.
    NotActive,
    /// The image's state says that there is no file yet, or never will be.
    WithoutFile,
    /// More than one file.
    MultiFile,
    /// `type` is `docker`.
    Docker,
    /// Other images have it as `origin`.
    HasDependents,
    /// The endpoint does not know datacenters.
    NoDatacenters,
    /// Source and target are the same.
    SameDatacenter,
    /// The id exists in the target.
    AlreadyHere,
    /// The machine runs, or is otherwise not stopped.
    MachineNotStopped,
    /// The machine is a docker container.
    DockerMachine,
}

/// The reason, when the condition holds.
pub(super) fn refuses(condition: Condition, action: Action, facts: &Facts<'_>) -> Option<String> {
    let verb = action.verb();
    let nothing = ImageFacts::default();
    let image = facts.image.unwrap_or(&nothing);
    let owner = image.owner.as_deref();
    let state = image.state.as_deref();
    match condition {
        Condition::OwnedByAnother => {
            let (account, owner) = (facts.account?, owner?);
            (account != owner)
                .then(|| format!("An image can be {verb} only by its owner. This one belongs to {owner}."))
        }
        Condition::OwnedByCaller => (facts.account? == owner?).then(|| {
            "This image is your own. Cloning makes a copy of an image that another account shared with you.".to_owned()
        }),
        Condition::NotShared => not_shared(facts.account?, image),
        Condition::NotActive => (state? != "active").then(|| {
            format!("Only an active image can be {verb}. The state of this one is {}.", state.unwrap_or_default())
        }),
        Condition::WithoutFile => matches!(state?, "creating" | "failed").then(|| {
            format!("This image has no file to be {verb}: its state is {}.", state.unwrap_or_default())
        }),
        Condition::MultiFile => (image.files? > 1).then(|| {
            format!("An image of several files cannot be {verb}. This one has {}.", image.files.unwrap_or_default())
        }),
        Condition::Docker => {
            (image.type_.as_deref()? == "docker").then(|| format!("Docker images cannot be {verb}."))
        }
        Condition::HasDependents => (!facts.dependents.is_empty()).then(|| dependents(facts.dependents)),
        Condition::NoDatacenters => (!facts.datacenters?).then(|| {
            "This endpoint does not copy images between datacenters: that came with CloudAPI 9.2.0.".to_owned()
        }),
        Condition::SameDatacenter => facts
            .same_datacenter
            .then(|| "The image is in this datacenter already: source and target are the same.".to_owned()),
        Condition::AlreadyHere => facts.already_here.then(|| {
            "An image with this id is in the target datacenter already. An import keeps the id.".to_owned()
        }),
        Condition::MachineNotStopped => {
            let state = facts.machine?.state.as_deref()?;
            (state != "stopped")
                .then(|| format!("Stop the machine first: its state is {state}, and only a stopped one can be captured."))
        }
        Condition::DockerMachine => facts
            .machine?
            .docker
            .then(|| "This is a docker container. Images can be made from other machines only.".to_owned()),
    }
}

/// A private image that the caller sees without an ACL being sent must be shared with the caller.
fn not_shared(account: &str, image: &ImageFacts) -> Option<String> {
    let acl = image.acl.as_ref()?;
    let hidden = acl.is_empty() && image.public != Some(true);
    (!hidden && !acl.iter().any(|a| a == account)).then(|| {
        "This image is not shared with you: its owner has to add your account to its ACL. That it is public is not enough."
            .to_owned()
    })
}

fn dependents(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let first = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let count = format::plural(names.len() as u64, "image");
    let verb = if names.len() == 1 { "was" } else { "were" };
    format!("{count} {verb} made from this one and must be deleted first: {first}{rest}.")
}
