//! Restore (section 4.3): from a backup, to a moment, or from another instance.

use super::super::instances::warn;
use super::ask::Ask;
use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::access::Access;
use crate::cloud_foundry::handle::Context;
use crate::cloud_foundry::jobs::Work;
use crate::cloud_foundry::problem::Problem;
use crate::cloud_foundry::sentinel;
use crate::cloud_foundry::store::Instance;
use crate::time::SECOND;
use crate::wire::Response;

impl CloudFoundry {
    /// `POST /v3/service_instances/{guid}/actions/restore`
    pub(in crate::cloud_foundry) fn restore(
        &mut self,
        guid: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let instance = self.manageable(guid, context.user)?;
        self.supported(instance)?;
        let ask = Ask::read(&context.request.body)?;
        let source = match ask.source.as_deref() {
            Some(source) if source != guid => self.source(source, instance, context)?,
            _ => instance,
        };
        possible(&ask, source, context.now)?;
        if instance.is_busy() {
            return Err(Problem::busy(instance.name()));
        }
        let warns = sentinel::warns(instance.name());
        let body = serde_json::from_slice(&context.request.body).unwrap_or_default();
        let mut response = self.take_on(guid, Work::Restore(body), context);
        if warns {
            warn(&mut response);
        }
        Ok(response)
    }

    /// Another instance to restore from, be it deleted: seen by the user and of the same offering.
    fn source(&self, guid: &str, target: &Instance, context: &Context<'_>) -> Result<&Instance, Problem> {
        let found = self
            .instances
            .get(guid)
            .filter(|source| self.access(context.user, source.space) > Access::Nothing);
        let source = found.ok_or_else(|| {
            Problem::unprocessable("Source service instance not found, or you do not have access to it.")
        })?;
        let offering = |instance: &Instance| Some(self.places.plans.get(instance.plan?)?.offering);
        if offering(source) != offering(target) {
            return Err(Problem::unprocessable("Source and target are not of the same service offering."));
        }
        Ok(source)
    }
}

/// Whether the source has what is asked for.
fn possible(ask: &Ask, source: &Instance, now: i64) -> Result<(), Problem> {
    let first = source.first_backup();
    match (&ask.backup_id, ask.target) {
        (Some(id), _) if !source.has_backup(id) => Err(Problem::unprocessable(format!(
            "Backup {id} not found for service instance {}.",
            source.name()
        ))),
        (Some(_), _) => Ok(()),
        (None, Some(target)) if target > now => {
            Err(Problem::unprocessable("Target timestamp is in the future."))
        }
        (None, Some(target)) if first.is_none_or(|first| target < first * SECOND) => {
            Err(Problem::unprocessable("Target timestamp is before the first backup."))
        }
        (None, Some(_)) => Ok(()),
        (None, None) if source.backups.is_empty() => {
            Err(Problem::unprocessable("There is no backup to restore from."))
        }
        (None, None) => Ok(()),
    }
}
