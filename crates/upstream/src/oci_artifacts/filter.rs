//! The filters of ListContainerImages (contract §5.1).

use crate::oci::filter::{Filter, Param, Rule, SORT_BY, SORT_ORDER};

/// The words of `lifecycleState` (§4.1).
pub const LIFECYCLE_STATES: [&str; 3] = ["AVAILABLE", "DELETING", "DELETED"];

/// The parameters of ListContainerImages beside the compartment and the page, in the order of the
/// documents. `repositoryName` and `version` are matched exactly or, with a trailing `*`, by their
/// beginning; `compartmentIdInSubtree` is only valid with the root compartment.
pub const IMAGE_PARAMS: &[Param] = &[
    Param::new("compartmentIdInSubtree", Rule::Flag),
    Param::new("repositoryId", Rule::Ocid),
    Param::new("repositoryName", Rule::Text),
    Param::new("displayName", Rule::Text),
    Param::new("imageId", Rule::Ocid),
    Param::new("version", Rule::Text),
    Param::new("isVersioned", Rule::Flag),
    Param::new("imageDigest", Rule::Text),
    Param::new("lifecycleState", Rule::OneOf(&LIFECYCLE_STATES)),
    Param::new("sortBy", Rule::OneOf(&SORT_BY)),
    Param::new("sortOrder", Rule::OneOf(&SORT_ORDER)),
];

/// The states to list, one list each: the one that is asked for, otherwise all. Whether a list
/// without a state contains deleted images is not documented, so each list names its state (§5.1).
#[must_use]
pub fn states(filter: &Filter) -> Vec<&'static str> {
    let asked = filter.get("lifecycleState");
    LIFECYCLE_STATES.into_iter().filter(|state| asked.is_none_or(|asked| asked == *state)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_listed_unless_one_is_asked_for() {
        assert_eq!(states(&Filter::default()), LIFECYCLE_STATES);
        let (filter, errors) = Filter::parse(IMAGE_PARAMS, [("lifecycleState", "deleted")]);
        assert_eq!((states(&filter), errors.len()), (vec!["DELETED"], 0));
    }
}
