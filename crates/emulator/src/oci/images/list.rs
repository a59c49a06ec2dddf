//! ListImages (section 4.4): a bare array, platform images first.

use super::is_platform;
use crate::oci::Oci;
use crate::oci::compartments;
use crate::oci::handle::{Context, with_next};
use crate::oci::page::{self, Key, Style};
use crate::oci::problem::Problem;
use crate::oci::store::Resource;
use crate::wire::Response;

/// The documented states (section 4.1).
const STATES: [&str; 6] = ["PROVISIONING", "IMPORTING", "AVAILABLE", "EXPORTING", "DISABLED", "DELETED"];

impl Oci {
    pub(in crate::oci) fn list_images(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let query = context.query;
        let compartment = compartments::listed(context)?;
        let images = &self.region(context.region)?.images;
        let (by, descending) = query.order(&["TIMECREATED", "DISPLAYNAME"])?;
        let state = query.text("lifecycleState").map(str::to_ascii_uppercase);
        if let Some(state) = state.as_deref()
            && !STATES.contains(&state)
            && !images.iter().any(|image| image.is(state))
        {
            return Err(Problem::invalid(format!("lifecycleState has no value '{state}'.")));
        }
        let shape = query.text("shape").map(architecture).transpose()?;
        let fits = |image: &&Resource| {
            (image.text("compartmentId") == compartment || is_platform(image))
                && image.fits("displayName", query.text("displayName"))
                && image.fits("operatingSystem", query.text("operatingSystem"))
                && image.fits("operatingSystemVersion", query.text("operatingSystemVersion"))
                && image.fits("lifecycleState", state.as_deref())
                && shape.is_none_or(|arm| arm == is_arm(image))
        };
        let field = if by == "TIMECREATED" { "timeCreated" } else { "displayName" };
        let key = |image: &Resource| Key {
            group: u64::from(!is_platform(image)),
            text: image.text(field).to_owned(),
            id: image.id.clone(),
        };
        let rows = images.iter().filter(fits).map(|image| (key(image), image)).collect();
        let style = Style { descending, gap: self.switches.empty_pages };
        let page = page::cut(rows, query, style)?;
        let texts: Vec<_> = page.rows.into_iter().map(Resource::value).collect();
        Ok(with_next(Response::json(200, &texts.into()), page.next))
    }
}

/// Whether a shape is an Arm one; 400 for what is no shape.
fn architecture(shape: &str) -> Result<bool, Problem> {
    match shape.split('.').next() {
        Some("VM" | "BM") => Ok(shape.contains(".A1") || shape.contains(".A2")),
        _ => Err(Problem::invalid(format!("There is no shape '{shape}'."))),
    }
}

fn is_arm(image: &Resource) -> bool {
    image.text("displayName").contains("aarch64")
}
