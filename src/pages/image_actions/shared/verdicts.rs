//! What the rules say about an action on an image, with all that is known here.

use image_console_upstream::triton_cloudapi::model::Image;
use image_console_upstream::triton_cloudapi::rules::{self, Action, Facts, ImageFacts};
use image_console_upstream::verdict::Verdict;

use crate::state::accounts::Accounts;
use crate::state::images::Images;

/// Whether an action on this image is allowed, as far as can be told from here; with subscription
/// to what the answer depends on.
#[must_use]
pub fn verdict(
    accounts: Accounts,
    images: Images,
    connection: &str,
    image: &Image,
    action: Action,
) -> Verdict {
    let account = accounts.of(connection);
    let facts = ImageFacts::from(image);
    let dependents = image.id.text().map(|id| dependents(images, connection, id)).unwrap_or_default();
    let names: Vec<String> = dependents.into_iter().map(|(_, name)| name).collect();
    let facts =
        Facts { account: account.id.as_deref(), image: Some(&facts), dependents: &names, ..Facts::default() };
    rules::check(action, &facts)
}

/// The images in the catalogue that have this one as `origin`: (id, name and version).
#[must_use]
pub fn dependents(images: Images, connection: &str, id: &str) -> Vec<(String, String)> {
    images.with(|catalogue| {
        let Some(source) = catalogue.find_source(connection) else { return Vec::new() };
        let named = catalogue.dependents(source, id).filter_map(|row| {
            let id = row.id().value()?;
            let name = row.name().value().unwrap_or(id);
            Some((id.to_owned(), format!("{name} {}", row.version().value().unwrap_or_default())))
        });
        named.collect()
    })
}
