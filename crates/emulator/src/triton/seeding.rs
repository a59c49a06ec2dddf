//! Putting images and instances into a datacenter and taking them out, for tests.

use serde_json::{Map, Value};

use super::Triton;
use super::accounts::JDOE;
use super::auth::sign;
use super::store::Record;
use crate::Uuid;
use crate::error::{SeedError, SignError};
use crate::wire::Request;

impl Triton {
    /// Puts an image in, or in the place of the one with its id. What is missing of `owner`,
    /// `public`, `state` and `requirements` becomes the demo account's, false, `active`, empty;
    /// everything else stays as given, right or wrong.
    ///
    /// # Errors
    /// An unknown datacenter, or an `id` that is not a UUID.
    pub fn put_image(&mut self, datacenter: &str, image: Value) -> Result<(), SeedError> {
        let at = self.index(datacenter)?;
        let mut image = object(image)?;
        image.entry("owner").or_insert_with(|| JDOE.to_string().into());
        image.entry("public").or_insert_with(|| false.into());
        image.entry("state").or_insert_with(|| "active".into());
        image.entry("requirements").or_insert_with(|| Map::new().into());
        let record =
            Record::from_value(&image).ok_or_else(|| SeedError("the image's id is not a UUID".into()))?;
        if let Some(datacenter) = self.datacenters.get_mut(at) {
            datacenter.images.put(record);
        }
        Ok(())
    }

    /// Takes an image out; whether it was there.
    pub fn remove_image(&mut self, datacenter: &str, id: &str) -> bool {
        let datacenter = self.datacenter_named(datacenter).and_then(|at| self.datacenters.get_mut(at));
        let removed = datacenter.and_then(|datacenter| datacenter.images.remove(Uuid::parse(id)?));
        removed.is_some()
    }

    /// All images of a datacenter as they are stored, in the order of a list.
    pub fn images(&self, datacenter: &str) -> Vec<Value> {
        let datacenter = self.datacenter_named(datacenter).and_then(|at| self.datacenters.get(at));
        let images = datacenter.into_iter().flat_map(|datacenter| datacenter.images.iter());
        images.map(|record| Value::Object(record.value())).collect()
    }

    /// How many images a datacenter has, whoever sees them.
    pub fn image_count(&self, datacenter: &str) -> usize {
        let datacenter = self.datacenter_named(datacenter).and_then(|at| self.datacenters.get(at));
        datacenter.map_or(0, |datacenter| datacenter.images.len())
    }

    /// Takes all images of a datacenter out.
    pub fn clear_images(&mut self, datacenter: &str) {
        if let Some(datacenter) =
            self.datacenter_named(datacenter).and_then(|at| self.datacenters.get_mut(at))
        {
            datacenter.images = Default::default();
        }
    }

    /// Puts an instance of an account in, or in the place of the one with its id.
    ///
    /// # Errors
    /// An unknown datacenter or account, or no JSON object.
    pub fn put_machine(&mut self, datacenter: &str, login: &str, machine: Value) -> Result<(), SeedError> {
        let at = self.index(datacenter)?;
        let account =
            self.accounts.named(login).ok_or_else(|| SeedError(format!("there is no account {login}")))?;
        let (owner, machine) = (account.uuid, object(machine)?);
        if let Some(datacenter) = self.datacenters.get_mut(at) {
            datacenter.machines.retain(|(_, known)| known.get("id") != machine.get("id"));
            datacenter.machines.push((owner, machine));
        }
        Ok(())
    }

    /// All instances of a datacenter.
    pub fn machines(&self, datacenter: &str) -> Vec<Value> {
        let datacenter = self.datacenter_named(datacenter).and_then(|at| self.datacenters.get(at));
        let machines = datacenter.into_iter().flat_map(|datacenter| datacenter.machines.iter());
        machines.map(|(_, machine)| Value::Object(machine.clone())).collect()
    }

    /// Signs a request for a login, or for a sub-user written `login:subuser`, with the key that
    /// the authenticating proxy holds.
    ///
    /// # Errors
    /// There is no such account, or its key cannot be read.
    pub fn sign_for(&self, login: &str, request: &mut Request, clock: i64) -> Result<(), SignError> {
        let unknown = || SignError("the proxy holds no key for this account");
        let (login, user) = login.split_once(':').map_or((login, None), |(login, user)| (login, Some(user)));
        let account = self.accounts.by_login(login).ok_or_else(unknown)?;
        let (owner, keys, pem) = match user {
            None => (format!("/{login}"), &account.keys, account.proxy_key),
            Some(name) => {
                let user = account.users.iter().find(|user| user.login == name).ok_or_else(unknown)?;
                (format!("/{login}/users/{name}"), &user.keys, user.proxy_key)
            }
        };
        let key = keys.iter().find(|key| key.line.starts_with("ecdsa-sha2-nistp256")).ok_or_else(unknown)?;
        sign(request, &owner, key, pem, clock)
    }

    fn index(&self, datacenter: &str) -> Result<usize, SeedError> {
        let unknown = || SeedError(format!("there is no datacenter {datacenter}"));
        self.datacenter_named(datacenter).ok_or_else(unknown)
    }
}

fn object(value: Value) -> Result<Map<String, Value>, SeedError> {
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(SeedError("not a JSON object".into())),
    }
}
