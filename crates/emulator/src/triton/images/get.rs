//! GetImage (section 4.2).

use super::shown;
use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::problem::Problem;
use crate::wire::Response;

impl Triton {
    pub(in crate::triton) fn get_image(&self, id: &str, context: &Context<'_>) -> Result<Response, Problem> {
        let record = self.visible(context.datacenter, id, context.actor.uuid)?;
        Ok(shown(200, record, context))
    }
}
