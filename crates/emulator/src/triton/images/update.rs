//! UpdateImage (section 4.7).

use serde_json::{Map, Value};

use super::shown;
use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::problem::Problem;
use crate::triton::store::{WRITABLE, check};
use crate::wire::Response;

impl Triton {
    pub(super) fn update_image(&mut self, id: &str, context: &Context<'_>) -> Result<Response, Problem> {
        let uuid = self.owned(id, context)?.parts.id;
        let given: Vec<_> = context.params.iter().filter(|(name, _)| WRITABLE.contains(name)).collect();
        if given.is_empty() {
            return Err(Problem::validation("invalid image update data: no parameters provided"));
        }
        // A null takes the attribute away; where that is not possible it is checked as a value.
        let is_removal =
            |name: &str, value: &Value| value.is_null() && !matches!(name, "name" | "version" | "tags");
        let values: Map<String, Value> = given
            .iter()
            .filter(|(name, value)| !is_removal(name, value))
            .map(|(name, value)| ((*name).to_owned(), (*value).clone()))
            .collect();
        check(&values)?;
        let gone = || Problem::not_found("image not found");
        let datacenter = self.datacenters.get_mut(context.datacenter).ok_or_else(gone)?;
        let change = |image: &mut Map<String, Value>| {
            for (name, value) in given {
                let empty_acl = name == "acl" && value.as_array().is_some_and(Vec::is_empty);
                if value.is_null() || empty_acl {
                    image.remove(name);
                } else {
                    image.insert(name.to_owned(), value.clone());
                }
            }
        };
        datacenter.images.update(uuid, change).ok_or_else(gone)?;
        let record = datacenter.images.get(uuid).ok_or_else(gone)?;
        Ok(shown(200, record, context))
    }
}
