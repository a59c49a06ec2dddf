//! The rules. The first one that speaks against an action gives the reason, so the more telling
//! ones stand first.

use super::Action::{self, CloneImage, CreateImageFromMachine, DeleteImage, ExportImage};
use super::Action::{ImportImageFromDatacenter, UpdateImage};
use super::condition::Condition;

/// One line.
pub(super) struct Rule {
    pub(super) actions: &'static [Action],
    pub(super) refused_when: Condition,
    /// The place in the contract.
    pub(super) source: &'static str,
}

const fn rule(actions: &'static [Action], refused_when: Condition, source: &'static str) -> Rule {
    Rule { actions, refused_when, source }
}

pub(super) const RULES: &[Rule] = &[
    rule(&[UpdateImage], Condition::OwnedByAnother, "CloudAPI contract §4.7: NotImageOwner"),
    rule(&[ExportImage], Condition::OwnedByAnother, "CloudAPI contract §4.4: NotImageOwner"),
    rule(&[DeleteImage], Condition::OwnedByAnother, "CloudAPI contract §4.3: NotImageOwner"),
    rule(&[DeleteImage], Condition::HasDependents, "CloudAPI contract §4.3: ImageHasDependentImages"),
    rule(&[ExportImage], Condition::WithoutFile, "CloudAPI contract §3: files is absent while creating"),
    rule(&[ExportImage], Condition::MultiFile, "CloudAPI contract §4.4: NotImplemented"),
    rule(&[CloneImage], Condition::OwnedByCaller, "CloudAPI contract §4.8: ImageNotShared"),
    rule(&[CloneImage], Condition::Docker, "CloudAPI contract §4.8: ValidationFailed"),
    rule(&[CloneImage], Condition::NotActive, "CloudAPI contract §4.8: ValidationFailed"),
    rule(&[CloneImage], Condition::NotShared, "CloudAPI contract §4.8: ImageNotShared"),
    rule(&[CloneImage], Condition::MultiFile, "CloudAPI contract §4.8: NotImplemented"),
    rule(&[CreateImageFromMachine], Condition::DockerMachine, "CloudAPI contract §4.5: InvalidParameter"),
    rule(&[CreateImageFromMachine], Condition::MachineNotStopped, "CloudAPI contract §4.5: machine"),
    rule(
        &[ImportImageFromDatacenter],
        Condition::NoDatacenters,
        "CloudAPI contract §4.6: Triton-Datacenter-Name",
    ),
    rule(&[ImportImageFromDatacenter], Condition::SameDatacenter, "CloudAPI contract §4.6: ValidationFailed"),
    rule(
        &[ImportImageFromDatacenter],
        Condition::AlreadyHere,
        "CloudAPI contract §4.6: ImageUuidAlreadyExists",
    ),
    rule(
        &[ImportImageFromDatacenter],
        Condition::OwnedByAnother,
        "CloudAPI contract §4.6: UnauthorizedError",
    ),
    rule(&[ImportImageFromDatacenter], Condition::NotActive, "CloudAPI contract §4.6: source not active"),
];
