//! Whether an image can be exported, as far as can be told from here: a table with a source for each
//! line. Only what is known counts: where a fact is missing, or a word is not known, the action is
//! allowed and the service decides.

use crate::verdict::Verdict;

const SOURCE: &str = "OCI Compute contract §4.3: IncorrectState";

/// State, and why an image in it cannot be exported.
const STATES: &[(&str, &str)] = &[
    ("EXPORTING", "This image is being exported already. It can be exported again when it is AVAILABLE."),
    ("PROVISIONING", "This image is still being made. It can be exported when it is AVAILABLE."),
    ("IMPORTING", "This image is still being imported. It can be exported when it is AVAILABLE."),
    ("DISABLED", "This image is disabled. Only an image that is AVAILABLE can be exported."),
    ("DELETED", "This image was deleted, so there is nothing to export."),
];

/// ExportImage (§4.3) on an image with this `lifecycleState`.
#[must_use]
pub fn export_image(lifecycle_state: Option<&str>) -> Verdict {
    STATES.iter().find(|(state, _)| Some(*state) == lifecycle_state).map_or(
        Verdict::Allowed,
        |(_, reason)| Verdict::Disallowed { reason: (*reason).to_owned(), source: SOURCE },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci_compute::LIFECYCLE_STATES;

    #[test]
    fn only_an_available_image_can_be_exported_and_unknown_words_are_the_services_business() {
        for state in LIFECYCLE_STATES {
            assert_eq!(export_image(Some(state)).is_allowed(), state == "AVAILABLE", "{state}");
        }
        assert!(export_image(None).is_allowed() && export_image(Some("RESTING")).is_allowed());
        assert!(export_image(Some("EXPORTING")).reason().is_some_and(|r| r.contains("already")));
    }
}
