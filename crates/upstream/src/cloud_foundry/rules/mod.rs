//! Which action is allowed on which service instance: a table with a source for each line. Only
//! what is known counts: where a fact is missing, the action is allowed and the server decides.

use super::feature::Feature;
use super::model::{Permissions, ServiceInstance};
use crate::verdict::Verdict;

/// What changes something and takes its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Overwrites the data of an instance (contract §4.3).
    RestoreServiceInstance,
    /// Makes a backup (§4.1).
    CreateServiceInstanceBackup,
}

impl Action {
    /// Both.
    pub const ALL: [Self; 2] = [Self::RestoreServiceInstance, Self::CreateServiceInstanceBackup];

    /// The operation's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RestoreServiceInstance => "RestoreServiceInstance",
            Self::CreateServiceInstanceBackup => "CreateServiceInstanceBackup",
        }
    }
}

/// All that is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// The instance that is restored into or backed up.
    pub instance: Option<&'a ServiceInstance>,
    /// What the caller may do with it.
    pub permissions: Option<&'a Permissions>,
    /// What its list of backups told.
    pub feature: Option<&'a Feature>,
}

/// One line.
struct Rule {
    actions: &'static [Action],
    refuses: fn(&Facts<'_>) -> Option<String>,
    /// The place in the contract.
    source: &'static str,
}

/// The rules. The first one that speaks against an action gives the reason, so what can never be
/// mended stands before what passes.
const RULES: &[Rule] = &[
    Rule { actions: &Action::ALL, refuses: not_managed, source: "Cloud Foundry contract §3.1: type" },
    Rule {
        actions: &Action::ALL,
        refuses: not_on_this_foundation,
        source: "Cloud Foundry contract §4: 404 10000",
    },
    Rule {
        actions: &Action::ALL,
        refuses: not_for_this_instance,
        source: "Cloud Foundry contract §4: 404, 422, 501",
    },
    Rule { actions: &Action::ALL, refuses: not_permitted, source: "Cloud Foundry contract §3.4: manage" },
    Rule { actions: &Action::ALL, refuses: under_way, source: "Cloud Foundry contract §2: 409 60016" },
];

/// Whether an action may be offered.
#[must_use]
pub fn check(action: Action, facts: &Facts<'_>) -> Verdict {
    for rule in RULES.iter().filter(|rule| rule.actions.contains(&action)) {
        if let Some(reason) = (rule.refuses)(facts) {
            return Verdict::Disallowed { reason, source: rule.source };
        }
    }
    Verdict::Allowed
}

fn not_managed(facts: &Facts<'_>) -> Option<String> {
    let type_ = facts.instance?.type_.text()?;
    (type_ == "user-provided").then(|| {
        "This is a user-provided service instance: it only holds credentials, so there is nothing to back up.".to_owned()
    })
}

fn not_on_this_foundation(facts: &Facts<'_>) -> Option<String> {
    (facts.feature? == &Feature::NotOnThisFoundation).then(|| {
        "This foundation has no backups: they exist only in Tanzu Elastic Application Runtime.".to_owned()
    })
}

fn not_for_this_instance(facts: &Facts<'_>) -> Option<String> {
    match facts.feature? {
        Feature::NotForThisInstance(said) => {
            Some(format!("The offering of this instance has no backups. The API says: {said}"))
        }
        _ => None,
    }
}

fn not_permitted(facts: &Facts<'_>) -> Option<String> {
    (facts.permissions?.manage.value() == Some(&false)).then(|| {
        "You may see this instance, but not change it: that needs the developer role in its space.".to_owned()
    })
}

fn under_way(facts: &Facts<'_>) -> Option<String> {
    let operation = facts.instance?.operation().filter(|operation| operation.is_under_way())?;
    Some(format!(
        "Another operation of this instance is under way ({}), and only one is possible at a time.",
        operation.words()
    ))
}

#[cfg(test)]
mod tests;
