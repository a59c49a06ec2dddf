//! A new backup (section 4.1).

use super::super::instances::warn;
use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::handle::Context;
use crate::cloud_foundry::jobs::Work;
use crate::cloud_foundry::problem::Problem;
use crate::cloud_foundry::sentinel;
use crate::wire::Response;

impl CloudFoundry {
    /// `POST /v3/service_instances/{guid}/backups`
    pub(in crate::cloud_foundry) fn create_backup(
        &mut self,
        guid: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let instance = self.manageable(guid, context.user)?;
        self.supported(instance)?;
        if instance.is_busy() {
            return Err(Problem::busy(instance.name()));
        }
        let warns = sentinel::warns(instance.name());
        let mut response = self.take_on(guid, Work::Backup, context);
        if warns {
            warn(&mut response);
        }
        Ok(response)
    }
}
