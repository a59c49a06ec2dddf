//! CreateImage (section 4.5): from an instance, or imported from an object.

use serde_json::{Map, Value, json};

use super::destination;
use crate::oci::Oci;
use crate::oci::body;
use crate::oci::compartments::{is_active, manages};
use crate::oci::handle::{Context, shown};
use crate::oci::jobs::Job;
use crate::oci::ocid;
use crate::oci::problem::Problem;
use crate::oci::sentinel::Ending;
use crate::oci::store::Resource;
use crate::time;
use crate::wire::Response;

impl Oci {
    pub(in crate::oci) fn create_image(&mut self, context: &Context<'_>) -> Result<Response, Problem> {
        let compartment = body::required(context.body, "compartmentId")?;
        if !manages(context.user, compartment) || !is_active(compartment) {
            return Err(Problem::not_found());
        }
        let name = body::name(context.body, "displayName")?;
        let tags = body::tags(context.body)?;
        let (state, mut fields) = self.source(context)?;
        let now = context.now;
        let key = self.region(context.region)?.key;
        let id = ocid::ocid("image", key, &mut self.rng);
        let name = name.map_or_else(|| format!("image{}", now / 1000), str::to_owned);
        let launch_mode = body::text(context.body, "launchMode")?.unwrap_or("NATIVE").to_owned();
        let common = json!({
            "id": id, "compartmentId": compartment, "displayName": name, "lifecycleState": state,
            "timeCreated": time::iso(now), "createImageAllowed": true, "baseImageId": null,
            "launchMode": launch_mode, "listingType": "NONE", "freeformTags": {}, "definedTags": {},
        });
        fields.extend(common.as_object().cloned().unwrap_or_default());
        fields.extend(tags.into_iter().map(|(name, value)| (name.to_owned(), value)));
        let etag = ocid::etag(&mut self.rng);
        let image = Resource::from_value(fields.into(), etag).ok_or_else(Problem::not_found)?;
        let mut response = shown(&image);
        self.region_mut(context.region)?.images.put(image);
        let work = self.begin("CreateImage", (&id, compartment), vec![name], context)?;
        let to = if work.ending == Ending::Succeeds { "AVAILABLE" } else { "DELETED" };
        self.jobs.at(work.ends, Job::Image { region: context.region, id: id.clone(), from: state, to });
        self.executed_now("CreateImage", &id, context);
        self.name_work(&mut response, &work);
        Ok(response)
    }

    /// The state that a new image begins in, and what its source says about it.
    fn source(&self, context: &Context<'_>) -> Result<(&'static str, Map<String, Value>), Problem> {
        let details = context.body.get("imageSourceDetails").filter(|details| !details.is_null());
        let system = |name: &str, version: &str| {
            let pairs = [("operatingSystem", name), ("operatingSystemVersion", version)];
            pairs.into_iter().map(|(field, value)| (field.to_owned(), value.into())).collect()
        };
        match (body::text(context.body, "instanceId")?, details) {
            (Some(instance), None) if instance.starts_with("ocid1.instance.") => {
                Ok(("PROVISIONING", system("Oracle Linux", "8")))
            }
            (Some(_), None) => Err(Problem::not_found()),
            (None, Some(Value::Object(details))) => {
                destination::read(details, "sourceType", "sourceUri", self.region(context.region)?)?;
                let kind = body::text(details, "sourceImageType")?.unwrap_or("QCOW2");
                if !matches!(kind, "QCOW2" | "VMDK") {
                    return Err(Problem::invalid(format!("sourceImageType has no value '{kind}'.")));
                }
                let name = body::text(details, "operatingSystem")?.unwrap_or("Custom");
                let version = body::text(details, "operatingSystemVersion")?.unwrap_or("Custom");
                Ok(("IMPORTING", system(name, version)))
            }
            _ => Err(Problem::invalid("Exactly one of instanceId and imageSourceDetails has to be given.")),
        }
    }
}
