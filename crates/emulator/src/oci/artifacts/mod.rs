//! The calls on container images and repositories (document 2), one file each. None of them makes
//! a work request.

mod change;
mod list;
mod repositories;
mod restore;
mod versions;

pub use versions::{display_name, mark_deleted};

use super::Oci;
use super::compartments::{manages, sees};
use super::handle::{Context, shown};
use super::problem::Problem;
use super::store::Resource;
use crate::time::DAY;
use crate::wire::Response;

/// How long a deleted container image can be restored (document 2, section 3).
pub const RESTORABLE: i64 = 2 * DAY;

impl Oci {
    fn container_seen(&self, id: &str, context: &Context<'_>) -> Result<&Resource, Problem> {
        let found = self.region(context.region)?.containers.get(id);
        found.filter(|image| sees(context.user, image.text("compartmentId"))).ok_or_else(Problem::not_found)
    }

    /// A container image that the caller may change, with the etag it was looked at with.
    fn container_managed(&self, id: &str, context: &Context<'_>) -> Result<&Resource, Problem> {
        let image = self.container_seen(id, context)?;
        if !manages(context.user, image.text("compartmentId")) {
            return Err(Problem::not_found());
        }
        context.check_etag(image)?;
        Ok(image)
    }

    /// The same, in the one state that a call allows.
    fn container_in(&self, state: &str, id: &str, context: &Context<'_>) -> Result<&Resource, Problem> {
        let image = self.container_managed(id, context)?;
        if image.is(state) {
            return Ok(image);
        }
        let now = image.text("lifecycleState");
        Err(Problem::incorrect_state(format!("The container image is {now}; it has to be {state}.")))
    }

    pub(super) fn get_container_image(&self, id: &str, context: &Context<'_>) -> Result<Response, Problem> {
        self.container_seen(id, context).map(shown)
    }
}
