//! RestoreContainerImage (document 2, section 3) and RemoveContainerVersion (5.2).

use super::versions;
use crate::oci::Oci;
use crate::oci::body;
use crate::oci::handle::{Context, shown};
use crate::oci::ocid;
use crate::oci::problem::Problem;
use crate::oci::store::Resource;
use crate::wire::Response;

impl Oci {
    pub(in crate::oci) fn restore_container_image(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let version = body::text(context.body, "version")?;
        if version.is_some_and(|version| !is_version(version)) {
            return Err(Problem::invalid("version has to be a tag: letters, digits, '_', '.', '-'."));
        }
        let image = self.container_in("DELETED", id, context)?;
        let repository = image.text("repositoryId").to_owned();
        let region = self.region(context.region)?;
        let known = region.repositories.get(&repository).filter(|known| known.is("AVAILABLE"));
        let immutable = known.ok_or_else(Problem::not_found)?.fields.get("isImmutable") == Some(&true.into());
        let others = |other: &&Resource| {
            other.id != id
                && other.text("repositoryId") == repository
                && version.is_some_and(|version| versions::has(other, version))
        };
        let taken = region.containers.iter().find(others).map(|other| other.id.clone());
        if let Some(version) = version.filter(|_| immutable && taken.is_some()) {
            let message = format!("Version {version} is taken, and the repository is immutable.");
            return Err(Problem::new(409, "Conflict", message));
        }
        let etags = [ocid::etag(&mut self.rng), ocid::etag(&mut self.rng)];
        let [etag, other_etag] = etags;
        let containers = &mut self.region_mut(context.region)?.containers;
        // In a mutable repository a version moves to who asks for it last.
        if let (Some(other), Some(version)) = (taken.and_then(|other| containers.get_mut(&other)), version) {
            versions::remove(other, version);
            other.etag = other_etag;
        }
        let image = containers.get_mut(id).ok_or_else(Problem::not_found)?;
        image.set("lifecycleState", "AVAILABLE");
        image.deleted = None;
        image.etag = etag;
        if let Some(version) = version {
            versions::add(image, version, context.user.ocid, context.now);
        }
        let response = shown(image);
        self.executed_now("RestoreContainerImage", id, context);
        Ok(response)
    }

    pub(in crate::oci) fn remove_container_version(
        &mut self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let version = body::required(context.body, "version")?;
        if !versions::has(self.container_in("AVAILABLE", id, context)?, version) {
            return Err(Problem::not_found());
        }
        self.executed_now("RemoveContainerVersion", id, context);
        self.change_container(id, context, |image| {
            versions::remove(image, version);
        })
    }
}

/// A tag as registries have it: up to 128 characters, not beginning with a dot or a dash.
fn is_version(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    (1..=128).contains(&text.len()) && text.bytes().all(fits) && !text.starts_with(['.', '-'])
}
