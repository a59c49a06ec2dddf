//! ExportImage (section 4.3).

use super::destination;
use crate::oci::Oci;
use crate::oci::body;
use crate::oci::handle::Context;
use crate::oci::jobs::Job;
use crate::oci::problem::Problem;
use crate::oci::sentinel::Ending;
use crate::wire::Response;

const FORMATS: [&str; 5] = ["QCOW2", "VMDK", "OCI", "VHD", "VDI"];

impl Oci {
    pub(in crate::oci) fn export_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let image = self.image_managed(id, context)?;
        let (compartment, name) =
            (image.text("compartmentId").to_owned(), image.text("displayName").to_owned());
        let state = image.text("lifecycleState").to_owned();
        let region = self.region(context.region)?;
        let object = destination::read(context.body, "destinationType", "destinationUri", region)?;
        let format = body::text(context.body, "exportFormat")?.unwrap_or("OCI");
        if !FORMATS.contains(&format) {
            return Err(Problem::invalid(format!("exportFormat has no value '{format}'.")));
        }
        if state != "AVAILABLE" {
            return Err(Problem::incorrect_state(format!("The image is {state}; it has to be AVAILABLE.")));
        }
        let work = self.begin("ExportImage", (id, &compartment), vec![object.clone(), name], context)?;
        let region = context.region;
        if work.ending == Ending::Succeeds {
            self.jobs.at(work.ends, Job::Exported { region, object });
        }
        let job = Job::Image { region, id: id.to_owned(), from: "EXPORTING", to: "AVAILABLE" };
        self.jobs.at(work.ends, job);
        self.executed_now("ExportImage", id, context);
        let mut response = self.change(id, context, |image| image.set("lifecycleState", "EXPORTING"))?;
        self.name_work(&mut response, &work);
        Ok(response)
    }
}
