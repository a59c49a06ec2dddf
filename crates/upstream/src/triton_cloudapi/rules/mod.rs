//! Which action is allowed on which image or machine: a table with a source for each line. Only
//! what is known counts: where a fact is missing, the action is allowed and the server decides.

mod action;
mod condition;
mod facts;
mod table;

#[cfg(test)]
mod tests;

use crate::verdict::Verdict;

pub use action::Action;
pub use facts::{Facts, ImageFacts, MachineFacts};

/// Whether an action may be offered.
#[must_use]
pub fn check(action: Action, facts: &Facts<'_>) -> Verdict {
    for rule in table::RULES {
        if rule.actions.contains(&action)
            && let Some(reason) = condition::refuses(rule.refused_when, action, facts)
        {
            return Verdict::Disallowed { reason, source: rule.source };
        }
    }
    Verdict::Allowed
}
