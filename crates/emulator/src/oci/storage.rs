//! The little of object storage that fills a destination (section 6.2).

use serde_json::Value;

use super::Oci;
use super::accounts::NAMESPACE;
use super::compartments;
use super::handle::{Context, with_next};
use super::page::{self, Key, Style};
use super::problem::Problem;
use crate::wire::Response;

impl Oci {
    pub(super) fn get_namespace(&self) -> Response {
        Response::json(200, &NAMESPACE.into())
    }

    pub(super) fn list_buckets(&self, namespace: &str, context: &Context<'_>) -> Result<Response, Problem> {
        if namespace != NAMESPACE {
            let message = format!("There is no namespace {namespace}.");
            return Err(Problem::new(404, "NamespaceNotFound", message));
        }
        let compartment = compartments::listed(context)?;
        let region = self.region(context.region)?;
        let text = |bucket: &Value, name: &str| {
            bucket.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let rows = region.buckets.iter().filter(|bucket| text(bucket, "compartmentId") == compartment);
        let key = |bucket: &Value| Key { group: 0, text: text(bucket, "name"), id: String::new() };
        let rows = rows.map(|bucket| (key(bucket), bucket.clone())).collect();
        let page = page::cut(rows, context.query, Style { descending: false, gap: false })?;
        Ok(with_next(Response::json(200, &page.rows.into()), page.next))
    }
}
