//! What people read about these operations.

use image_console_operation::Operation;

use super::LAST_OPERATION;
use crate::cloud_foundry::model::LastOperation;
use crate::cloud_foundry::rules::Action;

pub(super) const ANSWER_LOST: &str = "The answer was lost; looking at the instance's last operation";
pub(super) const NOT_SEEN: &str =
    "The answer was lost, and no new operation of the instance is to be seen so far";
pub(super) const NOT_BEGUN: &str = "Accepted; no new operation of the instance is to be seen so far";
pub(super) const NO_TRACE: &str =
    "The answer was lost, and no operation of the instance has begun since: it was probably not carried out";
pub(super) const PROBABLY: &str =
    "The answer was lost; this operation of the instance began since, and is probably this one";
pub(super) const PERHAPS: &str = "The answer was lost; this operation of the instance may be this one";
pub(super) const NOTHING_KNOWN: &str = "Neither the job nor the service instance is known";
pub(super) const SAYS_INSTANCE: &str = "This is what the instance's last operation says";
pub(super) const JOB_GONE: &str =
    "The API does not know the job any more, so this is what the instance's last operation says";
pub(super) const NO_LOCATION: &str = "The answer named no job that this page can read; the proxy may hide Location. The instance's last operation is followed instead.";
pub(super) const INSTEAD: &str = "The instance's last operation is followed instead.";

/// What an action is called in the Activity list.
#[must_use]
pub fn title(action: &str) -> &str {
    if action == Action::RestoreServiceInstance.name() {
        "Restore service instance"
    } else if action == Action::CreateServiceInstanceBackup.name() {
        "Create backup of service instance"
    } else if action == LAST_OPERATION {
        "Operation of service instance"
    } else {
        action
    }
}

/// The instance, for a person to look at.
pub(super) fn instance(operation: &Operation) -> String {
    let resource = &operation.resource;
    let backups =
        if operation.action == Action::CreateServiceInstanceBackup.name() { " and its backups" } else { "" };
    format!("service instance {} on {}{backups}", resource.name, resource.connection)
}

/// An operation with when it was last looked at: `update succeeded, 5 Mar 2024, 10:31:02 UTC`.
pub(super) fn operation(last: &LastOperation) -> String {
    let when = last.updated_at.value().or_else(|| last.created_at.value());
    let words = last.words();
    when.map_or_else(|| words.clone(), |when| format!("{words}, {}", when.day_and_time()))
}
