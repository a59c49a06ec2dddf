//! UpdateImage (section 4.5).

use serde_json::Value;

use crate::oci::Oci;
use crate::oci::body;
use crate::oci::handle::Context;
use crate::oci::problem::Problem;
use crate::wire::Response;

impl Oci {
    pub(in crate::oci) fn update_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        self.image_managed(id, context)?;
        let mut changes: Vec<(&str, Value)> = body::tags(context.body)?;
        for field in ["displayName", "operatingSystem", "operatingSystemVersion"] {
            changes.extend(body::name(context.body, field)?.map(|text| (field, text.into())));
        }
        self.executed_now("UpdateImage", id, context);
        self.change(id, context, |image| {
            changes.into_iter().for_each(|(field, value)| image.set(field, value));
        })
    }
}
