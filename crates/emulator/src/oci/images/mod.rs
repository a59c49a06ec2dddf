//! The calls on compute images (section 4), one file each.

mod create;
mod delete;
mod destination;
mod export;
mod list;
mod moved;
mod update;

use super::Oci;
use super::compartments::{self, manages};
use super::handle::{Context, shown};
use super::ocid;
use super::problem::Problem;
use super::store::Resource;
use crate::wire::Response;

/// Whether an image is Oracle's rather than the tenancy's: its compartment is none of ours.
pub(super) fn is_platform(image: &Resource) -> bool {
    !compartments::is_ours(image.text("compartmentId"))
}

impl Oci {
    /// An image that the caller sees.
    fn image_seen(&self, id: &str, context: &Context<'_>) -> Result<&Resource, Problem> {
        let found = self.region(context.region)?.images.get(id);
        let sees = |image: &&Resource| {
            is_platform(image) || compartments::sees(context.user, image.text("compartmentId"))
        };
        found.filter(sees).ok_or_else(Problem::not_found)
    }

    /// An image that the caller may change, with the etag it was looked at with.
    fn image_managed(&self, id: &str, context: &Context<'_>) -> Result<&Resource, Problem> {
        let image = self.image_seen(id, context)?;
        if !manages(context.user, image.text("compartmentId")) || image.is("DELETED") {
            return Err(Problem::not_found());
        }
        context.check_etag(image)?;
        Ok(image)
    }

    pub(super) fn get_image(&self, id: &str, context: &Context<'_>) -> Result<Response, Problem> {
        self.image_seen(id, context).map(shown)
    }

    /// Changes an image, gives it a new etag, and shows it.
    fn change(
        &mut self,
        id: &str,
        context: &Context<'_>,
        change: impl FnOnce(&mut Resource),
    ) -> Result<Response, Problem> {
        let etag = ocid::etag(&mut self.rng);
        let image = self.region_mut(context.region)?.images.get_mut(id).ok_or_else(Problem::not_found)?;
        change(image);
        image.etag = etag;
        Ok(shown(image))
    }
}
