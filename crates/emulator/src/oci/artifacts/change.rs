//! UpdateContainerImage and DeleteContainerImage (document 2, section 5.2).

use super::versions;
use crate::oci::Oci;
use crate::oci::body;
use crate::oci::handle::{Context, shown};
use crate::oci::jobs::Job;
use crate::oci::ocid;
use crate::oci::problem::Problem;
use crate::oci::store::Resource;
use crate::wire::Response;

impl Oci {
    /// Changes a container image, gives it a new etag, and shows it.
    pub(super) fn change_container(
        &mut self,
        id: &str,
        context: &Context<'_>,
        change: impl FnOnce(&mut Resource),
    ) -> Result<Response, Problem> {
        let etag = ocid::etag(&mut self.rng);
        let image = self.region_mut(context.region)?.containers.get_mut(id).ok_or_else(Problem::not_found)?;
        change(image);
        image.etag = etag;
        Ok(shown(image))
    }

    pub(in crate::oci) fn update_container_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        self.container_in("AVAILABLE", id, context)?;
        let tags = body::tags(context.body)?;
        self.executed_now("UpdateContainerImage", id, context);
        self.change_container(id, context, |image| {
            tags.into_iter().for_each(|(name, value)| image.set(name, value));
        })
    }

    pub(in crate::oci) fn delete_container_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        self.container_in("AVAILABLE", id, context)?;
        let now = context.now;
        let length = self.switches.container_delete_ms;
        self.executed_now("DeleteContainerImage", id, context);
        self.change_container(id, context, |image| match length {
            0 => versions::mark_deleted(image, now),
            _ => image.set("lifecycleState", "DELETING"),
        })?;
        if length > 0 {
            let job = Job::ContainerDeleted { region: context.region, id: id.to_owned() };
            self.jobs.at(now + length, job);
        }
        Ok(Response::empty(204))
    }
}
