//! Whether backups exist here (contract §4): nothing says so in advance, so the list of backups is
//! asked for, and what it answers is read.

use image_console_core::ApiError;

use super::error::{NOT_FOUND, NOT_IMPLEMENTED, RESOURCE_NOT_FOUND, is};

/// What is known about backups of a service instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feature {
    /// The list of backups was answered.
    Available,
    /// This foundation does not know the call: a Cloud Foundry without Tanzu's additions.
    NotOnThisFoundation,
    /// The foundation knows the call, this instance's offering does not do it; what the API said.
    NotForThisInstance(String),
    /// It cannot be told: the call failed for another reason, which is to be shown as any error.
    NotKnown,
}

/// What the error of a list of backups means.
#[must_use]
pub fn of_error(error: &ApiError) -> Feature {
    if is(error, &NOT_FOUND) {
        return Feature::NotOnThisFoundation;
    }
    let said = is(error, &RESOURCE_NOT_FOUND) || is(error, &NOT_IMPLEMENTED) || error.code.is_some();
    match error.status {
        Some(404 | 422 | 501) if said => Feature::NotForThisInstance(error.message.clone()),
        _ => Feature::NotKnown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::error::parse_error;
    use crate::cloud_foundry::testing::{answer, refusal};

    #[test]
    fn a_missing_route_a_missing_feature_and_a_failure_are_told_apart() {
        let of = |response| of_error(&parse_error(&response));
        assert_eq!(of(refusal(404, 10000, "CF-NotFound")), Feature::NotOnThisFoundation);
        for (status, code, title) in [
            (404, 10010, "CF-ResourceNotFound"),
            (422, 10008, "CF-UnprocessableEntity"),
            (501, 180_003, "CF-ServiceNotImplemented"),
        ] {
            assert_eq!(of(refusal(status, code, title)), Feature::NotForThisInstance("no".into()));
        }
        assert_eq!(of(refusal(403, 10003, "CF-NotAuthorized")), Feature::NotKnown);
        assert_eq!(of(answer(404, "<html>")), Feature::NotKnown, "a proxy's page says nothing about backups");
    }
}
