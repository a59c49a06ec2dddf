//! The list of backups (section 4.2): no envelope, no promised order.

use serde_json::json;

use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::access::Access;
use crate::cloud_foundry::handle::Context;
use crate::cloud_foundry::params::Params;
use crate::cloud_foundry::problem::Problem;
use crate::wire::Response;

impl CloudFoundry {
    /// `GET /v3/service_instances/{guid}/backups`
    pub(in crate::cloud_foundry) fn list_backups(
        &self,
        guid: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let params = Params::read(context.request, &["limit"])?;
        let limit = params.number("limit", usize::MAX, 1..=usize::MAX)?;
        let gone = self.instances.get(guid).filter(|instance| {
            let sees = self.access(context.user, instance.space) > Access::Nothing;
            self.switches.deleted_listed && instance.deleted && sees
        });
        let instance = match gone {
            Some(instance) => instance,
            None => self.visible(guid, context.user)?,
        };
        self.supported(instance)?;
        let backups: Vec<_> = instance.backups.iter().take(limit).collect();
        Ok(Response::json(200, &json!({"backups": backups})))
    }
}
