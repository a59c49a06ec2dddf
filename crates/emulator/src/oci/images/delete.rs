//! DeleteImage (section 4.5).

use crate::oci::Oci;
use crate::oci::handle::Context;
use crate::oci::jobs::Job;
use crate::oci::problem::Problem;
use crate::time::DAY;
use crate::wire::Response;

impl Oci {
    pub(in crate::oci) fn delete_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let state = self.image_managed(id, context)?.text("lifecycleState").to_owned();
        if matches!(state.as_str(), "PROVISIONING" | "IMPORTING" | "EXPORTING") {
            return Err(Problem::incorrect_state(format!("The image is {state}; it cannot be deleted now.")));
        }
        self.executed_now("DeleteImage", id, context);
        self.change(id, context, |image| image.set("lifecycleState", "DELETED"))?;
        self.jobs.at(context.now + DAY, Job::Forget { region: context.region, id: id.to_owned() });
        Ok(Response::empty(204))
    }
}
