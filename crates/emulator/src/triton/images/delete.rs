//! DeleteImage (section 4.3).

use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::problem::Problem;
use crate::wire::Response;

impl Triton {
    pub(in crate::triton) fn delete_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let uuid = self.owned(id, context)?.parts.id;
        let Some(datacenter) = self.datacenters.get_mut(context.datacenter) else {
            return Err(Problem::not_found("image not found"));
        };
        let dependents = datacenter.images.dependents(uuid);
        if !dependents.is_empty() {
            let ids: Vec<_> = dependents.iter().map(ToString::to_string).collect();
            let message = format!(
                "image \"{id}\" has {} dependent incremental image(s): {}",
                ids.len(),
                ids.join(", ")
            );
            return Err(Problem::new(422, "ImageHasDependentImages", message));
        }
        datacenter.images.remove(uuid);
        Ok(Response::empty(204))
    }
}
