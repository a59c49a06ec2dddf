//! ChangeImageCompartment (section 4.5).

use crate::oci::Oci;
use crate::oci::body;
use crate::oci::compartments::{is_active, manages};
use crate::oci::handle::Context;
use crate::oci::problem::Problem;
use crate::wire::Response;

impl Oci {
    pub(in crate::oci) fn change_image_compartment(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let state = self.image_managed(id, context)?.text("lifecycleState").to_owned();
        let compartment = body::required(context.body, "compartmentId")?.to_owned();
        if !manages(context.user, &compartment) || !is_active(&compartment) {
            return Err(Problem::related("the compartment"));
        }
        if state != "AVAILABLE" {
            return Err(Problem::incorrect_state(format!("The image is {state}; it has to be AVAILABLE.")));
        }
        self.executed_now("ChangeImageCompartment", id, context);
        self.change(id, context, |image| image.set("compartmentId", compartment))?;
        Ok(Response::empty(204))
    }
}
