//! One instance, and what the caller may do with it (sections 3.2 and 3.4).

use serde_json::{Value, json};

use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::access::Access;
use crate::cloud_foundry::handle::Context;
use crate::cloud_foundry::params::Params;
use crate::cloud_foundry::problem::Problem;
use crate::cloud_foundry::sentinel;
use crate::wire::{Response, query};

impl CloudFoundry {
    /// `GET /v3/service_instances/{guid}`
    pub(in crate::cloud_foundry) fn get_instance(
        &self,
        guid: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let params = Params::read(context.request, &["fields"])?;
        let instance = self.visible(guid, context.user)?;
        let included = self.included(&params, &[instance])?;
        let mut body = self.instance_json(instance);
        if let (Some(included), Some(body)) = (included, body.as_object_mut()) {
            body.insert("included".into(), included);
        }
        let mut response = Response::json(200, &body);
        if sentinel::warns(instance.name()) {
            warn(&mut response);
        }
        Ok(response)
    }

    /// `GET /v3/service_instances/{guid}/permissions`
    pub(in crate::cloud_foundry) fn permissions(
        &self,
        guid: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let instance = self.visible(guid, context.user)?;
        let access = self.access(context.user, instance.space);
        let body: Value = json!({"read": access >= Access::Read, "manage": access == Access::Manage});
        Ok(Response::json(200, &body))
    }
}

/// Three warnings in two headers, each encoded (section 1.3).
pub fn warn(response: &mut Response) {
    let texts = ["The plan is deprecated, and ends in 2027", "100% of the quota is used; ask for more"];
    let line = texts.map(query::encode).join(",");
    response.headers.push("X-Cf-Warnings", line);
    response.headers.push("X-Cf-Warnings", query::encode("Größe überprüfen"));
}
