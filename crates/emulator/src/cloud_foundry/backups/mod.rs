//! Backups and restores (section 4).

mod ask;
mod create;
mod list;
mod restore;

use super::CloudFoundry;
use super::problem::Problem;
use super::store::{Instance, Support};

impl CloudFoundry {
    /// Whether an instance's offering has the feature; 404, 422 or 501 otherwise.
    fn supported(&self, instance: &Instance) -> Result<(), Problem> {
        let Some(plan) = instance.plan.and_then(|plan| self.places.plans.get(plan)) else {
            return Err(Problem::unprocessable("User-provided service instances do not support backups."));
        };
        let offering = self.places.offerings.get(plan.offering);
        match offering.map_or(Support::NotFound, |offering| offering.support) {
            Support::Full => Ok(()),
            Support::Refused => Err(Problem::unprocessable(format!(
                "The service offering {} does not support the backup feature.",
                offering.map_or("", |offering| offering.name)
            ))),
            Support::NotImplemented => Err(Problem::new(
                501,
                180_003,
                "CF-ServiceNotImplemented",
                "Operation not supported for service",
            )),
            Support::NotFound => Err(Problem::missing("Backups")),
        }
    }
}
