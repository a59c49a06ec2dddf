//! Looking at what the regions hold, putting things in and changing them, for tests.

use serde_json::{Value, json};

use super::accounts::{self, TENANCY, User};
use super::store::{Region, Resource};
use super::{Oci, auth, compartments, ocid};
use crate::error::{SeedError, SignError};
use crate::wire::Request;

/// The two kinds of image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Compute images.
    Image,
    /// Container images.
    ContainerImage,
}

impl Oci {
    /// All images of a kind in a region, in the order of their ids.
    pub fn all(&self, region: &str, kind: Kind) -> Vec<Value> {
        let region = self.regions.iter().find(|known| known.name == region);
        region.into_iter().flat_map(|region| shelf(region, kind).iter().map(Resource::value)).collect()
    }

    /// An image by OCID, or by its name; of a name with a digest the part up to the `@` will do. The
    /// other calls here take the same.
    pub fn find(&self, region: &str, kind: Kind, id: &str) -> Option<Value> {
        self.look(region, kind, id).map(Resource::value)
    }

    /// OCID of an image by its name.
    pub fn id_of(&self, region: &str, kind: Kind, name: &str) -> Option<String> {
        self.look(region, kind, name).map(|image| image.id.clone())
    }

    /// The etag that an image has now.
    pub fn etag(&self, region: &str, kind: Kind, id: &str) -> Option<String> {
        self.look(region, kind, id).map(|image| image.etag.clone())
    }

    /// Puts an image in, or in the place of the one with its id, and gives its OCID. A missing
    /// `compartmentId`, `lifecycleState` or `timeCreated` becomes the compartment `shop`,
    /// `AVAILABLE`, the first day of 2024; everything else stays as given, right or wrong.
    ///
    /// # Errors
    /// An unknown region, or no JSON object.
    pub fn put(&mut self, region: &str, kind: Kind, image: Value) -> Result<String, SeedError> {
        let Value::Object(mut image) = image else { return Err(SeedError("not a JSON object".into())) };
        let etag = ocid::etag(&mut self.rng);
        let word = if kind == Kind::Image { "image" } else { "containerimage" };
        let fresh = ocid::ocid(word, "", &mut self.rng);
        let region = self.regions.iter_mut().find(|known| known.name == region);
        let region = region.ok_or_else(|| SeedError("there is no such region".into()))?;
        for (name, value) in [
            ("id", fresh),
            ("compartmentId", compartments::ocid_of("shop")),
            ("lifecycleState", "AVAILABLE".into()),
            ("timeCreated", "2024-01-01T00:00:00.000Z".into()),
        ] {
            image.entry(name).or_insert_with(|| value.into());
        }
        let resource = Resource::from_value(image.into(), etag);
        let resource = resource.ok_or_else(|| SeedError("the image's id is no text".into()))?;
        let id = resource.id.clone();
        shelf_mut(region, kind).put(resource);
        Ok(id)
    }

    /// Lays fields over an image, by OCID or name, as somebody else's change would; it gets a new
    /// etag. A null takes a field away. Whether the image was there.
    pub fn edit(&mut self, region: &str, kind: Kind, id: &str, fields: Value) -> bool {
        let etag = ocid::etag(&mut self.rng);
        let Some(id) = self.look(region, kind, id).map(|image| image.id.clone()) else { return false };
        let region = self.regions.iter_mut().find(|known| known.name == region);
        let Some(image) = region.and_then(|region| shelf_mut(region, kind).get_mut(&id)) else {
            return false;
        };
        for (name, value) in fields.as_object().cloned().unwrap_or_default() {
            if value.is_null() {
                image.fields.remove(&name);
            } else {
                image.set(&name, value);
            }
        }
        image.etag = etag;
        true
    }

    /// Sets an image's `lifecycleState`, with a new etag. Whether the image was there.
    pub fn set_state(&mut self, region: &str, kind: Kind, id: &str, state: &str) -> bool {
        self.edit(region, kind, id, json!({"lifecycleState": state}))
    }

    /// Sets when a container image was deleted, in milliseconds of the world's time; it is gone 48
    /// hours after that. Whether the image was there.
    pub fn set_deleted(&mut self, region: &str, id: &str, at: i64) -> bool {
        let Some(id) = self.id_of(region, Kind::ContainerImage, id) else { return false };
        let region = self.regions.iter_mut().find(|known| known.name == region);
        let image = region.and_then(|region| region.containers.get_mut(&id));
        image.map(|image| super::artifacts::mark_deleted(image, at)).is_some()
    }

    /// Takes an image out. Whether it was there.
    pub fn remove(&mut self, region: &str, kind: Kind, id: &str) -> bool {
        let Some(id) = self.id_of(region, kind, id) else { return false };
        let region = self.regions.iter_mut().find(|known| known.name == region);
        region.and_then(|region| shelf_mut(region, kind).remove(&id)).is_some()
    }

    /// Takes all images of a kind out of a region.
    pub fn clear(&mut self, region: &str, kind: Kind) {
        if let Some(region) = self.regions.iter_mut().find(|known| known.name == region) {
            *shelf_mut(region, kind) = Default::default();
        }
    }

    /// All work requests of a region as GetWorkRequest shows them at this time of the world.
    pub fn work_requests(&self, region: &str, now: i64) -> Vec<Value> {
        let region = self.regions.iter().find(|known| known.name == region);
        region.into_iter().flat_map(|region| region.work.iter().map(|work| work.shown(now))).collect()
    }

    /// Whether an export has written `bucket/object` in a region.
    pub fn has_exported(&self, region: &str, object: &str) -> bool {
        self.regions.iter().any(|known| known.name == region && known.exported.contains(object))
    }

    /// Tenancy, OCID and fingerprint of a user by name.
    pub fn identity(&self, user: &str) -> Option<(&'static str, &'static str, &'static str)> {
        let user: &'static User = accounts::named(user)?;
        Some((TENANCY, user.ocid, &user.key.fingerprint))
    }

    /// A session token for a user; it ends so many minutes after this time of the world. What it
    /// signs has to be signed by the user's session key.
    pub fn session_token(&self, user: &str, minutes: i64, world: i64) -> Option<String> {
        auth::token(accounts::named(user)?, minutes, world)
    }

    /// Signs a request for a user with the API key that the authenticating proxy holds.
    ///
    /// # Errors
    /// There is no such user.
    pub fn sign_for(&self, user: &str, request: &mut Request, clock: i64) -> Result<(), SignError> {
        let user = accounts::named(user).ok_or(SignError("the proxy holds no key for this user"))?;
        auth::sign(request, user, clock)
    }

    fn look(&self, region: &str, kind: Kind, id: &str) -> Option<&Resource> {
        let shelf = shelf(self.regions.iter().find(|known| known.name == region)?, kind);
        let begins = |image: &&Resource| id.ends_with('@') && image.text("displayName").starts_with(id);
        shelf.get(id).or_else(|| shelf.named(id)).or_else(|| shelf.iter().find(begins))
    }
}

fn shelf(region: &Region, kind: Kind) -> &super::store::Shelf {
    match kind {
        Kind::Image => &region.images,
        Kind::ContainerImage => &region.containers,
    }
}

fn shelf_mut(region: &mut Region, kind: Kind) -> &mut super::store::Shelf {
    match kind {
        Kind::Image => &mut region.images,
        Kind::ContainerImage => &mut region.containers,
    }
}
