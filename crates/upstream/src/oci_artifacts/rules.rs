//! Whether an image can be restored, as far as can be told from here. Only what is known counts:
//! where the state is missing, or its word is not known, the service decides.

use crate::verdict::Verdict;

const SOURCE: &str = "OCI Artifacts contract §3: IncorrectState";

/// State, and why an image in it cannot be restored.
const STATES: &[(&str, &str)] = &[
    ("AVAILABLE", "This image is not deleted, so there is nothing to restore."),
    ("DELETING", "This image is still being deleted. It can be restored when its state is DELETED."),
];

/// RestoreContainerImage (§3) on an image with this `lifecycleState`.
#[must_use]
pub fn restore_image(lifecycle_state: Option<&str>) -> Verdict {
    STATES.iter().find(|(state, _)| Some(*state) == lifecycle_state).map_or(
        Verdict::Allowed,
        |(_, reason)| Verdict::Disallowed { reason: (*reason).to_owned(), source: SOURCE },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci_artifacts::LIFECYCLE_STATES;

    #[test]
    fn only_a_deleted_image_can_be_restored_and_unknown_words_are_the_services_business() {
        for state in LIFECYCLE_STATES {
            assert_eq!(restore_image(Some(state)).is_allowed(), state == "DELETED", "{state}");
        }
        assert!(restore_image(None).is_allowed() && restore_image(Some("RESTING")).is_allowed());
    }
}
