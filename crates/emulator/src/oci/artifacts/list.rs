//! ListContainerImages (document 2, section 5.1): an envelope of summaries.

use serde_json::{Map, Value, json};

use crate::oci::Oci;
use crate::oci::compartments::{self, sees};
use crate::oci::handle::{Context, with_next};
use crate::oci::page::{self, Key, Style};
use crate::oci::problem::Problem;
use crate::oci::store::Resource;
use crate::wire::Response;

/// What a summary has of an image (document 2, section 4.2).
const SUMMARY: [&str; 12] = [
    "id",
    "compartmentId",
    "digest",
    "displayName",
    "lifecycleState",
    "repositoryId",
    "repositoryName",
    "timeCreated",
    "version",
    "freeformTags",
    "definedTags",
    "systemTags",
];

impl Oci {
    pub(in crate::oci) fn list_container_images(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let query = context.query;
        let compartment = compartments::listed(context)?;
        let subtree = compartments::in_subtree(context, compartment)?;
        let (by, descending) = query.order(&["TIMECREATED", "DISPLAYNAME"])?;
        let versioned = query.switch("isVersioned")?;
        let state = query.text("lifecycleState");
        if state.is_some_and(|state| state.chars().any(|c| c.is_ascii_lowercase())) {
            return Err(Problem::invalid("lifecycleState is written in capitals."));
        }
        let fits = |image: &&Resource| {
            (image.text("compartmentId") == compartment
                || subtree && sees(context.user, image.text("compartmentId")))
                && image.fits("id", query.text("imageId"))
                && image.fits("repositoryId", query.text("repositoryId"))
                && image.fits("displayName", query.text("displayName"))
                && image.fits("digest", query.text("imageDigest"))
                && starred(image.text("repositoryName"), query.text("repositoryName"))
                && starred(image.text("version"), query.text("version"))
                && versioned.is_none_or(|versioned| versioned != image.text("version").is_empty())
                && match state {
                    Some(state) => image.is(state),
                    None => self.switches.deleted_listed || !image.is("DELETED"),
                }
        };
        let field = if by == "TIMECREATED" { "timeCreated" } else { "displayName" };
        let key =
            |image: &Resource| Key { group: 0, text: image.text(field).to_owned(), id: image.id.clone() };
        let images = self.region(context.region)?.containers.iter();
        let rows = images.filter(fits).map(|image| (key(image), image)).collect();
        let page = page::cut(rows, query, Style { descending, gap: self.switches.empty_pages })?;
        let items: Vec<_> = page.rows.into_iter().map(summary).collect();
        let body = json!({"items": items, "remainingItemsCount": page.remaining});
        Ok(with_next(Response::json(200, &body), page.next))
    }
}

fn summary(image: &Resource) -> Value {
    let field = |name: &&str| Some(((*name).to_owned(), image.fields.get(*name)?.clone()));
    SUMMARY.iter().filter_map(field).collect::<Map<_, _>>().into()
}

/// Exact, or a prefix with a star at its end.
fn starred(text: &str, filter: Option<&str>) -> bool {
    filter.is_none_or(|filter| match filter.strip_suffix('*') {
        Some(prefix) => text.starts_with(prefix),
        None => text == filter,
    })
}
